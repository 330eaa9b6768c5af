# The files of this room, one per line.
mho_room(data
  batch.cpp
  byte_reader.cpp
  cifar.cpp
  class_names.cpp
  data_hash.cpp
  find_data_set.cpp
  held_out.cpp
  idx.cpp
  image_file.cpp
  image_folder.cpp
  open_data_set.cpp
  synthetic_digits.cpp
)
