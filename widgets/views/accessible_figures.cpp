// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/accessible_figures.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLatin1StringView>
#include <QWidget>

namespace mho {
namespace {

QAccessibleInterface* interfaceOf(const QString& className, QObject* object)
{
    constexpr std::pair<const char*, QAccessible::Role> kRoles[] = {{"mho::HeatMapWidget", QAccessible::Graphic},
                                                                    {"mho::NetworkMap", QAccessible::Graphic},
                                                                    {"mho::ScatterView", QAccessible::Chart},
                                                                    {"mho::ParallelView", QAccessible::Chart},
                                                                    {"mho::ThemedChartView", QAccessible::Chart}};
    for (const auto& [name, role] : kRoles) {
        if (className == QLatin1StringView(name)) {
            return new QAccessibleWidget(static_cast<QWidget*>(object), role);
        }
    }
    return nullptr;
}

}  // namespace

void tellRolesOfFigures()
{
    QAccessible::installFactory(interfaceOf);
}

}  // namespace mho
