// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/tool_dialog.h"
#include "core/crossbar/mapped_network.h"
#include "core/report/exports/export.h"

#include <optional>

class QCheckBox;

namespace mho {

/// Writes the network of the open project for other tools by `mho export`: the finished run's or the present plan's, as
/// weights, a model, crossbars or a netlist.
class ExportDialog : public ToolDialog {
    Q_OBJECT

public:
    /// @param layer, crossbar what is selected in the window; -1 and none = nothing  @param session outlives the dialog
    ExportDialog(Session* session, int layer, const std::optional<CrossbarAddress>& crossbar, QWidget* parent);

    QComboBox* designBox() { return design_; }
    QComboBox* formBox() { return shape_; }
    QComboBox* layerBox() { return layer_; }
    QLineEdit* arrayEdit() { return array_; }
    QCheckBox* masksBox() { return masks_; }
    QStringList arguments(const QString& project) const override;

protected:
    bool isFolder() const override;
    QStringList files() const override;
    QString suggestedName(const QString& project) const override;
    QString missing() const override;
    QString placeTitle() const override;
    QString failure() const override;

private:
    /// The finished run is one while the project has it.
    void fillDesigns();
    const ExportFormat& chosen() const;
    /// Shows the rows that the format has a use for.
    void showRows();

    QLabel* description_;
    QComboBox* design_;
    QComboBox* shape_;
    QCheckBox* masks_;
    QComboBox* layer_;
    QLineEdit* array_;
};

/// Opens the dialog over the window, or raises it where it is open.
void showExportDialog(Session* session, int layer, const std::optional<CrossbarAddress>& crossbar, QWidget* window);

}  // namespace mho
