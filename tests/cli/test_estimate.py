#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`mho preset` and `mho estimate`: test_estimate.py MHO [TestClass...]"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""
PRESETS = ["forms", "isaac", "mnsim", "neurosim-22", "neurosim-32", "puma", "s0-45", "s1-45"]


def mho(*arguments):
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def out(*arguments):
    done = mho(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Preset(unittest.TestCase):
    def test_list(self):
        self.assertEqual([entry["name"] for entry in json.loads(out("preset", "--json"))["presets"]], PRESETS)
        for name in PRESETS:
            self.assertIn(name, out("preset"))

    def test_levels_and_constants(self):
        isaac = json.loads(out("preset", "isaac", "--json"))
        levels = {level["name"]: level for level in isaac["levels"]}
        self.assertEqual(list(levels), ["ima", "tile", "chip"])
        self.assertAlmostEqual(levels["ima"]["power_W"], 24.08e-3, delta=5e-6)
        self.assertAlmostEqual(levels["tile"]["area_mm2"], 0.372, delta=5e-4)
        self.assertAlmostEqual(levels["chip"]["power_W"], 65.8, delta=0.05)
        for name in PRESETS:
            preset = json.loads(out("preset", name, "--json"))
            below = {"power_W": 0.0, "area_mm2": 0.0}
            for level in preset["levels"]:
                for quantity in ["power_W", "area_mm2"]:
                    parts = [part[quantity] for part in level["components"]]
                    if level[quantity] is None:
                        self.assertIn(None, parts + [below[quantity]])
                        continue
                    lower = level["holds"] * below[quantity] if below is not None and level is not preset["levels"][0] else 0.0
                    self.assertAlmostEqual(level[quantity], sum(parts) + lower, places=9)
                below = level
            self.assertTrue(preset["constants"])
            for constant in preset["constants"]:
                self.assertEqual(sorted(constant), ["name", "source", "unit", "value"])
                self.assertTrue(constant["unit"] and constant["source"])

    def test_text_shows_printed_totals(self):
        text = out("preset", "forms")
        for part in ["0.39 mm²", "printed", "Weakness", "mcu.adc.power", "Table III"]:
            self.assertIn(part, text)

    def test_unknown(self):
        done = mho("preset", "nowhere")
        self.assertEqual(done.returncode, 2)
        self.assertIn("isaac", done.stderr)

    def test_copied_file(self):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(os.environ["MHO_RESOURCE_DIR"], "hardware", "isaac.json")
            with open(source, encoding="utf-8") as file:
                preset = json.load(file)
            preset["name"] = "mine"
            path = os.path.join(folder, "mine.json")
            for constant in preset["constants"]:
                if constant["name"] == "tile.edram.area":
                    constant["value"] = 1.083
            with open(path, "w", encoding="utf-8") as file:
                json.dump(preset, file)
            mine = json.loads(out("preset", path, "--json"))
            self.assertAlmostEqual(mine["levels"][1]["area_mm2"], 1.37229, places=5)
            estimate = json.loads(out("estimate", "lenet5", "--preset", path, "--preset", "isaac", "--json"))["estimates"]
            extra = estimate[0]["dense"]["area_mm2"] - estimate[1]["dense"]["area_mm2"]
            self.assertAlmostEqual(extra, estimate[0]["dense"]["tiles"] * 1.0, places=6)
            preset["constants"][0]["source"] = ""
            with open(path, "w", encoding="utf-8") as file:
                json.dump(preset, file)
            done = mho("preset", path)
            self.assertEqual(done.returncode, 2)
            self.assertIn("the source is missing", done.stderr)


class Estimate(unittest.TestCase):
    def test_presets_side_by_side(self):
        arguments = [part for name in PRESETS for part in ("--preset", name)]
        estimates = json.loads(out("estimate", "vgg8", *arguments, "--json"))["estimates"]
        self.assertEqual([one["preset"] for one in estimates], PRESETS)
        for one in estimates:
            self.assertIsNone(one["compressed"])
            cost = one["dense"]
            for quantity in ["energy_per_inference_J", "power_W", "area_mm2"]:
                if cost[quantity] is not None:
                    self.assertGreater(cost[quantity], 0.0)
                    for parts in [cost["components"].values(), cost["layers"]]:
                        self.assertAlmostEqual(sum(part[quantity] for part in parts) / cost[quantity], 1.0, places=12)
            timed = not one["preset"].startswith("s")
            for field in ["energy_per_inference_J", "latency_s", "throughput_inferences_per_s", "power_at_throughput_W",
                          "gops_per_W_effective", "gops_per_s_per_mm2_dense_equivalent"]:
                self.assertEqual(cost[field] is not None, timed, field)
        tiles = [layer["tiles"] for layer in estimates[PRESETS.index("neurosim-22")]["dense"]["layers"]]
        self.assertEqual(tiles, [1, 1, 2, 2, 4, 4, 32, 1])
        text = out("estimate", "vgg8", *arguments, "--components")
        for name in PRESETS + ["white space", "column current", "GOPS/W"]:
            self.assertIn(name, text)

    def test_masks_give_a_compressed_column(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = os.path.join(folder, "plan.json")
            with open(plan, "w", encoding="utf-8") as file:
                json.dump([{"layer": "conv2", "constraints": [{"kind": "filter", "ratio": 5}], "level_bits": 3}] +
                          [{"layer": name, "constraints": []} for name in ["conv1", "fc1", "fc2"]], file)
            one = json.loads(out("estimate", "lenet5", "--plan", plan, "--json"))["estimates"][0]
        dense, small = one["dense"], one["compressed"]
        self.assertLess(small["area_mm2"], dense["area_mm2"])
        self.assertLess(small["operations_effective"], dense["operations_effective"])
        self.assertEqual(small["operations_dense_equivalent"], dense["operations_dense_equivalent"])
        self.assertGreater(small["gops_per_W_dense_equivalent"], small["gops_per_W_effective"])
        self.assertAlmostEqual(one["reduction"]["area_percent"], 100 * (1 - small["area_mm2"] / dense["area_mm2"]))

    def test_laws(self):
        result = json.loads(out("estimate", "vgg8", "--preset", "neurosim-22", "--adc-law", "all", "--json"))
        self.assertEqual([entry["adc_law"] for entry in result["left_out"]], ["mnsim"])
        self.assertIn("5 bits", result["left_out"][0]["reason"])
        self.assertEqual(len(result["estimates"]), 10)
        text = out("estimate", "vgg8", "--preset", "neurosim-22", "--adc-law", "all")
        self.assertIn("Over ADC laws", text)
        self.assertIn("Left out: neurosim-22 under mnsim", text)
        two = json.loads(out("estimate", "vgg8", "--adc-law", "forms", "--adc-law", "puma", "--json"))["estimates"]
        self.assertEqual([one["adc_law"] for one in two], ["forms", "puma"])

    def test_refusals(self):
        done = mho("estimate", "vgg8", "--adc-law", "accelergy", "--with", "crossbar.adc_bits=3")
        self.assertEqual(done.returncode, 2)
        for text in ["accelergy", "3 bits", "4 to 20"]:
            self.assertIn(text, done.stderr)
        done = mho("estimate", "vgg8", "--preset", "s0-45", "--adc-law", "forms")
        self.assertEqual(done.returncode, 2)
        self.assertIn("arrays whole", done.stderr)
        done = mho("estimate", "vgg8", "--with", "device.g_min_S=-1", "--with", "crossbar.rows=0", "--with", "device.cell_bits=40")
        self.assertEqual(done.returncode, 2)
        for text in ["g_min_S", "crossbar.rows: 0 is not in 1..4096", "cell_bits: 40 is not in 1..8"]:
            self.assertIn(text, done.stderr)
        for option, name in [("--preset", "isaak"), ("--adc-law", "walnut")]:
            done = mho("estimate", "vgg8", option, name)
            self.assertEqual(done.returncode, 2)
            self.assertIn(name, done.stderr)
        self.assertEqual(mho("estimate", "nothing").returncode, 2)


if __name__ == "__main__":
    MHO = os.path.abspath(sys.argv.pop(1))
    unittest.main()
