mho_room(crossbar
  cells.cpp
  hardware.cpp
  mapper.cpp
  support.cpp
)
