// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/option_fields.h"
#include "core/run/stages.h"

/// Fields of the stages as files name them. `Value` is the struct itself (read) or const (written, listed).
namespace mho {

constexpr ChoiceName<Precision> kPrecisions[] = {
    {"automatic", Precision::Automatic}, {"float32", Precision::Float32}, {"bfloat16", Precision::BFloat16}};
constexpr ChoiceName<OptimizerKind> kOptimizers[] = {{"sgd", OptimizerKind::Sgd}, {"adam", OptimizerKind::Adam}};
constexpr ChoiceName<ScheduleKind> kSchedules[] = {{"constant", ScheduleKind::Constant},
                                                   {"step", ScheduleKind::Step},
                                                   {"cosine", ScheduleKind::Cosine},
                                                   {"one-cycle", ScheduleKind::OneCycle}};
constexpr ChoiceName<PurifyAfter> kPurifyAfter[] = {{"projection", PurifyAfter::Projection}, {"retrain", PurifyAfter::Retrain}};
constexpr ChoiceName<PruneMethod> kPruneMethods[] = {{"admm", PruneMethod::Admm}, {"group-regularizer", PruneMethod::GroupRegularizer}};
constexpr ChoiceName<GroupPenalty> kGroupPenalties[] = {
    {"lasso", GroupPenalty::Lasso}, {"clipped", GroupPenalty::Clipped}, {"reweighted", GroupPenalty::Reweighted}};

/// The training of an ADMM stage: its length is counted in rounds, so it has no key "epochs".
template <class Training>
struct WithoutEpochs {
    Training& training;
};

template <class Fields, class Value>
void describeTraining(Fields& fields, Value& training, bool withEpochs)
{
    if (withEpochs) {
        fields.integer("epochs", training.epochs);
    }
    fields.integer("batch_size", training.batchSize);
    fields.choice("optimizer", training.optimizer, kOptimizers);
    fields.value("learning_rate", training.learningRate);
    fields.value("momentum", training.momentum);
    fields.value("beta2", training.beta2);
    fields.value("weight_decay", training.weightDecay);
    fields.choice("schedule", training.schedule, kSchedules);
    fields.value("step_factor", training.stepFactor);
    fields.value("milestones", training.milestones);
    fields.value("warm_up", training.warmUp);
    fields.value("weight_noise", training.weightNoise);
}

template <class Fields, FieldsOf<TrainingOptions> Value>
void describe(Fields& fields, Value& training)
{
    describeTraining(fields, training, true);
}

template <class Fields, class Training>
void describe(Fields& fields, WithoutEpochs<Training>& value)
{
    describeTraining(fields, value.training, false);
}

template <class Fields, class Training>
void describe(Fields& fields, const WithoutEpochs<Training>& value)
{
    describeTraining(fields, value.training, false);
}

template <class Fields, FieldsOf<AdmmOptions> Value>
void describe(Fields& fields, Value& admm)
{
    fields.integer("rounds", admm.rounds);
    fields.integer("epochs_per_round", admm.epochsPerRound);
    fields.value("rho", admm.rho);
    fields.value("rho_factor", admm.rhoFactor);
    fields.integer("rho_every", admm.rhoEvery);
    fields.value("rescale_duals", admm.rescaleDuals);
    fields.value("tolerance", admm.tolerance);
    fields.value("levels", admm.levels);
    WithoutEpochs<std::remove_reference_t<decltype((admm.training))>> training{admm.training};
    fields.object("training", training);
}

template <class Fields, FieldsOf<RegularizeOptions> Value>
void describe(Fields& fields, Value& options)
{
    fields.choice("penalty", options.penalty, kGroupPenalties);
    fields.value("strength", options.strength);
    fields.value("clip_ratio", options.clipRatio);
    fields.value("pull_through_clip", options.pullThroughClip);
    fields.value("epsilon", options.epsilon);
    fields.integer("refresh_epochs", options.refreshEpochs);
    fields.value("straight_through", options.straightThrough);
    fields.object("training", options.training);
}

template <class Fields, FieldsOf<PurifyStage> Value>
void describe(Fields& fields, Value& options)
{
    fields.value("enabled", options.enabled);
    fields.choice("after", options.after, kPurifyAfter);
    fields.value("empty_column", options.thresholds.emptyColumn);
    fields.value("column_share", options.thresholds.columnShare);
    fields.value("channel_energy", options.thresholds.channelEnergy);
    fields.value("filter_energy", options.thresholds.filterEnergy);
    fields.value("absolute", options.thresholds.absolute);
}

template <class Fields, FieldsOf<ProgressiveOptions> Value>
void describe(Fields& fields, Value& options)
{
    fields.integer("steps", options.steps);
    fields.value("share", options.share);
    fields.object("training", options.training);
}

template <class Fields, FieldsOf<StraightThroughOptions> Value>
void describe(Fields& fields, Value& options)
{
    fields.object("training", options.training);
    fields.value("mix", options.mix);
    fields.value("temperature", options.temperature);
    fields.value("teacher", options.teacher);
    fields.numbers("teacher_mean", options.teacherMean);
    fields.numbers("teacher_deviation", options.teacherDeviation);
}

template <class Fields, FieldsOf<RetrainTeacher> Value>
void describe(Fields& fields, Value& options)
{
    fields.value("mix", options.mix);
    fields.value("temperature", options.temperature);
}

template <class Fields, FieldsOf<ExecutionOptions> Value>
void describe(Fields& fields, Value& execution)
{
    fields.value("device", execution.device);
    fields.integer("threads", execution.threads);
    fields.choice("precision", execution.precision, kPrecisions);
    fields.value("channels_last", execution.channelsLast);
}

/// The stages that train, in their order.
template <class Fields, class Value>
void describeTrainings(Fields& fields, Value& stages)
{
    fields.object("train", stages.train);
    fields.value("train_further", stages.trainFurther);
    fields.choice("prune", stages.prune, kPruneMethods);
    fields.object("admm", stages.admm);
    fields.object("regularize", stages.regularize);
    fields.object("purify", stages.purify);
    fields.object("retrain", stages.retrain);
    fields.object("retrain_teacher", stages.retrainTeacher);
    fields.object("quantize", stages.quantize);
    fields.object("progressive", stages.progressive);
    fields.object("straight_through", stages.straightThrough);
    fields.object("finetune", stages.finetune);
}

template <class Fields, FieldsOf<Stages> Value>
void describe(Fields& fields, Value& stages)
{
    fields.integer("seed", stages.seed);
    fields.object("execution", stages.execution);
    describeTrainings(fields, stages);
}

}  // namespace mho
