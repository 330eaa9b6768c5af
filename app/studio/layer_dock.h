// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

#include <QDockWidget>

#include <functional>

namespace mho {

class LayerTable;
class Session;

/// A dock with a view of the layer that is selected in the table. The view follows edits and selection while it is seen, and
/// costs nothing while it is not.
class LayerDock : public QDockWidget {
    Q_OBJECT

public:
    /// Shows a preview's layer (-1 = none) in the view.
    using Show = std::function<void(const std::shared_ptr<const PreviewResult>& preview, int layer)>;

    /// Session and table outlive the dock.
    LayerDock(const QString& title, const QString& name, QWidget* view, Show show, Session* session, LayerTable* table,
              QWidget* parent);

private:
    void refresh();

    Show show_;
    LayerTable* table_;
    std::shared_ptr<const PreviewResult> preview_;
};

}  // namespace mho
