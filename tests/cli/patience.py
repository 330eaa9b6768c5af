# SPDX-License-Identifier: GPL-3.0-or-later
"""How long tests wait for programs that they start: longer where sanitizers slow all down."""

import os

LIMIT_S = int(os.environ.get("MHO_TEST_LIMIT_S", "600"))
