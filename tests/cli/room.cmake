# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_test(NAME architecture COMMAND Python3::Interpreter ${Mho_SOURCE_DIR}/tests/architecture_test.py ${Mho_SOURCE_DIR})
add_test(NAME architecture-self COMMAND Python3::Interpreter ${Mho_SOURCE_DIR}/tests/architecture_test.py --self-test)
# NAME: test_NAME.py, called with the program and what else is given.
function(mho_cli_test name)
  set(test cli-${name})
  add_test(NAME ${test} COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_${name}.py $<TARGET_FILE:mho> ${ARGN})
  set_tests_properties(${test} PROPERTIES ENVIRONMENT MHO_RESOURCE_DIR=${Mho_SOURCE_DIR}/resources TIMEOUT 1200)
endfunction()

mho_cli_test(basics ${PROJECT_VERSION})
mho_cli_test(break_even)
mho_cli_test(estimate)
mho_cli_test(map)
mho_cli_test(network ${Mho_SOURCE_DIR}/tests/data/tiny.json)
mho_cli_test(nonideal)
mho_cli_test(reproduce ${Mho_SOURCE_DIR}/tests/data/tiny.json)
mho_cli_test(run ${Mho_SOURCE_DIR}/tests/data/tiny.json)
mho_cli_test(simulate)
mho_cli_test(solve)
mho_cli_test(weights)
set_tests_properties(cli-run cli-weights PROPERTIES SKIP_RETURN_CODE 77)
