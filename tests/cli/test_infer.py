#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mho infer: test_infer.py MHO EXAMPLES [TestClass...]; needs python3-numpy."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from data_folder import DATA
from home_tools import module_or_none
from patience import LIMIT_S
from protobuf_bytes import number, part, varint
from small_disk import all_but, content_of, small_disk

numpy = module_or_none("numpy")

MHO = ""
EXAMPLES = ""


LIGHT = os.path.join(DATA, "onnx")


def tensor(values, form="raw", kind=1):
    """A TensorProto of ONNX: extents in one piece, values as raw_data or float_data; kind 1 is float32."""
    return part(1, b"".join(varint(extent) for extent in values.shape)) + number(2, kind) + part(9 if form == "raw" else 4, values.tobytes())


def read_varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift += 7
        at += 1
        if data[at - 1] < 128:
            return value, at


def tensor_values(data):
    """The numbers of a TensorProto of float32."""
    at = 0
    while at < len(data):
        key, at = read_varint(data, at)
        size, at = read_varint(data, at)
        if key & 7 == 2:
            if key >> 3 in (4, 9):
                return numpy.frombuffer(data[at:at + size], "<f4")
            at += size
    raise ValueError("no values")


class Infer(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        self.project = os.path.join(EXAMPLES, "s0-lenet5-17x.mho")
        self.images = numpy.random.default_rng(5).normal(0, 1, (3, 1, 28, 28)).astype("f4")
        numpy.save(self.path("in.npy"), self.images)

    def path(self, name):
        return os.path.join(self.folder, name)

    def infer(self, *arguments):
        return subprocess.run([MHO, "infer", *arguments], capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder, check=False)

    def outputs(self, *arguments):
        done = self.infer(*arguments, "--output", "out.npy")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        return numpy.load(self.path("out.npy"))

    def lenet(self, weights, images):
        """LeNet-5 in double precision with numpy alone."""
        def convolved(x, name):
            kernel = weights[name + ".weight"].astype(float)
            windows = numpy.lib.stride_tricks.sliding_window_view(x, kernel.shape[2:], axis=(2, 3))
            return numpy.einsum("nchwyx,fcyx->nfhw", windows, kernel) + weights[name + ".bias"].reshape(1, -1, 1, 1)

        def pooled(x):
            x = numpy.maximum(x, 0)
            return x.reshape(x.shape[0], x.shape[1], x.shape[2] // 2, 2, x.shape[3] // 2, 2).max(axis=(3, 5))

        x = pooled(convolved(pooled(convolved(images.astype(float), "conv1")), "conv2")).reshape(len(images), -1)
        x = numpy.maximum(x @ weights["fc1.weight"].T.astype(float) + weights["fc1.bias"], 0)
        return x @ weights["fc2.weight"].T.astype(float) + weights["fc2.bias"]

    def test_outputs_are_those_of_the_exported_weights(self):
        subprocess.run([MHO, "export", self.project, "--format", "npz", "--out", self.path("w.npz")], check=True, capture_output=True)
        with numpy.load(self.path("w.npz")) as weights:
            expected = self.lenet(weights, self.images)
        found = self.outputs(self.project, "--input", "in.npy")
        self.assertEqual((found.dtype, found.shape), (numpy.dtype("f4"), (3, 10)))
        numpy.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4 * abs(expected).max())
        numpy.testing.assert_array_equal(self.outputs("lenet5", "--weights", "w.npz", "--input", "in.npy"), found)
        os.mkdir(self.path("arrays"))
        with numpy.load(self.path("w.npz")) as weights:
            for name in weights.files:
                if name.endswith((".weight", ".bias")):
                    numpy.save(self.path(f"arrays/{name}.npy"), numpy.asfortranarray(weights[name]))
        numpy.testing.assert_array_equal(self.outputs("lenet5", "--weights", "arrays", "--input", "in.npy"), found)

    def test_one_image_many_images_and_other_types(self):
        found = self.outputs(self.project, "--input", "in.npy")
        numpy.save(self.path("one.npy"), self.images[1])
        numpy.testing.assert_array_equal(self.outputs(self.project, "--input", "one.npy"), found[1:2])
        numpy.save(self.path("many.npy"), numpy.repeat(self.images, 90, axis=0).astype(">f8"))
        numpy.testing.assert_array_equal(self.outputs(self.project, "--input", "many.npy"), numpy.repeat(found, 90, axis=0))
        numpy.save(self.path("turned.npy"), numpy.asfortranarray(self.images))
        numpy.testing.assert_array_equal(self.outputs(self.project, "--input", "turned.npy"), found)
        numpy.save(self.path("none.npy"), self.images[:0])
        self.assertEqual(self.outputs(self.project, "--input", "none.npy").shape, (0, 10))

    def test_tensors_of_onnx(self):
        found = self.outputs(self.project, "--input", "in.npy")
        for form in ("raw", "floats"):
            for images, expected in ((self.images, found), (self.images[1], found[1:2])):
                with open(self.path("in.pb"), "wb") as file:
                    file.write(tensor(images, form))
                numpy.testing.assert_array_equal(self.outputs(self.project, "--input", "in.pb"), expected)

    def test_light_graphs_of_onnx(self):
        """Constant weights, the input a ramp from 0 to 1 (onnx/backend/test, generate_dummy_data)."""
        if not os.path.isdir(LIGHT):
            self.skipTest("the data folder has no onnx")
        count = 3 * 224 * 224
        with open(self.path("ramp.pb"), "wb") as file:
            file.write(tensor(numpy.arange(count, dtype="f4").reshape(1, 3, 224, 224) / numpy.float32(count)))
        for name in ("light_bvlc_alexnet", "light_resnet50"):
            with open(os.path.join(LIGHT, name + "_output_0.pb"), "rb") as file:
                expected = tensor_values(file.read())
            found = self.outputs(os.path.join(LIGHT, name + ".onnx"), "--input", "ramp.pb")
            numpy.testing.assert_allclose(found.reshape(-1), expected, atol=1e-4, rtol=1e-4)

    def test_top_five(self):
        found = self.outputs(self.project, "--input", "in.npy")
        lines = self.infer(self.project, "--input", "in.npy").stdout.splitlines()
        self.assertEqual(len(lines), 3)
        data = json.loads(self.infer(self.project, "--input", "in.npy", "--json").stdout)
        self.assertEqual(data["output_shape"], [10])
        for image, line in enumerate(lines):
            order = [int(index) for index in numpy.argsort(-found[image])[:5]]
            self.assertEqual([entry["class"] for entry in data["images"][image]["top"]], order)
            self.assertTrue(line.startswith(f"image {image + 1}: class {order[0]} ({found[image][order[0]]:.3g}"[:-2]), line)
            self.assertEqual(numpy.float32(data["images"][image]["top"][0]["value"]), found[image].max())

    def test_the_present_plan_is_another_network(self):
        subprocess.run([MHO, "export", self.project, "--format", "npz", "--out", self.path("w.npz")], check=True, capture_output=True)
        plain = self.outputs("lenet5", "--weights", "w.npz", "--input", "in.npy")
        planned = self.outputs(self.project, "--weights", "w.npz", "--preview", "--set", "fc1.filter=250", "--input", "in.npy")
        self.assertTrue((plain != planned).any())

    def test_a_full_disk_leaves_what_was_there(self):
        numpy.save(self.path("many.npy"), numpy.zeros((2000, 1, 28, 28), "f4"))
        with small_disk(self, self.folder) as disk:
            with open(os.path.join(disk, "out.npy"), "w", encoding="utf-8") as file:
                file.write("good")
            with all_but(disk, 4096):
                done = self.infer(self.project, "--input", "many.npy", "--output", os.path.join(disk, "out.npy"))
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("No space", done.stderr)
            self.assertEqual(content_of(disk), {"out.npy": b"good"})

    def test_refusals(self):
        numpy.save(self.path("wide.npy"), numpy.zeros((3, 28, 28), "f4"))
        numpy.save(self.path("pixels.npy"), numpy.zeros((1, 28, 28), "u1"))
        numpy.save(self.path("objects.npy"), numpy.array([{}], dtype=object), allow_pickle=True)
        one = numpy.zeros((1, 28, 28), "f4")
        for name, content in (("wide", tensor(numpy.zeros((3, 28, 28), "f4"))), ("cut", tensor(one)[:-3]), ("whole", tensor(one.astype("i8"), kind=7)), ("empty", b"")):
            with open(self.path(name + ".pb"), "wb") as file:
                file.write(content)
        for arguments, code, says in [([self.project, "--input", "wide.npy"], 2, "3x28x28"), ([self.project, "--input", "pixels.npy"], 2, "uint8"),
                                      ([self.project, "--input", "objects.npy"], 2, "|O"), ([self.project, "--input", "gone.npy"], 2, "gone.npy"),
                                      ([self.project, "--input", "gone.pb"], 2, "gone.pb"),
                                      ([self.project, "--input", "wide.pb"], 2, "3x28x28"), ([self.project, "--input", "cut.pb"], 2, "cut.pb"),
                                      ([self.project, "--input", "whole.pb"], 1, "whole numbers"), ([self.project, "--input", "empty.pb"], 2, "empty"),
                                      ([self.project], 2, "--input"),
                                      (["lenet5", "--input", "in.npy"], 2, "no weights")]:
            done = self.infer(*arguments, "--output", "out.npy")
            self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
            self.assertIn(says, done.stderr)
            self.assertFalse(os.path.exists(self.path("out.npy")))


if __name__ == "__main__":
    MHO, EXAMPLES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if numpy is None:
        print("skipped: python3-numpy is not here")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
