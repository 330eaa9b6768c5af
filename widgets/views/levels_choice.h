// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

class QComboBox;
class QLabel;

namespace mho {

/// Which levels a layer's weights take: the quantiser and its bits, or none (float).
class LevelsChoice : public QWidget {
    Q_OBJECT

public:
    explicit LevelsChoice(QWidget* parent = nullptr);

    /// @param levels name of a quantiser  @param bits sign included, 0 = float; a value the quantiser has not is shown too
    void setLevels(const std::string& levels, int bits);
    std::string levels() const;
    int bits() const;
    QLabel* label() { return label_; }
    QComboBox* levelsBox() { return levels_; }
    QComboBox* bitsBox() { return bits_; }

Q_SIGNALS:
    /// A person chose. Bits that another quantiser has not become its nearest.
    void edited();

private:
    void fillBits(int bits);

    QLabel* label_;
    QComboBox* levels_;
    QComboBox* bits_;
};

}  // namespace mho
