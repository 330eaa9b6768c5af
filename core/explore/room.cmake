# The files of this room, one per line.
mho_room(explore
  break_even_plan.cpp
  break_even_search.cpp
  budget_share.cpp
  layer_speed.cpp
  pareto.cpp
  pruning_ladder.cpp
)
