#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows run one after the other, skipped, resumed, refused and put into a page: test_reproduce.py MHO TINY-RECIPE"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""
RECIPE = ""
MODULE = "libmho_learn.so"


def row(name, ratio):
    return {"name": name, "paper": "P", "source": "Table 9", "network": "LeNet-5", "data": "digits", "ratio": "ratio_conv", "bits": 5,
            "note": "A row for tests.", "published": {"ratio_conv": ratio, "original": 90, "pruned": 80, "quantized": 75},
            "bars": [{"measure": "ratio_conv", "at_least": ratio}, {"measure": "quantized", "at_least": 5, "slack": 0.1}]}


class Case(unittest.TestCase):
    """Each test has resources, results and work folders of its own."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        os.makedirs(self.path("results"))
        self.write_rows([row("tiny", 3.9)])
        with open(RECIPE, encoding="utf-8") as file:
            self.recipe = json.load(file)
        self.write_recipe("tiny")

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, value, *names):
        os.makedirs(os.path.dirname(self.path(*names)), exist_ok=True)
        with open(self.path(*names), "w", encoding="utf-8") as file:
            json.dump(value, file)

    def write_rows(self, rows):
        self.write({"papers": [{"key": "P", "title": "Paper", "where": "Nobody, nowhere"}], "rows": rows},
                   "resources", "reproduction", "published.json")

    def write_recipe(self, name, **changes):
        self.write({**self.recipe, **changes, "name": name}, "resources", "recipes", name + ".json")

    def arguments(self, *more):
        return [MHO, "reproduce", "--results", self.path("results"), "--work", self.path("work"), *more]

    def environment(self):
        return {**os.environ, "MHO_RESOURCE_DIR": self.path("resources")}

    def mho(self, *more, code=0):
        done = subprocess.run(self.arguments(*more), capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder,
                              env=self.environment())
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def interrupted(self, sign, epochs, *more):
        """Starts, sends `sign` after that many epochs, and returns exit code and standard error."""
        process = subprocess.Popen(self.arguments("--threads", "1", *more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                   cwd=self.folder, env=self.environment())
        lines = []
        for line in process.stderr:
            lines.append(line)
            if sum(" epoch " in seen for seen in lines) == epochs:
                process.send_signal(sign)
                break
        lines += process.stderr.readlines()
        process.stderr.close()
        return process.wait(timeout=LIMIT_S), "".join(lines)

    def result(self, name="tiny", seed=1, folder="results"):
        with open(self.path(folder, f"{name}.seed{seed}.json"), encoding="utf-8") as file:
            result = json.load(file)
        result.pop("environment")
        return result


class WithoutTraining(Case):
    def test_list_of_open_rows(self):
        self.assertRegex(self.mho("--list").stdout, r"tiny +P +LeNet-5 +digits +open +not run")

    def test_table_of_open_rows(self):
        page = self.mho("--table", "-").stdout
        self.assertIn("`mho reproduce tiny --data DIR` fills it.", page)
        self.mho("--table", self.path("page.md"))
        with open(self.path("page.md"), encoding="utf-8") as file:
            self.assertEqual(file.read(), page)

    def test_wrong_use(self):
        self.assertIn("there are: tiny", self.mho("tinny", code=2).stderr)
        self.assertIn("twice", self.mho("--seeds", "2,2", code=2).stderr)
        for seeds in ["-1", "1,,2", "1,", ",1", "", "1 2", "1,two"]:
            self.assertIn("--seeds", self.mho("--seeds", seeds, code=2).stderr)
        self.mho("--list", "--table", "-", code=2)
        self.assertFalse(os.path.exists(self.path("work")))

    def test_rows_that_fail_do_not_stop_the_others(self):
        self.write_rows([row("gone", 1), row("wrong", 1)])
        self.write_recipe("wrong", train={"epochs": -1})
        done = self.mho(code=1)
        for text in ["gone, seed 1: There is no entry", "wrong, seed 1:", "train.epochs", "0 finished, 0 had a result, 2 failed, 0 open"]:
            self.assertIn(text, done.stderr)

    def test_list_with_a_damaged_project(self):
        os.makedirs(self.path("work"))
        for name in ["tiny.seed2.mho", "tiny.seed3.mho"]:
            with open(self.path("work", name), "wb") as file:
                file.write(b"no database at all" * 100)
        done = self.mho("--list")
        self.assertRegex(done.stdout, r"seed 2: tiny.seed2.mho cannot be read; seed 3: tiny.seed3.mho cannot be read")
        self.assertIn("tiny.seed2.mho", done.stderr)

    def test_folders_that_cannot_be_written_are_told_before_anything_runs(self):
        """As in an installation for all: the standard folder of results lies beside the published rows."""
        os.symlink("/proc", self.path("resources", "reproduction", "results"))
        done = subprocess.run([MHO, "reproduce", "--work", self.path("work")], capture_output=True, text=True, timeout=LIMIT_S,
                              cwd=self.folder, env=self.environment())
        self.assertEqual(done.returncode, 1)
        self.assertIn("give another one: --results DIR", done.stderr)
        self.assertNotIn("[1/1]", done.stderr)
        with open(self.path("file"), "w", encoding="utf-8"):
            pass
        done = subprocess.run([MHO, "reproduce", "--results", self.path("results"), "--work", self.path("file", "work")],
                              capture_output=True, text=True, timeout=LIMIT_S, cwd=self.folder, env=self.environment())
        self.assertEqual(done.returncode, 1)
        self.assertIn("give another one: --work DIR", done.stderr)

    def test_damaged_result(self):
        self.write({"end": "finished"}, "results", "tiny.seed1.json")
        self.assertIn("tiny.seed1.json", self.mho("--table", "-", code=2).stderr)
        self.assertIn("tiny.seed1.json", self.mho(code=1).stderr)


class Runs(Case):
    def test_killed_resumed_skipped_and_told(self):
        code, _ = self.interrupted(signal.SIGKILL, 3)
        self.assertEqual(code, -signal.SIGKILL)
        self.assertFalse(os.path.exists(self.path("results", "tiny.seed1.json")))
        self.assertRegex(self.mho("--list").stdout, r"seed 1 unfinished at (29|43|57) %")
        code, text = self.interrupted(signal.SIGINT, 1)
        self.assertEqual(code, 130, text)
        self.assertIn("the same command goes on", text)
        self.assertIn("0 failed, 1 open", text)
        done = self.mho("--threads", "1")
        self.assertIn("resuming at stage", done.stderr)
        # To the bit what a run without interruptions gives.
        whole = subprocess.run([MHO, "reproduce", "--results", self.path("other"), "--work", self.path("fresh"), "--threads", "1"],
                               capture_output=True, text=True, timeout=LIMIT_S, env=self.environment())
        self.assertEqual(whole.returncode, 0, whole.stderr)
        self.assertEqual(self.result(), self.result(folder="other"))

        again = self.mho()
        self.assertNotIn(" epoch ", again.stderr)
        self.assertIn("0 finished, 1 had a result", again.stderr)
        self.assertIn("seed 1 done", self.mho("--list").stdout)
        page = self.mho("--table", "-").stdout
        accuracy = self.result()["accuracy"]["quantized"]
        self.assertIn(f"| Accuracy, quantised | 75.00 % | {accuracy:.2f} % | {accuracy:.2f} % | at least 5.00 % - 0.10 | met |", page)
        self.assertIn("Seed 1: 7 epochs", page.replace("7 (train 2, admm 2, retrain 1, quantize 1, finetune 1) epochs", "7 epochs"))

        # The finished network as a small project.
        self.assertIn("1 example in", self.mho("--examples", self.path("examples")).stdout)
        seen = subprocess.run([MHO, "inspect", self.path("examples", "tiny.mho"), "--json"], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(seen.returncode, 0, seen.stderr)
        self.assertEqual(json.loads(seen.stdout)["network"]["hash"], self.result()["network"]["hash"])
        self.assertEqual(os.listdir(self.path("examples")), ["tiny.mho"])
        self.assertLess(os.path.getsize(self.path("examples", "tiny.mho")), os.path.getsize(self.path("work", "tiny.seed1.mho")))

        # A file lost after the run comes back from the project, without training.
        before = self.result()
        os.remove(self.path("results", "tiny.seed1.json"))
        self.assertNotIn(" epoch ", self.mho("--threads", "1").stderr)
        self.assertEqual(self.result(), before)

        # Another recipe of that name: its result is told apart, and made anew when asked for.
        self.write_recipe("tiny", finetune={"epochs": 0, "learning_rate": 0.002})
        self.assertIn("older recipe", self.mho("--list").stdout)
        self.assertIn("--renew", self.mho().stderr)
        # Nor is a finished run of the older recipe dropped where only its result is missing.
        os.rename(self.path("results", "tiny.seed1.json"), self.path("kept.json"))
        self.assertIn("--renew drops that", self.mho(code=1).stderr)
        os.rename(self.path("kept.json"), self.path("results", "tiny.seed1.json"))
        renewed = self.mho("--renew", "--threads", "1")
        self.assertIn("starts anew", renewed.stderr)
        self.assertNotIn("older", self.mho("--list").stdout)
        self.assertEqual(self.result()["recipe"]["finetune"]["epochs"], 0)

    def test_unfinished_run_of_a_changed_recipe(self):
        self.interrupted(signal.SIGKILL, 3)
        self.write_recipe("tiny", finetune={"epochs": 0, "learning_rate": 0.002})
        refused = self.mho(code=1)
        self.assertIn("the recipe was changed since", refused.stderr)
        self.assertIn("--renew drops that and starts anew", refused.stderr)
        self.assertIn("seed 1 unfinished", self.mho("--list").stdout)
        # Put back, it goes on; renewed, it starts anew.
        self.write_recipe("tiny")
        code, text = self.interrupted(signal.SIGINT, 1)
        self.assertEqual(code, 130, text)
        self.assertIn("resuming at stage", text)
        self.write_recipe("tiny", finetune={"epochs": 0, "learning_rate": 0.002})
        self.assertIn("starts anew", self.mho("--renew", "--threads", "1").stderr)

    def test_seeds_one_after_the_other_and_crossbars(self):
        """Both rows with the first seed, then both with the second; one row is put through its crossbars."""
        short = {"train": {"epochs": 1}, "admm": {"rounds": 0}, "retrain": {"epochs": 0}, "quantize": {"rounds": 0}, "finetune": {"epochs": 0}}
        self.write_recipe("tiny", **short)
        self.write_recipe("small", **short)
        crossed = row("small", 1)
        crossed["simulate_images"] = 20
        crossed["bars"].append({"measure": "simulated_equal", "at_least": 100})
        self.write_rows([row("tiny", 1), crossed])
        done = self.mho("--seeds", "4,5")
        order = [line.split(":")[0] for line in done.stderr.splitlines() if line.startswith("[")]
        self.assertEqual(order, ["[1/4] tiny, seed 4", "[2/4] small, seed 4", "[3/4] tiny, seed 5", "[4/4] small, seed 5"])
        self.assertEqual(self.result("tiny", 5)["seed"], 5)
        self.assertNotEqual(self.result("tiny", 4)["network"]["hash"], self.result("tiny", 5)["network"]["hash"])
        self.assertEqual(self.result("small", 4)["crossbar_check"]["images"], 20)
        self.assertNotIn("crossbar_check", self.result("tiny", 4))
        self.assertRegex(self.mho("--list", "small").stdout, "seeds 4, 5 done")


if __name__ == "__main__":
    MHO, RECIPE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    if not os.path.exists(os.path.join(os.path.dirname(MHO), "..", "lib", MODULE)):
        print(f"the training module ({MODULE}) is not built: only what needs none is tested")
        del Runs
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
