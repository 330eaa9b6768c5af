#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mho solve: test_solve.py MHO [TestClass...]"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""


def dense_currents(conductances, voltages, word_ohm, bit_ohm, source_ohm=0.0, sink_ohm=0.0):
    """Output currents by plain nodal analysis; word_ohm and bit_ohm above 0."""
    rows, columns = len(conductances), len(conductances[0])
    count = 2 * rows * columns
    matrix = [[0.0] * (count + 1) for _ in range(count)]

    def join(a, b, siemens):
        matrix[a][a] += siemens
        matrix[b][b] += siemens
        matrix[a][b] -= siemens
        matrix[b][a] -= siemens

    for i in range(rows):
        for j in range(columns):
            word, bit = i * columns + j, rows * columns + i * columns + j
            join(word, bit, conductances[i][j])
            if j > 0:
                join(word, word - 1, 1 / word_ohm)
            else:
                matrix[word][word] += 1 / (word_ohm + source_ohm)
                matrix[word][count] += voltages[i] / (word_ohm + source_ohm)
            if i > 0:
                join(bit, bit - columns, 1 / bit_ohm)
            if i == rows - 1:
                matrix[bit][bit] += 1 / (bit_ohm + sink_ohm)
    for pivot in range(count):
        for row in range(pivot + 1, count):
            factor = matrix[row][pivot] / matrix[pivot][pivot]
            if factor:
                for column in range(pivot, count + 1):
                    matrix[row][column] -= factor * matrix[pivot][column]
    solution = [0.0] * count
    for row in reversed(range(count)):
        known = sum(matrix[row][column] * solution[column] for column in range(row + 1, count))
        solution[row] = (matrix[row][count] - known) / matrix[row][row]
    last = count - columns
    return [solution[last + j] / (bit_ohm + sink_ohm) for j in range(columns)]


class Case(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return name

    def table(self, name, rows):
        return self.write(name, "".join(",".join(repr(value) for value in row) + "\n" for row in rows))

    def run_mho(self, *arguments):
        return subprocess.run([MHO, "solve", *arguments], capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder)

    def solve(self, *more, conductances="g.csv", voltages="v.csv", word="1", bit="1"):
        return self.run_mho("--conductances", conductances, "--voltages", voltages, "--word-line-ohm", word,
                            "--bit-line-ohm", bit, *more)

    def solve_json(self, *more, **options):
        done = self.solve("--json", *more, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def close(self, left, right, relative=1e-9):
        self.assertEqual(len(left), len(right))
        for a, b in zip(left, right):
            self.assertTrue(math.isclose(a, b, rel_tol=relative), f"{a} is not {b}")


class Solves(Case):
    def setUp(self):
        super().setUp()
        numbers = random.Random(5)
        self.conductances = [[numbers.uniform(1e-6, 1e-4) for _ in range(5)] for _ in range(4)]
        self.inputs = [[numbers.uniform(0, 0.2) for _ in range(4)] for _ in range(3)]
        self.table("g.csv", self.conductances)
        self.table("v.csv", [[value] for value in self.inputs[0]])

    def ideal(self, voltages):
        return [sum(row[j] * voltage for row, voltage in zip(self.conductances, voltages)) for j in range(5)]

    def test_currents_of_a_plain_nodal_analysis(self):
        result = self.solve_json("--source-ohm", "30", "--sink-ohm", "1e1", word="2.5", bit="4")
        expected = dense_currents(self.conductances, self.inputs[0], 2.5, 4.0, 30.0, 10.0)
        self.close(result["currents_A"], expected, 1e-10)
        ideal = self.ideal(self.inputs[0])
        self.close(result["ideal_currents_A"], ideal, 1e-14)
        self.close(result["relative_drop"], [1 - a / b for a, b in zip(expected, ideal)], 1e-8)
        self.assertEqual((result["word_lines"], result["bit_lines"], result["inputs"]), (4, 5, 1))
        self.assertEqual([result[name] for name in ("word_line_ohm", "bit_line_ohm", "source_ohm", "sink_ohm")],
                         [2.5, 4.0, 30.0, 10.0])
        self.close([result["power_W"]], [sum(result["dissipation_W"].values())])
        self.close([result["power_W"]], [sum(v * i for v, i in zip(self.inputs[0], result["input_currents_A"]))])

    def test_ideal_wires(self):
        result = self.solve_json(word="0", bit="0")
        self.close(result["currents_A"], self.ideal(self.inputs[0]), 1e-14)
        self.assertEqual(result["relative_drop"], [0.0] * 5)

    def test_several_inputs_and_both_ways_to_write_one(self):
        alone = []
        for number, voltages in enumerate(self.inputs):
            self.write("line.csv", " ".join(repr(value) for value in voltages) + "  # one line\n")
            alone.append(self.solve_json(voltages="line.csv"))
        self.table("many.csv", list(zip(*self.inputs)))
        together = self.solve_json(voltages="many.csv")
        self.assertEqual(together["inputs"], 3)
        for name in ("currents_A", "ideal_currents_A", "relative_drop", "power_W"):
            self.assertEqual(together[name], [result[name] for result in alone])
        self.assertEqual(self.solve_json()["currents_A"], alone[0]["currents_A"])

    def test_table(self):
        done = self.solve()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("4 word lines x 5 bit lines; word line 1.00 Ω, bit line 1.00 Ω a segment, source 0 Ω", done.stdout)
        for text in ("Output", "Current", "Ideal", "Relative drop", "µA", "Sum", "Largest drop"):
            self.assertIn(text, done.stdout)

    def test_maps(self):
        self.table("many.csv", list(zip(*self.inputs)))
        result = self.solve_json("--map", "cell-currents", "cells.csv", "--map", "bit-line-currents", "bits.csv",
                                 voltages="many.csv")
        for name in ("cells.csv", "bits.csv"):
            with open(self.path(name), encoding="utf-8") as file:
                lines = file.read().splitlines()
            self.assertEqual([line for line in lines if line.startswith("# input")],
                             [f"# input {number}, A" for number in (1, 2, 3)])
            rows = [[float(value) for value in line.split(",")] for line in lines if not line.startswith("#")]
            self.assertEqual((len(rows), {len(row) for row in rows}), (12, {5}))
            if name == "cells.csv":
                for number in range(3):
                    block = rows[4 * number:4 * number + 4]
                    self.close([sum(column) for column in zip(*block)], result["currents_A"][number])
            else:
                self.assertEqual([rows[3], rows[7], rows[11]], result["currents_A"])

    def test_no_current_has_no_drop(self):
        self.write("g.csv", "1e-6 0\n1e-6 0\n")
        self.write("v.csv", "0.1 0.2")
        result = self.solve_json()
        self.assertEqual(result["currents_A"][1], 0.0)
        self.assertIsNone(result["relative_drop"][1])
        self.assertEqual(self.solve().returncode, 0)


class Refuses(Case):
    def setUp(self):
        super().setUp()
        self.write("g.csv", "1e-6,2e-6\n3e-6,4e-6\n")
        self.write("v.csv", "0.1\n0.2\n")

    def refused(self, done, code, *says):
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        for text in says:
            self.assertIn(text, done.stderr)

    def test_all_problems_at_once(self):
        self.write("bad.csv", "1e-6,-2e-6\n3e-6,4e-6\n")
        self.refused(self.solve("--source-ohm", "-3", conductances="bad.csv", word="-1", bit="-2e0"), 2, "bad.csv",
                     "word line 1, bit line 2", "-2e-06 S", "word_line_ohm", "-1 ohm", "bit_line_ohm", "source_ohm")

    def test_not_a_number_of_ohm(self):
        for text in ("many", "nan", "inf", "1,5"):
            self.refused(self.solve(word=text), 2, "--word-line-ohm", text)

    def test_missing_options(self):
        self.refused(self.run_mho("--conductances", "g.csv"), 2, "required")

    def test_bad_files(self):
        self.write("bad.csv", "1e-6,2e-6\n3e-6,?\n")
        self.refused(self.solve(conductances="bad.csv"), 2, "bad.csv, line 2, column 2", "\"?\"")
        self.refused(self.solve(conductances="gone.csv"), 2, "gone.csv")

    def test_voltages_that_do_not_fit(self):
        self.write("three.csv", "1\n2\n3\n")
        self.refused(self.solve(voltages="three.csv"), 2, "three.csv", "3 lines of 1 voltages", "2 word lines")

    def test_unknown_map(self):
        self.refused(self.solve("--map", "heat", "x.csv"), 2, "heat", "cell-currents")
        self.assertFalse(os.path.exists(self.path("x.csv")))


if __name__ == "__main__":
    MHO = os.path.abspath(sys.argv[1])
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
