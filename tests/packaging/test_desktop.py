#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop file, AppStream metadata, MIME type and the studio's manual page: test_desktop.py ROOT VERSION [TestClass...]"""

import configparser
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = ""
VERSION = ""
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
MIME_TYPE = "application/x-mho"


def linux(name):
    return os.path.join(ROOT, "packaging", "linux", name)


def text(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


def desktop():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(linux("mho-studio.desktop"), encoding="utf-8")
    return parser["Desktop Entry"]


def tool_says(case, *command):
    """Nothing to say and exit code 0, or the test fails with it."""
    if shutil.which(command[0]) is None:
        case.skipTest(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    case.assertEqual(done.returncode, 0, done.stdout + done.stderr)
    return done.stdout + done.stderr


class Validators(unittest.TestCase):
    def test_desktop_file(self):
        self.assertEqual(tool_says(self, "desktop-file-validate", linux("mho-studio.desktop")), "")

    def test_metadata(self):
        tool_says(self, "appstreamcli", "validate", "--no-net", linux("mho-studio.metainfo.xml"))

    def test_mime_type(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "packages"))
            shutil.copy(linux("mho.xml"), os.path.join(folder, "packages"))
            # It names what it does not understand, and says 0.
            said = tool_says(self, "update-mime-database", folder)
            self.assertNotIn("mho", said)
            with open(os.path.join(folder, "globs"), encoding="utf-8") as file:
                self.assertIn(f"{MIME_TYPE}:*.mho", file.read())
            with open(os.path.join(folder, "magic"), "rb") as file:
                self.assertIn(b"\x00\x04MHO1", file.read())


class Agreement(unittest.TestCase):
    """What several files say is the same in all."""

    def test_version(self):
        releases = ElementTree.parse(linux("mho-studio.metainfo.xml")).getroot().find("releases")
        self.assertEqual(releases[0].get("version"), VERSION)

    def test_mime_type_has_one_name(self):
        self.assertEqual(desktop()["MimeType"], MIME_TYPE + ";")
        self.assertEqual(ElementTree.parse(linux("mho.xml")).getroot().find(MIME + "mime-type").get("type"), MIME_TYPE)
        metadata = ElementTree.parse(linux("mho-studio.metainfo.xml")).getroot()
        self.assertEqual(metadata.find("provides/mediatype").text, MIME_TYPE)
        self.assertEqual(metadata.find("launchable").text, "mho-studio.desktop")

    def test_magic_is_in_real_projects(self):
        outer = ElementTree.parse(linux("mho.xml")).getroot().find(f"{MIME}mime-type/{MIME}magic/{MIME}match")
        inner = outer.find(MIME + "match")
        projects = glob.glob(os.path.join(ROOT, "resources", "examples", "*.mho"))
        self.assertTrue(projects)
        for project in projects:
            with open(project, "rb") as file:
                head = file.read(100)
            self.assertTrue(head.startswith(outer.get("value").replace("\\000", "\0").encode()), project)
            offset = int(inner.get("offset"))
            self.assertEqual(head[offset:offset + 4], int(inner.get("value"), 16).to_bytes(4, "big"), project)

    def test_icons_are_installed_under_the_names_used(self):
        rules = text("packaging", "linux", "CMakeLists.txt")
        self.assertIn(f"RENAME {desktop()['Icon']}.svg", rules)
        for icon in ("resources/icons/mho.svg", "packaging/linux/application-x-mho.svg"):
            self.assertEqual(ElementTree.fromstring(text(icon)).get("viewBox"), "0 0 64 64")

    def test_manual_names_every_option_of_the_studio(self):
        source = text("app", "studio", "command_line.cpp")
        options = set(re.findall(r'QCommandLineOption \w+\(QStringLiteral\("([a-z-]+)"\)', source))
        self.assertGreater(len(options), 5)
        manual = text("packaging", "linux", "mho-studio.1.in").replace("\\-", "-")
        named = set(re.findall(r"\\fB--([a-z-]+)\\fR", manual)) - {"help", "version"}
        self.assertEqual(named, options)


if __name__ == "__main__":
    ROOT, VERSION = os.path.abspath(sys.argv[1]), sys.argv[2]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
