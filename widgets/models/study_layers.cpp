// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/study_layers.h"

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mho {

std::vector<LayerWeights> studyLayers(const std::string& resultJson)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(resultJson));
    if (!document.isObject()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("A point's result is no JSON object"));
    }
    std::vector<LayerWeights> layers;
    const QJsonArray list = document.object()[QLatin1String("layers")].toArray();
    for (const QJsonValue& value : list) {
        const QJsonObject entry = value.toObject();
        const QJsonValue weights = entry[QLatin1String("weights")];
        const QJsonValue kept = entry[QLatin1String("weights_kept")];
        if (weights.isDouble() && kept.isDouble()) {
            layers.push_back({entry[QLatin1String("name")].toString().toStdString(), weights.toInteger(), kept.toInteger()});
        }
    }
    return layers;
}

}  // namespace mho
