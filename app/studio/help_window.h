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

/// Name of the property that holds a widget's page.
inline constexpr const char* kHelpPage = "mhoHelpPage";
/// Makes this the page of the widget and of all in it and over it that has none of its own; empty = none.
void setHelpPage(QWidget* widget, const QString& page);

/// True for a part of the window, and of the dialogs over it.
bool belongsTo(const QWidget* part, const QWidget* window);

/// The page of what has the focus: its own, that of its panel, the layer table's or the start page's; "index" where it has
/// none.
QString helpPageOf(const QWidget* focus);

/// Shows a page in the window's help, which is made at the first time.
void showHelp(QWidget* window, const QString& page);

/// Gives a dialog its page, and a Help button and F1 which show it in front.
void addHelp(QDialog* dialog, QDialogButtonBox* buttons, const QString& page);

}  // namespace mho
