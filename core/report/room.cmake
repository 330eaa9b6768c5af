# SPDX-License-Identifier: GPL-3.0-or-later
mho_room(report
  cost_json.cpp
  cost_table.cpp
  engine_tables.cpp
  hardware_text.cpp
  mapping_table.cpp
  measures.cpp
  preset_table.cpp
  published_rows.cpp
  reproduction.cpp
  reproduction_page.cpp
  seed_result.cpp
  summary.cpp
  table.cpp
  monte_carlo_report.cpp
  simulation_report.cpp
)
