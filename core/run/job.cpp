// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/job.h"

#include "core/base/phrasing.h"
#include "core/compress/live_paths.h"
#include "core/compress/project_plan.h"
#include "core/cost/cost_model.h"
#include "core/run/recipe_data.h"
#include "core/run/run_check.h"
#include "core/run/target.h"

#include <algorithm>

namespace mho {

Job::Job(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store, const RunCallbacks& callbacks,
         std::shared_ptr<const Network> teacher)
    : recipe_(recipe), start_(start), data_(withNormalization(data, recipe)), store_(store), callbacks_(callbacks), teacher_(std::move(teacher)),
      layers_(weightLayers(start)), target_(targetOf(recipe.hardware))
{
    std::vector<Problem> problems = recipe_.validate();
    const std::vector<Problem> planProblems = recipe_.plan.validate(start_, target_);
    problems.insert(problems.end(), planProblems.begin(), planProblems.end());
    if (needsTeacher(recipe_)) {
        const std::string& name = recipe_.straightThrough.teacher;
        if (teacher_ == nullptr || !teacher_->hasWeights()) {
            problems.push_back({"straight_through.teacher", phrase(MHO_TEXT("the weights of teacher %1 are needed"), name)});
        } else if (teacher_->inputShape() != start_.inputShape() || teacher_->outputShape() != start_.outputShape()) {
            problems.push_back(
                {"straight_through.teacher", phrase(MHO_TEXT("%1 takes %2 and gives %3, the network takes %4 and gives %5"),
                                                    name, shapeText(teacher_->inputShape()), shapeText(teacher_->outputShape()),
                                                    shapeText(start_.inputShape()), shapeText(start_.outputShape()))});
        } else {
            state_.teacherHash = networkHash(*teacher_);
        }
        const std::size_t channels = data_.normalization.mean.size();
        if (const auto& mean = recipe_.straightThrough.teacherMean; !mean.empty() && mean.size() != channels) {
            problems.push_back({"straight_through.teacher_mean",
                                phrase(MHO_TEXT("%1 numbers, but images have %2 channels"), mean.size(), channels)});
        }
    }
    throwIfProblems(problems, "recipe " + recipe_.name);
    if (start_.hasWeights()) {
        // What the same weights will be left with shows before hours of training whether the plan keeps a way through.
        requireConnected(start_, hardMasks(start_, recipe_.plan, target_, [this](std::size_t layer) {
                             const auto values = start_.nodes()[layers_[layer].node].parameter("weight")->values();
                             return std::vector<float>(values.begin(), values.end());
                         }));
    }
    recipe_.execution = recipe_.execution.resolved();
    // Before any training: a preset that is missing or faulty must not cost a run.
    components_ = loadComponents(recipe_.hardware.preset);
    CostModel(components_, recipe_.hardware.adcLaw);
    state_.componentsSha256 = components_.sha256;
    state_.recipeJson = recipeToJson(recipe_);
    state_.dataSha256 = data_.sha256;
    state_.startHash = networkHash(start_);
}

RunResult Job::run()
{
    takeUpCheckpoint();
    if (pruned()) {
        openWorkNetwork(false);
    } else {
        session_ = learner().open(start_, recipe_.execution);
    }
    if (!state_.training.empty()) {
        session_->restore(state_.training);
        dropTrainingArrays();
    } else if (!start_.hasWeights()) {
        session_->initialize(recipe_.seed);
    }
    tellNormalization();
    epochsAtStart_ = epochsDone();
    reachedEpochs_ = static_cast<double>(epochsAtStart_);
    try {
        while (state_.stage != Stage::Done && !cancelled_) {
            perform(state_.stage);
        }
    } catch (const Left&) {
        cancelled_ = true;
    }
    return result();
}

void Job::perform(Stage stage)
{
    switch (stage) {
        case Stage::Train:
            trainDense();
            break;
        case Stage::Prune:
            prune();
            break;
        case Stage::Retrain:
            retrain();
            break;
        case Stage::Quantize:
            quantize();
            break;
        case Stage::Progressive:
            progressive();
            break;
        case Stage::StraightThrough:
            trainThroughLevels();
            break;
        case Stage::Finetune:
            finetune();
            break;
        case Stage::Done:
            break;
    }
    if (cancelled_) {
        return;
    }
    finishStage(stage);
    if (cancelled_) {
        return;
    }
    session_->beginStage();
    state_.admm.clear();
    if (stage == Stage::StraightThrough || (stage == Stage::Retrain && !levelsLearnFromOriginal())) {
        state_.teacher.clear();  // no later stage learns from it
    }
    if (stage == Stage::StraightThrough) {
        // The last stage freezes whole layers.
        state_.held.clear();
        teacher_.reset();
    }
    state_.round = 0;
    state_.stage = static_cast<Stage>(static_cast<int>(stage) + 1);
    save({});
}

void Job::finishStage(Stage stage)
{
    if (stage == Stage::Train) {
        // Weights that were not there before the run show now, and not after the rounds of ADMM, whether the plan keeps a way through.
        requireConnected(start_, hardMasks(start_, recipe_.plan, target_, [this](std::size_t layer) { return session_->weights(layer); }));
        state_.accuracies.original = testAccuracy("original");
        if (learnsFromOriginal()) {
            state_.teacher = session_->state().parameters;
        }
    } else if (stage == Stage::Retrain) {
        state_.accuracies.pruned = testAccuracy("pruned");
        if (recipe_.purify.enabled && recipe_.purify.after == PurifyAfter::Retrain) {
            purifyRetrained();
        }
    } else if (stage == Stage::StraightThrough && hasLevels()) {
        projectOntoLevels();
    } else if (stage == Stage::Finetune && hasLevels()) {
        state_.accuracies.quantized = testAccuracy("on levels");
    }
}

void Job::trainDense()
{
    if (!start_.hasWeights() || recipe_.trainFurther) {
        train(recipe_.train, {});
    }
}

void Job::retrain()
{
    TrainingTerms terms = maskedTerms();
    if (recipe_.retrainTeacher.mix > 0.0 && recipe_.retrain.epochs > 0) {
        terms.distillation = Distillation{originalNetwork(), recipe_.retrainTeacher.temperature, recipe_.retrainTeacher.mix, {}};
    }
    train(recipe_.retrain, terms);
}

void Job::finetune()
{
    if (hasLevels()) {
        TrainingTerms terms = maskedTerms();
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            terms.frozen.push_back(planOf(i).levelBits > 0 ? 1 : 0);
        }
        train(recipe_.finetune, terms);
    }
}

std::shared_ptr<const Network> Job::originalNetwork() const
{
    Network original = start_;
    std::size_t next = 0;
    for (NodeId id = 0; id < start_.nodes().size(); ++id) {
        for (const Parameter& parameter : start_.nodes()[id].parameters) {
            original.setParameter(id, parameter.role, FloatArray(state_.teacher[next++]).tensor(parameter.tensor.shape()));
        }
    }
    return std::make_shared<const Network>(std::move(original));
}

bool Job::learnsFromOriginal() const
{
    return (recipe_.retrainTeacher.mix > 0.0 && recipe_.retrain.epochs > 0) || levelsLearnFromOriginal();
}

bool Job::levelsLearnFromOriginal() const
{
    const StraightThroughOptions& options = recipe_.straightThrough;
    return hasLevels() && options.training.epochs > 0 && options.mix > 0.0 && options.teacher.empty();
}

bool Job::hasLevels() const
{
    return std::any_of(recipe_.plan.layers.begin(), recipe_.plan.layers.end(), [](const LayerPlan& l) { return l.levelBits > 0; });
}

}  // namespace mho
