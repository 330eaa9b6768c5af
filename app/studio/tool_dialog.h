// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QProcess>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace mho {

class Session;

/// A dialog that has the tool `mho` write something of the open project: in which format, where to, and what a subclass asks
/// for. The tool runs in a process of its own, so that the window goes on and what is written is the same as on the command
/// line.
class ToolDialog : public QDialog {
    Q_OBJECT

public:
    /// @param session outlives the dialog  @param act names it in the journal (Project::noteAct())
    ToolDialog(Session* session, const QString& act, QWidget* parent);
    /// Stops a process that still goes on: a file is written whole or not at all.
    ~ToolDialog() override;

    QComboBox* formatBox() { return format_; }
    QLineEdit* placeEdit() { return place_; }
    QPushButton* exportButton() { return export_; }
    QLabel* message() { return message_; }
    /// The tool's arguments for what is chosen, of the project at that path.
    virtual QStringList arguments(const QString& project) const = 0;

Q_SIGNALS:
    /// The process has ended; the message tells how.
    void ended(bool done);

protected:
    /// Puts rows for place, progress and buttons below those of the subclass. To be called last by its constructor.
    /// @param stretch the rows of the subclass grow with the dialog
    void arrange(const QString& helpPage, const QString& progressName, bool stretch);
    /// Follows what is chosen: the suggested place, and whether all is there.
    void follow();

    Session* session() const { return session_; }
    QFormLayout* form() const { return form_; }
    QString format() const;
    QString place() const;

    virtual bool isFolder() const = 0;
    /// What is written at the place and beside it.
    virtual QStringList files() const { return {place()}; }
    /// A name for the file or folder. @param project its name without ending
    virtual QString suggestedName(const QString& project) const = 0;
    /// What has to be chosen first, for people; empty = nothing.
    virtual QString missing() const { return {}; }
    /// Titles of the dialogs for a folder and a file.
    virtual QString placeTitle() const = 0;
    /// The file to open, of what the tool printed; empty = the place.
    virtual QString fileTold(const QString& /*output*/) const { return {}; }
    /// Words for the message when the tool said nothing.
    virtual QString failure() const = 0;

private:
    void suggestPlace();
    void browse();
    void check();
    void write();
    void finish(int code, QProcess::ExitStatus status);
    void say(const QString& text, bool error);

    Session* session_;
    QString act_;
    QFormLayout* form_;
    QComboBox* format_;
    QLineEdit* place_;
    QProgressBar* progress_;
    QLabel* message_;
    QPushButton* export_;
    QPushButton* open_;
    QProcess process_;
    QString suggested_;   ///< What suggestPlace() wrote; a place of one's own stays.
    QString written_;     ///< The file or folder to open.
    QStringList mayReplace_;  ///< Files that a person chose to replace, or that were written here.
    QStringList replaced_;    ///< What the tool writes.
    QStringList begun_;   ///< What the tool was asked for, without the project's path.
};

}  // namespace mho
