# SPDX-License-Identifier: GPL-3.0-or-later
add_test(NAME packaging-desktop COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_desktop.py ${Mho_SOURCE_DIR} ${PROJECT_VERSION})
add_test(NAME packaging-install COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_install.py ${CMAKE_COMMAND}
  ${Mho_BINARY_DIR} ${PROJECT_VERSION} $<BOOL:${MHO_STUDIO}>)
# It installs what the whole build has made.
set_tests_properties(packaging-install PROPERTIES TIMEOUT ${mho_patience})
