// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/cost_words.h"

#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>

namespace mho {

double valueOf(const CostItem& item, CostQuantity quantity)
{
    switch (quantity) {
        case CostQuantity::Energy:
            return item.energyJ;
        case CostQuantity::Power:
            return item.powerW;
        case CostQuantity::Area:
            return item.areaMm2;
    }
    return 0.0;
}

bool isStated(const CostReport& cost, CostQuantity quantity)
{
    switch (quantity) {
        case CostQuantity::Energy:
            return cost.timeStated;
        case CostQuantity::Power:
            return cost.powerStated;
        case CostQuantity::Area:
            return true;
    }
    return false;
}

QString costText(double value, CostQuantity quantity)
{
    return inLanguage(quantity == CostQuantity::Area ? areaText(value)
                                                     : quantityText(value, quantity == CostQuantity::Energy ? "J" : "W"));
}

QString notKnownText()
{
    return QCoreApplication::translate("CostWords", "not known");
}

QString notKnownReason(CostQuantity quantity, const std::string& preset)
{
    const QString sentence =
        quantity == CostQuantity::Power
            ? QCoreApplication::translate("CostWords",
                                          "The hardware preset %1 states no times, and some of its powers follow from energy "
                                          "and time, so the power is not known.")
            : QCoreApplication::translate(
                  "CostWords", "The hardware preset %1 states no times, so the energy of an inference is not known.");
    return sentence.arg(toQString(preset));
}

}  // namespace mho
