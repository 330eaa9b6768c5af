# SPDX-License-Identifier: GPL-3.0-or-later
"""mho simulate over real devices: test_nonideal.py MHO"""

import json
import os
import random
import struct
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = os.path.abspath(sys.argv.pop())
SHAPES = {"conv1": (20, 1, 5, 5), "conv2": (50, 20, 5, 5), "fc1": (500, 800), "fc2": (10, 500)}


def write_weights(path):
    """Random LeNet-5 weights as a safetensors file."""
    generator = random.Random(1)
    header, data = {}, b""
    for layer, shape in SHAPES.items():
        for name, extents in ((layer + ".weight", shape), (layer + ".bias", shape[:1])):
            count = 1
            for extent in extents:
                count *= extent
            values = struct.pack("<%df" % count, *(generator.uniform(-0.1, 0.1) for _ in range(count)))
            header[name] = {"dtype": "F32", "shape": list(extents), "data_offsets": [len(data), len(data) + len(values)]}
            data += values
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


class NonIdeal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.weights = os.path.join(cls.folder.name, "lenet.safetensors")
        write_weights(cls.weights)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_drift_without_time_is_refused(self):
        done = self.run_mho("--drift-nu", "0.1")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("--drift-time", done.stderr)

    def run_mho(self, *options):
        return subprocess.run([MHO, "simulate", "lenet5", "--preset", "s0-45", "--weights", self.weights,
                               "--data", "synthetic-digits", "--images",
                               "20", "--calibration-images", "8", "--cell-bits", "2", "--input-bits", "4", *options],
                              capture_output=True, text=True, timeout=LIMIT_S)

    def study(self, *options):
        done = self.run_mho("--json", *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_runs_and_statistics(self):
        result = self.study("--variation", "0.4", "--read-noise", "0.02", "--runs", "3", "--seed", "5")
        self.assertEqual(result["non_idealities"]["variation"], 0.4)
        self.assertEqual(result["non_idealities"]["variation_kind"], "lognormal")
        self.assertEqual((result["seed"], result["images"]), (5, 20))
        accuracies = [run["top1_percent"] for run in result["runs"]]
        self.assertEqual([run["correct"] * 5.0 for run in result["runs"]], accuracies)
        mean = sum(accuracies) / 3
        deviation = (sum((a - mean) ** 2 for a in accuracies) / 2) ** 0.5
        accuracy = result["accuracy"]
        self.assertAlmostEqual(accuracy["mean_percent"], mean)
        self.assertAlmostEqual(accuracy["sample_deviation_percent"], deviation)
        # Student's t of 2 degrees of freedom, 0.975: 4.3027.
        self.assertAlmostEqual(accuracy["confidence_95_half_width_percent"], 4.3027 * deviation / 3 ** 0.5, places=3)
        again = self.study("--variation", "0.4", "--read-noise", "0.02", "--runs", "2", "--seed", "5", "--threads", "3")
        self.assertEqual(again["runs"], result["runs"][:2])

    def test_ideal_devices(self):
        result = self.study("--runs", "1")
        self.assertEqual(result["accuracy"]["mean_percent"], result["ideal_top1_percent"])
        self.assertIsNone(result["accuracy"]["sample_deviation_percent"])
        plain = self.study("--no-references")
        self.assertEqual(plain["crossbars"]["top1_percent"], result["ideal_top1_percent"])

    def test_options_reach_the_study(self):
        effects = self.study("--runs", "1", "--finite-on-off", "--reference-has-off-cells", "--stuck-on", "0.01", "--stuck-off",
                             "0.002", "--drift-time", "100", "--drift-reference", "10", "--drift-nu", "0.05", "--drift-nu-sigma",
                             "0.01", "--level-mismatch", "0.03", "--variation-kind", "normal",
                             "--variation", "0.1")["non_idealities"]
        self.assertEqual(effects, {"variation_kind": "normal", "variation": 0.1, "stuck_on": 0.01, "stuck_off": 0.002,
                                   "drift_time_s": 100.0, "drift_reference_s": 10.0, "drift_nu": 0.05, "drift_nu_sigma": 0.01,
                                   "read_noise": 0.0, "level_mismatch": 0.03, "device_levels": False,
                                   "off_conductance_S": 1e-07, "reference_has_off_cells": True, "word_line_ohm": 0.0,
                                   "bit_line_ohm": 0.0})

    def test_text(self):
        done = self.run_mho("--variation", "0.1", "--runs", "2")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("programming variation, lognormal, sigma 0.1", done.stdout)
        self.assertIn("95 % confidence", done.stdout)

    def test_nonsense_is_refused_at_once(self):
        done = self.run_mho("--variation", "-1", "--stuck-on", "3", "--drift-time", "0.1", "--wire-ohm", "-2", "--runs", "0")
        self.assertEqual(done.returncode, 2)
        for field in ("variation", "stuck_on", "drift_time_s", "word_line_ohm", "bit_line_ohm", "runs"):
            self.assertIn(field + ":", done.stderr)


if __name__ == "__main__":
    unittest.main()
