# The files of this room, one per line.
mho_room(base
  error.cpp
  file_lock.cpp
  json_depth.cpp
  module.cpp
  ordered_json.cpp
  phrase.cpp
  parallel.cpp
  process.cpp
  random.cpp
  resources.cpp
  sha256.cpp
  units.cpp
  whole_file.cpp
)
