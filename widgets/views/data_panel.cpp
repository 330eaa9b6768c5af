// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/data_panel.h"

#include "core/base/units.h"
#include "widgets/bridge/network_files.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {
namespace {

constexpr int kPictureSide = 64;  // pixels of the screen: 28 and 32 twice

QString counted(qint64 count)
{
    return toQString(countText(count));
}

/// The folder that is dropped, or the one that a dropped file lies in; empty for anything else, and for projects and networks, which
/// are opened.
QString folderOf(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile()) {
        return {};
    }
    const QFileInfo info(urls.front().toLocalFile());
    if (info.suffix().compare(QLatin1String("mho"), Qt::CaseInsensitive) == 0 || isNetworkPath(info.filePath())) {
        return {};
    }
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
}

QString valuesText(const std::vector<float>& values)
{
    QStringList texts;
    for (const float value : values) {
        texts.append(shortText(static_cast<double>(value), 6));
    }
    return texts.join(QStringLiteral(" / "));  // a comma may be a decimal one
}

QString normalizationWords(const Normalization& normalization)
{
    return DataPanel::tr("mean %1, deviation %2").arg(valuesText(normalization.mean), valuesText(normalization.deviation));
}

/// As large as the place allows by a whole factor, so that pixels stay squares; large pictures are made smaller smoothly.
QPixmap thumbnail(const QImage& image, qreal ratio)
{
    const int side = static_cast<int>(kPictureSide * ratio);
    const int longest = std::max(image.width(), image.height());
    const int factor = side / longest;
    const QImage scaled = factor >= 1 ? image.scaled(image.width() * factor, image.height() * factor)
                                      : image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QPixmap pixmap = QPixmap::fromImage(scaled);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

}  // namespace

DataPanel::DataPanel(QWidget* parent)
    : QWidget(parent),
      folder_(new QLineEdit),
      choose_(new QPushButton(tr("Choose…"))),
      message_(new QLabel),
      factsBox_(new QWidget),
      facts_(new QFormLayout(factsBox_)),
      evaluate_(new QPushButton(tr("Evaluate"))),
      cancel_(new QPushButton(tr("Cancel"))),
      progress_(new QProgressBar),
      result_(new QLabel),
      samples_(new QListView),
      sampleModel_(new QStandardItemModel(this))
{
    setAcceptDrops(true);
    folder_->setAcceptDrops(false);  // the whole panel takes what is dropped
    folder_->setAccessibleName(tr("Folder of the data set"));
    choose_->setToolTip(tr("Choose the folder that holds the data set"));
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    message_->setAccessibleName(tr("State of the data"));
    evaluate_->setAccessibleName(tr("Evaluate the network on the test images"));
    cancel_->setAccessibleName(tr("Cancel the evaluation"));
    progress_->setAccessibleName(tr("Progress of the evaluation"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    result_->setWordWrap(true);
    result_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    samples_->setModel(sampleModel_);
    samples_->setAccessibleName(tr("Sample pictures"));
    samples_->setViewMode(QListView::IconMode);
    samples_->setMovement(QListView::Static);
    samples_->setResizeMode(QListView::Adjust);
    samples_->setUniformItemSizes(true);
    samples_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    samples_->setIconSize(QSize(kPictureSide, kPictureSide));
    samples_->setMinimumHeight(kPictureSide + 3 * fontMetrics().height());
    samples_->setTextElideMode(Qt::ElideRight);
    arrange();
    connect(choose_, &QPushButton::clicked, this, &DataPanel::chooseAsked);
    connect(folder_, &QLineEdit::editingFinished, this, [this] {
        if (folder_->isModified()) {
            folder_->setModified(false);
            Q_EMIT folderGiven(folder_->text());
        }
    });
    connect(evaluate_, &QPushButton::clicked, this, &DataPanel::evaluateAsked);
    connect(cancel_, &QPushButton::clicked, this, &DataPanel::cancelAsked);
    setEvaluable(tr("No data"));
    setEvaluated({});
    setNoProject();
}

void DataPanel::arrange()
{
    auto* line = new QHBoxLayout;
    line->addWidget(folder_, 1);
    line->addWidget(choose_);
    facts_->setContentsMargins(0, 0, 0, 0);
    facts_->setVerticalSpacing(3);
    facts_->setHorizontalSpacing(10);
    facts_->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    facts_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* measure = new QHBoxLayout;
    measure->addWidget(evaluate_);
    measure->addWidget(progress_, 1);
    measure->addWidget(cancel_);
    measure->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(message_);
    layout->addWidget(factsBox_);
    layout->addLayout(measure);
    layout->addWidget(result_);
    layout->addWidget(samples_, 1);
    layout->addStretch(0);
}

void DataPanel::setRecipe(const QString& recipeData, bool builtIn)
{
    recipeData_ = recipeData;
    builtIn_ = builtIn;
    folder_->setEnabled(!builtIn);
    choose_->setEnabled(!builtIn);
    folder_->setPlaceholderText(builtIn ? tr("built in: no folder is needed") : tr("folder of the %1 data").arg(recipeData));
}

void DataPanel::setFolder(const QString& folder)
{
    folder_->setText(builtIn_ ? QString() : folder);
    folder_->setModified(false);
}

void DataPanel::setNoProject()
{
    showState(NoProject, tr("Open a project to see its data."));
}

void DataPanel::setNoFolder()
{
    showState(NoFolder,
              tr("The recipe is for the %1 data. Choose the folder that holds them, or drop it here.").arg(recipeData_));
}

void DataPanel::setReading(const QString& folder)
{
    showState(Reading, folder.isEmpty() ? tr("Drawing the built-in digits…") : tr("Reading %1…").arg(folder));
}

void DataPanel::setFailure(const QString& text)
{
    showState(Failed, text);
}

void DataPanel::setFacts(const DataFacts& facts)
{
    QStringList unfit{facts.unfitForRuns, facts.unfitForNetwork};
    unfit.removeAll(QString());
    showState(Known, unfit.join(QLatin1Char('\n')));
    while (facts_->rowCount() > 0) {
        facts_->removeRow(0);
    }
    addFact(tr("Data set"), facts.name,
            tr("As recognised by its files. SHA-256 over all images and labels:\n%1").arg(facts.sha256));
    addFact(tr("Training images"), counted(facts.trainImages));
    addFact(tr("Test images"), counted(facts.testImages));
    QStringList extents;
    for (const qint64 extent : facts.imageShape) {
        extents.append(QString::number(extent));
    }
    addFact(tr("Image"), extents.join(QStringLiteral(" × ")), tr("Channels × height × width, in pixels"));
    addFact(tr("Classes"), tr("%1: %2").arg(facts.classNames.size()).arg(facts.classNames.join(QStringLiteral(", "))));
    addFact(tr("Normalisation"),
            tr("%1 (%2)").arg(normalizationWords(facts.normalization), facts.normalizedByRecipe ? tr("the recipe's") : tr("usual for the data")),
            tr("Per channel: value = (pixel / 255 − mean) / deviation"));
    addFact(tr("Held out"),
            facts.heldOutImages == 0 ? tr("none: too few training images")
                                     : tr("%1 of %2 training images, seed %3")
                                           .arg(counted(facts.heldOutImages), counted(facts.trainImages))
                                           .arg(facts.heldOutSeed),
            tr("They judge sensitivities and searched ratios, so that these never see test images. A run trains on all "
               "training images."));
    showSamples(facts);
    QMetaObject::invokeMethod(this, &DataPanel::fitFacts, Qt::QueuedConnection);  // once the form has its width
}

void DataPanel::addFact(const QString& label, const QString& text, const QString& tip)
{
    auto* value = new QLabel(text);
    value->setWordWrap(true);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setToolTip(tip);
    value->setAccessibleName(label);
    auto* name = new QLabel(label);
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setToolTip(tip);
    facts_->addRow(name, value);
}

void DataPanel::showSamples(const DataFacts& facts)
{
    sampleModel_->clear();
    for (const DataSample& sample : facts.samples) {
        const QString name = facts.classNames.value(sample.label);
        auto* item = new QStandardItem(QIcon(thumbnail(sample.image, devicePixelRatioF())), name);
        item->setToolTip(tr("Class %1: %2").arg(sample.label).arg(name));
        item->setData(tr("Picture of class %1").arg(name), Qt::AccessibleTextRole);
        sampleModel_->appendRow(item);
    }
    fitGrid();
}

void DataPanel::fitFacts()
{
    facts_->activate();
    for (int row = 0; row < facts_->rowCount(); ++row) {
        QWidget* value = facts_->itemAt(row, QFormLayout::FieldRole)->widget();
        value->setMinimumHeight(value->heightForWidth(value->width()));
    }
}

void DataPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitFacts();
}

void DataPanel::fitGrid()
{
    int widest = kPictureSide;
    for (int i = 0; i < sampleModel_->rowCount(); ++i) {
        widest = std::max(widest, samples_->fontMetrics().horizontalAdvance(sampleModel_->item(i)->text()));
    }
    constexpr int kMost = 110;  // longer names are cut, their tool tips are not
    const QSize cell(std::min(widest, kMost) + 12, kPictureSide + samples_->fontMetrics().height() + 10);
    samples_->setGridSize(cell);
    for (int i = 0; i < sampleModel_->rowCount(); ++i) {
        sampleModel_->item(i)->setSizeHint(cell);  // else names get the pictures' width
    }
}

void DataPanel::showState(State state, const QString& message)
{
    state_ = state;
    message_->setText(message);
    message_->setVisible(!message.isEmpty());
    factsBox_->setVisible(state == Known);
    samples_->setVisible(state == Known);
    if (state != Known) {
        sampleModel_->clear();
    }
}

void DataPanel::setEvaluable(const QString& reason)
{
    evaluate_->setEnabled(reason.isEmpty());
    evaluate_->setToolTip(
        reason.isEmpty() ? tr("Measure the accuracy of the network as it is compressed now, on all test images") : reason);
    evaluate_->setAccessibleDescription(reason);
}

void DataPanel::setEvaluating(double share)
{
    progress_->setVisible(true);
    cancel_->setVisible(true);
    evaluate_->setVisible(false);
    progress_->setValue(static_cast<int>(share * progress_->maximum()));
    result_->setVisible(false);
}

void DataPanel::setEvaluated(const QString& text)
{
    progress_->setVisible(false);
    cancel_->setVisible(false);
    evaluate_->setVisible(true);
    result_->setText(text);
    result_->setVisible(!text.isEmpty());
}

QString DataPanel::message() const
{
    return message_->text();
}

QString DataPanel::result() const
{
    return result_->text();
}

QString DataPanel::fact(const QString& label) const
{
    for (int row = 0; row < facts_->rowCount(); ++row) {
        const auto* name = qobject_cast<QLabel*>(facts_->itemAt(row, QFormLayout::LabelRole)->widget());
        const auto* value = qobject_cast<QLabel*>(facts_->itemAt(row, QFormLayout::FieldRole)->widget());
        if (name != nullptr && value != nullptr && name->text() == label) {
            return value->text();
        }
    }
    return {};
}

void DataPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!builtIn_ && state_ != NoProject && !folderOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void DataPanel::dropEvent(QDropEvent* event)
{
    const QString folder = folderOf(event->mimeData());
    if (!folder.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT folderGiven(folder);
    }
}

void DataPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitGrid();
    }
}

}  // namespace mho
