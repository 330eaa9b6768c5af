# SPDX-License-Identifier: GPL-3.0-or-later
mho_room(report
  break_even_report.cpp
  cost_json.cpp
  cost_table.cpp
  engine_tables.cpp
  hardware_text.cpp
  mapping_table.cpp
  preset_table.cpp
  summary.cpp
  table.cpp
  monte_carlo_report.cpp
  simulation_report.cpp
)
