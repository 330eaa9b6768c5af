# SPDX-License-Identifier: GPL-3.0-or-later
mho_room(report
  engine_tables.cpp
  mapping_table.cpp
  summary.cpp
  table.cpp
)
