// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/command_line.h"

#include "app/studio/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace mho {
namespace {

/// The command line speaks English everywhere, as that of `mho`.
QString words(const char* text)
{
    return QString::fromUtf8(text);
}

[[noreturn]] void refuse(const QString& text)
{
    std::fprintf(stderr, "mho-studio: %s\n", qPrintable(text));
    std::exit(2);  // NOLINT(concurrency-mt-unsafe): no other thread runs yet
}

}  // namespace

StudioOptions readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(words("Compresses neural networks for memristor crossbars"));
    parser.addPositionalArgument(QStringLiteral("file"), words("project to open, or trained network to make one of"), QStringLiteral("[FILE]"));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption light(QStringLiteral("light"), words("light colours"));
    const QCommandLineOption dark(QStringLiteral("dark"), words("dark colours"));
    const QCommandLineOption language(QStringLiteral("language"), words("language of the window: en, de or zh_CN"),
                                      QStringLiteral("CODE"));
    const QCommandLineOption size(QStringLiteral("size"), words("size of the window in pixels"), QStringLiteral("WxH"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), words("write a picture of the window and end"),
                                        QStringLiteral("FILE.png"));
    const QCommandLineOption pictures(QStringLiteral("pictures"),
                                      words("write pictures of every page, perspective, panel and dialog of the project and end: in all "
                                            "languages, colours and sizes, or those given"),
                                      QStringLiteral("FOLDER"));
    const QCommandLineOption layer(QStringLiteral("layer"), words("layer to select"), QStringLiteral("NAME"));
    const QCommandLineOption crossbar(QStringLiteral("crossbar"), words("open the layer's first crossbar"));
    parser.addOptions({light, dark, language, size, screenshot, pictures, layer, crossbar});
    if (!parser.parse(arguments)) {
        refuse(parser.errorText());
    }
    if (parser.isSet(help)) {
        parser.showHelp(0);
    }
    if (parser.isSet(version)) {
        parser.showVersion();
    }
    StudioOptions options;
    if (parser.positionalArguments().size() > 1) {
        refuse(words("one project at a time; name one file"));
    }
    options.file = parser.positionalArguments().value(0);
    if (options.file.isEmpty() && (parser.isSet(layer) || parser.isSet(crossbar))) {
        refuse(words("--layer and --crossbar show a part of a project; name its file"));
    }
    options.screenshot = parser.value(screenshot);
    options.pictures = parser.value(pictures);
    if (parser.isSet(pictures) && options.file.isEmpty()) {
        refuse(words("--pictures shows a project; name its file"));
    }
    options.layer = parser.value(layer);
    options.openCrossbar = parser.isSet(crossbar);
    options.themeGiven = parser.isSet(dark) || parser.isSet(light);
    options.theme = parser.isSet(dark) ? Theme::Dark : parser.isSet(light) ? Theme::Light : Theme::System;
    options.language = parser.value(language);
    if (parser.isSet(language) && languageOf(options.language).code != options.language) {
        refuse(words("--language takes en, de or zh_CN"));
    }
    if (parser.isSet(size)) {
        const QStringList parts = parser.value(size).split(QLatin1Char('x'));
        const QSize wanted(parts.value(0).toInt(), parts.value(1).toInt());
        if (parts.size() != 2 || wanted.width() < 200 || wanted.height() < 200 || wanted.width() > 16384 ||
            wanted.height() > 16384) {
            refuse(words("--size takes WIDTHxHEIGHT from 200 to 16384 pixels, e.g. 1280x800"));
        }
        options.size = wanted;
    }
    return options;
}

}  // namespace mho
