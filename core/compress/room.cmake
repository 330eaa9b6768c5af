mho_room(compress
  constraint.cpp
  constraints/channel.cpp
  constraints/filter.cpp
  constraints/filter_shape.cpp
  levels.cpp
  plan.cpp
)
