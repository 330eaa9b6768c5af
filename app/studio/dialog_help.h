// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace mho {

/// F1 in the dialogs over a window, those that Qt makes included: shows the page of the help that concerns the dialog, in front
/// of it. Shift+F1 asks what a control is. The field for a new shortcut keeps these keys.
class DialogHelp : public QObject {
    Q_OBJECT

public:
    /// @param page of what the window shows, for dialogs that have none (setHelpPage()) and stand in no panel
    DialogHelp(QWidget* window, std::function<QString()> page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* window_;
    std::function<QString()> page_;
};

/// While it lives, dialogs over the window that have no page of their own have this one: for the file dialogs and questions of
/// Qt.
class HelpTopic {
public:
    HelpTopic(QWidget* window, const QString& page);
    ~HelpTopic();
    HelpTopic(const HelpTopic&) = delete;
    HelpTopic& operator=(const HelpTopic&) = delete;

private:
    QPointer<QWidget> window_;
    QString before_;  ///< Topics may stand in one another.
};

}  // namespace mho
