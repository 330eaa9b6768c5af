#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`mho break-even`: test_break_even.py MHO [TestClass...]"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""
# conv1 is far below what pays on the sparse accelerator, the others are above.
RATIOS = {"conv1": 1.25, "conv2": 4.0, "fc1": 4.0, "fc2": 1.0}


def mho(*arguments):
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def out(*arguments):
    done = mho(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def plan_of(ratios):
    return [{"layer": name, "constraints": [{"kind": "filter-shape", "ratio": ratio}] if ratio > 1 else []}
            for name, ratio in ratios.items()]


class BreakEven(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.plan = self.write("plan.json", plan_of(RATIOS))

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, content):
        with open(self.path(name), "w", encoding="utf-8") as file:
            json.dump(content, file)
        return self.path(name)

    def break_even(self, *arguments, plan=None):
        return json.loads(out("break-even", "lenet5", "--plan", plan or self.plan, "--engine", "sparse-45nm", "--json",
                              *arguments))

    def test_help_names_the_mode(self):
        text = " ".join(out("break-even", "--help").split())
        self.assertIn("computation-first pruning is --budget operations --convolutions-first", text)

    def test_moves_the_budget(self):
        result = self.break_even()
        layers = {layer["name"]: layer for layer in result["layers"]}
        # A column of fc1 has 500 weights, more than the 100 that conv1 gets back, so conv2 can stay.
        self.assertEqual([layers[name]["decision"] for name in RATIOS], ["left_dense", "as_asked", "pushed", "not_moved"])
        self.assertGreater(layers["conv1"]["break_even"]["ratio"], RATIOS["conv1"])
        self.assertLess(layers["conv1"]["asked"]["speed_up"], 1.0)
        self.assertEqual(layers["conv1"]["new"]["speed_up"], 1.0)
        self.assertLessEqual(result["new"]["weights_kept"], result["asked"]["weights_kept"])
        self.assertEqual(result["new"]["weights_kept"], result["asked"]["weights_kept"] + 100 - 500)
        self.assertLess(result["new"]["time_s"], result["asked"]["time_s"])
        for column in ["dense", "asked", "new"]:
            for quantity in ["weights_kept", "time_s", "weight_bits", "index_bits"]:
                self.assertAlmostEqual(sum(layer[column][quantity] for layer in layers.values()), result[column][quantity])
        self.assertEqual(layers["conv1"]["new"]["index_bits"], 0)
        self.assertEqual(layers["conv2"]["new"]["index_bits"], layers["conv2"]["new"]["weight_bits"] // 2)  # 4 beside 8 bits
        self.assertEqual([entry["layer"] for entry in result["plan"]], list(RATIOS))

    def test_plan_goes_into_the_other_commands_and_comes_back_as_it_is(self):
        new = self.path("new.json")
        text = out("break-even", "lenet5", "--plan", self.plan, "--engine", "sparse-45nm", "--out", new)
        for part in ["left dense: pays from", "pushed from 4.00x", "dense as asked", "Break-even", "no weights"]:
            self.assertIn(part, text)
        result = self.break_even()
        mapped = json.loads(out("map", "lenet5", "--plan", new, "--json"))
        self.assertEqual(mapped["all_layers"]["weights_kept"], result["new"]["weights_kept"])
        estimate = json.loads(out("estimate", "lenet5", "--plan", new, "--engine", "sparse-45nm", "--json"))
        self.assertAlmostEqual(estimate["engines"][0]["ratio"], result["new"]["ratio"])
        again = self.break_even(plan=new)
        self.assertEqual(again["plan"], result["plan"])
        self.assertEqual({layer["decision"] for layer in again["layers"]}, {"as_asked", "not_moved"})
        self.assertEqual(again["new"], result["new"])

    def test_operations_and_convolutions_first(self):
        weights, operations = self.break_even(), self.break_even("--budget", "operations")
        self.assertLessEqual(operations["new"]["operations_kept"], operations["asked"]["operations_kept"])
        # A weight of conv1 works 576 times, one of fc1 once: equal operations cost more weights.
        self.assertLess(operations["new"]["weights_kept"], weights["new"]["weights_kept"])
        first = {layer["name"]: layer["decision"] for layer in self.break_even("--convolutions-first")["layers"]}
        self.assertEqual(first, {"conv1": "left_dense", "conv2": "pushed", "fc1": "as_asked", "fc2": "not_moved"})

    def test_single_weights_keep_the_total_to_the_last(self):
        ratios = {"conv1": 1.25, "conv2": 8, "fc1": 20, "fc2": 5}
        settings = [part for name, ratio in ratios.items() for part in ("--set", f"{name}.unstructured={ratio}")]
        result = json.loads(out("break-even", "lenet5", *settings, "--engine", "sparse-45nm", "--json"))
        layers = result["layers"]
        self.assertEqual([layer["decision"] for layer in layers], ["left_dense", "pushed", "pushed", "pushed"])
        self.assertEqual(result["new"]["weights_kept"], result["asked"]["weights_kept"])
        # The engine's own break-even, as `mho estimate` prints it.
        text = out("estimate", "lenet5", "--engine", "sparse-45nm")
        for layer in layers:
            row = next(line for line in text.split("that pays")[-1].splitlines() if line.startswith(layer["name"]))
            self.assertIn(f'{layer["break_even"]["ratio"]:.2f}x', row)

    def test_recipe_has_a_plan(self):
        result = json.loads(out("break-even", "lenet5-digits", "--engine", "zcu102-block", "--json"))
        self.assertEqual(result["engine"]["name"], "zcu102-block")
        self.assertLessEqual(result["new"]["weights_kept"], result["asked"]["weights_kept"])
        self.assertLessEqual(result["new"]["time_s"], result["asked"]["time_s"] * (1 + 1e-12))

    def test_refusals(self):
        done = mho("break-even", "lenet5", "--engine", "sparse-45nm")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--plan", done.stderr)
        self.assertEqual(mho("break-even", "lenet5", "--plan", self.plan).returncode, 2)
        done = mho("break-even", "lenet5", "--plan", self.plan, "--engine", "sparse-45nm", "--most-ratio", "4")
        self.assertEqual(done.returncode, 1)
        for part in ["conv1: left dense, pays from", "(asked 1.25x)", "conv2: at most 4.00x", "fc1: at most 4.00x", "fc2: no ratio to move"]:
            self.assertIn(part, done.stderr)
        done = mho("break-even", "lenet5", "--plan", self.plan, "--engine", "sparse-45nm", "--most-ratio", "0.5",
                   "--least-speed-up", "0")
        self.assertEqual(done.returncode, 2)
        self.assertIn("most_ratio", done.stderr)
        self.assertIn("least_speed_up", done.stderr)
        done = mho("break-even", "lenet5", "--plan", self.plan, "--engine", "sparse-45nm", "--budget", "bits")
        self.assertEqual(done.returncode, 2)
        self.assertIn("weights, operations", done.stderr)
        done = mho("break-even", "lenet5", "--plan", self.plan, "--engine", "abacus")
        self.assertEqual(done.returncode, 2)
        self.assertIn("sparse-45nm", done.stderr)
        done = mho("break-even", "lenet5", "--plan", self.plan, "--engine", "sparse-45nm", "--out", "-", "--json")
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    MHO = os.path.abspath(sys.argv.pop(1))
    unittest.main()
