#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mho map as a person or a script meets it: test_map.py MHO [TestClass...]"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""


def mho(*arguments):
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def mapped(*arguments):
    done = mho("map", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Map(unittest.TestCase):
    def test_counts_by_hand(self):
        """LeNet-5 at 9 bits on 32x32 arrays of 4-bit cells: 4 and 128 crossbars in its convolutions."""
        found = mapped("lenet5", "--preset", "s0-45", "--with", "crossbar.rows=32", "--with", "crossbar.columns=32")
        self.assertEqual([layer["dense"]["crossbars"] for layer in found["layers"]], [4, 128, 1600, 64])
        self.assertEqual(found["dense"]["crossbars"], 1796)
        self.assertEqual(found["crossbars_saved_percent"], 0)
        first = found["layers"][0]["dense"]
        self.assertEqual(first["conversions"], 576 * 16 * 20 * 4)
        self.assertEqual(first["occupancy_percent"], 100 * 1000 / 4096)

    def test_a_network_is_named_as_mho_run_does(self):
        """The one option that says which, for map, estimate and simulate as for run."""
        self.assertEqual(mapped("--network", "lenet5"), mapped("lenet5"))
        for command in ("map", "estimate", "simulate"):
            none = mho(command)
            self.assertEqual((none.returncode, none.stderr.splitlines()[0]), (2, "FILE|NAME is required"))
            self.assertEqual(mho(command, "lenet5", "--network", "lenet5").returncode, 2)

    def test_weights_saved_stand_beside_crossbars_saved(self):
        """Half of conv1's filters: 50 % of its weights, but one array of 32 columns holds 20 filters or 10."""
        with tempfile.TemporaryDirectory() as folder:
            plan = os.path.join(folder, "plan.json")
            with open(plan, "w", encoding="utf-8") as file:
                json.dump([{"layer": "conv1", "constraints": [{"kind": "filter", "ratio": 2}]}, {"layer": "conv2"},
                           {"layer": "fc1"}, {"layer": "fc2"}], file)
            options = ["lenet5", "--plan", plan, "--preset", "s0-45", "--with", "crossbar.rows=32", "--with", "crossbar.columns=32"]
            found = mapped(*options)
            text = mho("map", *options)
        conv1, conv2 = found["layers"][0], found["layers"][1]
        self.assertEqual((conv1["weights"], conv1["weights_kept"]), (500, 250))
        self.assertEqual(conv1["dense"]["crossbars"], conv1["compressed"]["crossbars"])
        # conv2's mask keeps all weights, but those of ten dead channels do not count and take no word line.
        self.assertEqual((conv2["weights_in_mask"], conv2["weights_kept"]), (25000, 12500))
        self.assertEqual(conv2["compressed"]["weights_mapped"], 12500)
        self.assertEqual(conv2["compressed"]["word_lines"], 250)
        self.assertIn("placeholder", text.stdout)
        self.assertIn("Weights saved", text.stdout)

    def test_storage_by_hand(self):
        """Half of conv1's filters: 20 row and 25 column flags, 250 weights of 3 bits and one scale; the other layers are dense."""
        with tempfile.TemporaryDirectory() as folder:
            plan = os.path.join(folder, "plan.json")
            with open(plan, "w", encoding="utf-8") as file:
                json.dump([{"layer": "conv1", "constraints": [{"kind": "filter", "ratio": 2}], "level_bits": 3, "levels": "equal-interval"},
                           {"layer": "conv2"}, {"layer": "fc1"}, {"layer": "fc2"}], file)
            options = ["lenet5", "--plan", plan, "--storage"]
            storage = mapped(*options)["storage"]
            forced = mapped(*options, "--index", "bit-mask")["storage"]
            text = mho("map", *options)
        conv1, conv2 = storage["layers"][0], storage["layers"][1]
        self.assertEqual((conv1["encoding"], conv1["weight_bits"], conv1["index_bits"], conv1["scale_bits"]), ("structured", 750, 45, 32))
        self.assertEqual((conv2["encoding"], conv2["weight_bits"], conv2["index_bits"]), ("dense", 32 * 25000, 0))
        self.assertEqual(storage["dense_bits"], 32 * 430500)
        self.assertEqual(storage["weight_bits"], 750 + 32 * 430000)
        self.assertEqual(storage["ratio_with_index"], 32 * 430500 / (750 + 45 + 32 + 32 * 430000))
        self.assertEqual(forced["index_bits"], 500)
        self.assertIn("Without index", text.stdout)
        self.assertEqual(mho("map", *options, "--index", "none").returncode, 2)

    def test_the_default_is_the_hardware_that_estimate_prices(self):
        crossbar = mapped("lenet5")["hardware"]["crossbar"]
        self.assertEqual((crossbar["rows"], crossbar["columns"], crossbar["sign_scheme"]), (128, 128, "offset"))
        done = mho("estimate", "lenet5", "--json")
        self.assertEqual(json.loads(done.stdout)["estimates"][0]["hardware"]["crossbar"], crossbar)

    def test_a_recipe_names_network_plan_and_hardware(self):
        found = mapped("lenet5-digits")
        self.assertEqual(found["network"]["name"], "lenet5")
        self.assertEqual(found["hardware"]["crossbar"]["rows"], 32)
        self.assertLess(found["compressed"]["crossbars"], found["dense"]["crossbars"])

    def test_nonsense_is_refused_all_at_once(self):
        done = mho("map", "lenet5", "--with", "crossbar.rows=0", "--with", "device.cell_bits=40", "--with", "device.g_min_S=-1",
                   "--with", "crossbar.sign_scheme=twins")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        for text in ["crossbar.rows: 0 is not in 1..4096", "device.cell_bits: 40 is not in 1..8", "device.g_min_S", "two-arrays"]:
            self.assertIn(text, done.stderr)
        self.assertIn("Did you mean", mho("map", "lenet5", "--with", "crossbar.row=5").stderr)

    def test_wrong_use(self):
        for arguments, says in [(["lenet9"], "lenet9"), (["lenet5", "--with", "rows"], "FIELD=VALUE"), ([], "FILE|NAME"),
                                (["lenet5", "--with", "device.levels_S.x=1"], "no such field")]:
            done = mho("map", *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertIn(says, done.stderr)


if __name__ == "__main__":
    MHO = sys.argv.pop(1)
    unittest.main()
