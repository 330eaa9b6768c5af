mho_room(learn
  admm.cpp
  learner.cpp
  training_options.cpp
)
