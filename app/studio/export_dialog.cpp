// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/export_dialog.h"

#include "app/studio/session.h"
#include "core/network/weight_layer.h"
#include "widgets/bridge/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace mho {
namespace {

QString titleOf(std::string_view format)
{
    const std::pair<std::string_view, QString> titles[] = {{"onnx", ExportDialog::tr("ONNX")},
                                                           {"safetensors", ExportDialog::tr("safetensors")},
                                                           {"pytorch", ExportDialog::tr("PyTorch")},
                                                           {"npz", ExportDialog::tr("NumPy (NPZ)")},
                                                           {"crossbars", ExportDialog::tr("Crossbars (NPZ)")},
                                                           {"csv", ExportDialog::tr("Crossbars (CSV, folder)")},
                                                           {"neurosim", ExportDialog::tr("DNN+NeuroSim (folder)")},
                                                           {"spice", ExportDialog::tr("Netlist of a crossbar (ngspice)")}};
    for (const auto& [name, title] : titles) {
        if (name == format) {
            return title;
        }
    }
    return toQString(format);
}

QString textOf(const std::optional<CrossbarAddress>& crossbar)
{
    const CrossbarAddress at = crossbar.value_or(CrossbarAddress{});
    return QStringLiteral("%1,%2,%3,%4").arg(at.rowBlock).arg(at.columnBlock).arg(at.slice).arg(at.sign);
}

}  // namespace

ExportDialog::ExportDialog(Session* session, int layer, const std::optional<CrossbarAddress>& crossbar, QWidget* parent)
    : ToolDialog(session, QString::fromLatin1(kExportCommand), parent),
      description_(new QLabel),
      design_(new QComboBox),
      shape_(new QComboBox),
      masks_(new QCheckBox(tr("&Masks, level codes and scales beside the weights"))),
      layer_(new QComboBox),
      array_(new QLineEdit(textOf(crossbar)))
{
    setWindowTitle(tr("Export Network"));
    setObjectName(QStringLiteral("export"));
    description_->setWordWrap(true);
    fillDesigns();
    connect(session, &Session::runStarted, this, &ExportDialog::fillDesigns);
    connect(session, &Session::runEnded, this, &ExportDialog::fillDesigns);
    shape_->addItem(tr("Pruned weights zero, shapes as they are"));
    shape_->addItem(tr("Shrunk: without channels that do not matter"), QStringLiteral("--shrunk"));
    masks_->setChecked(true);
    layer_->addItem(tr("All layers"));
    for (const WeightLayer& weights : weightLayers(*session->network())) {
        layer_->addItem(toQString(weights.name), toQString(weights.name));
    }
    layer_->setCurrentIndex(crossbar ? layer + 1 : 0);
    array_->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{1,6}(,\\d{1,6}){3}")), array_));
    array_->setToolTip(tr("Row block, column block, slice and sign of the crossbar, from 0"));
    form()->addRow(QString(), description_);
    form()->addRow(tr("&Network"), design_);
    form()->addRow(tr("&Shapes"), shape_);
    form()->addRow(QString(), masks_);
    form()->addRow(tr("&Layer"), layer_);
    form()->addRow(tr("&Crossbar"), array_);
    for (const ExportFormat& format : exportFormats()) {
        formatBox()->addItem(titleOf(format.name), toQString(format.name));
    }
    connect(formatBox(), &QComboBox::currentIndexChanged, this, &ExportDialog::showRows);
    connect(layer_, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    connect(array_, &QLineEdit::textChanged, this, &ExportDialog::follow);
    showRows();
    arrange(QStringLiteral("export"), tr("The network is being written"), false);
    resize(560, 340);
}

void ExportDialog::fillDesigns()
{
    const bool planned = design_->currentIndex() > 0;
    design_->clear();
    if (!session()->resultSummary().isEmpty()) {
        design_->addItem(tr("The finished run"));
    }
    design_->addItem(tr("The present plan, projected at once"), QStringLiteral("--preview"));
    design_->setCurrentIndex(planned ? design_->count() - 1 : 0);
}

const ExportFormat& ExportDialog::chosen() const
{
    return findExportFormat(format().toStdString());
}

void ExportDialog::showRows()
{
    const ExportFormat& format = chosen();
    description_->setText(coreText(format.description));
    form()->setRowVisible(masks_, format.kind == ExportKind::Weights);
    form()->setRowVisible(layer_, format.kind == ExportKind::Crossbars || format.kind == ExportKind::Circuit);
    form()->setRowVisible(array_, format.kind == ExportKind::Circuit);
}

bool ExportDialog::isFolder() const
{
    return chosen().ending.empty();
}

QString ExportDialog::suggestedName(const QString& project) const
{
    const ExportFormat& format = chosen();
    // Another name than that of a file which the project may come from.
    return format.kind == ExportKind::Weights
               ? QStringLiteral("%1-compressed%2").arg(project, toQString(format.ending))
               : QStringLiteral("%1-%2%3").arg(project, toQString(format.name), toQString(format.ending));
}

QString ExportDialog::placeTitle() const
{
    return isFolder() ? tr("Folder of the Network") : tr("File of the Network");
}

QString ExportDialog::failure() const
{
    return tr("The network was not written");
}

QString ExportDialog::missing() const
{
    if (chosen().kind != ExportKind::Circuit) {
        return {};
    }
    return layer_->currentIndex() <= 0     ? tr("Choose the layer of the crossbar first")
           : !array_->hasAcceptableInput() ? tr("Give row block, column block, slice and sign, such as 0,0,0,0")
                                           : QString();
}

QStringList ExportDialog::files() const
{
    ExportRequest request;
    request.weightsOnly = !masks_->isChecked();
    QStringList paths;
    for (const std::string& path : exportedPaths(chosen(), request, place().toStdString())) {
        paths.append(toQString(path));
    }
    return paths;
}

QStringList ExportDialog::arguments(const QString& project) const
{
    const ExportKind kind = chosen().kind;
    QStringList arguments{QStringLiteral("export"), project, QStringLiteral("--format"), format(),
                          QStringLiteral("--out"),  place()};
    for (const QComboBox* box : {design_, shape_}) {
        if (const QString option = box->currentData().toString(); !option.isEmpty()) {
            arguments << option;
        }
    }
    if (kind == ExportKind::Weights && !masks_->isChecked()) {
        arguments << QStringLiteral("--weights-only");
    }
    if ((kind == ExportKind::Crossbars || kind == ExportKind::Circuit) && layer_->currentIndex() > 0) {
        arguments << QStringLiteral("--layer") << layer_->currentData().toString();
    }
    if (kind == ExportKind::Circuit) {
        arguments << QStringLiteral("--array") << array_->text();
    }
    return arguments;
}

void showExportDialog(Session* session, int layer, const std::optional<CrossbarAddress>& crossbar, QWidget* window)
{
    auto* dialog = window->findChild<ExportDialog*>();
    if (dialog == nullptr) {
        dialog = new ExportDialog(session, layer, crossbar, window);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace mho
