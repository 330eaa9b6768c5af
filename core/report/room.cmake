# SPDX-License-Identifier: GPL-3.0-or-later
mho_room(report
  summary.cpp
  table.cpp
)
