// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/export_figure.h"

#include "core/base/error.h"
#include "widgets/figure/pdf_date.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace mho {
namespace {

constexpr double kUnitsPerMm = 96.0 / 25.4;
constexpr int kDotsPerInch = 300;

void writeSvg(QIODevice& file, const QRectF& area, const QString& title, const FigurePaint& paint)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setResolution(96);
    generator.setSize(area.size().toSize());
    generator.setViewBox(area);  // without it the content shrinks by the ratio of resolutions
    generator.setTitle(title);
    QPainter painter(&generator);
    painter.fillRect(area, Qt::white);
    paint(painter, area);
}

void writePdf(QIODevice& file, const QRectF& area, const QSizeF& sizeMm, const QString& title, const FigurePaint& paint)
{
    QPdfWriter writer(&file);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(sizeMm, QPageSize::Millimeter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(title);
    QPainter painter(&writer);
    painter.scale(kDotsPerInch / 96.0, kDotsPerInch / 96.0);
    paint(painter, area);
}

void writePng(QIODevice& file, const QRectF& area, const FigurePaint& paint)
{
    QImage image((area.size() * (kDotsPerInch / 96.0)).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(kDotsPerInch / 0.0254));
    image.setDotsPerMeterY(qRound(kDotsPerInch / 0.0254));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kDotsPerInch / 96.0, kDotsPerInch / 96.0);
    paint(painter, area);
    painter.end();
    image.save(&file, "PNG");
}

}  // namespace

QByteArray figureBytes(const QString& ending, const QSizeF& sizeMm, const QString& title, const FigurePaint& paint)
{
    const QRectF area(QPointF(0, 0), sizeMm * kUnitsPerMm);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (ending == QLatin1String("svg")) {
        writeSvg(buffer, area, title, paint);
    } else if (ending == QLatin1String("pdf")) {
        writePdf(buffer, area, sizeMm, title, paint);
        return withPdfDate(buffer.data(), {});
    } else {
        Q_ASSERT(ending == QLatin1String("png"));
        writePng(buffer, area, paint);
    }
    return buffer.data();
}

void exportFigure(const QString& path, const QSizeF& sizeMm, const QString& title, const FigurePaint& paint)
{
    const QString ending = path.section(QLatin1Char('.'), -1).toLower();
    if (ending != QLatin1String("svg") && ending != QLatin1String("pdf") && ending != QLatin1String("png")) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("Figures are written as .svg, .pdf or .png; choose one of these endings"), {}, path.toStdString());
    }
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    if (good) {
        const QByteArray bytes = figureBytes(ending, sizeMm, title, paint);
        good = !bytes.isEmpty() && file.write(bytes) == bytes.size();
    }
    if (!good || !file.commit()) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be written: %1. Choose another folder or free space"),
                    {file.errorString().toStdString()}, path.toStdString());
    }
}

}  // namespace mho
