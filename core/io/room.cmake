# The files of this room, one per line.
mho_room(io
  csv.cpp
  half.cpp
  safetensors.cpp
  weights_match.cpp
)
