// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/command_line.h"
#include "app/studio/language.h"
#include "app/studio/main_window.h"
#include "app/studio/picture_tour.h"
#include "app/studio/start_page.h"
#include "core/base/version.h"
#include "widgets/views/crossbar_view.h"

#include <QApplication>
#include <QHashSeed>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string_view>

namespace {

/// Time for views to fill after the first preview, before the picture is taken.
constexpr int kSettleMs = 900;

mho::Theme storedTheme()
{
    return mho::themeOf(QSettings().value(QStringLiteral("theme")).toString());
}

void takeScreenshot(mho::MainWindow& window, const mho::StudioOptions& options)
{
    QObject::connect(&window.session(), &mho::Session::failed, &window, [](const QString& text) {
        std::fprintf(stderr, "mho-studio: %s\n", qPrintable(text));
        QApplication::exit(1);
    });
    const auto takeSoon = [&window, options] {
        QTimer::singleShot(kSettleMs, &window, [&window, options] {
            const bool saved = window.grab().save(options.screenshot);
            if (!saved) {
                std::fprintf(stderr, "mho-studio: %s: the picture cannot be written\n", qPrintable(options.screenshot));
            }
            QApplication::exit(saved ? 0 : 1);
        });
    };
    if (options.file.isEmpty()) {
        QObject::connect(window.startPage(), &mho::StartPage::examplesShown, &window, takeSoon);
        return;
    }
    const auto taken = std::make_shared<bool>(false);
    QObject::connect(&window.session(), &mho::Session::previewReady, &window, [&window, options, taken, takeSoon] {
        if (std::exchange(*taken, true)) {
            return;
        }
        takeSoon();
        window.resetLayout();
        if (!options.layer.isEmpty() && !window.selectLayer(options.layer)) {
            std::fprintf(stderr, "mho-studio: there is no layer %s\n", qPrintable(options.layer));
            QApplication::exit(1);
        }
        if (options.openCrossbar) {
            window.crossbarView()->openCrossbar({0, 0, 0, 0});
        }
    });
}

/// Asked for words alone, which need no display.
bool asksForWords(int argc, char* argv[])
{
    constexpr std::array<std::string_view, 4> kWords{"--version", "-v", "--help", "-h"};
    return argc == 2 && std::find(kWords.begin(), kWords.end(), argv[1]) != kWords.end();
}

}  // namespace

int main(int argc, char* argv[])
{
    // The fonts of a PDF come in the order of a hash: the same figure has the same bytes at each start.
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication::setOrganizationName(QStringLiteral("Mho"));
    QCoreApplication::setApplicationName(QStringLiteral("mho-studio"));
    QCoreApplication::setApplicationVersion(QString::fromUtf8(mho::kVersion));
    if (asksForWords(argc, argv)) {
        const QCoreApplication words(argc, argv);
        mho::readCommandLine(QCoreApplication::arguments());
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("mho-studio"));  // by which Wayland finds the icon
    const mho::StudioOptions options = mho::readCommandLine(QApplication::arguments());
    const bool picture = !options.screenshot.isEmpty() || !options.pictures.isEmpty();
    // A picture does not depend on what the user chose.
    const QString stored = picture ? QStringLiteral("en") : mho::storedLanguage();
    mho::applyLanguage(mho::languageOf(options.language.isEmpty() ? stored : options.language));
    mho::applyTheme(application, options.themeGiven || picture ? options.theme : storedTheme());

    mho::MainWindow window(!picture);
    if (options.size) {
        window.resize(*options.size);
    }
    if (!options.screenshot.isEmpty()) {
        takeScreenshot(window, options);
    }
    if (!options.pictures.isEmpty()) {
        auto* tour = new mho::PictureTour(
            window, options.file, options.pictures,
            {options.language, options.themeGiven ? std::optional(options.theme) : std::nullopt, options.size, options.layer});
        tour->setParent(&application);
        QObject::connect(tour, &mho::PictureTour::finished, &window, [](const QString& failure) {
            if (!failure.isEmpty()) {
                std::fprintf(stderr, "mho-studio: %s\n", qPrintable(failure));
            }
            QApplication::exit(failure.isEmpty() ? 0 : 1);
        });
        tour->start();
        window.show();
        return QApplication::exec();
    }
    window.show();
    // The window shows before any file is read.
    QTimer::singleShot(0, &window, [&window, &options] {
        if (!options.file.isEmpty()) {
            window.openPath(options.file);
        }
    });
    return QApplication::exec();
}
