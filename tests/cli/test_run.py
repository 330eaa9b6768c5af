#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job end to end, whole, killed and cancelled: test_run.py MHO TINY-RECIPE"""

import array
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from patience import LIMIT_S

MHO = ""
RECIPE = ""
MODULE = "libmho_learn.so"


def start(folder, *arguments):
    """Starts a run of the tiny recipe in `folder`; its lines on standard error are read as it goes."""
    return subprocess.Popen([MHO, "run", "--threads", "1", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True, cwd=folder)


def without_environment(path):
    with open(path, encoding="utf-8") as file:
        result = json.load(file)
    assert isinstance(result.pop("environment"), dict)
    return result


class Runs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = cls.temporary.name
        done = cls.whole(cls.path("whole.mho"), cls.path("whole.json"))
        cls.summary = done.stdout
        if done.returncode != 0:
            raise AssertionError(done.stderr)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder, name)

    @classmethod
    def whole(cls, project, result, *more):
        return subprocess.run([MHO, "run", RECIPE, "--threads", "1", "--project", project, "--json=" + result, *more],
                              capture_output=True, text=True, timeout=LIMIT_S, cwd=cls.folder)

    def interrupted(self, name, sign, epochs, wait_s=0.0):
        """Starts a run, sends `sign` some time after that many epochs, and returns exit code and standard error."""
        process = start(self.folder, RECIPE, "--project", self.path(name))
        lines = []
        for line in process.stderr:
            lines.append(line)
            if sum(" epoch " in seen for seen in lines) == epochs:
                time.sleep(wait_s)
                process.send_signal(sign)
                break
        lines += process.stderr.readlines()
        process.stdout.close()
        code = process.wait(timeout=LIMIT_S)
        process.stderr.close()
        return code, "".join(lines)

    def resumed(self, name):
        result = self.path(name + ".json")
        done = subprocess.run([MHO, "run", "--resume", "--project", self.path(name), "--json=" + result],
                              capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return without_environment(result)

    def test_fields(self):
        result = without_environment(self.path("whole.json"))
        self.assertEqual(result["network"]["name"], "lenet5")
        self.assertRegex(result["network"]["hash"], "^[0-9a-f]{64}$")
        self.assertEqual(result["data"]["name"], "synthetic-digits")
        self.assertEqual(result["seed"], 7)
        self.assertEqual(result["baseline_bits"], 9)
        for stage in ["original", "pruned", "quantized"]:
            self.assertGreater(result["accuracy"][stage], 50.0)
            self.assertLessEqual(result["accuracy"][stage], 100.0)
        # conv1 keeps 10 of 20 filters of 25 weights, conv2 125 of 500 columns of 50; conv2's columns on dropped filters of
        # conv1 may go too, so the ratio is at least this.
        self.assertGreaterEqual(result["compression"]["ratio_conv"], 25_500 / (250 + 6_250) - 1e-9)
        # By hand: conv1 1x1 blocks, conv2 16x2, two slices of 4 bits for 8 bits of magnitude, two signs; fc1 25x16, fc2 16x1.
        dense = [layer["crossbars"]["dense"] for layer in result["layers"]]
        self.assertEqual(dense, [4, 128, 1600, 64])
        self.assertEqual(result["crossbars"]["dense"], sum(dense))
        self.assertLess(result["crossbars"]["compressed"], sum(dense))
        for side in ["dense", "compressed"]:
            cost = result["cost"][side]
            for field in ["energy_per_inference_J", "power_W", "area_mm2", "latency_s", "throughput_ops_per_s"]:
                self.assertGreater(cost[field], 0.0)
            for field in ["energy_per_inference_J", "power_W", "area_mm2"]:
                parts = sum(layer["cost"][side][field] for layer in result["layers"])
                self.assertAlmostEqual(parts / cost[field], 1.0, places=9)
        for name, field in [("energy", "energy_per_inference_J"), ("power", "power_W"), ("area", "area_mm2")]:
            expected = 100.0 * (1.0 - result["cost"]["compressed"][field] / result["cost"]["dense"][field])
            self.assertAlmostEqual(result["cost"]["reduction"][name], expected, places=9)

    def test_summary(self):
        for text in ["lenet5 on synthetic-digits", "conv2", "Energy per inference", "Pruned and on levels"]:
            self.assertIn(text, self.summary)

    def test_result_is_a_design_point(self):
        def points(project):
            done = subprocess.run([MHO, "points", "list", project, "--json"], capture_output=True, text=True, timeout=LIMIT_S)
            self.assertEqual(done.returncode, 0, done.stderr)
            return json.loads(done.stdout)["design_points"]

        project = self.path("point.mho")
        shutil.copyfile(self.path("whole.mho"), project)
        point, = points(project)
        result = without_environment(self.path("whole.json"))
        self.assertEqual(point["name"], "Run 1")
        self.assertEqual(point["result"]["figures"]["crossbars"], result["crossbars"]["compressed"])
        self.assertEqual(point["result"]["accuracy"], {"kind": "measured", "percent": result["accuracy"]["quantized"]})
        self.resumed("point.mho")  # finished: nothing is run, and nothing kept
        self.assertEqual(points(project), [point])
        # A report of all designs lists the run once, under its name.
        done = subprocess.run([MHO, "points", "rename", project, "Run 1", "the run"], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        report = subprocess.run([MHO, "report", project, "--format", "json", "--points", "all", "--out", self.path("point.json")],
                                capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(report.returncode, 0, report.stderr)
        with open(self.path("point.json"), encoding="utf-8") as file:
            rows = [block for section in json.load(file)["sections"] for block in section["blocks"] if "table" in block][0]["rows"]
        self.assertEqual([row[0] for row in rows], ["the run"])

    def test_same_command_twice(self):
        done = self.whole(self.path("twice.mho"), self.path("twice.json"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(without_environment(self.path("twice.json")), without_environment(self.path("whole.json")))

    def test_killed_and_resumed(self):
        code, _ = self.interrupted("killed.mho", signal.SIGKILL, epochs=4, wait_s=0.3)
        self.assertEqual(code, -signal.SIGKILL)
        refused = subprocess.run([MHO, "run", RECIPE, "--project", self.path("killed.mho")], capture_output=True, text=True,
                                 timeout=LIMIT_S)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("--resume", refused.stderr)
        for option, value in [("--seed", "8"), ("--stage", "seed=8"), ("--stage", "execution.threads=2"), ("--stage", "retrain.epochs=9")]:
            other = subprocess.run([MHO, "run", RECIPE, "--resume", "--project", self.path("killed.mho"), option, value],
                                   capture_output=True, text=True, timeout=LIMIT_S)
            self.assertEqual(other.returncode, 2)
            self.assertIn(option, other.stderr)
        self.assertEqual(self.resumed("killed.mho"), without_environment(self.path("whole.json")))

    def test_cancelled_and_resumed(self):
        for sign, epochs in [(signal.SIGINT, 1), (signal.SIGTERM, 3)]:
            name = f"{sign.name}.mho"
            code, text = self.interrupted(name, sign, epochs)
            self.assertEqual(code, 130, text)
            self.assertIn("--resume", text)
        self.assertEqual(self.resumed("SIGINT.mho"), without_environment(self.path("whole.json")))

    def test_stopped_at_a_step(self):
        """The step that a result names gives the same result, and the journal has the line; a cancelled run has its own."""
        for name in ("stop-1", "stop-2"):
            done = self.whole(self.path(name + ".mho"), self.path(name + ".json"), "--stop-at", "retrain:0:3")
            self.assertEqual(done.returncode, 0, done.stderr)
        result = without_environment(self.path("stop-1.json"))
        self.assertEqual((result["end"], result["stopped_at"]), ("stopped-and-kept", "retrain:0:3"))
        self.assertEqual(result, without_environment(self.path("stop-2.json")))
        self.assertIsNone(without_environment(self.path("whole.json"))["stopped_at"])
        acts = json.loads(subprocess.run([MHO, "plan", "journal", self.path("stop-1.mho"), "--json"], check=True, capture_output=True, text=True).stdout)["journal"]
        runs = [act["command"] for act in acts if act["act"] == "Start run"]
        self.assertEqual(len(runs), 1)
        self.assertTrue(runs[0].endswith(" --stop-at retrain:0:3"), runs)
        # It is the line of what was done: into a file of its own, since this one has the result.
        self.assertIn(" --threads 1 ", runs[0])
        again = runs[0].replace("mho ", f"'{MHO}' ", 1).replace("--project " + self.path("stop-1.mho"), "--project again.mho --json=again.json")
        subprocess.run(["sh", "-c", again], check=True, capture_output=True, cwd=self.folder, timeout=LIMIT_S)
        self.assertEqual(without_environment(self.path("again.json")), result)
        done = self.whole(self.path("late.mho"), self.path("late.json"), "--stop-at", "finetune:0:100000")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("--stop-at finetune:0:100000: the run did not come to that step", done.stderr)
        done = self.whole(self.path("none.mho"), self.path("none.json"), "--stop-at", "progressive:0:1")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("no stage progressive; it has: train, admm", done.stderr)
        self.assertFalse(os.path.exists(self.path("none.mho")))
        for text in ("retrain", "rest:0:1", "retrain:0:x"):
            done = self.whole(self.path("x.mho"), self.path("x.json"), "--stop-at", text)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("STAGE:ROUND:STEP", done.stderr)

    def test_a_file_of_weights_is_a_network_to_run(self):
        """Its network is of the zoo, but has the file's name."""
        subprocess.run([MHO, "export", self.path("whole.mho"), "--format", "safetensors", "--weights-only", "--out", self.path("mine.safetensors")],
                       check=True, capture_output=True, timeout=LIMIT_S)
        run = subprocess.run([MHO, "run", "--network", "mine.safetensors", "--data", "synthetic-digits", "--set", "fc1.filter=2", "--threads", "1",
                              "--stage", "finetune.epochs=4", "--stop-at", "admm:0:2", "--project", "mine.mho", "--json=mine.json"],
                             capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder)
        self.assertEqual(run.returncode, 0, run.stderr)
        result = without_environment(self.path("mine.json"))
        self.assertEqual(result["network"]["name"], "mine.safetensors")
        self.assertEqual(result["accuracy"]["original"], without_environment(self.path("whole.json"))["accuracy"]["quantized"])
        self.assertEqual(result["stopped_at"], "admm:0:2")
        self.assertEqual(result["recipe"]["finetune"]["epochs"], 4)
        # A file of no known ending; a network that is nowhere.
        os.rename(self.path("mine.safetensors"), self.path("mine"))
        line = [MHO, "plan", "new", "second.mho", "--network", "mine"]
        subprocess.run(line, check=True, capture_output=True, timeout=LIMIT_S, cwd=self.folder)
        run = subprocess.run([MHO, "run", "--network", "second.mho", "--set", "fc1.filter=2", "--threads", "1", "--stop-at", "admm:0:2",
                              "--project", "third.mho", "--json=third.json"],
                             capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(without_environment(self.path("third.json"))["accuracy"], result["accuracy"])

    def test_a_project_runs_as_it_is(self):
        def mho(*arguments):
            return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder)

        self.assertEqual(mho("plan", "new", "own.mho", RECIPE).returncode, 0)
        self.assertEqual(mho("plan", "set", "own.mho", "--stage", "train.epochs=1", "--stage", "execution.threads=1").returncode, 0)
        run = mho("run", "--json=own.json", "--stop-at", "train:0:2", "own.mho")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(without_environment(self.path("own.json"))["recipe"]["train"]["epochs"], 1)
        other = mho("run", "own.mho", "--stage", "train.epochs=2")
        self.assertEqual(other.returncode, 2)
        self.assertIn("mho plan set own.mho", other.stderr)
        self.assertEqual(mho("run", "own.mho", "--project", "other.mho").returncode, 2)

    def test_resume_of_a_finished_run_gives_its_result_again(self):
        self.assertEqual(self.resumed("whole.mho"), without_environment(self.path("whole.json")))

    def test_a_run_without_a_checkpoint_may_be_started_anew(self):
        process = start(self.folder, RECIPE, "--project", self.path("early.mho"))
        while not os.path.exists(self.path("early.mho")):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, text = process.communicate(timeout=LIMIT_S)
        self.assertNotIn(" epoch ", text)
        self.assertIn(process.returncode, [130, -signal.SIGINT], text)
        code, text = self.interrupted("early.mho", signal.SIGINT, epochs=1)
        self.assertEqual(code, 130, text)

    def test_weights_that_break_the_plan_are_kept_and_named(self):
        project = self.path("broken.mho")
        shutil.copy(self.path("whole.mho"), project)
        # A defect by hand, at the last checkpoint: conv1's weights leave their levels.
        base = sqlite3.connect(project)
        base.execute("UPDATE run SET finished = 0")
        base.execute("DELETE FROM document WHERE key = 'result'")
        rows = base.execute("SELECT rowid, data FROM tensor_block WHERE owner = 'checkpoint' AND position = 0").fetchall()
        self.assertGreater(len(rows), 0)
        for row, data in rows:
            values = array.array("f", data)
            base.execute("UPDATE tensor_block SET data = ? WHERE rowid = ?",
                         (array.array("f", [1.25 * value for value in values]).tobytes(), row))
        base.commit()
        base.close()
        for _ in range(2):  # the second time the record is there already
            done = subprocess.run([MHO, "run", "--resume", "--project", project, f"--json={self.path('broken.json')}"],
                                  capture_output=True, text=True, timeout=LIMIT_S)
            self.assertEqual(done.returncode, 1, done.stderr)
            for text in ["broken.mho", "break the plan", "conv1", "not on a level"]:
                self.assertIn(text, done.stderr)
            result = without_environment(self.path("broken.json"))
            self.assertEqual(result["end"], "plan-broken")
            self.assertEqual([entry["layer"] for entry in result["violations"]], ["conv1"])
        seen = subprocess.run([MHO, "inspect", project, "--json"], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(seen.returncode, 0, seen.stderr)
        inspected = json.loads(seen.stdout)
        self.assertEqual(inspected["network"]["hash"], result["network"]["hash"])
        self.assertEqual([layer["weights_kept"] for layer in inspected["layers"]],
                         [layer["weights_kept"] for layer in without_environment(self.path("whole.json"))["layers"]])

    def test_json_on_standard_output(self):
        done = subprocess.run([MHO, "run", "--resume", "--project", self.path("whole.mho"), "--json"],
                              capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["seed"], 7)

    def test_inspect_and_eval_of_the_project(self):
        result = without_environment(self.path("whole.json"))
        seen = subprocess.run([MHO, "inspect", self.path("whole.mho"), "--json"], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(seen.returncode, 0, seen.stderr)
        inspected = json.loads(seen.stdout)
        self.assertEqual(inspected["network"]["hash"], result["network"]["hash"])
        self.assertEqual([layer["weights_kept"] for layer in inspected["layers"]],
                         [layer["weights_kept"] for layer in result["layers"]])
        done = subprocess.run([MHO, "eval", self.path("whole.mho"), "--json"], capture_output=True, text=True,
                              timeout=LIMIT_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        evaluation = json.loads(done.stdout)
        self.assertEqual(evaluation["samples"], 2_000)
        self.assertEqual(evaluation["accuracy"]["top1"], result["accuracy"]["quantized"])


if __name__ == "__main__":
    MHO, RECIPE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if not os.path.exists(os.path.join(os.path.dirname(MHO), "..", "lib", MODULE)):
        print(f"skipped: the training module ({MODULE}) is not built")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
