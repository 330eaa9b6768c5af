mho_test(base
  core/base/error_test.cpp
  core/base/random_test.cpp
  core/base/units_test.cpp
)
