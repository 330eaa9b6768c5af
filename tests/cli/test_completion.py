#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Completion and manual pages hold every command and option of the help: test_completion.py MHO [TestClass...]"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from patience import LIMIT_S

MHO = ""


def mho(*arguments):
    done = subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def commands(path=()):
    """Every command, as --help shows it: its words and its options."""
    text = mho(*path, "--help")
    options = set()
    for line in text.splitlines():
        match = re.match(r"  (-[-\w]+(?:,--?[-\w]+)*)", line)
        if match:
            options.update(match[1].split(","))
    yield path, options
    inner = text.split("Subcommands:\n")[1] if "Subcommands:\n" in text else ""
    for line in inner.splitlines():
        if match := re.match(r"  ([a-z][-a-z]*)", line):
            yield from commands((*path, match[1]))


class Tree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.commands = list(commands())
        assert len(cls.commands) > 20

    def complete(self, *words):
        """What bash offers for the last word."""
        script = mho("completion", "bash") + f"\nCOMP_WORDS=({' '.join(repr(word) for word in words)})\n" \
            f"COMP_CWORD={len(words) - 1}\ncompopt() {{ :; }}\n_mho\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
        done = subprocess.run(["bash", "-u", "-c", script], capture_output=True, text=True, timeout=LIMIT_S, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout.splitlines()

    def test_bash_offers_every_command_and_option(self):
        for path, options in self.commands:
            self.assertEqual(set(self.complete("mho", *path, "-")), options, path)
            inner = [other[-1] for other, _ in self.commands if other[:-1] == path and other]
            if inner:
                self.assertEqual(self.complete("mho", *path, ""), inner)
        self.assertEqual(self.complete("mho", "simulate", "lenet5", "--adc-mode", ""), ["clip", "round"])
        self.assertEqual(self.complete("mho", "simulate", "--adc-mode", "r"), ["round"])
        self.assertIn("npz", self.complete("mho", "export", "a.mho", "--format", ""))
        self.assertEqual(self.complete("mho", "completion", "--help", "--h"), ["--help"])

    def test_bash_offers_files(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a b.json", "c.json"):
                with open(os.path.join(folder, name), "w", encoding="utf-8"):
                    pass
            os.mkdir(os.path.join(folder, "data"))
            here = os.getcwd()
            os.chdir(folder)
            try:
                self.assertEqual(sorted(self.complete("mho", "map", "lenet5", "--plan", "")), ["a b.json", "c.json", "data"])
                self.assertEqual(self.complete("mho", "map", "c"), ["c.json"])
                self.assertEqual(self.complete("mho", "eval", "--data", ""), ["data"])
            finally:
                os.chdir(here)

    def test_zsh_names_every_command_and_option(self):
        text = mho("completion", "zsh")
        self.assertTrue(text.startswith("#compdef mho\n"))
        for path, options in self.commands:
            block = text.split(f'        "{" ".join(("mho", *path))}")\n')[1].split(";;")[0]
            self.assertEqual(set(re.findall(r"^ +'\*?(-[-\w]+?)(?:=-)?\[", block, re.MULTILINE)), options, path)
            for inner in [other[-1] for other, _ in self.commands if other[:-1] == path and other]:
                self.assertIn(f"'{inner}:", block)
        if shutil.which("zsh"):
            with tempfile.NamedTemporaryFile("w", suffix=".zsh") as file:
                file.write(text)
                file.flush()
                done = subprocess.run(["zsh", "-n", file.name], capture_output=True, text=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_pages_hold_every_option_and_pass_the_formatter(self):
        with tempfile.TemporaryDirectory() as folder:
            mho("man", "--all", folder)
            names = {"-".join(("mho", *path)) + ".1" for path, _ in self.commands}
            self.assertEqual(set(os.listdir(folder)), names)
            for path, options in self.commands:
                file = os.path.join(folder, "-".join(("mho", *path)) + ".1")
                with open(file, encoding="utf-8") as page:
                    text = page.read()
                self.assertEqual(text, mho("man", *path))
                listed = {name.replace("\\-", "-") for line in re.findall(r"^\.TP\n(.*)", text, re.MULTILINE)
                          for name in re.findall(r"\\fB((?:\\-)[^\\]*(?:\\-[^\\]*)*)\\fR", line)}
                self.assertEqual(listed, options, path)
                for inner in [other[-1] for other, _ in self.commands if other[:-1] == path and other]:
                    self.assertIn("\\-".join(["mho", *(word.replace("-", "\\-") for word in (*path, inner))]), text)
                if shutil.which("groff"):
                    done = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", file], capture_output=True, text=True, check=False)
                    self.assertEqual((done.returncode, done.stderr), (0, ""), file)
                if shutil.which("mandoc"):
                    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", file], capture_output=True, text=True, check=False)
                    self.assertEqual((done.returncode, done.stdout), (0, ""), file)

    def test_wrong_use(self):
        for arguments, says in [(["completion", "fish"], "fish"), (["completion"], "SHELL"), (["man", "runn"], "mho runn"),
                                (["man", "run", "--all", "x"], "--all")]:
            done = subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertIn(says, done.stderr)


if __name__ == "__main__":
    MHO = os.path.abspath(sys.argv[1])
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
