#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mho batch: test_batch.py MHO TINY_RECIPE HAS_LEARN [TestClass...]"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from patience import LIMIT_S

MHO = ""
RECIPE = ""
LEARN = False


class BatchTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, jobs, name="jobs.json"):
        with open(self.path(name), "w", encoding="utf-8") as file:
            json.dump({"jobs": jobs} if isinstance(jobs, list) else jobs, file)

    def batch(self, *arguments, code=0):
        done = subprocess.run([MHO, "batch", self.path("jobs.json"), *arguments], capture_output=True, text=True, timeout=LIMIT_S, cwd="/", check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def status(self, name="jobs.status.json"):
        with open(self.path(name), encoding="utf-8") as file:
            return {job["name"]: job for job in json.load(file)["jobs"]}

    def states(self):
        return {name: job["state"] for name, job in self.status().items()}

    def log(self, name):
        with open(self.path("jobs.status.logs", name + ".log"), encoding="utf-8") as file:
            return file.read()

    def began(self, done):
        """Names of the jobs that a call began, in order."""
        return [line.split()[4] for line in done.stderr.splitlines() if line.startswith("job ") and " (mho " in line]


class Batch(BatchTest):
    def test_jobs_run_in_order_where_they_are_told_to(self):
        os.mkdir(self.path("inner"))
        self.write([{"command": "mho inspect lenet5 --json=net.json"}, {"name": "mapped", "command": ["map", "lenet5", "--json=map.json"], "folder": "inner"},
                    {"name": "quoted", "command": "map lenet5 --set '*.level_bits=3' --json=\"with blank.json\""}])
        done = self.batch()
        self.assertEqual(self.began(done), ["1-inspect", "mapped", "quoted"])
        self.assertIn("job 2 of 3: mapped done in", done.stderr)
        self.assertEqual(self.states(), {"1-inspect": "done", "mapped": "done", "quoted": "done"})
        for path in (("net.json",), ("inner", "map.json"), ("with blank.json",)):
            self.assertTrue(os.path.exists(self.path(*path)), path)
        direct = subprocess.run([MHO, "map", "lenet5"], capture_output=True, text=True, check=True, timeout=LIMIT_S).stdout
        self.assertTrue(self.log("mapped").endswith(direct))
        self.assertRegex(done.stdout, r"mapped +done +[\d.]+ s +mho map lenet5")
        self.assertEqual(self.status()["mapped"]["exit_code"], 0)
        # Nothing is left to do.
        before = self.log("mapped")
        again = self.batch()
        self.assertEqual(self.began(again), [])
        self.assertIn("job 3 of 3: quoted is done already", again.stderr)
        self.assertEqual(self.log("mapped"), before)
        # Times are known now.
        renewed = self.batch("--renew")
        self.assertEqual(len(self.began(renewed)), 3)
        self.assertRegex(renewed.stderr, r"job 1 of 3: 1-inspect \(mho inspect lenet5 --json=net.json\), about [\d.]+ s left")
        self.assertFalse([name for name in os.listdir(self.folder) if name.endswith(".lock")])

    def test_everything_wrong_is_told_before_anything_runs(self):
        self.write([{"name": "good", "command": "inspect lenet5 --json=made.json"}, {"command": "inspekt lenet5"}, {"command": "map lenet5 --rowz 3"},
                    {"command": ["infer", "lenet5"]}, {"command": "batch other.json"}, {"name": "good", "command": "list"}, {"name": "../up", "command": "list"},
                    {"command": "list | head"}, {"command": "list 'open"}, {"command": []}, {"folder": "gone", "command": "list", "nmae": "x"},
                    {"command": "list", "after": ["later"]}, {"name": "later", "command": 3}, 7, {"command": "explore swep"}, {"command": "run --threads 0"}])
        done = self.batch(code=2)
        for said in ("jobs[1].command: mho inspekt lenet5: There is no command \"inspekt\"", "--rowz", "jobs[3].command: mho infer lenet5: --input is required", "jobs[4].command: is a batch",
                     "\"good\" is that of jobs[0]", "jobs[6].name: \"../up\"", "jobs[7].command: \"|\"", "jobs[8].command: a quote ' is not closed", "jobs[9].command: is empty",
                     "jobs[10].folder:", "jobs[10].nmae: is unknown", "jobs[11].after: \"later\"", "jobs[12].command: is neither", "jobs[13]: is no object",
                     "jobs[14].command: mho explore swep:", "jobs[15].command: mho run --threads 0:"):
            self.assertIn(said, done.stderr)
        self.assertNotIn("jobs[0].", done.stderr)
        self.assertEqual(os.listdir(self.folder), ["jobs.json"])

    def test_other_files_are_refused(self):
        for content, code in (({"jobs": []}, 2), ({"job": [1]}, 2), ([[]], 2)):
            self.write(content if isinstance(content, dict) else {"jobs": content})
            self.batch(code=code)
        self.write([{"command": "list"}] * 10_001)
        self.assertIn("cut it into several", self.batch(code=2).stderr)
        with open(self.path("jobs.json"), "w", encoding="utf-8") as file:
            file.write("[" * 1000)
        self.assertIn("nested", self.batch(code=2).stderr)
        self.write([{"command": "list"}])
        with open(self.path("jobs.status.json"), "w", encoding="utf-8") as file:
            file.write('{"jobs": [{"name": "1-list"}]}')
        self.assertIn("no status of a batch", self.batch(code=2).stderr)
        with open(self.path("jobs.status.json"), "w", encoding="utf-8") as file:
            json.dump({"jobs": [{"name": "1-list", "command": ["list"], "folder": self.folder, "state": "failed", "exit_code": 1e300}]}, file)
        self.assertIn("exit code is no whole number of 0 to 255", self.batch(code=2).stderr)
        self.assertIn("names the batch itself", self.batch("--status", self.path("jobs.json"), code=2).stderr)

    def test_a_failure_stops_the_batch_or_what_needs_it(self):
        jobs = [{"name": "one", "command": "list"}, {"name": "bad", "command": "inspect gone.mho"}, {"name": "needs", "command": "list", "after": ["bad"]},
                {"name": "free", "command": "inspect lenet5", "after": ["one"]}]
        self.write(jobs)
        done = self.batch(code=1)
        self.assertIn("job 2 of 4: bad failed with exit code 2; its log: " + self.path("jobs.status.logs", "bad.log"), done.stderr)
        self.assertIn("gone.mho", self.log("bad"))
        self.assertEqual(self.states(), {"one": "done", "bad": "failed", "needs": "open", "free": "open"})
        done = self.batch("--keep-going", code=1)
        self.assertEqual(self.began(done), ["bad", "free"])
        self.assertIn("needs is skipped, since it needs bad", done.stderr)
        self.assertEqual(self.states(), {"one": "done", "bad": "failed", "needs": "skipped", "free": "done"})
        # Mended: what is not done, what has other words, and what needs it.
        jobs[1]["command"] = "inspect vgg8"
        self.write(jobs)
        self.assertEqual(self.began(self.batch()), ["bad", "needs"])
        jobs[0]["command"] = "inspect lenet5"
        self.write(jobs)
        self.assertEqual(self.began(self.batch()), ["one", "free"])
        self.assertEqual(set(self.states().values()), {"done"})

    def test_dry_run_prints_what_a_shell_takes(self):
        self.write([{"command": "inspect lenet5"}, {"name": "two", "command": ["map", "lenet5", "--set", "*.level_bits=3"]}])
        lines = self.batch("--dry-run").stdout
        self.assertEqual(os.listdir(self.folder), ["jobs.json"])
        self.assertIn("# job 2 of 2: two\n", lines)
        environment = dict(os.environ, PATH=os.path.dirname(MHO) + ":" + os.environ["PATH"])
        shell = subprocess.run(["sh", "-ec", lines], capture_output=True, text=True, env=environment, timeout=LIMIT_S, check=True)
        self.batch()
        logs = [self.log(name).split("\n", 1)[1] for name in ("1-inspect", "two")]
        self.assertEqual(shell.stdout, "".join(logs))
        self.assertIn("# job 1 of 2: 1-inspect, done\n#", self.batch("--dry-run").stdout)

    def test_status_elsewhere_and_as_json(self):
        self.write([{"command": "list"}])
        os.mkdir(self.path("kept"))
        data = json.loads(self.batch("--status", self.path("kept", "s.json"), "--json").stdout)
        self.assertEqual([(job["name"], job["state"], job["exit_code"]) for job in data["jobs"]], [("1-list", "done", 0)])
        self.assertEqual(self.status(os.path.join("kept", "s.json"))["1-list"]["command"], ["list"])
        self.assertEqual(sorted(os.listdir(self.path("kept"))), ["s.json", "s.logs"])


class CutOff(BatchTest):
    """A batch that is stopped in the middle of a run."""

    def setUp(self):
        super().setUp()
        if not LEARN:
            self.skipTest("built without the training module")
        with open(RECIPE, encoding="utf-8") as file:
            recipe = json.load(file)
        recipe["admm"]["rounds"] = 1
        recipe["finetune"]["epochs"] = 0
        with open(self.path("short.json"), "w", encoding="utf-8") as file:
            json.dump(recipe, file)
        self.write([{"command": "list"}, {"name": "run", "command": "run short.json --threads 1 --project tiny.mho"},
                    {"name": "after", "command": "inspect tiny.mho", "after": ["run"]}])

    def epochs(self):
        return re.findall("^([A-Za-z]+) epoch ([0-9]+):", self.log("run"), re.M) if os.path.exists(self.path("jobs.status.logs", "run.log")) else []

    def begin(self):
        """A batch whose run has ended one more epoch."""
        before = len(self.epochs())
        process = subprocess.Popen([MHO, "batch", self.path("jobs.json")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 200
        while len(self.epochs()) == before and time.monotonic() < deadline:
            time.sleep(0.02)
        return process

    def test_it_goes_on_after_a_signal_and_after_it_was_killed(self):
        with self.begin() as process:
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=LIMIT_S)
        self.assertEqual(process.returncode, 130, errors)
        self.assertIn("go on with: mho batch", errors)
        self.assertEqual(self.states(), {"1-list": "done", "run": "cut off", "after": "open"})

        with self.begin() as process:
            with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
                child = int(file.read().split()[0])
            process.kill()
            process.wait(timeout=LIMIT_S)
            self.assertEqual(self.states()["run"], "running")
            # Its job is still there.
            self.assertIn("at work already", self.batch(code=1).stderr)
            os.kill(child, signal.SIGKILL)
        done = self.batch_after(child)
        self.assertEqual(self.began(done), ["run", "after"])
        self.assertEqual(set(self.states().values()), {"done"})
        self.assertEqual(self.log("run").count(" --continue\n"), 2)
        # No epoch of the training was run again that had ended before the first signal.
        self.assertEqual(self.epochs().count(("train", "1")), 1, self.log("run"))

    def batch_after(self, child):
        deadline = time.monotonic() + 60
        while os.path.exists(f"/proc/{child}/fd") and os.listdir(f"/proc/{child}/fd") and time.monotonic() < deadline:
            time.sleep(0.02)
        return self.batch()


if __name__ == "__main__":
    MHO, RECIPE, LEARN = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3] == "1"
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
