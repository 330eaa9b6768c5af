// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/layer_edits.h"

#include "app/studio/session.h"
#include "core/project/saved_network.h"
#include "widgets/bridge/text.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/layer_table.h"

#include <QSettings>

namespace mho {
namespace {

const QLatin1String kColumns("layerTable/columns");

/// None where nothing was measured, or for another network than the one that runs start from.
SensitivityCurves curvesOf(const Project& project)
{
    const auto json = project.sensitivityJson();
    if (!json) {
        return {};
    }
    const SensitivityTable table = sensitivityFromJson(*json, project.path());
    return table.networkHash == networkHash(denseNetwork(project)) ? sensitivityCurves(table) : SensitivityCurves();
}

}  // namespace

LayerEdits::LayerEdits(Session* session, LayerTable* table, LayerTableModel* model, bool remember, QObject* parent)
    : QObject(parent), session_(session), table_(table), model_(model)
{
    connect(model_, &LayerTableModel::ratioEdited, session_, &Session::editRatios);
    connect(model_, &LayerTableModel::levelBitsEdited, session_, &Session::editLevels);
    connect(model_, &LayerTableModel::levelsEdited, session_, &Session::editQuantizer);
    connect(model_, &LayerTableModel::lockEdited, session_, &Session::lockLayers);
    connect(session_, &Session::layersEdited, table_, &LayerTable::say);
    connect(session_, &Session::designChanged, this, [this] { model_->setLocked(session_->design().locked); });
    connect(session_, &Session::loaded, this, [this] {
        table_->say({});
        model_->setSensitivity({});
        findSensitivity();
    });
    connect(session_, &Session::runEnded, this, &LayerEdits::findSensitivity);
    if (remember) {
        table_->setColumnChoices(QSettings().value(kColumns).toMap());
        connect(table_, &LayerTable::columnsChosen, this, [this] { QSettings().setValue(kColumns, table_->columnChoices()); });
    }
}

void LayerEdits::findSensitivity()
{
    if (!session_->isOpen()) {
        return;
    }
    worker_.post([this, project = session_->project()]() -> LatestWorker::Delivery {
        try {
            return [this, project, curves = curvesOf(*project)] {
                if (project == session_->project()) {
                    model_->setSensitivity(curves);
                }
            };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { table_->say(text); };
        }
    });
}

}  // namespace mho
