// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/layer_dock.h"

#include "app/studio/session.h"
#include "widgets/views/layer_table.h"

namespace mho {

LayerDock::LayerDock(const QString& title, const QString& name, QWidget* view, Show show, Session* session, LayerTable* table,
                     QWidget* parent)
    : QDockWidget(title, parent), show_(std::move(show)), table_(table)
{
    setObjectName(name);
    setWidget(view);
    connect(session, &Session::previewReady, this, [this](const std::shared_ptr<const PreviewResult>& preview) {
        preview_ = preview;
        refresh();
    });
    connect(table_, &LayerTable::layerSelected, this, &LayerDock::refresh);
    connect(this, &QDockWidget::visibilityChanged, this, &LayerDock::refresh);
}

void LayerDock::refresh()
{
    if (!isVisible()) {
        return;
    }
    // The table takes its rows from the same preview, but may not have them yet.
    const int layer = table_->currentLayer();
    const bool known = preview_ && layer < static_cast<int>(preview_->mapped.layers.size());
    show_(preview_, known ? layer : -1);
}

}  // namespace mho
