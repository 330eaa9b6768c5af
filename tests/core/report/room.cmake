# SPDX-License-Identifier: GPL-3.0-or-later
mho_test(report
  ${CMAKE_CURRENT_LIST_DIR}/break_even_report_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/design_report_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/engine_tables_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/exports/export_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/published_rows_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/reproduction_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/study_table_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/summary_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/table_test.cpp
)
target_compile_definitions(test-report PRIVATE MHO_TEST_DOCS="${Mho_SOURCE_DIR}/docs"
  MHO_TEST_EXAMPLES="${Mho_SOURCE_DIR}/resources/examples")
