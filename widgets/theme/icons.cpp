// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace mho {
namespace {

QByteArray svgOf(const QString& name)
{
    QFile file(QStringLiteral(":/mho/icons/%1.svg").arg(name));
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(open, "lineIcon", qPrintable(name));
    return open ? file.readAll() : QByteArray();
}

/// Paints from the drawing each time, so that an icon follows theme and screen.
class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(QByteArray svg) : svg_(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const QColor colour = mode == QIcon::Disabled   ? palette.color(QPalette::Disabled, QPalette::ButtonText)
                              : mode == QIcon::Selected ? palette.color(QPalette::HighlightedText)
                                                        : palette.color(QPalette::ButtonText);
        QByteArray coloured = svg_;
        coloured.replace("#000", colour.name().toLatin1());
        QSvgRenderer(coloured).render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(svg_); }

private:
    QByteArray svg_;
};

}  // namespace

QIcon lineIcon(const QString& name)
{
    return name.isEmpty() ? QIcon() : QIcon(new LineIconEngine(svgOf(name)));
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/mho/icons/mho.svg"));
}

}  // namespace mho
