#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a person or a script meets it: test_basics.py MHO VERSION [TestClass...]"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""
VERSION = ""
NAMES = ["lenet5", "convnet-cifar10", "alexnet", "vgg8", "vgg16-cifar10", "vgg16-imagenet", "resnet18-cifar10",
         "resnet18-imagenet", "resnet50-imagenet", "resnet20-cifar10"]


def mho(*arguments, folder=None, **more):
    """Runs mho and returns the finished process; its environment has no MHO_DATA_DIR unless given."""
    environment = {key: value for key, value in os.environ.items() if key != "MHO_DATA_DIR"}
    environment.update(more)
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S, cwd=folder, env=environment)


class Case(unittest.TestCase):
    """Each test has a folder of its own."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def wrong_use(self, *arguments, says, **more):
        done = mho(*arguments, folder=self.folder, **more)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stdout, "")
        for text in says:
            self.assertIn(text, done.stderr)
        self.assertEqual(os.listdir(self.folder), [], "wrong use leaves no file")


class Basics(Case):
    def test_version(self):
        done = mho("--version")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, f"mho {VERSION}\n", ""))

    def test_help(self):
        done = mho("--help")
        self.assertEqual(done.returncode, 0)
        for command in ["run", "inspect", "eval", "solve", "list", "preset", "estimate"]:
            self.assertIn(f"\n  {command} ", done.stdout)

    def test_list(self):
        done = mho("list")
        self.assertEqual(done.returncode, 0, done.stderr)
        first = [line.split()[0] for line in done.stdout.splitlines() if line.strip()]
        for name in NAMES + ["lenet5-digits", "lenet5-mnist", "isaac"]:
            self.assertIn(name, first)


    def test_preset_fields(self):
        """The table of fields names exactly the fields that a preset's hardware has."""
        done = mho("preset", "--fields", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        fields = {field["name"]: field for field in json.loads(done.stdout)["fields"]}
        hardware = json.loads(mho("preset", "isaac", "--json").stdout)["hardware"]
        names = {key for key in hardware if not isinstance(hardware[key], dict)}
        names |= {f"{part}.{key}" for part in ("device", "crossbar") for key in hardware[part]}
        self.assertEqual(set(fields), names)
        self.assertEqual((fields["crossbar.rows"]["least"], fields["crossbar.rows"]["most"]), (1, 4096))
        self.assertIn("offset", [choice["name"] for choice in fields["crossbar.sign_scheme"]["choices"]])
        text = mho("preset", "--fields")
        self.assertEqual(text.returncode, 0, text.stderr)
        for name in names:
            self.assertIn(f"\n{name} ", "\n" + text.stdout)


class WrongUse(Case):
    def test_no_command(self):
        self.wrong_use(says=["subcommand"])

    def test_unknown_command(self):
        self.wrong_use("compress", says=["compress", "run, inspect, eval, solve, list"])

    def test_unknown_option(self):
        self.wrong_use("run", "--fast", says=["--fast"])

    def test_bad_values(self):
        self.wrong_use("run", "--threads", "0", says=["--threads"])
        self.wrong_use("run", "--threads", "many", says=["--threads"])
        self.wrong_use("run", "--seed", "-1", says=["--seed"])
        self.wrong_use("run", "--device", "tpu", says=["--device", "cpu", "cuda"])

    def test_unknown_recipe_lists_the_names(self):
        self.wrong_use("run", "lenet6", says=["lenet6", "lenet5-digits", "lenet5-mnist"])

    def test_unknown_network_lists_the_names(self):
        self.wrong_use("inspect", "lenet6", says=["lenet6", *NAMES])

    def test_data_missing(self):
        self.wrong_use("run", "lenet5-mnist", says=["--data DIR", "yann.lecun.com/exdb/mnist"])

    def test_data_for_built_in_digits(self):
        self.wrong_use("run", "lenet5-digits", "--data", "/", says=["built-in digits", "--data"])

    def test_nothing_to_resume(self):
        self.wrong_use("run", "lenet5-digits", "--resume", says=["./lenet5-digits.mho", "--project"])

    def test_eval_of_something_else(self):
        self.wrong_use("eval", "weights.bin", says=["weights.bin", ".mho"])
        self.wrong_use("eval", "lenet5", "--point", "plan", says=["lenet5", "--point", ".mho"])
        self.wrong_use("eval", "some.mho", "--point", "other", says=["--point", "plan"])

    def test_json_takes_no_word(self):
        self.wrong_use("run", "lenet5-digits", "--json", "result.json", says=["result.json"])

    def test_preset_beside_hardware(self):
        for command in [("map", "lenet5"), ("simulate", "lenet5", "--data", "synthetic-digits"),
                        ("break-even", "lenet5", "--set", "fc1.filter-shape=4", "--engine", "sparse-45nm")]:
            self.wrong_use(*command, "--preset", "forms", "--hardware", "isaac", says=["--preset", "--hardware"])

    def test_teacher_normalisation(self):
        self.wrong_use("run", "lenet5-digits", "--teacher-mean", "0.5", says=["--teacher-mean and --teacher-std belong together"])


class Failures(Case):
    def failed(self, *arguments, says, code=2):
        done = mho(*arguments, folder=self.folder)
        self.assertEqual(done.returncode, code, done.stderr)
        for text in says:
            self.assertIn(text, done.stderr)

    def test_missing_project(self):
        self.failed("inspect", "gone.mho", says=["gone.mho"])

    def test_damaged_project(self):
        with open(self.path("bad.mho"), "wb") as file:
            file.write(b"no database at all" * 100)
        self.failed("inspect", "bad.mho", says=["bad.mho"])

    def test_data_folder_without_data(self):
        self.failed("run", "lenet5-mnist", "--data", self.folder, says=[self.folder])
        self.assertEqual(os.listdir(self.folder), [], "no project is made before the data are there")

    def test_good_input_that_cannot_be_done(self):
        self.failed("map", "lenet5", "--json=" + self.path("none/map.json"), says=["none/map.json"], code=1)

    def test_range_of_one_value(self):
        self.failed("map", "lenet5", "--set", "*.levels=ternary", "--set", "*.level_bits=3",
                    says=['3 bits cannot be for "ternary" levels; give 0 (float weights) or 2\n'])
        self.failed("map", "lenet5", "--set", "conv1.levels=fixed-point", "--set", "conv1.level_bits=99", says=["float weights) or 2 to "])


class Json(Case):
    """--json is the same for every command."""

    COMMANDS = [("inspect", "lenet5"), ("preset",), ("preset", "isaac"), ("map", "lenet5"), ("estimate", "lenet5"),
                ("estimate", "lenet5", "--engine", "sparse-45nm"),
                ("break-even", "lenet5", "--set", "fc1.filter-shape=4", "--engine", "sparse-45nm")]

    def test_alone_or_into_a_file_beside_the_text(self):
        for command in self.COMMANDS:
            with self.subTest(command=command):
                text = mho(*command, folder=self.folder)
                alone = mho(command[0], "--json", *command[1:], folder=self.folder)
                both = mho(*command, "--json=" + self.path("out.json"), folder=self.folder)
                for done in (text, alone, both):
                    self.assertEqual(done.returncode, 0, done.stderr)
                json.loads(alone.stdout)
                self.assertEqual(both.stdout, text.stdout)
                with open(self.path("out.json"), encoding="utf-8") as file:
                    self.assertEqual(file.read(), alone.stdout)

    def test_every_command_that_has_it_says_the_same(self):
        helps = set()
        for command in ["run", "inspect", "eval", "solve", "preset", "estimate", "break-even", "map", "simulate"]:
            text = mho(command, "--help", folder=self.folder).stdout
            helps.add(" ".join(text[text.index("--json"):].split()[:16]))
        self.assertEqual(len(helps), 1, helps)
        self.assertIn("--json=FILE", helps.pop())


class Inspect(Case):
    def test_lenet5(self):
        done = mho("inspect", "lenet5", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        result = json.loads(done.stdout)
        self.assertEqual(result["tool"]["version"], VERSION)
        network = result["network"]
        self.assertEqual(network["name"], "lenet5")
        self.assertRegex(network["hash"], "^[0-9a-f]{64}$")
        self.assertEqual(network["input_shape"], [1, 28, 28])
        self.assertFalse(network["has_weights"])
        # 20*1*5*5 + 50*20*5*5 and 500*800 + 10*500
        self.assertEqual(network["convolution_weights"], 25_500)
        self.assertEqual(network["weights"], 430_500)
        self.assertEqual(
            [(layer["kind"], layer["rows"], layer["columns"], layer["weights_kept"]) for layer in result["layers"]],
            [("convolution", 25, 20, 500), ("convolution", 500, 50, 25_000), ("linear", 800, 500, 400_000),
             ("linear", 500, 10, 5_000)])

    def test_every_network(self):
        hashes = set()
        for name in NAMES:
            done = mho("inspect", name, "--json")
            self.assertEqual(done.returncode, 0, done.stderr)
            hashes.add(json.loads(done.stdout)["network"]["hash"])
        self.assertEqual(len(hashes), len(NAMES))

    def test_table(self):
        done = mho("inspect", "vgg16-cifar10")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("14\u202f710\u202f464 convolution weights", done.stdout)

    def test_training_module_stays_out(self):
        done = subprocess.run([MHO, "inspect", "lenet5"], capture_output=True, text=True, timeout=LIMIT_S,
                              env={**os.environ, "LD_DEBUG": "libs"})
        self.assertEqual(done.returncode, 0)
        self.assertIn("libmho.so", done.stderr)
        self.assertNotIn("libmho_learn", done.stderr)
        self.assertNotIn("libtorch", done.stderr)


if __name__ == "__main__":
    MHO, VERSION = os.path.abspath(sys.argv[1]), sys.argv[2]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
