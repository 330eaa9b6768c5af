// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/levels_choice.h"

#include "core/compress/quantizer.h"
#include "widgets/bridge/text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace mho {
namespace {

/// The quantiser of that name, or null.
const Quantizer* quantizerNamed(const std::string& name)
{
    const auto& all = quantizers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Quantizer* one) { return one->name() == name; });
    return found == all.end() ? nullptr : *found;
}

}  // namespace

LevelsChoice::LevelsChoice(QWidget* parent)
    : QWidget(parent), label_(new QLabel(tr("&Levels"))), levels_(new QComboBox), bits_(new QComboBox)
{
    for (const Quantizer* quantizer : quantizers()) {
        levels_->addItem(labelText(quantizer->name()), toQString(quantizer->name()));
        levels_->setItemData(levels_->count() - 1, coreText(quantizer->description()), Qt::ToolTipRole);
    }
    levels_->setAccessibleName(tr("Kind of levels"));
    bits_->setAccessibleName(tr("Bits of the levels"));
    bits_->setToolTip(tr("Bits of the levels, sign included; float = weights keep their values"));
    label_->setBuddy(levels_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label_);
    layout->addWidget(levels_, 1);
    layout->addWidget(bits_);
    setLevels(std::string(quantizers().front()->name()), 0);
    connect(levels_, &QComboBox::currentIndexChanged, this, [this] {
        const Quantizer* quantizer = quantizerNamed(levels());
        const int now = bits();
        const bool keeps = quantizer == nullptr || now == 0;
        fillBits(keeps ? now : std::clamp(now, quantizer->leastBits(), quantizer->mostBits()));
        Q_EMIT edited();
    });
    connect(bits_, &QComboBox::currentIndexChanged, this, &LevelsChoice::edited);
}

void LevelsChoice::setLevels(const std::string& levels, int bits)
{
    const QSignalBlocker quiet(levels_);
    const QString name = toQString(levels);
    if (levels_->findData(name) < 0) {
        levels_->addItem(name, name);  // a plan of float weights may name any
    }
    levels_->setCurrentIndex(levels_->findData(name));
    fillBits(bits);
}

std::string LevelsChoice::levels() const
{
    return levels_->currentData().toString().toStdString();
}

int LevelsChoice::bits() const
{
    return bits_->currentData().toInt();
}

void LevelsChoice::fillBits(int bits)
{
    const QSignalBlocker quiet(bits_);
    const Quantizer* quantizer = quantizerNamed(levels());
    levels_->setToolTip(levels_->currentData(Qt::ToolTipRole).toString());
    bits_->clear();
    bits_->addItem(tr("float"), 0);
    const auto add = [this](int value) { bits_->addItem(tr("%n bit", nullptr, value), value); };
    if (quantizer != nullptr) {
        for (int value = quantizer->leastBits(); value <= quantizer->mostBits(); ++value) {
            add(value);
        }
    }
    if (bits_->findData(bits) < 0) {
        add(bits);
    }
    bits_->setCurrentIndex(bits_->findData(bits));
}

}  // namespace mho
