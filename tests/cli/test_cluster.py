#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`mho explore sweep --engine slurm` on a Slurm of one node that the test starts on loopback, from Debian's slurm-wlm and munge.

usage: test_cluster.py MHO TINY_RECIPE   (exit code 77: Slurm is not installed)
"""

import getpass
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

from patience import LIMIT_S

MHO = ""
RECIPE = ""
PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol")
PREVIEWS = ("--grid", "hardware.crossbar.rows=32,64,128,256", "--grid", "plan.*.filter-shape=2,4,8", "--grid", "plan.*.level_bits=4,5")
RUNS = ("--mode", "run", "--grid", "seed=1,2,3,4")


def found(program):
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """munged, slurmctld and slurmd with their files in a folder of their own."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        # Sockets have short paths.
        self.munge = os.path.join(folder, "munge")
        os.makedirs(self.munge, mode=0o755)
        for name in ("state", "spool", "log"):
            os.makedirs(os.path.join(folder, name))
        key = os.path.join(self.munge, "key")
        with open(key, "wb") as file:
            file.write(os.urandom(128))
        os.chmod(key, 0o400)
        self.socket = os.path.join(self.munge, "socket")
        self.start([found("munged"), "--foreground", "--force", f"--key-file={key}", f"--socket={self.socket}",
                    f"--pid-file={self.munge}/pid", f"--log-file={self.munge}/log", f"--seed-file={self.munge}/seed"])
        self.wait(lambda: os.path.exists(self.socket), "munged")
        host = socket.gethostname().split(".")[0]
        config = os.path.join(folder, "slurm.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f"""ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
SlurmUser={getpass.getuser()}
SlurmdUser={getpass.getuser()}
AuthType=auth/munge
AuthInfo=socket={self.socket}
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/ctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/log/ctld
SlurmdLogFile={folder}/log/slurmd
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0
ReturnToService=2
JobRequeue=1
MpiDefault=none
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=test Nodes={host} Default=YES MaxTime=INFINITE State=UP
""")
        self.environment = dict(os.environ, SLURM_CONF=config, PATH=os.environ["PATH"] + ":/usr/sbin:/sbin")
        self.start([found("slurmctld"), "-D", "-f", config])
        self.start([found("slurmd"), "-D", "-f", config, "-N", host])
        self.wait(lambda: "idle" in self.run("sinfo", "-h", "-o", "%t", check=False).stdout, "slurmd")

    def start(self, command):
        log = open(os.path.join(self.folder, os.path.basename(command[0]) + ".out"), "w", encoding="utf-8")
        self.processes.append(subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT,
                                               env=dict(os.environ, SLURM_CONF=os.path.join(self.folder, "slurm.conf"))))
        log.close()

    def wait(self, condition, what, seconds=60):
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise RuntimeError(f"{what} did not come up; see {self.folder}")
            time.sleep(0.1)

    def run(self, *command, check=True):
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, timeout=LIMIT_S)
        if check and done.returncode != 0:
            raise AssertionError(f"{command}: {done.stderr}")
        return done

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()


class Slurm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="mhoslurm", dir="/tmp")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.cluster = Cluster(cls.folder)
        cls.addClassCleanup(cls.cluster.stop)

    def path(self, name):
        return os.path.join(self.folder, name)

    def mho(self, *arguments):
        return self.cluster.run(MHO, *arguments).stdout

    def finish(self, folder, seconds=900):
        deadline = time.monotonic() + seconds
        while True:
            text = self.mho("explore", "status", folder)
            if " 0 open" in text or time.monotonic() > deadline:
                return text
            time.sleep(0.5)

    def study(self, folder):
        return self.mho("explore", "collect", folder, "--out", "-")

    def compare(self, points, name):
        self.mho("explore", "sweep", RECIPE, "--folder", self.path(name + "-local"), *points)
        told = self.mho("explore", "sweep", RECIPE, "--folder", self.path(name + "-slurm"), "--engine", "slurm", "--partition", "test", *points)
        self.assertIn("mho explore status", told)
        self.assertIn(" 0 failed, 0 open", self.finish(self.path(name + "-slurm")))
        self.assertEqual(self.study(self.path(name + "-local")), self.study(self.path(name + "-slurm")))

    def test_previews_are_the_same_on_both_engines(self):
        self.compare(PREVIEWS, "previews")
        self.assertEqual(len(json.loads(self.study(self.path("previews-slurm")))["points"]), 24)

    def test_runs_are_the_same_on_both_engines(self):
        self.compare(RUNS, "runs")

    def test_a_task_that_is_cut_off_ends_with_the_same_result(self):
        whole, cut = self.path("whole"), self.path("cut")
        points = ("--mode", "run", "--grid", "seed=7")
        self.mho("explore", "sweep", RECIPE, "--folder", whole, *points)
        self.mho("explore", "sweep", RECIPE, "--folder", cut, "--engine", "slurm", *points)
        project = os.path.join(cut, "runs", "000000.mho")
        self.cluster.wait(lambda: os.path.exists(project), "the task", 120)
        time.sleep(1.5)
        self.mho("explore", "status", cut, "--cancel")
        self.cluster.wait(lambda: self.cluster.run("squeue", "-h").stdout.strip() == "", "scancel", 120)
        self.assertIn("1 open", self.mho("explore", "status", cut))
        # Submitted again; and then requeued while it runs.
        self.mho("explore", "sweep", RECIPE, "--folder", cut, "--engine", "slurm", *points)
        self.cluster.wait(lambda: "RUNNING" in self.cluster.run("squeue", "-h", "-o", "%T").stdout, "the task", 120)
        job = self.cluster.run("squeue", "-h", "-o", "%i").stdout.split()[0]
        self.cluster.run("scontrol", "requeue", job)
        self.assertIn("1 done", self.finish(cut))
        self.assertEqual(self.study(whole), self.study(cut))


if __name__ == "__main__":
    MHO = os.path.abspath(sys.argv.pop(1))
    RECIPE = sys.argv.pop(1)
    if not all(found(program) for program in PROGRAMS):
        print("skipped: Slurm is not installed (Debian: slurm-wlm, munge)")
        sys.exit(77)
    unittest.main()
