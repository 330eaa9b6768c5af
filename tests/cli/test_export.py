#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mho export, its files read back by their home tools: test_export.py MHO EXAMPLES [TestClass...]

Needs python3-numpy; parts need python3-torch or ngspice and say so where they are missing."""

import csv
import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

from home_tools import module_or_none
from patience import LIMIT_S
from small_disk import content_of, files_of_at_most, small_disk

numpy = module_or_none("numpy")
torch = module_or_none("torch")
onnx = module_or_none("onnx")

MHO = ""
EXAMPLES = ""
TYPES = {"F32": "<f4", "U8": "u1", "I16": "<i2"}
FILES = {"safetensors": ".safetensors", "pytorch": ".pt", "npz": ".npz", "onnx": ".onnx", "crossbars": ".npz", "spice": ".cir", "csv": "", "neurosim": ""}
if os.environ.get("MHO_WITHOUT_ONNX"):  # a build that refuses the format
    del FILES["onnx"]


def read_safetensors(path):
    """By the description of the format, with numpy alone."""
    with open(path, "rb") as file:
        length = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__")
    arrays = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        assert begin % numpy.dtype(TYPES[entry["dtype"]]).itemsize == 0, name
        arrays[name] = numpy.frombuffer(data[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    return arrays, metadata


class Case(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def run_mho(self, *arguments, **options):
        return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder, check=False, **options)

    def mho(self, *arguments):
        done = self.run_mho(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def export(self, what, form, name, *more):
        self.mho("export", what, "--format", form, "--out", self.path(name), *more)
        return self.path(name)

    def example(self, name):
        return os.path.join(EXAMPLES, name + ".mho")

    def random_weights(self, network, name, seed=7):
        """An NPZ file with a value for each parameter of a network by name."""
        generator = numpy.random.default_rng(seed)
        layers = json.loads(self.mho("inspect", network, "--json"))["layers"]
        arrays = {}
        for layer in layers:
            arrays[layer["name"] + ".weight"] = generator.normal(0, 0.1, layer["shape"]).astype("f4")
            arrays[layer["name"] + ".bias"] = numpy.zeros(layer["shape"][0], "f4")
        numpy.savez(self.path(name), **arrays)
        return self.path(name)


class Weights(Case):
    @unittest.skipUnless("onnx" in FILES, "built without MHO_ONNX")
    def test_onnx_holds_the_same_network(self):
        """Masked and shrunk, with batch norm and without; the weights are those of the NPZ file to the bit, and the answers those of
        the project."""
        if onnx is None:
            print("python3-onnx is missing: the models are opened by Mho alone")
        for example, image in (("s0-lenet5-105x", (1, 28, 28)), ("s2-resnet20-4x", (3, 32, 32))):
            project = self.example(example)
            numpy.save(self.path("in.npy"), numpy.random.default_rng(3).normal(0, 1, (4, *image)).astype("f4"))
            outputs = []
            for what in (project, self.same_onnx(project), self.same_onnx(project, "--shrunk")):
                self.mho("infer", what, "--input", self.path("in.npy"), "--output", self.path("out.npy"))
                outputs.append(numpy.load(self.path("out.npy")))
            for output in outputs[1:]:
                numpy.testing.assert_allclose(output, outputs[0], rtol=0, atol=1e-5 * abs(outputs[0]).max())

    def same_onnx(self, project, *form):
        """An exported model whose initializers are the arrays of the NPZ file of the same form."""
        name = f"{os.path.basename(project)}{''.join(form)}"
        model = self.export(project, "onnx", name + ".onnx", *form)
        if onnx is not None:
            loaded = onnx.load(model)
            onnx.checker.check_model(loaded, full_check=True)
            held = {tensor.name: module_or_none("onnx.numpy_helper").to_array(tensor) for tensor in loaded.graph.initializer}
            with numpy.load(self.export(project, "npz", name + ".npz", "--weights-only", *form)) as file:
                for array in set(file.files) - {"about.json"}:
                    numpy.testing.assert_array_equal(held[array], file[array])
        return model

    @unittest.skipUnless("onnx" in FILES, "built without MHO_ONNX")
    def test_masks_levels_and_scales_lie_beside_an_onnx_model(self):
        """The arrays that an NPZ file has beside the weights, bit by bit; with --weights-only there are none."""
        project = self.example("s3-lenet5-5bit")
        with numpy.load(self.export(project, "npz", "a.npz")) as file:
            beside = {name: file[name] for name in file.files if re.search(r"\.(mask|levels|magnitudes|scale)$", name)}
            about = file["about.json"]
        self.assertTrue(any(name.endswith(".levels") for name in beside))
        told = json.loads(self.mho("export", project, "--format", "onnx", "--out", self.path("b.onnx"), "--json"))
        self.assertEqual((told["path"], told["files"]), (self.path("b.onnx"), [self.path("b.onnx"), self.path("b.masks.npz")]))
        self.export(project, "onnx", "c", "--weights-only")
        self.assertEqual(set(os.listdir(self.folder)), {"a.npz", "b.onnx", "b.masks.npz", "c"})
        with numpy.load(self.path("b.masks.npz")) as file:
            self.assertEqual(set(file.files), set(beside) | {"about.json"})
            self.assertEqual(file["about.json"], about)
            for name, array in beside.items():
                self.assertEqual(file[name].dtype, array.dtype)
                numpy.testing.assert_array_equal(file[name], array)

    def test_all_formats_hold_the_same_numbers(self):
        """The weight is sign(code) * magnitudes[|code| - 1] * scale to the bit, and zero where the mask is."""
        for example in ("s0-lenet5-17x", "s3-lenet5-5bit"):
            project = self.example(example)
            tensors, metadata = read_safetensors(self.export(project, "safetensors", "a.safetensors"))
            self.assertEqual(metadata["mho.form"], "masked")
            with numpy.load(self.export(project, "npz", "a.npz")) as file:
                self.assertEqual(json.loads(file["about.json"])["form"], "masked")
                arrays = {name: file[name] for name in file.files if name != "about.json"}
            self.assertEqual(set(arrays), set(tensors))
            for name, array in arrays.items():
                self.assertEqual(array.dtype, tensors[name].dtype)
                numpy.testing.assert_array_equal(array, tensors[name])
            kept = 0
            for layer in json.loads(self.mho("inspect", project, "--json"))["layers"]:
                name = layer["name"] + ".weight"
                self.assertEqual(arrays[name].shape, tuple(layer["shape"]))
                self.assertEqual(int(arrays[name + ".mask"].sum()), layer["weights_kept"])
                self.assertFalse(arrays[name][arrays[name + ".mask"] == 0].any())
                kept += layer["weights_kept"]
                if name + ".levels" in arrays:
                    codes = arrays[name + ".levels"].astype(int)
                    levels = numpy.concatenate([[numpy.float32(0)], arrays[name + ".magnitudes"]])
                    weights = numpy.sign(codes).astype("f4") * (levels[abs(codes)] * arrays[name + ".scale"])
                    numpy.testing.assert_array_equal(weights, arrays[name])
                    self.assertEqual(arrays[name + ".scale"].shape, ())
            self.assertGreater(kept, 0)

    def test_names_that_nobody_gave_are_of_one_format_each(self):
        weights = self.random_weights("lenet5", "w.npz")
        for form in ("npz", "crossbars"):
            self.mho("export", "lenet5", "--weights", weights, "--format", form)
        with numpy.load(self.path("lenet5.npz")) as file:
            self.assertIn("conv1.weight", file.files)
        with numpy.load(self.path("lenet5-crossbars.npz")) as file:
            self.assertNotIn("conv1.weight", file.files)

    def test_the_same_input_gives_the_same_bytes(self):
        for form in ("safetensors", "pytorch", "npz", "crossbars"):
            with open(self.export(self.example("s0-lenet5-105x"), form, "one"), "rb") as one:
                with open(self.export(self.example("s0-lenet5-105x"), form, "two"), "rb") as two:
                    self.assertEqual(one.read(), two.read(), form)

    def test_mho_reads_its_own_files(self):
        hashes = set()
        for form in ("safetensors", "pytorch", "npz"):
            for more in ([], ["--weights-only"]):
                path = self.export(self.example("s0-lenet5-17x"), form, "w" + FILES[form], *more)
                done = self.run_mho("inspect", "lenet5", "--weights", path, "--json")
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                hashes.add(json.loads(done.stdout)["network"]["hash"])
        self.assertEqual(len(hashes), 1)

    def test_a_plan_and_the_present_plan(self):
        """A plan on weights: the example keeps no dense ones, so that they are given."""
        project = self.example("s0-lenet5-17x")
        given = ["--weights", self.random_weights("lenet5", "w.npz")]
        result = read_safetensors(self.export(project, "safetensors", "a", *given))[0]
        self.assertTrue(result["conv2.weight.mask"].all())
        preview = read_safetensors(self.export(project, "safetensors", "b", "--preview", *given))[0]
        self.assertFalse(preview["conv2.weight.mask"].all())
        self.assertTrue((result["conv2.weight"] != preview["conv2.weight"]).any())
        changed = read_safetensors(self.export(project, "safetensors", "c", "--set", "fc1.filter=500", *given))[0]
        self.assertEqual(int(changed["fc1.weight.mask"].any(axis=1).sum()), 1)

    @unittest.skipIf(torch is None, "python3-torch is not here")
    def test_pytorch_reads_it(self):
        project = self.example("s0-lenet5-17x")
        tensors = read_safetensors(self.export(project, "safetensors", "a.safetensors"))[0]
        path = self.export(project, "pytorch", "a.pt")
        for options in ({}, {"weights_only": True}):
            saved = torch.load(path, **options)
            self.assertEqual(set(saved), {"state_dict", "compression"})
            together = {**saved["state_dict"], **saved["compression"]}
            self.assertEqual(set(together), set(tensors))
            for name, tensor in together.items():
                numpy.testing.assert_array_equal(tensor.numpy(), tensors[name])

    @unittest.skipIf(torch is None, "python3-torch is not here")
    def test_masked_and_shrunk_run_in_pytorch_as_in_mho(self):
        project = self.example("s0-lenet5-17x")
        generator = numpy.random.default_rng(3)
        images = generator.normal(0, 1, (6, 1, 28, 28)).astype("f4")
        numpy.save(self.path("in.npy"), images)
        self.mho("infer", project, "--input", "in.npy", "--output", "out.npy")
        expected = numpy.load(self.path("out.npy"))
        sizes = []
        for form in ("--masked", "--shrunk"):
            state = torch.load(self.export(project, "pytorch", form[2:] + ".pt", "--weights-only", form))
            out = lenet(state)(torch.from_numpy(images)).detach().numpy()
            numpy.testing.assert_allclose(out, expected, rtol=1e-4, atol=1e-4 * abs(expected).max())
            sizes.append(sum(tensor.numel() for tensor in state.values()))
        self.assertLess(sizes[1], sizes[0])


def lenet(state):
    """LeNet-5 of these shapes, its state loaded strictly."""
    conv1, conv2, fc1, fc2 = (state[name + ".weight"].shape for name in ("conv1", "conv2", "fc1", "fc2"))

    class LeNet(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1, self.conv2 = torch.nn.Conv2d(conv1[1], conv1[0], 5), torch.nn.Conv2d(conv2[1], conv2[0], 5)
            self.fc1, self.fc2 = torch.nn.Linear(fc1[1], fc1[0]), torch.nn.Linear(fc2[1], fc2[0])

        def forward(self, x):
            x = torch.max_pool2d(torch.relu(self.conv1(x)), 2)
            x = torch.max_pool2d(torch.relu(self.conv2(x)), 2)
            return self.fc2(torch.relu(self.fc1(torch.flatten(x, 1))))

    network = LeNet().eval()
    network.load_state_dict(state, strict=True)
    return network


class Crossbars(Case):
    def test_arrays_give_the_weights_back(self):
        """Analog levels: |weight| = conductance / g_max * scale, positive and negative weights in arrays of their own."""
        project = self.example("s0-lenet5-17x")
        weights = read_safetensors(self.export(project, "safetensors", "w.safetensors"))[0]
        with numpy.load(self.export(project, "crossbars", "g.npz")) as file:
            about = json.loads(file["about.json"])
            index = list(csv.DictReader(io.StringIO(file["index.csv"].decode())))
            arrays = {name: file[name] for name in file.files if not name.endswith((".csv", ".json"))}
        self.assertEqual(about["hardware"]["crossbar"]["sign_scheme"], "two-arrays")
        top = about["hardware"]["device"]["g_max_S"]
        mapped = json.loads(self.mho("map", project, "--json"))
        self.assertEqual(len(index), mapped["compressed"]["crossbars"])
        rebuilt = {layer["name"]: numpy.zeros(weights[layer["name"] + ".weight"].shape).reshape(layer["shape"][0], -1)
                   for layer in json.loads(self.mho("inspect", project, "--json"))["layers"]}
        self.assertEqual({row["slices"] for row in index}, {"1"})
        for row in index:
            tile = f"{row['layer']}.r{row['row_block']}.c{row['column_block']}"
            array = arrays[row["key"]]
            self.assertEqual(array.shape, (int(row["rows"]), int(row["columns"])))
            column, line = arrays[tile + ".weight_column"], arrays[tile + ".filter"]
            self.assertEqual((int((column >= 0).sum()), int((line >= 0).sum())), (int(row["word_lines_used"]), int(row["bit_lines_used"])))
            self.assertFalse(array[column < 0].any() or array[:, line < 0].any())
            part = array[numpy.ix_(column >= 0, line >= 0)].T.astype(float) / top * float(weights[row["layer"] + ".weight.scale"])
            rebuilt[row["layer"]][numpy.ix_(line[line >= 0], column[column >= 0])] += part if row["sign"] == "positive" else -part
        for name, matrix in rebuilt.items():
            expected = weights[name + ".weight"].reshape(matrix.shape)
            # What only dead channels feed has no word line.
            there = matrix != 0
            numpy.testing.assert_allclose(matrix[there], expected[there], rtol=1e-6)
            layer = next(layer for layer in mapped["layers"] if layer["name"] == name)
            self.assertEqual(int(there.sum()), layer["compressed"]["weights_mapped"])

    def test_csv_holds_the_same_numbers(self):
        project = self.example("s0-lenet5-105x")
        with numpy.load(self.export(project, "crossbars", "g.npz", "--layer", "conv2")) as file:
            arrays = {name: file[name] for name in file.files if ".sign" in name}
        folder = self.export(project, "csv", "tables", "--layer", "conv2")
        with open(os.path.join(folder, "index.csv"), encoding="utf-8") as file:
            index = list(csv.DictReader(file))
        self.assertEqual({row["layer"] for row in index}, {"conv2"})
        self.assertEqual(len(index), len(arrays))
        self.assertEqual(set(os.listdir(folder)), {row["file"] for row in index} | {"index.csv", "lines.csv", "about.json"})
        for row in index:
            table = numpy.loadtxt(os.path.join(folder, row["file"]), delimiter=",", dtype="f4", ndmin=2)
            key = re.sub(r"^\d+_", "", row["file"]).removesuffix(".csv")
            numpy.testing.assert_array_equal(table, arrays[key])
        with open(os.path.join(folder, "lines.csv"), encoding="utf-8") as file:
            lines = [row for row in csv.DictReader(file) if row["line"] == "word"]
        self.assertEqual(len(lines), sum(int(row["word_lines_used"]) for row in index if row["sign"] in ("positive", "both") and row["slice"] == "0"))

    @unittest.skipIf(shutil.which("ngspice") is None, "ngspice is not here")
    def test_ngspice_gives_the_currents_of_the_nodal_solver(self):
        project = self.example("s0-lenet5-17x")
        small = ["--with", "crossbar.rows=24", "--with", "crossbar.columns=12"]
        folder = self.export(project, "csv", "tables", "--layer", "conv2", *small)
        with open(self.path("v.csv"), "w", encoding="utf-8") as file:
            file.write("".join(f"{0.2 - 0.015 * row!r}\n" for row in range(24)))
        table = os.path.join(folder, "002_conv2.r1.c1.slice0.sign0.csv")
        self.assertTrue(numpy.loadtxt(table, delimiter=",").any())
        for ohms in (["2.5", "4", "30", "10"], ["0", "4", "0", "0"], ["2.5", "0", "0", "10"], ["0", "0", "0", "0"], ["0", "0", "30", "10"],
                     ["1", "1", "0", "0"]):
            names = ["--word-line-ohm", "--bit-line-ohm", "--source-ohm", "--sink-ohm"]
            wires = [word for pair in zip(names, ohms) for word in pair]
            netlist = self.export(project, "spice", "a.cir", "--layer", "conv2", "--array", "1,1,0,0", "--voltages", "v.csv", *small, *wires)
            ran = subprocess.run(["ngspice", "-b", netlist], capture_output=True, text=True, timeout=LIMIT_S, check=False)
            self.assertEqual(ran.returncode, 0, ran.stderr)
            currents = [float(value) for value in re.findall(r"^i\(vo\d+\) = (\S+)", ran.stdout, re.MULTILINE)]
            expected = json.loads(self.mho("solve", "--conductances", table, "--voltages", "v.csv", *wires, "--json"))["currents_A"]
            self.assertEqual(len(currents), 12)
            numpy.testing.assert_allclose(currents, expected, rtol=1e-6, atol=1e-18)

    def test_circuits_that_are_not_there(self):
        project = self.example("s0-lenet5-17x")
        for arguments, says in [(["--layer", "conv9"], "conv9"), ([], "--layer"), (["--layer", "conv2", "--array", "99,0,0,0"], "99,0,0,0"),
                                (["--layer", "conv2", "--array", "1,2"], "four"), (["--layer", "conv2", "--sink-ohm", "-1"], "sink_ohm")]:
            done = self.run_mho("export", project, "--format", "spice", "--out", "x.cir", *arguments)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(says, done.stderr)
            self.assertEqual(os.listdir(self.folder), [])


class NeuroSim(Case):
    def table(self, folder):
        with open(os.path.join(folder, "NetWork.csv"), encoding="utf-8") as file:
            return [[int(value) for value in line.split(",")] for line in file.read().splitlines()]

    def test_vgg8_is_neurosims_own_table(self):
        """NetWork_VGG8.csv of neurosim/DNN_NeuroSim_V1.4."""
        weights = self.random_weights("vgg8", "w.npz")
        folder = self.export("vgg8", "neurosim", "n", "--weights", weights)
        self.assertEqual(self.table(folder), [[32, 32, 3, 3, 3, 128, 0, 1], [32, 32, 128, 3, 3, 128, 1, 1], [16, 16, 128, 3, 3, 256, 0, 1],
                                              [16, 16, 256, 3, 3, 256, 1, 1], [8, 8, 256, 3, 3, 512, 0, 1], [8, 8, 512, 3, 3, 512, 1, 1],
                                              [1, 1, 8192, 1, 1, 1024, 0, 1], [1, 1, 1024, 1, 1, 10, 0, 1]])
        with open(os.path.join(folder, "layers.csv"), encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        with numpy.load(weights) as file:
            for row in (rows[0], rows[-1]):
                weight = file[row["layer"] + ".weight"]
                table = numpy.loadtxt(os.path.join(folder, row["file"]), delimiter=",", dtype="f4")
                numpy.testing.assert_array_equal(table, (weight / numpy.float32(row["scale"])).reshape(weight.shape[0], -1).T)
                self.assertEqual(abs(table).max(), 1)

    def test_a_pool_behind_a_sum(self):
        """LeNet-5's pools follow its convolutions; of a ResNet only the last block's second convolution has one behind it."""
        self.assertEqual([row[6] for row in self.table(self.export(self.example("s0-lenet5-17x"), "neurosim", "a"))], [1, 1, 0, 0])
        rows = self.table(self.export(self.example("s2-resnet20-4x"), "neurosim", "b"))
        self.assertEqual([row[6] for row in rows], [0] * 18 + [1, 0])
        self.assertEqual([row[7] for row in rows].count(2), 2)
        shrunk = self.table(self.export(self.example("s0-lenet5-17x"), "neurosim", "c", "--shrunk"))
        self.assertLess(shrunk[0][5], 20)
        self.assertEqual(shrunk[0][5], shrunk[1][2])


    def test_filters_that_stay_are_told(self):
        """Half of a block's last filters: the sum ties each to a live channel of the shortcut."""
        out = os.path.join(self.folder, "s.npz")
        options = ["export", self.example("s2-resnet20-4x"), "--set", "*.unstructured=none", "--set", "layer1.0.conv2.filter=2", "--format", "npz", "--out", out]
        told = json.loads(self.mho(*options, "--shrunk", "--json"))["staying"]
        self.assertEqual({(one["layer"], one["reason"], one["value"]) for one in told}, {("layer1.0.conv2", "read", 0)})
        self.assertEqual(len({one["filter"] for one in told}), 8)
        self.assertIn("layer1.0.conv2: 8 filters without effect stay: ", self.mho(*options, "--shrunk"))
        self.assertNotIn("staying", json.loads(self.mho(*options, "--masked", "--json")))


class Files(Case):
    """Whole or not at all, and nowhere else."""

    def arguments(self, form, out):
        more = ["--with", "crossbar.rows=256", "--with", "crossbar.columns=256"] if form in ("csv", "crossbars", "spice") else []
        more += ["--layer", "fc1", "--word-line-ohm", "1"] if form == "spice" else []
        return ["export", self.example("s0-lenet5-17x"), "--format", form, "--out", out, *more]

    def test_a_cut_export_leaves_what_was_there(self):
        limit = files_of_at_most(100_000)  # what opens the project may write some
        for form, ending in FILES.items():
            out = "out" + ending
            if ending:
                with open(self.path(out), "w", encoding="utf-8") as file:
                    file.write("good")
            done = self.run_mho(*self.arguments(form, out), preexec_fn=limit)
            self.assertEqual(done.returncode, 1, form + done.stderr)
            self.assertIn("cannot be written", done.stderr)
            self.assertEqual(os.listdir(self.folder), [out] if ending else [])
            if ending:
                with open(self.path(out), encoding="utf-8") as file:
                    self.assertEqual(file.read(), "good")
                os.remove(self.path(out))

    def test_a_full_disk_leaves_what_was_there(self):
        with small_disk(self, self.folder) as disk:
            with open(os.path.join(disk, "out.npz"), "w", encoding="utf-8") as file:
                file.write("good")
            for form, out in (("npz", "out.npz"), ("csv", "tables")):
                done = self.run_mho(*self.arguments(form, os.path.join(disk, out)))
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn("No space", done.stderr)
                self.assertEqual(content_of(disk), {"out.npz": b"good"})

    def test_a_folder_with_something_in_it_is_kept(self):
        os.mkdir(self.path("tables"))
        with open(self.path("tables/mine"), "w", encoding="utf-8") as file:
            file.write("mine")
        done = self.run_mho(*self.arguments("csv", "tables"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("already", done.stderr)
        self.assertEqual((os.listdir(self.folder), os.listdir(self.path("tables"))), (["tables"], ["mine"]))
        os.remove(self.path("tables/mine"))
        self.mho(*self.arguments("csv", "tables/"))
        self.assertIn("index.csv", os.listdir(self.path("tables")))

    @unittest.skipUnless("onnx" in FILES, "built without MHO_ONNX")
    def test_of_two_files_both_are_written_or_none(self):
        for taken, good in (("out.onnx", "out.masks.npz"), ("out.masks.npz", "out.onnx")):
            os.mkdir(self.path(taken))
            with open(self.path(good), "w", encoding="utf-8") as file:
                file.write("good")
            before = content_of(self.folder)
            done = self.run_mho(*self.arguments("onnx", "out.onnx"))
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(f"{taken}: The file cannot be written", done.stderr)
            self.assertEqual((content_of(self.folder), len(os.listdir(self.folder))), (before, 2))
            os.rmdir(self.path(taken))
            os.remove(self.path(good))
        self.mho(*self.arguments("onnx", "out.onnx"))
        self.assertEqual(set(os.listdir(self.folder)), {"out.onnx", "out.masks.npz"})

    def test_no_export_replaces_what_it_reads(self):
        weights = self.random_weights("lenet5", "w.npz")
        endings = {form: FILES[form] for form in ("npz", "pytorch", "safetensors", "onnx") if form in FILES}
        for form, ending in endings.items():
            own = "lenet5" + ending
            self.export("lenet5", form, own, "--weights", weights, "--weights-only")
            os.symlink(own, self.path("link" + ending))
            before = content_of(self.folder)
            given = [] if form == "onnx" else [["lenet5", "--weights", own]]
            for source in [[own], *given]:
                for out in ([], ["--out", "./" + own], ["--out", "link" + ending]):
                    done = self.run_mho("export", *source, "--format", form, "--set", "fc1.filter=4", *out)
                    self.assertEqual((done.returncode, done.stdout), (2, ""), (source, out, done.stderr))
                    self.assertIn(own, done.stderr)
                    self.assertIn("--out", done.stderr)
                    self.assertEqual(content_of(self.folder), before)
        if "onnx" in FILES:
            shutil.copyfile(weights, self.path("lenet5.masks.npz"))
            before = content_of(self.folder)
            done = self.run_mho("export", "lenet5", "--weights", "lenet5.masks.npz", "--format", "onnx")
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertEqual(content_of(self.folder), before)

    def test_default_names(self):
        self.mho("export", self.example("s0-lenet5-17x"), "--format", "npz")
        self.mho("export", self.example("s0-lenet5-17x"), "--format", "neurosim")
        self.assertEqual(set(os.listdir(self.folder)), {"s0-lenet5-17x.npz", "s0-lenet5-17x-neurosim"})

    def test_wrong_use(self):
        project = self.example("s0-lenet5-17x")
        for arguments, says in [(["lenet5", "--format", "npz"], "no weights"), ([project], "--format"), ([project, "--format", "gif"], "gif"),
                                ([project, "--format", "npz", "--layer", "conv1"], "--layer"),
                                ([project, "--format", "npz", "--sink-ohm", "1"], "circuit"),
                                ([project, "--format", "csv", "--weights-only"], "--weights-only"),
                                ([project, "--format", "npz", "--masked", "--shrunk"], "--shrunk"),
                                (["lenet5", "--format", "npz", "--preview"], "--preview")]:
            done = self.run_mho("export", *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertIn(says, done.stderr)
        self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    MHO, EXAMPLES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if numpy is None:
        print("skipped: python3-numpy is not here")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
