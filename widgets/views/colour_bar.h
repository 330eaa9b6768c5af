// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/layer_colours.h"

#include <QWidget>

#include <initializer_list>

class QCheckBox;
class QComboBox;

namespace mho {

/// The choice of what crossbars are coloured by, over which range, and whether on a logarithmic scale.
class ColourBar : public QWidget {
    Q_OBJECT

public:
    /// @param quantityTip,rangeTip what the choices mean  @param ownRange name of the choice beside the fixed range
    ColourBar(std::initializer_list<CellQuantity> quantities, const QString& quantityTip, const QString& ownRange,
              const QString& rangeTip, QWidget* parent = nullptr);

    CellQuantity quantity() const;
    void setQuantity(CellQuantity quantity);
    /// Where it is not offered, what is shown has the quantity that it has.
    void offerQuantity(bool offered);
    bool ownRange() const;
    bool logarithmic() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    QComboBox* quantity_;
    QComboBox* range_;
    QCheckBox* logarithmic_;
};

}  // namespace mho
