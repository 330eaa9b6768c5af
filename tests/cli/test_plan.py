#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`mho plan`: test_plan.py MHO EXAMPLE.mho [TestClass...]"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""
EXAMPLE = ""


def mho(*arguments):
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def out(*arguments):
    done = mho(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Plan(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="it's a ")
        self.path = self.copy("a.mho")

    def tearDown(self):
        self.folder.cleanup()

    def copy(self, name):
        path = os.path.join(self.folder.name, name)
        shutil.copyfile(EXAMPLE, path)
        return path

    def plan(self, path):
        return json.loads(out("plan", "show", path, "--json"))

    def hardware(self, path):
        return json.loads(out("map", path, "--json"))["hardware"]

    def entry(self, layer):
        return next(entry for entry in self.plan(self.path) if entry["layer"] == layer)

    def test_set_and_show(self):
        said = out("plan", "set", self.path, "conv2.filter=4", "fc1.level_bits=4", "--with", "crossbar.rows=64")
        self.assertIn("conv2.filter=4", said)
        self.assertIn("--with crossbar.rows=64", said)
        self.assertIn({"kind": "filter", "ratio": 4.0, "rule": "euclidean"}, self.entry("conv2")["constraints"])
        self.assertEqual(self.entry("fc1")["level_bits"], 4)
        self.assertEqual(self.hardware(self.path)["crossbar"]["rows"], 64)
        self.assertIn("filter=4", out("plan", "show", self.path))
        self.assertIn("so already", out("plan", "set", self.path, "conv2.filter=4"))
        # A word behind an option that may be repeated is no value of it.
        self.assertIn("conv2.filter=3", out("plan", "set", "--with", "crossbar.rows=32", self.path, "conv2.filter=3"))

    def test_stages(self):
        said = out("plan", "set", self.path, "--stage", "retrain.epochs=2", "--stage", "retrain.schedule=one-cycle")
        self.assertIn("--stage retrain.epochs=2", said)
        self.assertIn("so already", out("plan", "set", self.path, "--stage", "retrain.epochs=2"))
        stages = json.loads(out("plan", "show", self.path, "--stages", "--json"))
        self.assertEqual((stages["retrain"]["epochs"], stages["retrain"]["schedule"]), (2, "one-cycle"))
        shown = out("plan", "show", self.path, "--stages")
        self.assertRegex(shown, r"retrain\.epochs +2 +in 0\.\.100000 +Passes over")
        self.assertRegex(shown, r"retrain\.schedule +one-cycle +constant, step, cosine, one-cycle")
        wrong = mho("plan", "set", self.path, "--stage", "retrain.epochs=-1", "--stage", "admm.rho=0", "conv2.filter=2")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("retrain.epochs", wrong.stderr)
        self.assertIn("admm.rho", wrong.stderr)
        self.assertEqual(json.loads(out("plan", "show", self.path, "--stages", "--json")), stages)

    def test_wrong_settings_change_nothing(self):
        before = self.plan(self.path)
        for arguments, says in [(["conv9.filter=4"], "conv9"), (["fc1.filter=1000", "fc1.level_bits=3"], "fc1"),
                                (["fc1.level_bits=3", "--with", "crossbar.rows=0"], "rows"), ([], "Nothing to set"),
                                (["fc1.level_bits=3", "--with", "crossbar.rws=64"], "rws"),
                                (["fc1.level_bits=3", "--lock", "fc9"], "fc9")]:
            done = mho("plan", "set", self.path, *arguments)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(says, done.stderr)
        self.assertEqual(self.plan(self.path), before)
        self.assertEqual(mho("plan", "set", os.path.join(self.folder.name, "absent.mho"), "fc1.rho=2").returncode, 2)

    def test_new_projects(self):
        """A recipe, a network of the zoo and a file of weights become projects; the journal has the line."""
        weights = os.path.join(self.folder.name, "w.npz")
        out("export", self.path, "--format", "npz", "--weights-only", "--out", weights)
        for name, arguments in (("r", ["lenet5-digits"]), ("n", ["--network", "lenet5"]), ("w", ["--network", weights]),
                                ("b", ["s1-lenet5-39x", "--network", weights])):
            made = os.path.join(self.folder.name, name + ".mho")
            self.assertIn("4 weight layers", out("plan", "new", made, *arguments))
            acts = json.loads(out("plan", "journal", made, "--json"))["journal"]
            self.assertEqual([act["act"] for act in acts], ["Create project"])
            again = acts[0]["command"].replace("mho ", f"'{MHO}' ", 1).replace(name + ".mho", name + "-again.mho")
            subprocess.run(["sh", "-c", again], check=True, capture_output=True)
            self.assertEqual(out("plan", "show", made), out("plan", "show", os.path.join(self.folder.name, name + "-again.mho")))
            for wrong in ([made, *arguments], [made + "x", "lenet6"], [made + "x", "--network", "lenet6"], [made + "x"], [made + "x", "lenet5-none", "--network", "lenet5"]):
                done = mho("plan", "new", *wrong)
                self.assertIn(done.returncode, (1, 2), done.stderr)
                self.assertTrue(done.stderr)
                self.assertFalse(os.path.exists(made + "x"))

    def test_stages_of_a_recipe_for_another_network(self):
        """What only recipes say reaches any network; the plan comes along where the layers have its names."""
        made = os.path.join(self.folder.name, "stages.mho")
        out("plan", "new", made, "s1-lenet5-39x", "--network", "cnn3-mnist")
        self.assertEqual([layer["layer"] for layer in self.plan(made)], ["conv1", "conv2", "conv3", "fc1", "fc2"])
        self.assertEqual([bool(layer["constraints"]) for layer in self.plan(made)], [True, True, False, False, False])
        other = os.path.join(self.folder.name, "other.mho")
        done = mho("plan", "new", other, "s1-lenet5-39x", "--network", "vgg8")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("the plan of s1-lenet5-39x is for other layers than vgg8 has", done.stderr)
        self.assertFalse(any(layer["constraints"] for layer in self.plan(other)))

    def test_journal_does_the_same_again(self):
        """The printed commands, run by a shell on another copy, lead to the same plan and hardware."""
        out("plan", "set", self.path, "*.filter=2", "conv1.filter=none", "fc1.column-proportional.non_zeros=8")
        out("plan", "set", self.path, "--with", "crossbar.columns=256", "--with", "adc_law=walden")
        out("plan", "set", self.path, "fc1.filter=none", "*.level_bits=3", "--with", "device.cell_bits=2")
        out("plan", "set", self.path, "--lock", "conv1", "--lock", "fc1")
        out("plan", "set", self.path, "--unlock", "fc1", "--data", self.folder.name)
        out("plan", "set", self.path, "--data", "")
        out("plan", "set", self.path, "--stage", "retrain.epochs=2", "--stage", "admm.training.milestones=[0.25, 0.75]")
        out("plan", "set", self.path, "conv2.filter=3", "--stage", "seed=7")
        self.assertRegex(out("plan", "show", self.path), r"conv1 .*yes")
        other = self.copy("other.mho")
        done = len(json.loads(out("plan", "journal", other, "--json"))["journal"])
        acts = json.loads(out("plan", "journal", self.path, "--json"))["journal"][done:]
        self.assertEqual(len(acts), 9)
        self.assertTrue(acts[6]["command"].endswith(" --data ''"))
        for act in acts:
            line = act["command"].replace("mho ", f"'{MHO}' ", 1)
            quoted = "'" + self.path.replace("'", "'\\''") + "'"
            self.assertIn(quoted, line)
            subprocess.run(["sh", "-c", line.replace("a.mho", "other.mho")], check=True, capture_output=True)
        self.assertEqual(self.plan(other), self.plan(self.path))
        self.assertEqual(self.hardware(other), self.hardware(self.path))
        self.assertEqual(out("plan", "show", other), out("plan", "show", self.path))
        self.assertEqual(out("plan", "show", other, "--stages"), out("plan", "show", self.path, "--stages"))
        for act in acts:
            self.assertIn(act["command"], out("plan", "journal", self.path))

    def points(self, path):
        return json.loads(out("points", "list", path, "--json"))["design_points"]

    def test_points(self):
        before = self.points(self.path)
        self.assertEqual(out("points", "keep", self.path, "--name", "it's dense").strip(), "it's dense")
        out("plan", "set", self.path, "conv2.filter=5", "--with", "crossbar.rows=64")
        name = out("points", "keep", self.path).strip()
        first, second = self.points(self.path)[len(before):]
        self.assertEqual(second["name"], name)
        # What it keeps is what `mho map` says of the plan.
        plan = os.path.join(self.folder.name, "plan.json")
        with open(plan, "w", encoding="utf-8") as file:
            file.write(out("plan", "show", self.path, "--json"))
        mapped = json.loads(out("map", self.path, "--plan", plan, "--json"))
        self.assertEqual(second["result"]["figures"]["crossbars"], mapped["compressed"]["crossbars"])
        self.assertEqual(second["hardware"]["crossbar"]["rows"], 64)
        self.assertNotEqual(first["plan"], second["plan"])
        self.assertIn("it's dense", out("points", "list", self.path))
        out("points", "rename", self.path, name, "half")
        twice = mho("points", "rename", self.path, "nobody", "x")
        self.assertEqual(twice.returncode, 2)
        self.assertIn('there is no design point "nobody"', twice.stderr)
        self.assertEqual(mho("points", "delete", self.path, "half", "nobody").returncode, 2)
        self.assertEqual(len(self.points(self.path)), len(before) + 2)
        out("points", "rename", self.path, "half", "it's dense")
        same = mho("points", "delete", self.path, "it's dense")
        self.assertEqual(same.returncode, 2)
        self.assertIn("name one by its ID", same.stderr)
        out("points", "delete", self.path, f"#{second['id']}")
        self.assertEqual([point["id"] for point in self.points(self.path)[len(before):]], [first["id"]])

    def test_journal_of_points_does_the_same_again(self):
        other = self.copy("other.mho")
        done = len(json.loads(out("plan", "journal", other, "--json"))["journal"])
        out("points", "keep", self.path, "--name", "a 'b'")
        out("points", "keep", self.path, "--name", "c")
        out("points", "rename", self.path, "c", "d e")
        out("points", "keep", self.path, "--name=-f")
        out("points", "delete", self.path, "--", "d e", "-f")
        acts = json.loads(out("plan", "journal", self.path, "--json"))["journal"][done:]
        self.assertEqual(len(acts), 5)
        for act in acts:
            line = act["command"].replace("mho ", f"'{MHO}' ", 1)
            subprocess.run(["sh", "-c", line.replace("a.mho", "other.mho")], check=True, capture_output=True)

        def said(path):
            return [{**point, "time": ""} for point in self.points(path)]

        self.assertEqual(said(other), said(self.path))


if __name__ == "__main__":
    MHO, EXAMPLE = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
