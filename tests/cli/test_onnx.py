#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files in place of a network's name: test_onnx.py MHO [TestClass...]"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from data_folder import DATA
from protobuf_bytes import number, part

MHO = ""
MODULE = "libmho_learn.so"
MNIST = os.path.join(DATA, "onnx", "onnxruntime-mnist.onnx")
DIGITS = os.path.join(DATA, "mnist")


def model(*operators):
    """A chain of nodes without attributes, from x {N, 4, 4, 4} to y."""
    names = ["x"] + [f"v{i}" for i in range(1, len(operators))] + ["y"]
    graph = part(2, "test")
    for index, operator in enumerate(operators):
        graph += part(1, part(1, names[index]) + part(2, names[index + 1]) + part(3, f"node{index}") + part(4, operator))
    extents = part(1, part(2, "N")) + 3 * part(1, number(1, 4))
    for field, name in ((11, "x"), (12, "y")):
        graph += part(field, part(1, name) + part(2, part(1, number(1, 1) + part(2, extents))))
    return number(1, 7) + part(8, number(2, 13)) + part(7, graph)


class Onnx(unittest.TestCase):
    def mho(self, *arguments, status=0):
        done = subprocess.run([MHO, *arguments], capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def file(self, content):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = os.path.join(folder.name, "small.onnx")
        with open(path, "wb") as file:
            file.write(content)
        return path

    def test_what_mho_lacks_is_named_at_once(self):
        done = self.mho("inspect", self.file(model("Relu", "Resize", "Hardmax")), status=1)
        self.assertIn('Resize "node1"', done.stderr)
        self.assertIn('Hardmax "node2"', done.stderr)

    def test_a_damaged_file_is_refused(self):
        done = self.mho("inspect", self.file(model("Relu")[:-5]), status=2)
        self.assertIn("damaged", done.stderr)

    def test_a_missing_file_is_refused(self):
        self.mho("inspect", "/nonexistent/a.onnx", status=2)

    def test_inspect(self):
        shown = json.loads(self.mho("inspect", self.file(model("Relu", "Flatten")), "--json").stdout)
        self.assertEqual(shown["network"]["input_shape"], [4, 4, 4])
        self.assertEqual(shown["network"]["output_shape"], [64])


@unittest.skipUnless(os.path.exists(MNIST), f"{MNIST} is missing")
class Mnist(Onnx):
    def test_layers(self):
        shown = json.loads(self.mho("inspect", MNIST, "--json").stdout)
        self.assertEqual([layer["name"] for layer in shown["layers"]], ["Convolution28", "Convolution110", "Times212"])
        self.assertTrue(shown["network"]["has_weights"])

    def test_it_is_mapped_and_priced(self):
        self.mho("map", MNIST)
        self.mho("estimate", MNIST, "--preset", "isaac", "--set", "Convolution110.filter=2")

    def test_it_classifies(self):
        if not os.path.exists(os.path.join(os.path.dirname(MHO), "..", "lib", MODULE)) or not os.path.isdir(DIGITS):
            self.skipTest("the training module or MNIST is missing")
        done = self.mho("eval", MNIST, "--data", DIGITS, "--mean", "0", "--std", "0.0039215687", "--json")
        self.assertGreater(json.loads(done.stdout)["accuracy"]["top1"], 98.0)


if __name__ == "__main__":
    MHO = sys.argv[1]
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
