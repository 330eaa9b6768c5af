# The files of this room, one per line.
mho_room(io
  half.cpp
  safetensors.cpp
  weights_match.cpp
)
