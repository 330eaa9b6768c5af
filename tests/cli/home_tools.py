# SPDX-License-Identifier: GPL-3.0-or-later
"""What files are compared with: the modules of Debian's Python, where the tests run on another one."""

import importlib
import os
import subprocess
import sys

SYSTEM = "/usr/bin/python3"


def module_or_none(name):
    """The module; where this Python lacks it and the system's has it, the program goes on in the system's."""
    try:
        return importlib.import_module(name)
    except ImportError:
        pass
    if "MHO_TEST_SYSTEM_PYTHON" not in os.environ and os.path.exists(SYSTEM):
        if subprocess.run([SYSTEM, "-c", f"import {name}"], capture_output=True, check=False).returncode == 0:
            os.environ["MHO_TEST_SYSTEM_PYTHON"] = "1"
            os.execv(SYSTEM, [SYSTEM, *sys.argv])
    return None
