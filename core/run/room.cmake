# The files of this room, one per line.
mho_room(run
  compressed_arrays.cpp
  hardware_json.cpp
  json_fields.cpp
  plan_json.cpp
  recipe.cpp
  recipe_json.cpp
  result_json.cpp
  run.cpp
  run_state.cpp
  storage_json.cpp
  target.cpp
  verify.cpp
)
