# The files of this room, one per line.
mho_room(io
  csv.cpp
  file_bytes.cpp
  half.cpp
  pickle.cpp
  pickle_operations.cpp
  pytorch.cpp
  pytorch_content.cpp
  pytorch_legacy.cpp
  pytorch_objects.cpp
  pytorch_storages.cpp
  pytorch_zip.cpp
  safetensors.cpp
  weights_file.cpp
  weights_match.cpp
  zip_file.cpp
)
