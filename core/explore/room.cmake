# The files of this room, one per line.
mho_room(explore
  pareto.cpp
)
