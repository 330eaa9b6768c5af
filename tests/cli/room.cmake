# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_test(NAME architecture COMMAND Python3::Interpreter ${Mho_SOURCE_DIR}/tests/architecture_test.py ${Mho_SOURCE_DIR})
add_test(NAME architecture-self COMMAND Python3::Interpreter ${Mho_SOURCE_DIR}/tests/architecture_test.py --self-test)
add_test(NAME cli COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_cli.py $<TARGET_FILE:mho> ${PROJECT_VERSION})
add_test(NAME cli-estimate COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_estimate.py $<TARGET_FILE:mho>)
add_test(NAME cli-run COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_run.py $<TARGET_FILE:mho>
                              ${Mho_SOURCE_DIR}/tests/data/tiny.json)
add_test(NAME cli-solve COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_solve.py $<TARGET_FILE:mho>)
set_tests_properties(cli cli-estimate cli-run PROPERTIES ENVIRONMENT MHO_RESOURCE_DIR=${Mho_SOURCE_DIR}/resources TIMEOUT 1200)
set_tests_properties(cli-run PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME cli-nonideal COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_nonideal.py $<TARGET_FILE:mho>)
add_test(NAME cli-simulate COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/test_simulate.py $<TARGET_FILE:mho>)
set_tests_properties(cli-simulate PROPERTIES ENVIRONMENT MHO_RESOURCE_DIR=${Mho_SOURCE_DIR}/resources TIMEOUT 600)
