// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/quantity_text.h"

#include "widgets/bridge/text.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

namespace mho {
namespace {

constexpr std::array<std::pair<int, const char*>, 11> kPrefixes{
    {{15, "P"}, {12, "T"}, {9, "G"}, {6, "M"}, {3, "k"}, {0, ""}, {-3, "m"}, {-6, "µ"}, {-9, "n"}, {-12, "p"}, {-15, "f"}}};

/// Digits and exponent of the shortest scientific text: 1.5e-07 -> "15", -7.
struct Digits {
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

Digits digitsOf(double value)
{
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    const std::string text(buffer.data(), end);
    Digits result;
    const std::size_t mark = text.find('e');
    for (const char letter : text.substr(0, mark)) {
        if (letter == '-') {
            result.negative = true;
        } else if (letter != '.') {
            result.digits += letter;
        }
    }
    result.exponent = std::atoi(text.c_str() + mark + 1);
    return result;
}

/// "value e exponent" as a number, exactly as if it had been written so.
std::optional<double> numberOf(const std::string& mantissa, int exponent)
{
    const std::string text = mantissa + "e" + std::to_string(exponent);
    double value = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

QString inLanguage(const QString& text)
{
    static const QRegularExpression point(QStringLiteral("(?<=[0-9])\\.(?=[0-9])"));
    QString said = text;
    return said.replace(point, QLocale().decimalPoint());
}

QString inLanguage(const std::string& text)
{
    return inLanguage(toQString(text));
}

QString fixedText(double value, int decimals)
{
    return inLanguage(QString::number(value, 'f', decimals));
}

QString shortText(double value, int digits)
{
    return inLanguage(QString::number(value, 'g', digits));
}

QString exactQuantityText(double value, const QString& unit)
{
    const QString plain = inLanguage(QString::number(value, 'g', QLocale::FloatingPointShortest));
    const QString after = unit.isEmpty() ? QString() : QStringLiteral(" ") + unit;
    if (value == 0.0 || !std::isfinite(value)) {
        return plain + after;
    }
    const Digits parts = digitsOf(value);
    const int power = static_cast<int>(std::floor(parts.exponent / 3.0)) * 3;
    for (const auto& [exponent, prefix] : kPrefixes) {
        if (exponent != power) {
            continue;
        }
        const auto whole = static_cast<std::size_t>(parts.exponent - power) + 1;
        std::string digits = parts.digits;
        digits.resize(std::max(digits.size(), whole), '0');
        std::string text = digits.substr(0, whole);
        if (digits.size() > whole) {
            text += "." + digits.substr(whole);
        }
        return (parts.negative ? QStringLiteral("-") : QString()) + inLanguage(text) + QStringLiteral(" ") +
               QString::fromUtf8(prefix) + unit;
    }
    return plain + after;
}

std::optional<double> readQuantity(const QString& text, const QString& unit)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([+-]?)([0-9]*[.,]?[0-9]*)(?:[eE]([+-]?[0-9]{1,4}))?\\s*([fpnuµμmkMGTP]?)([A-Za-z]*)\\s*$"));
    const auto match = form.match(text);
    if (!match.hasMatch() || (!match.captured(5).isEmpty() && match.captured(5) != unit)) {
        return std::nullopt;
    }
    std::string mantissa = match.captured(2).replace(QLatin1Char(','), QLatin1Char('.')).toStdString();
    if (mantissa.find_first_of("0123456789") == std::string::npos) {
        return std::nullopt;
    }
    if (match.captured(1) == QLatin1String("-")) {
        mantissa.insert(0, "-");
    }
    QString prefix = match.captured(4);
    if (prefix == QLatin1String("u") || prefix == QStringLiteral("μ")) {
        prefix = QStringLiteral("µ");
    }
    int exponent = match.captured(3).toInt();
    for (const auto& [power, name] : kPrefixes) {
        if (prefix == QString::fromUtf8(name)) {
            exponent += power;
        }
    }
    return numberOf(mantissa, exponent);
}

}  // namespace mho
