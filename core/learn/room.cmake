mho_room(learn
  admm.cpp
  learner.cpp
  term_problems.cpp
  training_options.cpp
)
