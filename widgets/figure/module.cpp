// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/report/figure_painter.h"
#include "widgets/bridge/text.h"
#include "widgets/figure/export_figure.h"
#include "widgets/figure/figure_language.h"
#include "widgets/figure/pdf_date.h"
#include "widgets/figure/pdf_report.h"
#include "widgets/figure/report_figure.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QHashFunctions>

#include <algorithm>
#include <clocale>
#include <memory>

namespace mho {
namespace {

/// Fonts need an application; a program without windows gets one without a screen.
void needApplication()
{
    if (QCoreApplication::instance() != nullptr) {
        return;
    }
    static int count = 1;
    static char name[] = "mho";
    static char* arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Dots per inch, scale and theme of a desktop change no figure.
    qunsetenv("QT_SCALE_FACTOR");
    qunsetenv("QT_FONT_DPI");
    // Qt's PDF engine lists fonts in the order of a hash, which must not differ from run to run.
    QHashSeed::setDeterministicGlobalSeed();
    // Never deleted: Qt does not survive being taken down by the loader.
    new QGuiApplication(count, arguments);
    std::setlocale(LC_ALL, "C");
}

/// Letters without a font would be boxes.
void requireFont(const QString& text)
{
    const bool chinese = std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.script() == QChar::Script_Han; });
    if (chinese && QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty()) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("No font with Chinese letters is installed; install one (Debian: fonts-noto-cjk or fonts-wqy-microhei)"));
    }
}

class QtFigurePainter : public FigurePainter {
public:
    std::string paint(const ReportFigure& figure, const FigureStyle& style, FigureFormat format, const std::string& date, bool titled) override
    {
        needApplication();
        requireFont(toQString(figure.title));
        const QString ending = format == FigureFormat::Svg ? QStringLiteral("svg") : format == FigureFormat::Pdf ? QStringLiteral("pdf") : QStringLiteral("png");
        QByteArray bytes = figureBytes(ending, QSizeF(style.widthMm, style.heightMm), toQString(figure.title),
                                       [&](QPainter& painter, const QRectF& area) { paintReportFigure(painter, area, figure, style, titled); });
        if (format == FigureFormat::Pdf) {
            bytes = withPdfDate(std::move(bytes), date);
        }
        return bytes.toStdString();
    }

    ReportFigure inLanguage(const ReportFigure& figure, const std::string& language) override { return figureInLanguage(figure, language); }

    std::string reportPdf(const DesignReport& report, const FigureStyle& style) override
    {
        needApplication();
        return mho::reportPdf(report, style).toStdString();
    }
};

}  // namespace
}  // namespace mho

extern "C" MHO_API mho::FigurePainter* mhoFigurePainter()
{
    static mho::QtFigurePainter instance;
    return &instance;
}
