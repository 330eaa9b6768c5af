// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace mho::test {

/// A window on a new project of the recipe lenet5-digits.
struct OpenWindow {
    OpenWindow()
    {
        QObject::connect(&window.session(), &Session::previewReady,
                         [this](const std::shared_ptr<const PreviewResult>& result) { last = result; });
        window.session().create(path, QStringLiteral("lenet5-digits"));
        window.show();
    }

    bool shows(const Plan& plan)
    {
        return QTest::qWaitFor([&] { return last && last->plan == plan; }, 10'000);
    }
    bool showsDesign()
    {
        return QTest::qWaitFor(
            [&] { return last && window.session().isOpen() && last->plan == window.session().design().plan; }, 10'000);
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("test.mho"));
    MainWindow window{false};
    std::shared_ptr<const PreviewResult> last;
};

}  // namespace mho::test
