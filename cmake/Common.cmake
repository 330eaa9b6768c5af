# SPDX-License-Identifier: GPL-3.0-or-later
# Flags that every Mho target carries, by linking mho_common privately.
add_library(mho_common INTERFACE)
target_compile_features(mho_common INTERFACE cxx_std_20)
target_include_directories(mho_common INTERFACE ${Mho_SOURCE_DIR} ${Mho_BINARY_DIR}/generated)
target_compile_options(mho_common INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Woverloaded-virtual -Wformat=2
  -fvisibility=hidden -fvisibility-inlines-hidden
  -ffp-contract=off) # the same sums on every processor
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms of GCC 12 on std::string (GCC bug 105651) and, with sanitizers, on <regex> (bug 105562).
  target_compile_options(mho_common INTERFACE -Wno-restrict)
  if(MHO_SANITIZE)
    target_compile_options(mho_common INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(MHO_WERROR)
  target_compile_options(mho_common INTERFACE -Werror)
endif()
if(MHO_SANITIZE)
  target_compile_options(mho_common INTERFACE -fsanitize=${MHO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(mho_common INTERFACE -fsanitize=${MHO_SANITIZE})
  target_compile_definitions(mho_common INTERFACE MHO_SANITIZED)
endif()
if(MHO_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "MHO_FUZZ needs Clang, whose libFuzzer runs the targets; the compiler is ${CMAKE_CXX_COMPILER_ID}. "
                        "Configure with -DCMAKE_CXX_COMPILER=clang++ or the preset fuzz.")
  endif()
  target_compile_options(mho_common INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_compile_definitions(mho_common INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)

find_program(MHO_CCACHE ccache)
if(MHO_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MHO_CCACHE})
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${Mho_BINARY_DIR}/lib)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${Mho_BINARY_DIR}/bin)
