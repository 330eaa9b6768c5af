#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An installed Mho stands by itself, wherever it is put: test_install.py CMAKE BUILD_DIR VERSION HAS_STUDIO [TestClass...]"""

import glob
import gzip
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

CMAKE = ""
BUILD = ""
VERSION = ""
STUDIO = False


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.work = temporary.name
        there = os.path.join(cls.work, "there")
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", there], check=True, capture_output=True, timeout=300)
        cls.prefix = os.path.join(cls.work, "here")
        os.rename(there, cls.prefix)
        cls.libraries = os.path.dirname(glob.glob(os.path.join(cls.prefix, "lib", "**", "libmho.so.0"), recursive=True)[0])
        cls.environment = {name: value for name, value in os.environ.items() if not name.startswith(("MHO_", "XDG_", "LD_"))}
        cls.environment.update(HOME=cls.work, QT_QPA_PLATFORM="offscreen")
        cls.example = os.path.join(cls.prefix, "share", "mho", "examples", "s0-lenet5-17x.mho")

    def run_program(self, program, *arguments, code=0):
        done = subprocess.run([os.path.join(self.prefix, "bin", program), *arguments], capture_output=True, text=True, timeout=300,
                              cwd=self.work, env=self.environment, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout if code == 0 else done.stderr

    def test_version(self):
        self.assertEqual(self.run_program("mho", "--version"), f"mho {VERSION}\n")
        if STUDIO:
            self.assertEqual(self.run_program("mho-studio", "--version"), f"mho-studio {VERSION}\n")

    def test_resources_are_those_beside_it(self):
        recipes = os.path.join(self.prefix, "share", "mho", "recipes")
        shutil.copy(os.path.join(recipes, "lenet5-digits.json"), os.path.join(recipes, "only-here.json"))
        self.addCleanup(os.remove, os.path.join(recipes, "only-here.json"))
        self.assertIn("only-here", self.run_program("mho", "list"))

    def test_modules_are_those_beside_it(self):
        module = os.path.join(self.libraries, "libmho_figures.so")
        if STUDIO:
            os.rename(module, module + ".away")
        said = self.run_program("mho", "figure", "mask", self.example, "--out", "mask.svg", code=1)
        self.assertIn(f"Looked for: {os.path.realpath(self.libraries)}/libmho_figures.so", said)
        self.assertEqual(said.count("libmho_figures.so"), 2)
        if STUDIO:
            os.rename(module + ".away", module)
            self.run_program("mho", "figure", "mask", self.example, "--out", "mask.svg")
            self.assertTrue(os.path.exists(os.path.join(self.work, "mask.svg")))

    def test_studio_shows_an_example(self):
        if not STUDIO:
            self.skipTest("built without the studio")
        self.run_program("mho-studio", self.example, "--screenshot", "window.png")
        self.assertGreater(os.path.getsize(os.path.join(self.work, "window.png")), 10000)

    def test_studio_pictures_itself(self):
        """Every page, perspective, panel and dialog in one language, colour scheme and size; none is blank."""
        if not STUDIO:
            self.skipTest("built without the studio")
        self.run_program("mho-studio", self.example, "--pictures", "pictures", "--language", "de", "--dark", "--size", "1000x700")
        folder = os.path.join(self.work, "pictures")
        names = set(os.listdir(folder))
        self.assertTrue(all(name.startswith("de-dark-") for name in names), names)
        for part in ("start", "tune-perspective", "map-perspective", "runs-perspective", "points-perspective", "crossbars", "crossbars-4", "cost", "mask", "journal"):
            self.assertIn(f"de-dark-1000x700-{part}.png", names)
        self.assertEqual(sum("-dialog-" in name for name in names), 8)
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                head = file.read(24)
            if "-dialog-" not in name:
                self.assertEqual(struct.unpack(">II", head[16:24]), (1000, 700), name)
            self.assertGreater(os.path.getsize(os.path.join(folder, name)), 5000, name)

    def test_nothing_points_into_the_build(self):
        if shutil.which("readelf") is None:
            self.skipTest("readelf is not installed")
        programs = glob.glob(os.path.join(self.prefix, "bin", "*")) + glob.glob(os.path.join(self.libraries, "*.so"))
        self.assertGreaterEqual(len(programs), 2 if STUDIO else 1)
        for program in programs:
            head = subprocess.run(["readelf", "-dW", program], capture_output=True, text=True, check=True).stdout
            self.assertNotIn(BUILD, head, program)

    def test_manual_and_completion(self):
        pages = glob.glob(os.path.join(self.prefix, "share", "man", "man1", "*.1.gz"))
        names = {os.path.basename(page) for page in pages}
        self.assertLessEqual({"mho.1.gz", "mho-run.1.gz", "mho-explore-sweep.1.gz"}, names)
        self.assertEqual("mho-studio.1.gz" in names, STUDIO)
        for page in pages:
            with gzip.open(page, "rt", encoding="utf-8") as file:
                self.assertIn(f'"Mho {VERSION}"', file.read(), page)
        for place in (("bash-completion", "completions", "mho"), ("zsh", "vendor-completions", "_mho")):
            self.assertGreater(os.path.getsize(os.path.join(self.prefix, "share", *place)), 1000)


if __name__ == "__main__":
    CMAKE, BUILD, VERSION = sys.argv[1], os.path.abspath(sys.argv[2]), sys.argv[3]
    STUDIO = sys.argv[4] == "1"
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]], verbosity=2)
