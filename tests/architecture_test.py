#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the source tree against the house of docs/architecture.md.

architecture_test.py ROOT        prints every violation; exit code 1 when there is one
architecture_test.py --self-test plants one violation of each rule in a made-up tree and demands that it is found
"""

import os
import re
import sys
import tempfile
import unittest

# Room -> rooms it may use. A room that is missing here is a violation too: the house must name every room.
LOW = ["base", "network", "data"]
LEFT = LOW + ["io", "compress"]
RIGHT = LOW + ["crossbar"]
BOTH = LEFT + ["crossbar", "learn", "cost"]
HOUSE = {
    "base": [],
    "network": ["base"],
    "data": ["base", "network"],
    "io": LOW,
    "compress": LOW,
    "crossbar": LOW,
    "learn": LEFT,
    "cost": RIGHT,
    "run": BOTH,
    "project": BOTH + ["run"],
    "explore": BOTH + ["run"],
    "report": BOTH + ["run", "project", "explore"],
}
HOUSE["widgets"] = list(HOUSE["report"]) + ["report"]
HOUSE["studio"] = HOUSE["cli"] = HOUSE["widgets"] + ["widgets"]

TOP_FOLDERS = ["core", "widgets", "app", "tests", "packaging", ".ci"]
CPP = (".h", ".cpp", ".h.in")
MOST_LINES = 600
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def is_script(path):
    """A Python or shell source, by its name or its first line."""
    if path.endswith((".py", ".sh")):
        return True
    if "." in os.path.basename(path):
        return False
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def sources(root):
    """Paths, relative to root, of all C++, Python and shell sources."""
    for top in TOP_FOLDERS:
        for folder, folders, files in os.walk(os.path.join(root, top)):
            folders[:] = [name for name in folders if name not in ("__pycache__", "build")]
            for name in sorted(files):
                path = os.path.join(folder, name)
                if name.endswith(CPP) or is_script(path):
                    yield os.path.relpath(path, root)


def room_of(path):
    """Name of the room a path lies in; None for tests and for paths outside the house."""
    parts = path.split("/")
    if parts[0] in ("core", "app") and len(parts) > 2:
        return parts[1]
    return "widgets" if parts[0] == "widgets" else None


def check_include(path, bracket, target):
    """Text of what is wrong with one include, or None."""
    learn = path.startswith("core/learn/")
    if not learn and re.match(r"(torch|ATen|c10)/", target):
        return f"includes {target}: only core/learn knows LibTorch"
    if path.startswith("core/") and bracket == "<" and re.match(r"Q[A-Z]|Qt", target):
        return f"includes {target}: core knows no Qt"
    room = room_of(path)
    if bracket == "<" or room is None:
        return None
    if not target.startswith(("core/", "widgets/", "app/", "tests/")):
        target = os.path.normpath(os.path.join(os.path.dirname(path), target))
    if target.startswith("tests/"):
        return f"includes {target}: the program does not use its tests"
    other = room_of(target)
    if other is None or other == room:
        return None
    if room not in HOUSE:
        return f"is in room {room}, which the house does not name"
    if other not in HOUSE[room]:
        return f"includes {target}: {room} may not use {other}"
    return None


def violations(root):
    """Every violation of the tree as 'path:line: what is wrong'."""
    found = []
    for path in sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            lines = file.read().splitlines()
        if not any(LICENCE in line for line in lines[:2]):
            found.append(f"{path}:1: lacks the line {LICENCE}")
        if len(lines) > MOST_LINES:
            found.append(f"{path}:{len(lines)}: has more than {MOST_LINES} lines")
        if path.endswith(CPP):
            for number, line in enumerate(lines, 1):
                match = INCLUDE.match(line)
                wrong = check_include(path, match[1], match[2]) if match else None
                if wrong:
                    found.append(f"{path}:{number}: {wrong}")
    return found


class SelfTest(unittest.TestCase):
    """The check finds what it must find, and nothing in a good tree."""

    def check(self, path, body, expected):
        with tempfile.TemporaryDirectory() as root:
            full = os.path.join(root, path)
            os.makedirs(os.path.dirname(full))
            with open(full, "w", encoding="utf-8") as file:
                file.write(body)
            found = violations(root)
        if expected is None:
            self.assertEqual(found, [])
        else:
            self.assertEqual(len(found), 1, found)
            self.assertIn(expected, found[0])

    def include(self, path, line, expected):
        self.check(path, f"// {LICENCE}\n{line}\n", expected)

    def test_good(self):
        self.include("core/run/a.cpp", '#include "core/learn/learner.h"\n#include "core/cost/c.h"', None)
        self.include("core/learn/a.cpp", "#include <torch/torch.h>", None)
        self.include("widgets/a.cpp", "#include <QWidget>", None)
        self.include("core/base/a.cpp", "#include <fmt/format.h>", None)

    def test_higher_floor(self):
        self.include("core/base/a.h", '#include "core/network/tensor.h"', "base may not use network")
        self.include("core/compress/a.h", '#include "core/learn/learner.h"', "compress may not use learn")
        self.include("core/run/a.cpp", '#include "widgets/a.h"', "run may not use widgets")
        self.include("widgets/a.cpp", '#include "app/studio/a.h"', "widgets may not use studio")

    def test_same_floor_and_other_wing(self):
        self.include("core/compress/a.h", '#include "core/crossbar/hardware.h"', "compress may not use crossbar")
        self.include("core/learn/a.h", '#include "core/crossbar/hardware.h"', "learn may not use crossbar")
        self.include("core/cost/a.h", '#include "core/compress/plan.h"', "cost may not use compress")
        self.include("core/project/a.h", '#include "core/explore/a.h"', "project may not use explore")
        self.include("app/cli/a.cpp", '#include "app/studio/a.h"', "cli may not use studio")

    def test_relative_path_hides_nothing(self):
        self.include("core/base/a.h", '#include "../network/tensor.h"', "base may not use network")

    def test_unknown_room(self):
        self.include("core/attic/a.h", '#include "core/base/error.h"', "does not name")

    def test_tests_in_program(self):
        self.include("core/base/a.h", '#include "tests/test_main.h"', "does not use its tests")

    def test_torch(self):
        self.include("core/run/a.cpp", "#include <torch/torch.h>", "only core/learn")
        self.include("tests/core/run/a.cpp", "# include <ATen/Parallel.h>", "only core/learn")
        self.include("app/cli/a.h", '#include "c10/util/Half.h"', "only core/learn")

    def test_qt(self):
        self.include("core/base/a.h", "#include <QString>", "core knows no Qt")
        self.include("core/base/a.h", "#include <QtCore/QString>", "core knows no Qt")

    def test_length(self):
        self.check("core/base/a.cpp", f"// {LICENCE}\n" + "\n" * MOST_LINES, "more than 600 lines")
        self.check("core/base/a.cpp", f"// {LICENCE}\n" + "\n" * (MOST_LINES - 1), None)

    def test_licence(self):
        self.check("core/base/a.cpp", "int a;\n", "lacks the line")
        self.check("packaging/tool", "#!/bin/sh\n", "lacks the line")
        self.check("packaging/tool", f"#!/bin/sh\n# {LICENCE}\n", None)


def main():
    if sys.argv[1:] == ["--self-test"]:
        unittest.main(argv=sys.argv[:1])
    if len(sys.argv) != 2 or not os.path.isdir(os.path.join(sys.argv[1], "core")):
        print(__doc__, file=sys.stderr)
        return 2
    found = violations(sys.argv[1])
    print("\n".join(found) if found else f"{sum(1 for _ in sources(sys.argv[1]))} sources keep to the house")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
