// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/network_map.h"

class QLabel;
class QStackedLayout;

namespace mho {

class ColourBar;

/// The crossbars of the whole network with the choice of their colours and the read-out of the cursor.
class NetworkCrossbars : public QWidget {
    Q_OBJECT

public:
    explicit NetworkCrossbars(QWidget* parent = nullptr);

    /// @param layer selected; -1 = none
    void show(const std::shared_ptr<const PreviewResult>& preview, int layer);
    void setQuantity(CellQuantity quantity);
    CellQuantity quantity() const;
    /// Of a wire from one cell to the next, for the wire drop; 0 = not given.
    void setSegmentOhm(double ohm);
    /// The uncompressed network left of a divider.
    void setCompare(bool compare);
    NetworkMap* map() { return map_; }
    /// Words that stand in place of the map; empty while it shows.
    QString message() const;
    QString readout() const;

Q_SIGNALS:
    void layerClicked(int layer);
    /// message() came or went, or the colours became others.
    void messageChanged();

private:
    void refresh();
    QString messageNow() const;

    std::shared_ptr<const PreviewResult> preview_;
    double segmentOhm_ = 1.0;
    ColourBar* bar_;
    QStackedLayout* pages_;
    NetworkMap* map_;
    QLabel* message_;
    QLabel* readout_;
};

}  // namespace mho
