# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Python3 REQUIRED COMPONENTS Interpreter)

add_test(NAME architecture COMMAND Python3::Interpreter ${Mho_SOURCE_DIR}/tests/architecture_test.py ${Mho_SOURCE_DIR})
add_test(NAME architecture-self COMMAND Python3::Interpreter ${Mho_SOURCE_DIR}/tests/architecture_test.py --self-test)
