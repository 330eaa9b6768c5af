// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/tool_dialog.h"
#include "core/project/design_point.h"

#include <vector>

class QCheckBox;
class QListWidget;

namespace mho {

/// Writes a report of the open project by `mho report`: of which designs, with or without figures.
class ReportDialog : public ToolDialog {
    Q_OBJECT

public:
    /// @param points kept designs to choose from  @param session outlives the dialog
    ReportDialog(Session* session, const std::vector<DesignPoint>& points, QWidget* parent);

    QListWidget* designList() { return designs_; }
    QCheckBox* figuresBox() { return figures_; }
    QStringList arguments(const QString& project) const override;

protected:
    bool isFolder() const override;
    QString suggestedName(const QString& project) const override;
    QString missing() const override;
    QString placeTitle() const override;
    QString fileTold(const QString& output) const override { return output; }
    QString failure() const override;

private:
    void fillDesigns(const std::vector<DesignPoint>& points);

    QListWidget* designs_;
    QCheckBox* figures_;
};

/// Opens the dialog over the window, or raises it where it is open.
void showReportDialog(Session* session, const std::vector<DesignPoint>& points, QWidget* window);

}  // namespace mho
