mho_room(crossbar
  cells.cpp
  hardware.cpp
  layer_blocks.cpp
  mapper.cpp
  support.cpp
)
