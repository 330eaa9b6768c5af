// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_factor.h"

#include <array>

namespace mho {
namespace {

/// L in compressed columns, strictly below its unit diagonal, rows ascending.
struct Columns {
    const int* starts;
    const int* rows;
    const double* values;

    int length(int column) const { return starts[column + 1] - starts[column]; }
    /// Whether the next column's entries lie in the rows of this one's, but for the next column's own.
    bool goesOn(int column) const
    {
        return length(column) > 0 && rows[starts[column]] == column + 1 && length(column + 1) == length(column) - 1;
    }
};

/// `Width` columns from `first`: their values below the panel, entry by entry in the same rows.
template <int Width>
struct Panel {
    Panel(const Columns& columns, int first)
        : length(columns.length(first + Width - 1)), rows(columns.rows + columns.starts[first + Width - 1])
    {
        for (int column = 0; column < Width; ++column) {
            top[column] = columns.values + columns.starts[first + column];
            below[column] = top[column] + (Width - 1 - column);
        }
    }
    int length;
    const int* rows;
    std::array<const double*, Width> top;  ///< Values inside the panel: column c has Width - 1 - c of them.
    std::array<const double*, Width> below;
};

template <int Width>
void forward(const Columns& columns, int first, double* x)
{
    const Panel<Width> panel(columns, first);
    std::array<double, Width> known{};
    for (int column = 0; column < Width; ++column) {
        known[column] = x[first + column];
        for (int before = 0; before < column; ++before) {
            known[column] -= panel.top[before][column - before - 1] * known[before];
        }
        x[first + column] = known[column];
    }
    for (int entry = 0; entry < panel.length; ++entry) {
        double sum = 0.0;
        for (int column = 0; column < Width; ++column) {
            sum += panel.below[column][entry] * known[column];
        }
        x[panel.rows[entry]] -= sum;
    }
}

template <int Width>
void backward(const Columns& columns, int first, double* x)
{
    const Panel<Width> panel(columns, first);
    std::array<double, Width> sums{};
    for (int entry = 0; entry < panel.length; ++entry) {
        const double known = x[panel.rows[entry]];
        for (int column = 0; column < Width; ++column) {
            sums[column] += panel.below[column][entry] * known;
        }
    }
    for (int column = Width - 1; column >= 0; --column) {
        for (int after = column + 1; after < Width; ++after) {
            sums[column] += panel.top[column][after - column - 1] * x[first + after];
        }
        x[first + column] -= sums[column];
    }
}

std::vector<int> panelsOf(const Columns& columns, int count)
{
    std::vector<int> panels;
    for (int column = 0; column < count;) {
        panels.push_back(column);
        int width = 1;
        while (width < 4 && column + width < count && columns.goesOn(column + width - 1)) {
            ++width;
        }
        column += width == 3 ? 2 : width;
    }
    panels.push_back(count);
    return panels;
}

}  // namespace

bool NodalFactor::compute(const Matrix& lower)
{
    unknowns_ = static_cast<int>(lower.rows());
    ldlt_.compute(lower);
    if (ldlt_.info() != Eigen::Success) {
        return false;
    }
    pivots_ = ldlt_.vectorD();
    const Matrix& factor = ldlt_.matrixL().nestedExpression();
    panels_ = panelsOf({factor.outerIndexPtr(), factor.innerIndexPtr(), factor.valuePtr()}, unknowns_);
    return true;
}

NodalFactor::Vector NodalFactor::solve(Vector right) const
{
    const Matrix& factor = ldlt_.matrixL().nestedExpression();
    const Columns columns{factor.outerIndexPtr(), factor.innerIndexPtr(), factor.valuePtr()};
    double* x = right.data();
    for (std::size_t panel = 0; panel + 1 < panels_.size(); ++panel) {
        const int first = panels_[panel];
        switch (panels_[panel + 1] - first) {
            case 4:
                forward<4>(columns, first, x);
                break;
            case 2:
                forward<2>(columns, first, x);
                break;
            default:
                forward<1>(columns, first, x);
                break;
        }
    }
    right.array() /= pivots_.array();
    for (std::size_t panel = panels_.size() - 1; panel-- > 0;) {
        const int first = panels_[panel];
        switch (panels_[panel + 1] - first) {
            case 4:
                backward<4>(columns, first, x);
                break;
            case 2:
                backward<2>(columns, first, x);
                break;
            default:
                backward<1>(columns, first, x);
                break;
        }
    }
    return right;
}

}  // namespace mho
