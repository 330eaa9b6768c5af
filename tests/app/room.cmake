# SPDX-License-Identifier: GPL-3.0-or-later
mho_gui_test(studio
  ${CMAKE_CURRENT_LIST_DIR}/main_window_test.cpp
)
target_link_libraries(test-studio PRIVATE mho_studio_parts)
add_test(NAME studio-version COMMAND mho-studio --version)
set_tests_properties(studio-version PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen"
  PASS_REGULAR_EXPRESSION "mho-studio ${PROJECT_VERSION}")
