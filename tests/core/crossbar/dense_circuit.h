// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/crossbar_circuit.h"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace mho::test {

/// Nodal analysis the long way, to check NodalSolver: a list of resistors with every node of its own, ideal wires joined by
/// union-find, a dense matrix and Gaussian elimination with pivoting in long double.
class DenseCircuit {
public:
    DenseCircuit(const CrossbarCircuit& circuit, const std::vector<double>& voltagesV)
        : rows_(static_cast<std::size_t>(circuit.rows)),
          columns_(static_cast<std::size_t>(circuit.columns)),
          parents_(nodeCount())
    {
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
        for (std::size_t i = 0; i < rows_; ++i) {
            // Ideal source, behind the source resistance, word-line nodes.
            wire(source(i), driven(i), circuit.sourceOhm);
            wire(driven(i), word(i, 0), circuit.wordLineOhm);
            for (std::size_t j = 1; j < columns_; ++j) {
                wire(word(i, j - 1), word(i, j), circuit.wordLineOhm);
            }
        }
        for (std::size_t j = 0; j < columns_; ++j) {
            for (std::size_t i = 1; i < rows_; ++i) {
                wire(bit(i - 1, j), bit(i, j), circuit.bitLineOhm);
            }
            wire(bit(rows_ - 1, j), sunk(j), circuit.bitLineOhm);
            wire(sunk(j), ground(), circuit.sinkOhm);
        }
        for (std::size_t cell = 0; cell < circuit.conductancesS.size(); ++cell) {
            resistors_.push_back(
                {word(cell / columns_, cell % columns_), bit(cell / columns_, cell % columns_), circuit.conductancesS[cell]});
        }
        solve(voltagesV);
        for (std::size_t j = 0; j < columns_; ++j) {
            long double current = 0.0L;
            for (std::size_t i = 0; i < rows_; ++i) {
                current += static_cast<long double>(circuit.conductancesS[i * columns_ + j]) * (at(word(i, j)) - at(bit(i, j)));
            }
            outputCurrents.push_back(static_cast<double>(current));
        }
    }

    double wordVoltage(std::size_t i, std::size_t j) const { return static_cast<double>(at(word(i, j))); }
    double bitVoltage(std::size_t i, std::size_t j) const { return static_cast<double>(at(bit(i, j))); }

    std::vector<double> outputCurrents;

private:
    struct Resistor {
        std::size_t from;
        std::size_t to;
        double siemens;
    };

    std::size_t ground() const { return 0; }
    std::size_t source(std::size_t i) const { return 1 + i; }
    std::size_t driven(std::size_t i) const { return 1 + rows_ + i; }
    std::size_t sunk(std::size_t j) const { return 1 + 2 * rows_ + j; }
    std::size_t word(std::size_t i, std::size_t j) const { return 1 + 2 * rows_ + columns_ + i * columns_ + j; }
    std::size_t bit(std::size_t i, std::size_t j) const { return word(i, j) + rows_ * columns_; }
    std::size_t nodeCount() const { return 1 + 2 * rows_ + columns_ + 2 * rows_ * columns_; }

    std::size_t rootOf(std::size_t node) const
    {
        while (parents_[node] != node) {
            node = parents_[node];
        }
        return node;
    }
    long double at(std::size_t node) const { return voltages_[rootOf(node)]; }

    void wire(std::size_t from, std::size_t to, double ohm)
    {
        if (ohm > 0.0) {
            resistors_.push_back({from, to, 1.0 / ohm});
            return;
        }
        // The lower root stays, so that ground and sources are roots.
        const std::size_t a = rootOf(from);
        const std::size_t b = rootOf(to);
        parents_[std::max(a, b)] = std::min(a, b);
    }

    void solve(const std::vector<double>& voltagesV)
    {
        const std::size_t n = nodeCount();
        std::vector<std::vector<long double>> matrix(n, std::vector<long double>(n + 1, 0.0L));
        for (const Resistor& resistor : resistors_) {
            const std::size_t a = rootOf(resistor.from);
            const std::size_t b = rootOf(resistor.to);
            matrix[a][a] += resistor.siemens;
            matrix[b][b] += resistor.siemens;
            matrix[a][b] -= resistor.siemens;
            matrix[b][a] -= resistor.siemens;
        }
        for (std::size_t node = 0; node < n; ++node) {
            // Known voltages, and nodes that were joined to others, have an equation of their own.
            if (node <= rows_ || rootOf(node) != node) {
                matrix[node].assign(n + 1, 0.0L);
                matrix[node][node] = 1.0L;
                matrix[node][n] = node >= 1 && node <= rows_ ? voltagesV[node - 1] : 0.0;
            }
        }
        for (std::size_t pivot = 0; pivot < n; ++pivot) {
            std::size_t best = pivot;
            for (std::size_t row = pivot + 1; row < n; ++row) {
                if (std::abs(matrix[row][pivot]) > std::abs(matrix[best][pivot])) {
                    best = row;
                }
            }
            std::swap(matrix[pivot], matrix[best]);
            for (std::size_t row = 0; row < n; ++row) {
                const long double factor = matrix[row][pivot] / matrix[pivot][pivot];
                if (row != pivot && factor != 0.0L) {
                    for (std::size_t column = pivot; column <= n; ++column) {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }
                }
            }
        }
        for (std::size_t node = 0; node < n; ++node) {
            voltages_.push_back(matrix[node][n] / matrix[node][node]);
        }
    }

    std::size_t rows_;
    std::size_t columns_;
    std::vector<std::size_t> parents_;
    std::vector<Resistor> resistors_;
    std::vector<long double> voltages_;
};

}  // namespace mho::test
