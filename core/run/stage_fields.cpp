// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage_fields.h"

#include "core/run/stage_json_fields.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <stdexcept>

namespace mho {
namespace {

using Kind = StageFieldKind;

/// Fields whose names begin so.
struct Group {
    std::string_view prefix;
    const char* name;
    const char* stage;
};

constexpr std::array kGroups{
    Group{"train", MHO_TEXT("Train"), "train"},
    Group{"admm.", MHO_TEXT("Prune by ADMM"), "admm"},
    Group{"regularize.", MHO_TEXT("Prune by a group regulariser"), "admm"},
    Group{"purify.", MHO_TEXT("Purify"), ""},
    Group{"retrain", MHO_TEXT("Retrain"), "retrain"},
    Group{"quantize.", MHO_TEXT("Quantise"), "quantize"},
    Group{"progressive.", MHO_TEXT("Progressive"), "progressive"},
    Group{"straight_through.", MHO_TEXT("Straight-Through"), "straight-through"},
    Group{"finetune.", MHO_TEXT("Fine-tune"), "finetune"},
    Group{"", MHO_TEXT("Run"), ""},
};

/// What is told of a field; `key` is its name, or the end of it behind the last dot where the same holds in every stage.
struct Words {
    std::string_view key;
    const char* label;
    const char* meaning;
    const char* range;
};

constexpr std::array kWords{
    Words{"seed", MHO_TEXT("Seed"), MHO_TEXT("Of all that is random. With the same seed, threads and device a run on a processor gives the same bits."),
          MHO_TEXT("0 or more")},
    Words{"prune", MHO_TEXT("Pruning"), MHO_TEXT("How the pruning stage comes to its masks: by ADMM, or by a group regulariser. Both end in the hard projection onto the plan."), ""},
    Words{"device", MHO_TEXT("Device"), MHO_TEXT("Where it is computed: cpu or cuda."), ""},
    Words{"threads", MHO_TEXT("Threads"), MHO_TEXT("Compute threads."), MHO_TEXT("in 0..1024 (0 = all cores)")},
    Words{"precision", MHO_TEXT("Precision"), MHO_TEXT("Of convolutions and products; weights stay float32. Automatic: bfloat16 on processors with AVX-512 BF16, else float32."), ""},
    Words{"channels_last", MHO_TEXT("Channels last"), MHO_TEXT("Memory format of images and of convolution weights; pays for 3 x 3 networks."), ""},
    Words{"train_further", MHO_TEXT("Train further"), MHO_TEXT("Trains given weights further before all else."), ""},
    Words{"epochs", MHO_TEXT("Epochs"), MHO_TEXT("Passes over the training images; 0 leaves the stage out."), MHO_TEXT("in 0..100000")},
    Words{"regularize.training.epochs", MHO_TEXT("Epochs"), MHO_TEXT("Passes over the training images; with 0 the hard projection alone prunes."), MHO_TEXT("in 0..100000")},
    Words{"admm.rounds", MHO_TEXT("Rounds"), MHO_TEXT("W-steps with projection and dual update, at most; with 0 the hard projection alone prunes."), MHO_TEXT("in 0..100000")},
    Words{"progressive.training.epochs", MHO_TEXT("Epochs of a step"), MHO_TEXT("Passes over the training images after each step."), MHO_TEXT("in 0..100000")},
    Words{"batch_size", MHO_TEXT("Batch size"), MHO_TEXT("Images of a step; the last step of an epoch takes what is left."), MHO_TEXT("in 1..65536")},
    Words{"optimizer", MHO_TEXT("Optimizer"), MHO_TEXT("SGD with momentum, or Adam."), ""},
    Words{"learning_rate", MHO_TEXT("Learning rate"), MHO_TEXT("The highest rate; the schedule says how it changes."), MHO_TEXT("above 0")},
    Words{"momentum", MHO_TEXT("Momentum"), MHO_TEXT("Of SGD; beta 1 of Adam."), MHO_TEXT("in 0 <= m < 1")},
    Words{"beta2", MHO_TEXT("Beta 2"), MHO_TEXT("Of Adam."), MHO_TEXT("in 0 <= b < 1")},
    Words{"weight_decay", MHO_TEXT("Weight decay"), MHO_TEXT("L2 term in the gradient of weights, not of biases and batch norms."), MHO_TEXT("0 or more")},
    Words{"schedule", MHO_TEXT("Schedule"), MHO_TEXT("Of the rate, over the whole stage, in ADMM over a round, in progressive quantisation over a step: constant; cosine, down to 0; one-cycle, up and then down; step, down at the milestones."), ""},
    Words{"step_factor", MHO_TEXT("Step factor"), MHO_TEXT("Schedule step: the rate is multiplied by it at each milestone."), MHO_TEXT("in 0 < f <= 1")},
    Words{"milestones", MHO_TEXT("Milestones"), MHO_TEXT("Schedule step: when, as shares of the epochs that the schedule spans."), MHO_TEXT("a share of all epochs, above 0 and below 1")},
    Words{"warm_up", MHO_TEXT("Warm-up"), MHO_TEXT("Schedule one-cycle: share of the steps in which the rate rises."), MHO_TEXT("in 0 < w < 1")},
    Words{"weight_noise", MHO_TEXT("Weight noise"), MHO_TEXT("Sigma of the log-normal variation of weights that each step sees; 0 = none."), MHO_TEXT("in 0..1")},
    Words{"rounds", MHO_TEXT("Rounds"), MHO_TEXT("W-steps with projection and dual update, at most; 0 leaves the rounds out."), MHO_TEXT("in 0..100000")},
    Words{"epochs_per_round", MHO_TEXT("Epochs of a round"), MHO_TEXT("Passes over the training images in a W-step; the rate's schedule starts anew in each."), MHO_TEXT("in 1..100000")},
    Words{"rho", MHO_TEXT("rho"), MHO_TEXT("Penalty of the first round; a layer's own rho in the plan is a factor on it."), MHO_TEXT("a number above 0")},
    Words{"rho_factor", MHO_TEXT("rho factor"), MHO_TEXT("rho is multiplied by it."), MHO_TEXT("a number of 1 or more")},
    Words{"rho_every", MHO_TEXT("rho every"), MHO_TEXT("Rounds between two multiplications of rho."), MHO_TEXT("in 1..100000")},
    Words{"rescale_duals", MHO_TEXT("Rescale duals"), MHO_TEXT("The scaled duals shrink by what rho grows, so that their pull does not jump (Boyd et al. 2011, 3.4.1)."), ""},
    Words{"tolerance", MHO_TEXT("Tolerance"), MHO_TEXT("Rounds end once primal and dual residual are at most this; 0 = never early."), MHO_TEXT("in 0 <= t < 1")},
    Words{"admm.levels", MHO_TEXT("Levels take part"), MHO_TEXT("Sparsity and levels together (S0, S1); otherwise sparsity alone, levels later (ADMM-NN)."), ""},
    Words{"quantize.levels", MHO_TEXT("Levels take part"), MHO_TEXT("Not looked at: this stage is about levels."), ""},
    Words{"penalty", MHO_TEXT("Penalty"), MHO_TEXT("Group lasso; clipped (weight penalty clipping, S5); or reweighted (S4)."), ""},
    Words{"strength", MHO_TEXT("Strength"), MHO_TEXT("lambda of the penalty."), MHO_TEXT("a number of 0 or more")},
    Words{"clip_ratio", MHO_TEXT("Clip ratio"), MHO_TEXT("Clipped: delta over the mean norm of a layer's groups."), MHO_TEXT("a number above 0")},
    Words{"pull_through_clip", MHO_TEXT("Pull through clip"), MHO_TEXT("Clipped: the gradient flows through delta too."), ""},
    Words{"epsilon", MHO_TEXT("Epsilon"), MHO_TEXT("Reweighted: beta = 1 / (norm^2 + epsilon)."), MHO_TEXT("a number above 0")},
    Words{"refresh_epochs", MHO_TEXT("Refresh epochs"), MHO_TEXT("Reweighted: beta is renewed every so many epochs."), MHO_TEXT("in 1..100000")},
    Words{"regularize.straight_through", MHO_TEXT("Levels take part"), MHO_TEXT("The levels of the plan are trained at the same time (S5)."), ""},
    Words{"enabled", MHO_TEXT("Enabled"), MHO_TEXT("Otherwise only paths without effect go."), ""},
    Words{"after", MHO_TEXT("After"), MHO_TEXT("projection: between the hard projection and retraining; retrain: after that, with no retraining behind it (S1 as published)."), ""},
    Words{"empty_column", MHO_TEXT("Empty column"), MHO_TEXT("Th1: a column with less energy than this share of the layer's mean counts as empty."), MHO_TEXT("0..1 (1 excluded); absolute: 0 and above")},
    Words{"column_share", MHO_TEXT("Column share"), MHO_TEXT("Th2: a channel goes where fewer of its columns are not empty, and Th3 holds too."), MHO_TEXT("0..1")},
    Words{"channel_energy", MHO_TEXT("Channel energy"), MHO_TEXT("Th3: the mean energy of the channel's columns is below it."), MHO_TEXT("0..1 (1 excluded); absolute: 0 and above")},
    Words{"filter_energy", MHO_TEXT("Filter energy"), MHO_TEXT("Th4: a filter below it goes."), MHO_TEXT("0..1 (1 excluded); absolute: 0 and above")},
    Words{"absolute", MHO_TEXT("Absolute"), MHO_TEXT("Energies are sums of squared weights, as published; otherwise shares of the layer's mean."), ""},
    Words{"mix", MHO_TEXT("Teacher's share"), MHO_TEXT("Share of the teacher's loss; 0 = no teacher."), MHO_TEXT("in 0..1")},
    Words{"temperature", MHO_TEXT("Temperature"), MHO_TEXT("T of both softened outputs, the teacher's and the network's."), MHO_TEXT("a number above 0")},
    Words{"teacher", MHO_TEXT("Teacher"), MHO_TEXT("Name of the teaching network, whose weights mho run --teacher gives; empty: the run's own original network."), ""},
    Words{"teacher_mean", MHO_TEXT("Teacher's mean"), MHO_TEXT("Mean that the named teacher was trained with, per channel; empty: as the network."), MHO_TEXT("a number for each channel, or none")},
    Words{"teacher_deviation", MHO_TEXT("Teacher's deviation"), MHO_TEXT("Deviation that the named teacher was trained with, per channel; empty: as the network."), MHO_TEXT("a number for each channel, or none")},
    Words{"steps", MHO_TEXT("Steps"), MHO_TEXT("How often weights move onto their levels, with a training after each; 0 leaves the stage out."), MHO_TEXT("in 0..100000")},
    Words{"share", MHO_TEXT("Share"), MHO_TEXT("Of the free weights of each level that move in a step, rounded up."), MHO_TEXT("in 0 < s <= 1")},
};

const Words& wordsOf(std::string_view name)
{
    const auto of = [](std::string_view key) {
        return std::find_if(kWords.begin(), kWords.end(), [key](const Words& words) { return words.key == key; });
    };
    auto found = of(name);
    if (found == kWords.end()) {
        found = of(name.substr(name.rfind('.') + 1));
    }
    if (found == kWords.end()) {
        throw std::logic_error("no words for stage field " + std::string(name));
    }
    return *found;
}

/// Lists the fields that describe() names.
class FieldLister {
public:
    FieldLister(std::vector<StageField>& all, std::string prefix) : all_(all), prefix_(std::move(prefix)) {}

    void value(const char* key, const bool& /*value*/) { add(key, Kind::Flag); }
    void value(const char* key, const double& /*value*/) { add(key, Kind::Number); }
    void value(const char* key, const std::string& /*value*/) { add(key, Kind::Text); }
    void value(const char* key, const std::vector<double>& /*value*/) { add(key, Kind::Numbers); }
    void numbers(const char* key, const std::vector<double>& /*value*/) { add(key, Kind::Numbers); }
    template <std::integral T>
    void integer(const char* key, T /*value*/)
    {
        add(key, Kind::Whole);
    }
    template <class Enum, std::size_t N>
    void choice(const char* key, Enum /*value*/, const ChoiceName<Enum> (&names)[N])
    {
        add(key, Kind::Choice);
        for (const auto& entry : names) {
            all_.back().choices.emplace_back(entry.name);
        }
    }
    template <class T>
    void object(const char* key, const T& value)
    {
        FieldLister inner(all_, prefix_ + key + ".");
        describe(inner, value);
    }

private:
    void add(const char* key, Kind kind)
    {
        const std::string name = prefix_ + key;
        const Words& words = wordsOf(name);
        const Group& group = *std::find_if(kGroups.begin(), kGroups.end(), [&](const Group& one) { return name.starts_with(one.prefix); });
        all_.push_back({name, group.name, group.stage, words.label, words.meaning, words.range, kind});
        if (name == "execution.device") {
            all_.back().kind = Kind::Choice;
            all_.back().choices = {"cpu", "cuda"};
        }
    }

    std::vector<StageField>& all_;
    std::string prefix_;
};

std::vector<StageField> makeFields()
{
    std::vector<StageField> all;
    const Stages standard;
    FieldLister lister(all, "");
    describe(lister, standard);
    // Of a group that files have in two places (the run's own fields) the later ones follow the earlier.
    std::vector<const char*> order;
    for (const StageField& field : all) {
        if (std::find(order.begin(), order.end(), field.group) == order.end()) {
            order.push_back(field.group);
        }
    }
    std::stable_sort(all.begin(), all.end(), [&](const StageField& one, const StageField& other) {
        return std::find(order.begin(), order.end(), one.group) < std::find(order.begin(), order.end(), other.group);
    });
    return all;
}

}  // namespace

std::span<const StageField> stageFields()
{
    static const std::vector<StageField> fields = makeFields();
    return fields;
}

const StageField* findStageField(std::string_view name)
{
    const auto all = stageFields();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StageField& field) { return field.name == name; });
    return found == all.end() ? nullptr : &*found;
}

bool isStageKey(std::string_view key)
{
    const auto all = stageFields();
    return std::any_of(all.begin(), all.end(), [key](const StageField& field) { return field.name.substr(0, field.name.find('.')) == key; });
}

std::vector<std::string> stageValues(const Stages& stages)
{
    using Json = nlohmann::ordered_json;
    const Json json = Json::parse(stagesToJson(stages));
    std::vector<std::string> values;
    for (const StageField& field : stageFields()) {
        std::string path = "/" + field.name;
        std::replace(path.begin(), path.end(), '.', '/');
        const Json::json_pointer pointer(path);
        values.push_back((json.contains(pointer) ? json.at(pointer) : Json::array()).dump());
    }
    return values;
}

}  // namespace mho
