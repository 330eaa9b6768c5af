# SPDX-License-Identifier: GPL-3.0-or-later
mho_room(report
  mapping_table.cpp
  summary.cpp
  table.cpp
  monte_carlo_report.cpp
  simulation_report.cpp
)
