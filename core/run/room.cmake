# The files of this room, one per line.
mho_room(run
  compressed_arrays.cpp
  convergence_json.cpp
  hardware_json.cpp
  job.cpp
  job_levels.cpp
  job_prune.cpp
  json_fields.cpp
  plan_json.cpp
  recipe.cpp
  recipe_json.cpp
  result_json.cpp
  run.cpp
  run_state.cpp
  target.cpp
  verify.cpp
)
