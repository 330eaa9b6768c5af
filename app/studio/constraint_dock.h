// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"

#include <QDockWidget>

#include <map>
#include <string>

namespace mho {

class ConstraintEditor;
class LayerTable;
class LayerTableModel;
class Session;

/// The constraints of the current layer of the table; an edit is also done to the other layers that are selected. An edit goes
/// into the plan at once; one that the layer cannot have stays here, with the reason, until it is mended or discarded, also
/// while other layers are looked at.
class ConstraintDock : public QDockWidget {
    Q_OBJECT

public:
    /// All outlive the dock.
    ConstraintDock(Session* session, LayerTable* table, LayerTableModel* model, QWidget* parent);

    ConstraintEditor* editor() { return editor_; }
    /// Shows the dock and goes into it.
    void edit();

    /// What was typed for a layer and could not go into the plan.
    struct Draft {
        LayerPlan before;  ///< What the plan had: the draft is void once that changes.
        LayerPlan typed;
    };
    /// By layer; for another dock on the same session.
    const std::map<std::string, Draft>& drafts() const { return drafts_; }
    void setDrafts(std::map<std::string, Draft> drafts);

private:
    std::string selectedLayer() const;
    /// The layers that an edit of this one goes to: all that are selected with it.
    QStringList editedWith(const std::string& layer) const;
    void refresh();
    void take(const LayerPlan& typed, const QString& what, int gesture);
    void takeForAll(const LayerPlan& like);

    Session* session_;
    LayerTable* table_;
    LayerTableModel* model_;
    ConstraintEditor* editor_;
    std::map<std::string, Draft> drafts_;
};

}  // namespace mho
