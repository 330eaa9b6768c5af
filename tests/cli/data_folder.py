# SPDX-License-Identifier: GPL-3.0-or-later
"""Where real data lie: MHO_DATA_DIR, else the folder beside the checkout that tests in C++ take, too."""

import os

DATA = os.environ.get("MHO_DATA_DIR") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "data")
