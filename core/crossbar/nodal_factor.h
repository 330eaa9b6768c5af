// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/SparseCholesky>

#include <cstdint>
#include <vector>

namespace mho {

/// L D L^T of a sparse symmetric positive definite matrix by Eigen's SimplicialLDLT, in the order the matrix is given.
///
/// A further right-hand side reads the whole factor twice, so its time is that of memory. Neighbouring columns of L whose
/// entries lie in the same rows are therefore swept four or two at a time: rows are looked up once for all of them.
class NodalFactor {
public:
    using Matrix = Eigen::SparseMatrix<double>;
    using Vector = Eigen::VectorXd;

    /// @param lower the lower triangle; false when a pivot is 0 or not a number
    bool compute(const Matrix& lower);

    /// Solution for one right-hand side of as many entries as the matrix has rows.
    Vector solve(Vector right) const;

    /// Entries of L, its unit diagonal left out.
    std::int64_t entries() const { return unknowns_ == 0 ? 0 : ldlt_.matrixL().nestedExpression().nonZeros(); }

private:
    Eigen::SimplicialLDLT<Matrix, Eigen::Lower, Eigen::NaturalOrdering<int>> ldlt_;
    Vector pivots_;            ///< D
    std::vector<int> panels_;  ///< First column of each panel and, last, the number of columns.
    int unknowns_ = 0;
};

}  // namespace mho
