#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`mho explore`: test_explore.py MHO TINY_RECIPE [TestClass...]"""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from data_folder import DATA
from patience import LIMIT_S

MHO = ""
RECIPE = ""
WEIGHTS = Path(DATA, "weights")
SMALL = ["--ratios", "1.5,2,4", "--bits", "4", "--images", "100", "--probes", "3", "--threads", "1"]


def mho(*arguments):
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def out(*arguments):
    done = mho(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Explore(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        # A dense training: nothing is pruned and no levels are taken.
        with open(RECIPE, encoding="utf-8") as file:
            recipe = json.load(file)
        recipe["name"] = "dense"
        recipe["plan"] = []
        for stage in ("admm", "quantize"):
            recipe[stage]["rounds"] = 0
        for stage in ("retrain", "finetune"):
            recipe[stage]["epochs"] = 0
        dense = os.path.join(cls.folder.name, "dense.json")
        with open(dense, "w", encoding="utf-8") as file:
            json.dump(recipe, file)
        cls.project = os.path.join(cls.folder.name, "dense.mho")
        out("run", dense, "--project", cls.project)
        cls.table = os.path.join(cls.folder.name, "table.json")
        out("explore", "sensitivity", cls.project, "--kind", "filter-shape", *SMALL, "--out", cls.table)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def search(self, *arguments):
        return json.loads(out("explore", "search", self.project, "--kind", "filter-shape", "--sensitivity", self.table,
                              "--ratios", "1.5,2,3,4", "--json", *arguments))

    def test_sensitivity_is_kept_and_not_measured_twice(self):
        first = json.loads(out("explore", "sensitivity", self.project, "--kind", "filter", *SMALL, "--json"))
        again = mho("explore", "sensitivity", self.project, "--kind", "filter", *SMALL)
        self.assertEqual(again.returncode, 0)
        self.assertIn("Rise of the loss", again.stdout)
        self.assertEqual([unit["layers"] for unit in first["units"]], [["conv1"], ["conv2"], ["fc1"], ["fc2"]])
        for unit in first["units"]:
            ratios = [point["ratio"] for point in unit["ratios"]]
            self.assertEqual(ratios, sorted(ratios))
            self.assertEqual([point["level_bits"] for point in unit["level_bits"]], [4])
        # The project's own table now serves a search of filters.
        found = json.loads(out("explore", "search", self.project, "--kind", "filter", "--loss-rise", "3", "--ratios", "1.5,2",
                               "--evaluations", "200", "--json"))
        self.assertEqual(found["sensitivity"], first["key"])
        # Its figure shows the points of the table.
        curves = self.path("curves.csv")
        out("figure", "sensitivity", self.project, "--out", curves)
        with open(curves, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        lost = {(unit["layers"][0], point["ratio"]): first["top1_percent"] - point["top1_percent"]
                for unit in first["units"] for point in unit["ratios"]}
        self.assertEqual(len(rows), len(lost))
        for name, _, ratio, points in rows:
            key = min(lost, key=lambda known: (known[0] != name, abs(known[1] - float(ratio))))
            self.assertAlmostEqual(float(points), lost[key], places=4)

    def test_search_finds_a_plan_that_other_commands_take(self):
        plan = self.path("plan.json")
        found = self.search("--loss-rise", "1", "--out", plan)
        self.assertFalse(found["exact"])  # neurons of fc1 go that fc2 does not read
        best, uniform = found["best"], found["baselines"][0]
        self.assertLessEqual(best["loss_rise"], 1)
        self.assertLessEqual(best["crossbars"], uniform["crossbars"])
        mapped = json.loads(out("map", self.project, "--plan", plan, "--json"))
        self.assertEqual(mapped["compressed"]["crossbars"], best["crossbars"])

    def test_a_search_of_layers_that_do_not_couple_is_exact(self):
        # A layer that reads the network's input leaves no filter unread.
        locked = ["--lock", "conv2", "--lock", "fc1", "--lock", "fc2"]
        found = self.search("--loss-rise", "1", *locked)
        self.assertTrue(found["exact"])
        # With that many crossbars nothing loses less; with fewer there is a plan that loses more.
        turned = self.search("--budget", str(found["best"]["crossbars"]), *locked)
        self.assertLessEqual(turned["best"]["loss_rise"], found["best"]["loss_rise"] + 1e-12)

    def test_locked_layers_and_bits(self):
        found = self.search("--loss-rise", "2", "--lock", "conv1", "--bits", "4,8")
        plan = {layer["layer"]: layer for layer in found["best"]["plan"]}
        # Locked is a layer as its own plan has it, which is dense; not as --kind would move it.
        self.assertEqual(plan["conv1"]["constraints"], [])
        self.assertEqual(plan["conv1"]["level_bits"], 0)
        self.assertTrue(all(plan[layer]["level_bits"] in (4, 8) for layer in ("conv2", "fc1", "fc2")))
        # A compressed network is no place to start from.
        squeezed = self.path("squeezed.mho")
        out("run", RECIPE, "--project", squeezed)
        done = mho("explore", "sensitivity", squeezed, "--kind", "filter", *SMALL)
        self.assertEqual(done.returncode, 2)
        self.assertIn("no weights", done.stderr)

    def test_runs_teach_the_estimate_what_training_wins_back(self):
        project = self.path("taught.mho")
        shutil.copy(self.project, project)
        kind = ("--kind", "filter-shape")
        out("explore", "sensitivity", project, *kind, *SMALL)
        plans = self.path("plans.json")
        out("explore", "sample", project, *kind, "--ratios", "1.5,2,3,4", "--count", "3", "--seed", "4", "--out", plans)
        self.assertEqual([plan["name"] for plan in json.loads(Path(plans).read_text())["plans"]], ["random 1", "random 2", "random 3"])
        # The dense project's recipe ends with its training: the points bring a short one of the masked network.
        sweep = ("explore", "sweep", "--network", project, "--mode", "run", "--folder", self.path("runs"), "--plans", plans, "--grid",
                 "retrain.epochs=1", "--jobs", "2")
        text = out(*sweep)
        self.assertIn("3 points: 3 done", text)
        self.assertIn("plan random 2", text)
        done = mho("explore", "collect", self.path("runs"), "--into", project)
        self.assertIn("3 runs are kept", done.stderr)
        estimates = json.loads(out("explore", "estimates", project, "--json"))
        self.assertEqual(len(estimates["runs"]), 3)
        self.assertIsNone(estimates["runs"][0]["estimated_percent"])
        self.assertIsNotNone(estimates["runs"][2]["estimated_percent"])
        self.assertIn("rank correlation", out("explore", "estimates", project))
        study = json.loads(out("explore", "collect", self.path("runs"), "--out", "-"))
        measured = [point["result"]["accuracy"]["pruned"] for point in study["points"]]
        self.assertEqual([run["measured_percent"] for run in estimates["runs"]], measured)
        # Collected again, nothing is counted twice.
        mho("explore", "collect", self.path("runs"), "--into", project)
        self.assertEqual(len(json.loads(out("explore", "estimates", project, "--json"))["runs"]), 3)
        # A search can now be asked for an accuracy after training, and one run alone adds its record.
        found = json.loads(out("explore", "search", project, *kind, "--ratios", "1.5,2,3,4", "--accuracy", str(min(measured)), "--json"))
        self.assertEqual(found["best"]["estimated_trained"]["plans"], 3)
        plan = self.path("found.json")
        with open(plan, "w", encoding="utf-8") as file:
            json.dump(found["best"]["plan"], file)
        ran = mho("run", "--network", project, "--plan", plan, "--project", self.path("found.mho"))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("first run of its schedule", ran.stderr)
        front = json.loads(out("explore", "front", self.path("runs"), "--json"))
        points = [(point["result"]["cost"]["compressed"]["crossbars"], point["result"]["accuracy"]["pruned"]) for point in study["points"]]
        expected = [at for at, (cost, top) in enumerate(points)
                    if not any(c <= cost and t >= top and (c, t) != (cost, top) for c, t in points)]
        self.assertEqual([entry["point"] for entry in front["front"]], expected)
        self.assertIn(front["knee"], expected + [None])
        for source in ((project,), (project, "--study", "sweep")):
            self.assertEqual(json.loads(out("explore", "front", *source, "--json")), front)

    def test_nonsense_is_refused(self):
        for arguments, code, text in [
                (("--loss-rise", "1", "--budget", "5"), 2, "one target"),
                ((), 2, "one target"),
                (("--accuracy", "99"), 2, "no finished run"),
                (("--budget", "1"), 1, "the least is"),
                (("--loss-rise", "1", "--metric", "beauty"), 2, "crossbars, energy, area, adc-bits, weights"),
                (("--loss-rise", "1", "--lock", "conv9"), 2, "conv9"),
                (("--one-shot-accuracy", "101"), 1, "the most is")]:
            done = mho("explore", "search", self.project, "--kind", "filter-shape", "--sensitivity", self.table, *arguments)
            self.assertEqual(done.returncode, code, (arguments, done.stderr))
            self.assertIn(text, done.stderr)
        done = mho("explore", "sensitivity", self.project, "--kind", "filter-shape", "--ratios", "0.5", "--images", "0")
        self.assertEqual(done.returncode, 2)
        self.assertIn("ratios[0]", done.stderr)
        self.assertIn("images", done.stderr)
        done = mho("explore", "search", "lenet5", "--kind", "filter", "--loss-rise", "1")
        self.assertEqual(done.returncode, 2)
        self.assertIn("mho explore sensitivity", done.stderr)


class Published(unittest.TestCase):
    def test_the_search_over_resnet20_filters_finds_what_the_documents_say(self):
        weights = WEIGHTS / "resnet20-12fca82f.th"
        if not weights.exists():
            self.skipTest(f"{weights} is not here")
        found = json.loads(out("explore", "search", "resnet20-cifar10", "--weights", str(weights), "--hardware", "s0-45",
                               "--with", "crossbar.rows=32", "--with", "crossbar.columns=32", "--kind", "filter", "--lock", "linear",
                               "--loss-rise", "0.3", "--sensitivity", str(Path(os.environ["MHO_RESOURCE_DIR"]) / "sensitivity" / "resnet20-filters.json"),
                               "--ratios", "1.0667,1.1429,1.2308,1.3333,1.4545,1.6,1.7778,2,2.2857,2.6667,3", "--json"))
        self.assertEqual([plan["crossbars"] for plan in (found["best"], *found["baselines"])], [764, 980])


class Sweep(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def test_previews_collected_into_a_project(self):
        grid = ("explore", "sweep", RECIPE, "--folder", self.path("s"), "--grid", "hardware.crossbar.rows=32,64", "--grid",
                "plan.*.filter-shape=2,4,8", "--jobs", "2")
        text = out(*grid)
        self.assertIn("6 points: 6 done, 0 failed, 0 open", text)
        self.assertIn("rows 64, *.filter-shape 8", text)
        study = json.loads(out("explore", "collect", self.path("s"), "--out", "-"))
        crossbars = [point["result"]["compressed"]["crossbars"] for point in study["points"]]
        self.assertEqual(len(crossbars), 6)
        self.assertGreater(crossbars[0], crossbars[2])
        self.assertGreater(crossbars[0], crossbars[3])
        self.assertTrue(all(point["result"]["masks_are_placeholders"] for point in study["points"]))
        # The same figures as the command for one plan.
        mapped = json.loads(out("map", RECIPE, "--with", "crossbar.rows=64", "--set", "*.filter-shape=4", "--json"))
        self.assertEqual(mapped["compressed"]["crossbars"], crossbars[4])
        project = self.path("p.mho")
        out("run", RECIPE, "--project", project)
        out("explore", "collect", self.path("s"), "--into", project)
        # Nothing is left to do, and another sweep does not go over it.
        self.assertIn("6 done", out(*grid))
        done = mho("explore", "sweep", RECIPE, "--folder", self.path("s"), "--grid", "seed=1,2")
        self.assertEqual(done.returncode, 2)
        self.assertIn("another study", done.stderr)

    def test_a_network_of_a_file_is_swept_like_its_project(self):
        project = self.path("p.mho")
        out("run", RECIPE, "--project", project)
        model = self.path("from_elsewhere.onnx")
        done = mho("export", project, "--format", "onnx", "--out", model)
        if "MHO_ONNX" in done.stderr:
            self.skipTest("built without ONNX")
        self.assertEqual(done.returncode, 0, done.stderr)
        hardware = self.path("hardware.json")
        Path(hardware).write_text(json.dumps(json.loads(Path(RECIPE).read_text())["hardware"]))
        grid = ("--hardware", hardware, "--grid", "plan.*.filter-shape=2,4")
        out("explore", "sweep", "--network", model, "--folder", self.path("preview"), *grid)
        swept = json.loads(out("explore", "collect", self.path("preview"), "--out", "-"))
        for point, ratio in zip(swept["points"], (2, 4)):
            mapped = json.loads(out("map", model, "--hardware", hardware, "--set", f"*.filter-shape={ratio}", "--json"))
            self.assertEqual(point["result"]["compressed"]["crossbars"], mapped["compressed"]["crossbars"])
            self.assertFalse(point["result"]["masks_are_placeholders"])
        runs = ("explore", "sweep", "--network", model, "--mode", "run", "--data", "synthetic-digits", "--folder", self.path("runs"),
                "--hardware", hardware, "--grid", "plan.*.filter-shape=2", "--grid", "admm.rounds=0", "--grid", "retrain.epochs=1", "--grid", "quantize.rounds=0", "--grid", "finetune.epochs=0")
        self.assertIn("1 points: 1 done", out(*runs))
        results = json.loads(out("explore", "collect", self.path("runs"), "--out", "-"))["points"]
        self.assertGreater(results[0]["result"]["accuracy"]["pruned"], 50)
        self.assertEqual({point["result"]["network"]["start_hash"] for point in results}, {swept["points"][0]["result"]["network_hash"]})
        # The study has its own copy.
        os.remove(model)
        os.remove(os.path.join(self.path("runs"), "runs", "000000.mho"))
        for place in ("runs", "preview"):
            os.remove(os.path.join(self.path(place), "points", "000000.json"))
            out("explore", "point", self.path(place), "0")
        self.assertEqual(json.loads(out("explore", "collect", self.path("runs"), "--out", "-"))["points"], results)

    def test_runs_that_are_cut_off_go_on(self):
        arguments = [MHO, "explore", "sweep", RECIPE, "--mode", "run", "--folder", self.path("cut"), "--grid", "seed=1,2", "--jobs", "1"]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            deadline = time.monotonic() + 300
            checkpoint = os.path.join(self.path("cut"), "runs", "000000.mho")
            while not os.path.exists(checkpoint) and time.monotonic() < deadline:
                time.sleep(0.05)
            time.sleep(1.0)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=LIMIT_S)
        self.assertEqual(process.returncode, 130)
        self.assertIn("2 points: 2 done", out(*arguments[1:]))
        out("explore", "sweep", RECIPE, "--mode", "run", "--folder", self.path("whole"), "--grid", "seed=1,2", "--jobs", "2")
        self.assertEqual(out("explore", "collect", self.path("cut"), "--out", "-"), out("explore", "collect", self.path("whole"), "--out", "-"))

    def test_failed_points_keep_their_reason_and_can_be_tried_again(self):
        arguments = ("explore", "sweep", RECIPE, "--mode", "run", "--folder", self.path("f"), "--data", self.path("nowhere"), "--grid",
                     "data=mnist")
        text = out(*arguments)
        self.assertIn("1 failed", text)
        self.assertIn("nowhere", text)
        self.assertIn("1 failed", out(*arguments))
        self.assertIn("1 failed", out(*arguments, "--retry"))

    def test_nonsense_is_refused_before_anything_runs(self):
        for grid, text in [(("--grid", "hardware.crossbar.rowz=1"), "rowz"), (("--grid", "seed="), "FIELD=VALUE"), ((), "there is no point"),
                           (("--grid", "plan.conv1.filter=2000"), "conv1"), (("--point", "seed"), "FIELD=VALUE")]:
            done = mho("explore", "sweep", RECIPE, "--folder", self.path("n"), *grid)
            self.assertIn(done.returncode, (1, 2))
            self.assertIn(text, done.stderr)
            self.assertFalse(os.path.exists(self.path("n")))
        environment = dict(os.environ, PATH="/nonexistent")
        done = subprocess.run([MHO, "explore", "sweep", RECIPE, "--folder", self.path("c"), "--grid", "seed=1", "--engine", "slurm"],
                              capture_output=True, text=True, timeout=LIMIT_S, env=environment)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Slurm is not installed", done.stderr)


if __name__ == "__main__":
    MHO = os.path.abspath(sys.argv.pop(1))
    RECIPE = sys.argv.pop(1)
    unittest.main()
