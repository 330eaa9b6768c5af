// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nodal_order.h"

namespace mho {
namespace {

class Numbering {
public:
    Numbering(std::int64_t rows, std::int64_t columns) : rows_(rows), columns_(columns)
    {
        numbers_.wordLine.assign(static_cast<std::size_t>(rows * columns), NodeNumbers::kKnown);
        numbers_.bitLine = numbers_.wordLine;
    }

    NodeNumbers run(LineNodes wordLines, LineNodes bitLines)
    {
        if (wordLines == LineNodes::Each && bitLines == LineNodes::Each) {
            dissect(0, rows_, 0, columns_);
            return std::move(numbers_);
        }
        // At most one kind has chains, and those meet only in the other kind's single nodes: chains first.
        if (wordLines == LineNodes::Each) {
            for (std::int64_t row = 0; row < rows_; ++row) {
                wordChain(row, 0, columns_);
            }
        }
        if (bitLines == LineNodes::Each) {
            for (std::int64_t column = 0; column < columns_; ++column) {
                bitChain(column, 0, rows_);
            }
        }
        // Two kinds of single nodes: eliminating the many leaves a dense matrix of the few.
        const bool wordsFirst = rows_ >= columns_;
        for (const bool words : {wordsFirst, !wordsFirst}) {
            if (words && wordLines == LineNodes::One) {
                singleWordNodes();
            } else if (!words && bitLines == LineNodes::One) {
                singleBitNodes();
            }
        }
        return std::move(numbers_);
    }

private:
    std::size_t at(std::int64_t row, std::int64_t column) const { return static_cast<std::size_t>(row * columns_ + column); }
    void word(std::int64_t row, std::int64_t column) { numbers_.wordLine[at(row, column)] = numbers_.count++; }
    void bit(std::int64_t row, std::int64_t column) { numbers_.bitLine[at(row, column)] = numbers_.count++; }

    /// Nodes begin..end-1 of one line: both halves, then the node between them.
    void wordChain(std::int64_t row, std::int64_t begin, std::int64_t end)
    {
        if (begin < end) {
            const std::int64_t middle = (begin + end) / 2;
            wordChain(row, begin, middle);
            wordChain(row, middle + 1, end);
            word(row, middle);
        }
    }
    void bitChain(std::int64_t column, std::int64_t begin, std::int64_t end)
    {
        if (begin < end) {
            const std::int64_t middle = (begin + end) / 2;
            bitChain(column, begin, middle);
            bitChain(column, middle + 1, end);
            bit(middle, column);
        }
    }

    void dissect(std::int64_t top, std::int64_t bottom, std::int64_t left, std::int64_t right)
    {
        if (top >= bottom || left >= right) {
            return;
        }
        if (right - left >= bottom - top) {
            const std::int64_t cut = (left + right) / 2;
            dissect(top, bottom, left, cut);
            dissect(top, bottom, cut + 1, right);
            bitChain(cut, top, bottom);
            for (std::int64_t row = top; row < bottom; ++row) {
                word(row, cut);
            }
        } else {
            const std::int64_t cut = (top + bottom) / 2;
            dissect(top, cut, left, right);
            dissect(cut + 1, bottom, left, right);
            wordChain(cut, left, right);
            for (std::int64_t column = left; column < right; ++column) {
                bit(cut, column);
            }
        }
    }

    void singleWordNodes()
    {
        for (std::int64_t row = 0; row < rows_; ++row, ++numbers_.count) {
            for (std::int64_t column = 0; column < columns_; ++column) {
                numbers_.wordLine[at(row, column)] = numbers_.count;
            }
        }
    }
    void singleBitNodes()
    {
        for (std::int64_t column = 0; column < columns_; ++column, ++numbers_.count) {
            for (std::int64_t row = 0; row < rows_; ++row) {
                numbers_.bitLine[at(row, column)] = numbers_.count;
            }
        }
    }

    std::int64_t rows_;
    std::int64_t columns_;
    NodeNumbers numbers_;
};

}  // namespace

NodeNumbers numberNodes(std::int64_t rows, std::int64_t columns, LineNodes wordLines, LineNodes bitLines)
{
    return Numbering(rows, columns).run(wordLines, bitLines);
}

}  // namespace mho
