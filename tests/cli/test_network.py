#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any network, any plan, from the command line: test_network.py MHO TINY-RECIPE [TestClass...]"""

import array
import json
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""
RECIPE = ""
MODULE = "libmho_learn.so"
SHAPES = {"conv1.weight": (20, 1, 5, 5), "conv1.bias": (20,), "conv2.weight": (50, 20, 5, 5), "conv2.bias": (50,),
          "fc1.weight": (500, 800), "fc1.bias": (500,), "fc2.weight": (10, 500), "fc2.bias": (10,)}


def mho(*arguments, folder=None):
    environment = {key: value for key, value in os.environ.items() if key != "MHO_DATA_DIR"}
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S, cwd=folder, env=environment)


def product(shape):
    result = 1
    for extent in shape:
        result *= extent
    return result


def write_weights(path, seed):
    """A safetensors file with small random weights for LeNet-5."""
    header, data, draw = {}, b"", random.Random(seed)
    for name, shape in SHAPES.items():
        values = array.array("f", (draw.uniform(-0.05, 0.05) for _ in range(product(shape))))
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + 4 * len(values)]}
        data += values.tobytes()
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


class Case(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def good(self, *arguments):
        done = mho(*arguments, folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def bad(self, code, *arguments, says):
        before = sorted(os.listdir(self.folder))
        done = mho(*arguments, folder=self.folder)
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        for text in says:
            self.assertIn(text, done.stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), before, "a refused command writes nothing")


class Options(Case):
    """map, estimate and simulate."""

    def test_set_is_the_same_as_a_plan_file(self):
        plan = self.path("plan.json")
        with open(plan, "w", encoding="utf-8") as file:
            json.dump([{"layer": "conv1", "level_bits": 5},
                       {"layer": "conv2", "constraints": [{"kind": "filter", "ratio": 4}], "level_bits": 5},
                       {"layer": "fc1", "level_bits": 5}, {"layer": "fc2", "level_bits": 5}], file)
        by_file = self.good("map", "lenet5", "--hardware", "s0-45", "--plan", plan, "--json")
        by_set = self.good("map", "lenet5", "--hardware", "s0-45", "--set", "conv2.filter=4", "--set",
                           "*.level_bits=5", "--json")
        self.assertEqual(by_file, by_set)
        self.assertEqual(by_set["layers"][1]["weights_kept"], 12 * 500)
        both = self.good("map", "lenet5", "--hardware", "s0-45", "--plan", plan, "--set", "conv2.filter=2", "--json")
        self.assertEqual(both["layers"][1]["weights_kept"], 25 * 500)
        none = self.good("map", "lenet5", "--hardware", "s0-45", "--plan", plan, "--set", "conv2.filter=none", "--json")
        self.assertEqual(none["layers"][1]["weights_kept"], 25000)

    def test_layers_that_a_plan_file_does_not_name_stay_dense(self):
        plan = self.path("plan.json")
        with open(plan, "w", encoding="utf-8") as file:
            json.dump([{"layer": "fc1", "constraints": [{"kind": "filter", "ratio": 2}]}], file)
        kept = [layer["weights_in_mask"] for layer in self.good("map", "lenet5", "--hardware", "s0-45", "--plan", plan, "--json")["layers"]]
        self.assertEqual(kept, [500, 25000, 200000, 5000])

    def test_set_changes_a_recipes_plan(self):
        plain = self.good("map", "lenet5-digits", "--json")
        changed = self.good("map", "lenet5-digits", "--set", "conv1.filter=4", "--json")
        self.assertEqual(changed["layers"][0]["weights_kept"], 125)
        self.assertEqual(plain["layers"][2], changed["layers"][2])

    def test_hardware_by_name(self):
        by_preset = self.good("map", "lenet5", "--preset", "forms", "--json")
        self.assertEqual(self.good("map", "lenet5", "--hardware", "forms", "--json"), by_preset)
        rows = self.good("map", "lenet5", "--hardware", "forms", "--with", "crossbar.rows=64", "--json")
        self.assertEqual(rows["hardware"]["crossbar"]["rows"], 64)
        self.assertEqual(rows["hardware"]["preset"], "forms")
        self.bad(2, "map", "lenet5", "--hardware", "farms", says=["farms", "forms"])

    def test_estimate_takes_them(self):
        dense = self.good("estimate", "lenet5", "--hardware", "s0-45", "--json")["estimates"][0]
        pruned = self.good("estimate", "lenet5", "--hardware", "s0-45", "--set", "fc1.filter=10", "--json")["estimates"][0]
        self.assertEqual(dense["hardware"]["preset"], "s0-45")
        self.assertNotEqual(dense, pruned)

    def test_simulate_takes_them(self):
        write_weights(self.path("w.safetensors"), 1)
        found = self.good("simulate", "lenet5", "--weights", self.path("w.safetensors"), "--set", "*.level_bits=5", "--set",
                          "fc1.filter=10", "--hardware", "s0-45", "--data", "synthetic-digits", "--images", "4",
                          "--calibration-images", "4", "--json")
        self.assertEqual(found["hardware"]["preset"], "s0-45")

    def test_all_problems_of_a_plan_at_once(self):
        self.bad(2, "map", "lenet5", "--set", "conv9.filter=2", "--set", "conv1.fliter=2", "--set", "fc1.level_bits=x", "--set",
                 "conv2.filter=51", "--set", "fc2.level_bits=12",
                 says=["conv9.filter=2", "conv1, conv2, fc1, fc2", "fliter", "filter-shape", "fc1.level_bits=x", "empty the layer",
                       "12 bits cannot be"])

    def test_a_plan_that_leaves_no_way_through_is_refused(self):
        """Each constraint can be met, but one filter and one weight need not meet."""
        write_weights(self.path("a.bin"), 1)
        settings = []
        for layer, filters, weights in (("conv1", 20, 500), ("conv2", 50, 25000), ("fc1", 500, 400000), ("fc2", 10, 5000)):
            settings += ["--set", f"{layer}.filter={filters}", "--set", f"{layer}.unstructured={weights}"]
        self.bad(2, "map", "lenet5", "--weights", self.path("a.bin"), *settings, says=["cuts the output off", "fc2", "lower ratios"])
        self.bad(2, "run", "--network", "lenet5", "--weights", self.path("a.bin"), "--data", "synthetic-digits", "--project", self.path("p.mho"),
                 *settings, says=["cuts the output off", "fc2"])

    def test_weights_show_in_the_hash(self):
        write_weights(self.path("a.bin"), 1)
        write_weights(self.path("b.bin"), 2)
        hashes = {self.good("inspect", "lenet5", "--weights", self.path(name), "--json")["network"]["hash"]
                  for name in ("a.bin", "b.bin")}
        self.assertEqual(len(hashes), 2)
        self.bad(2, "inspect", "vgg8", "--weights", self.path("a.bin"), says=["a.bin", "features.0.weight"])


class Runs(Case):
    """mho run --network."""

    def interrupted(self, *arguments):
        """Ctrl-C after the first epoch."""
        process = subprocess.Popen([MHO, "run", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   cwd=self.folder)
        lines = []
        for line in process.stderr:
            lines.append(line)
            if " epoch " in line:
                process.send_signal(signal.SIGINT)
                break
        lines += process.stderr.readlines()
        process.stdout.close()
        process.stderr.close()
        self.assertEqual(process.wait(timeout=LIMIT_S), 130, "".join(lines))

    def test_problems_show_before_anything_is_written(self):
        self.bad(2, "run", "--network", "lenet5", "--set", "conv9.filter=2", "--set", "conv2.filter=51",
                 says=["conv9", "empty the layer"])
        # One cell of isaac holds 2 bits.
        self.bad(2, "run", "--network", "lenet5", "--set", "conv1.level_bits=5", says=["plan.conv1.level_bits", "cell_bits"])
        self.bad(2, "run", "--network", "lenet9", says=["lenet9", "lenet5"])
        self.bad(2, "run", "lenet5-digits", "--network", "alexnet", "--data", "synthetic-digits", says=["lenet5-digits", "alexnet", "--plan or --set"])
        self.bad(2, "run", "lenet5", says=["--network"])
        self.bad(2, "run", "--network", "vgg16-cifar10", says=["cifar10", "--data DIR"])
        self.bad(2, "run", "--network", "resnet18-imagenet", says=["--data DIR", "3x224x224"])
        self.bad(2, "run", "--network", "vgg8", "--data", "synthetic-digits", says=["1x28x28", "3x32x32"])
        self.bad(2, "run", "--network", "lenet5", "--weights", "none.pt", says=["none.pt"])
        with open(RECIPE, encoding="utf-8") as file:
            recipe = json.load(file)
        with open(self.path("trained.json"), "w", encoding="utf-8") as file:
            json.dump(dict(recipe, weights="trained.pt"), file)
        self.bad(2, "run", "trained.json", says=["trained.pt", "--weights FILE"])
        self.bad(2, "run", "--network", "lenet5", "--mean", "0.1,0.2", "--std", "0.3", says=["2 numbers", "1 channels"])
        self.bad(2, "run", "--network", "lenet5", "--mean", "0.1", says=["belong together"])
        self.bad(2, "run", "--network", "lenet5", "--mean", "0.1", "--std", "0", says=["deviation"])
        self.bad(2, "run", "--network", "lenet5", "--mean", "0.1", "--std", "wide", says=["--std wide"])

    def test_a_network_by_name_is_interrupted_and_resumed(self):
        options = ["--network", "lenet5", "--set", "conv2.filter=2", "--hardware", "forms"]
        # FORMS' arrays hold one sign in a fragment.
        self.bad(2, "run", *options, "--set", "fc1.sign-polarisation=1",
                 says=["plan.conv1: ", "plan.conv2: ", "plan.fc2: ", "sign-polarisation"])
        self.assertFalse(os.path.exists(self.path("lenet5.mho")))
        options += ["--set", "*.sign-polarisation=1"]
        self.interrupted(*options)
        self.assertTrue(os.path.exists(self.path("lenet5.mho")))
        self.bad(2, "run", *options, says=["--resume"])
        self.bad(2, "run", "--resume", *options, "--set", "conv2.filter=4", says=["other options"])
        self.bad(2, "run", "--resume", "--project", "lenet5.mho", "--set", "conv2.filter=4", says=["leave out"])
        self.interrupted("--resume", *options)
        self.interrupted("--resume", "--project", "lenet5.mho")

    def test_a_file_of_weights_is_asked_what_pays(self):
        """break-even and explore have no plan of their own for it: they take the one that is set."""
        write_weights(self.path("w.safetensors"), 1)
        found = self.good("break-even", "w.safetensors", "--engine", "sparse-45nm", "--set", "conv2.unstructured=10", "--json")
        self.assertEqual(found["network"], "lenet5")
        self.bad(2, "break-even", "w.safetensors", "--engine", "sparse-45nm", says=["no plan of its own"])
        self.bad(2, "explore", "search", "w.safetensors", "--budget", "100", says=["no plan whose ratios could move"])

    def test_the_stages_of_a_recipe_on_another_network(self):
        """Ways of compression that only a recipe says, on a network that comes as a file."""
        with open(RECIPE, encoding="utf-8") as file:
            recipe = json.load(file)
        recipe["prune"] = "group-regularizer"
        recipe["regularize"] = {"strength": 0.001, "training": {"epochs": 1, "batch_size": 32, "learning_rate": 0.01}}
        recipe["purify"] = {"enabled": True}
        with open(self.path("stages.json"), "w", encoding="utf-8") as file:
            json.dump(recipe, file)
        write_weights(self.path("w.safetensors"), 1)
        result = self.good("run", self.path("stages.json"), "--network", "w.safetensors", "--data", "synthetic-digits", "--project",
                           self.path("c.mho"), "--threads", "1", "--set", "conv2.filter=2", "--json")
        self.assertEqual((result["recipe"]["network"], result["recipe"]["prune"], result["recipe"]["purify"]["enabled"]),
                         ("w.safetensors", "group-regularizer", True))
        self.assertLessEqual(result["layers"][1]["weights_kept"], result["layers"][1]["weights"] // 2)

    def test_a_projects_network_with_a_changed_plan(self):
        write_weights(self.path("w.safetensors"), 1)
        first = ["run", RECIPE, "--threads", "1", "--weights", "w.safetensors", "--project", "first.mho"]
        done = mho(*first, "--json=first.json", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        # The file of weights does not say what they were trained with.
        self.assertIn("taken as trained on pixels normalised as usual for synthetic-digits (mean 0.1307, deviation 0.3081)", done.stderr)
        self.bad(2, "run", "--network", "first.mho", says=["--project"])
        done = mho("run", "--network", "first.mho", "--project", "second.mho", "--set", "conv1.filter=4", "--json=second.json",
                   "--threads", "1", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.path("first.json"), encoding="utf-8") as one, open(self.path("second.json"), encoding="utf-8") as two:
            first, second = json.load(one), json.load(two)
        self.assertEqual(first["data"]["normalization"], {"mean": [0.1307], "deviation": [0.3081], "from": "data"})
        self.assertEqual([layer["weights_kept"] for layer in first["layers"]][0], 250)
        self.assertEqual([layer["weights_kept"] for layer in second["layers"]][0], 125)
        # Both start from the weights of the file, so nothing is trained before: the original accuracy is that of noise.
        self.assertEqual(first["accuracy"]["original"], second["accuracy"]["original"])
        self.assertLess(first["accuracy"]["original"], 50.0)
        self.bad(2, "run", "--resume", "--project", "second.mho", "--mean", "0.3", "--std", "0.3", says=["leave out"])
        write_weights(self.path("other.safetensors"), 2)
        self.bad(2, "run", RECIPE, "--threads", "1", "--weights", "other.safetensors", "--project", "first.mho",
                 says=["other weights"])
        done = mho("eval", "lenet5", "--weights", "w.safetensors", "--data", "synthetic-digits", "--json", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("w.safetensors is taken as trained on pixels normalised with mean 0.1307, deviation 0.3081", done.stderr)
        # The run may compute in bfloat16, this in float32.
        self.assertAlmostEqual(json.loads(done.stdout)["accuracy"]["top1"], first["accuracy"]["original"], delta=2.0)
        # Names and shapes tell the network.
        unnamed = mho("eval", "w.safetensors", "--data", "synthetic-digits", "--json", folder=self.folder)
        self.assertEqual(unnamed.returncode, 0, unnamed.stderr)
        self.assertEqual(json.loads(unnamed.stdout), json.loads(done.stdout))
        self.assertIn("w.safetensors is taken as trained on pixels normalised with mean 0.1307, deviation 0.3081", unnamed.stderr)


if __name__ == "__main__":
    MHO, RECIPE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if not os.path.exists(os.path.join(os.path.dirname(MHO), "..", "lib", MODULE)):
        Runs = unittest.skip(f"the training module ({MODULE}) is not built")(Runs)
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
