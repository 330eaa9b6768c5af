// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/environment.h"
#include "core/learn/torch/session.h"

namespace mho {
namespace {

class TorchLearner final : public Learner {
public:
    LearnEnvironment environment() const override { return detectEnvironment(); }

    std::unique_ptr<LearnSession> open(const Network& network, const ExecutionOptions& options) override
    {
        throwIfProblems(options.validate(), "execution");
        return std::make_unique<TorchSession>(network, options.resolved());
    }
};

}  // namespace
}  // namespace mho

extern "C" MHO_API mho::Learner* mhoLearner()
{
    static mho::TorchLearner instance;
    return &instance;
}
