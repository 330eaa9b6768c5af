// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/latest_worker.h"

#include <QObject>

namespace mho {

class LayerTable;
class LayerTableModel;
class Session;

/// Makes the edits of the layer table the session's, and tells the table what the session knows of layers: locks, sensitivities
/// where the project has those of its network, and what an edit could not change.
class LayerEdits : public QObject {
    Q_OBJECT

public:
    /// All outlive the object.
    /// @param remember the columns a person chose are read from and written to the settings
    LayerEdits(Session* session, LayerTable* table, LayerTableModel* model, bool remember, QObject* parent);

private:
    void findSensitivity();

    Session* session_;
    LayerTable* table_;
    LayerTableModel* model_;
    LatestWorker worker_;
};

}  // namespace mho
