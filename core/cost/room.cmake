mho_room(cost
  component_file.cpp
  cost_model.cpp
)
