// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/budget_text.h"

#include "app/studio/budget_dialog.h"
#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <algorithm>
#include <map>

namespace mho {

QString constraintsText(const LayerPlan& plan)
{
    QStringList parts;
    for (const ConstraintSpec& spec : plan.constraints) {
        parts.append(findConstraint(spec.kind).hasRatio()
                         ? QStringLiteral("%1 %2×").arg(toQString(spec.kind)).arg(fixedText(spec.ratio, 2))
                         : toQString(spec.kind));
    }
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(", "));
}

std::string usualKind(const Plan& plan)
{
    std::map<std::string, int> counts;
    for (const LayerPlan& layer : plan.layers) {
        for (const ConstraintSpec& spec : layer.constraints) {
            counts[spec.kind] += findConstraint(spec.kind).hasRatio() ? 1 : 0;
        }
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() || most->second == 0 ? "filter" : most->first;
}

QString budgetText(const SpreadBudget& spread)
{
    const QString size = BudgetDialog::tr("The network keeps one weight of %1. Crossbars: %2.")
                             .arg(fixedText(spread.ratio, 2))
                             .arg(toQString(countText(spread.metrics.crossbars)));
    QStringList lines;
    if (spread.lossRise) {
        lines.append(spread.exact ? BudgetDialog::tr("Spread by sensitivity; no plan of the ratios tried loses less.")
                                  : BudgetDialog::tr("Spread by sensitivity; the best plan found."));
        lines.append(size);
        lines.append(BudgetDialog::tr("Estimated rise of the loss by these layers: %1 nats, before training.")
                         .arg(shortText(*spread.lossRise, 3)));
    } else {
        lines.append(BudgetDialog::tr("One ratio of %1 for all layers.").arg(inLanguage(ratioText(*spread.uniformRatio))));
        lines.append(size);
        lines.append(BudgetDialog::tr("Not by sensitivity: %1.").arg(errorText(*spread.whyUniform)));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace mho
