// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/design_point.h"

#include <QDialog>
#include <QProcess>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace mho {

class Session;

/// Writes a report of the open project: which format, which designs, where to. `mho report` does it in a process of its own, so that the
/// window goes on and the file is the same as that of the command line.
class ReportDialog : public QDialog {
    Q_OBJECT

public:
    /// @param points kept designs to choose from  @param session outlives the dialog
    ReportDialog(Session* session, const std::vector<DesignPoint>& points, QWidget* parent);
    /// Stops a process that still goes on: a report is written whole or not at all.
    ~ReportDialog() override;

    QComboBox* formatBox() { return format_; }
    QListWidget* designList() { return designs_; }
    QLineEdit* placeEdit() { return place_; }
    QCheckBox* figuresBox() { return figures_; }
    QPushButton* exportButton() { return export_; }
    QLabel* message() { return message_; }
    /// The program's arguments for what is chosen.
    QStringList arguments() const;

Q_SIGNALS:
    /// The process has ended; the message tells how.
    void ended(bool done);

private:
    void arrange();
    void fillDesigns(const std::vector<DesignPoint>& points);
    void suggestPlace();
    void browse();
    void check();
    void write();
    void finish(int code, QProcess::ExitStatus status);
    void say(const QString& text, bool error);
    bool isFolder() const;

    Session* session_;
    QComboBox* format_;
    QListWidget* designs_;
    QLineEdit* place_;
    QCheckBox* figures_;
    QProgressBar* progress_;
    QLabel* message_;
    QPushButton* export_ = nullptr;
    QPushButton* open_ = nullptr;
    QProcess process_;
    QString suggested_;  ///< What suggestPlace() wrote; a place of one's own stays.
    QString written_;    ///< The file to open.
};

/// Opens the dialog over the window, or raises it where it is open.
void showReportDialog(Session* session, const std::vector<DesignPoint>& points, QWidget* window);

}  // namespace mho
