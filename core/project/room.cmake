# The files of this room, one per line.
mho_room(project
  copy_file.cpp
  documents.cpp
  examples.cpp
  journal_command.cpp
  new_file.cpp
  project.cpp
  project_edits.cpp
  project_exploration.cpp
  project_run.cpp
  run_lock.cpp
  recipe_documents.cpp
  saved_network.cpp
  schema.cpp
  sqlite.cpp
  tensor_store.cpp
)
