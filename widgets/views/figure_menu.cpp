// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/figure_menu.h"

#include "core/base/error.h"
#include "widgets/bridge/file_text.h"
#include "widgets/bridge/text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>

#include <utility>

namespace mho {
namespace {

void copy(const PaperFigure& figure)
{
    auto* data = new QMimeData;
    data->setImageData(QImage::fromData(figureBytes(QStringLiteral("png"), figure.sizeMm, figure.title, figure.paint)));
    data->setData(QStringLiteral("image/svg+xml"), figureBytes(QStringLiteral("svg"), figure.sizeMm, figure.title, figure.paint));
    QGuiApplication::clipboard()->setMimeData(data);
}

void save(QWidget& view, const PaperFigure& asked, const FigureSource& source)
{
    const QString title = QCoreApplication::translate("FigureMenu", "Save Figure");
    const QString path = QFileDialog::getSaveFileName(view.window(), title, fileNameOf(asked.title) + QStringLiteral(".svg"),
                                                      QCoreApplication::translate("FigureMenu", "Figures (*.svg *.pdf *.png)"));
    const std::optional<PaperFigure> figure = path.isEmpty() ? std::nullopt : source();  // the view went on beside the dialog
    if (!figure) {
        return;
    }
    try {
        saveFigure(view, path, *figure);
    } catch (const Error& error) {
        QMessageBox::warning(view.window(), title, errorText(error));
    }
}

}  // namespace

FigureSaved::FigureSaved(QString path, QStringList command) : QEvent(kind()), path_(std::move(path)), command_(std::move(command))
{
    ignore();
}

QEvent::Type FigureSaved::kind()
{
    static const auto own = static_cast<Type>(registerEventType());
    return own;
}

void saveFigure(QWidget& view, const QString& path, const PaperFigure& figure)
{
    exportFigure(path, figure.sizeMm, figure.title, figure.paint);
    FigureSaved saved(path, figure.command);
    for (QObject* listener = &view; listener != nullptr && !saved.isAccepted(); listener = listener->parent()) {
        QCoreApplication::sendEvent(listener, &saved);
    }
}

void addFigureActions(QMenu& menu, QWidget& view, const FigureSource& source)
{
    QAction* copies = menu.addAction(QCoreApplication::translate("FigureMenu", "Copy Figure"), &view, [source] {
        if (const auto figure = source()) {
            copy(*figure);
        }
    });
    QAction* saves = menu.addAction(QCoreApplication::translate("FigureMenu", "Save Figure As…"), &view, [source, &view] {
        if (const auto figure = source()) {
            save(view, *figure, source);
        }
    });
    const bool some = source().has_value();
    copies->setEnabled(some);
    saves->setEnabled(some);
}

void addFigureMenu(QWidget& view, const FigureSource& source)
{
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&view, &QWidget::customContextMenuRequested, &view, [&view, source](const QPoint& at) {
        auto* menu = new QMenu(&view);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addFigureActions(*menu, view, source);
        menu->popup(view.mapToGlobal(at));
    });
}

QStringList planFigure(const QString& kind, const QString& layer)
{
    QStringList words{kind, QStringLiteral("--point"), QStringLiteral("plan")};
    if (!layer.isEmpty()) {
        words << QStringLiteral("--layer") << layer;
    }
    return words;
}

QSizeF paperSizeOf(const QSize& pixels)
{
    return QSizeF(pixels) * (25.4 / 96.0);
}

}  // namespace mho
