// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure_language.h"

#include "core/base/error.h"
#include "widgets/bridge/text.h"

#include <QTranslator>

namespace mho {
namespace {

/// Texts in one language, whatever that of the program is.
class Words {
public:
    explicit Words(const std::string& language)
    {
        if (!translator_.load(QStringLiteral(":/mho/translations/mho_%1.qm").arg(toQString(language)))) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no language \"%1\"; there are: en, de, zh_CN"), {language});
        }
    }

    void say(std::string& text, const char* context = "mho") const
    {
        // What is no text of the program, as a layer's name, has no translation.
        const QString said = translator_.translate(context, text.c_str());
        text = said.isEmpty() ? text : said.toStdString();
    }

    void say(Phrase& phrase) const { phrase = Phrase(said(phrase)); }

    void say(FigureAxis& axis) const { say(axis.title); }

private:
    std::string said(const Phrase& phrase) const
    {
        std::string text = phrase.text();
        say(text);
        std::vector<std::string> arguments;
        for (const Phrase& argument : phrase.arguments()) {
            arguments.push_back(said(argument));
        }
        return arguments.empty() ? text : fillTemplate(text, arguments);
    }

    QTranslator translator_;
};

void translate(HeatFigure& figure, const Words& words)
{
    words.say(figure.rowTitle);
    words.say(figure.columnTitle);
    words.say(figure.emptyTitle);
    words.say(figure.value);
}

void translate(BarFigure& figure, const Words& words)
{
    words.say(figure.value);
    words.say(figure.categoryTitle);
    for (std::string& category : figure.categories) {
        words.say(category, "data");  // labels of a preset's components
    }
    for (BarFigure::Series& series : figure.series) {
        words.say(series.name);
    }
}

void translate(HistogramFigure& figure, const Words& words)
{
    words.say(figure.value);
    words.say(figure.countTitle);
    words.say(figure.markTitle);
}

void translate(XyFigure& figure, const Words& words)
{
    words.say(figure.x);
    words.say(figure.y);
    for (XyFigure::Series& series : figure.series) {
        words.say(series.name);
    }
}

}  // namespace

ReportFigure figureInLanguage(ReportFigure figure, const std::string& language)
{
    const Words words(language);
    words.say(figure.title);
    std::visit([&](auto& content) { translate(content, words); }, figure.content);
    return figure;
}

}  // namespace mho
