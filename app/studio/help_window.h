// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace mho {

/// The pages of the help with their list and a search over all of them; stays open beside the window.
class HelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent);

    void showPage(const QString& page);
    QString page() const;
    QListWidget* list() { return list_; }
    QLineEdit* search() { return search_; }

private:
    void fillList();

    QLineEdit* search_;
    QListWidget* list_;
    QTextBrowser* text_;
};

/// The page of what has the focus in the window: that of its panel, or the layer table's, or the start page's.
QString helpPageOf(const QWidget* focus);

/// Shows a page in the window's help, which is made at the first time.
void showHelp(QWidget* window, const QString& page);

/// Gives a dialog a Help button and F1, which show its page in front of it; its object name is the page.
void addHelp(QDialog* dialog, QDialogButtonBox* buttons);

}  // namespace mho
