// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/evaluation_service.h"

#include "core/explore/one_shot.h"
#include "widgets/bridge/text.h"

#include <QThread>

namespace mho {
namespace {

constexpr qint64 kReportMs = 50;

}  // namespace

EvaluationService::EvaluationService(QObject* parent) : QObject(parent) {}

EvaluationService::~EvaluationService()
{
    if (thread_) {
        cancel();
        thread_->wait();
    }
}

void EvaluationService::start(EvaluationWork evaluation)
{
    Q_ASSERT(!running());
    cancelled_ = false;
    sinceReport_.invalidate();
    thread_.reset(QThread::create([this, evaluation = std::move(evaluation)] { work(evaluation); }));
    thread_->setObjectName(QStringLiteral("evaluation"));
    thread_->start(QThread::LowPriority);
}

void EvaluationService::cancel()
{
    cancelled_ = true;
}

void EvaluationService::work(const EvaluationWork& evaluation)
{
    try {
        const auto session = learner().open(oneShotNetwork(evaluation.compressed), evaluation.execution.resolved());
        const Evaluation result =
            session->evaluate(*evaluation.images, evaluation.normalization, {}, [this](const Progress& progress) {
                if (!sinceReport_.isValid() || sinceReport_.elapsed() >= kReportMs) {
                    sinceReport_.start();
                    QMetaObject::invokeMethod(this, [this, share = progress.stageFraction] { Q_EMIT progressed(share); });
                }
                return cancelled_ ? Verdict::Abort : Verdict::Continue;
            });
        conclude([this, result] { Q_EMIT finished(result); });
    } catch (const Error& error) {
        conclude([this, text = errorText(error)] { Q_EMIT failed(text); });
    } catch (const std::exception& error) {
        conclude([this, text = QString::fromUtf8(error.what())] { Q_EMIT failed(text); });
    }
}

void EvaluationService::conclude(const std::function<void()>& tell)
{
    QMetaObject::invokeMethod(this, [this, tell] {
        thread_->wait();
        thread_.reset();
        tell();
    });
}

}  // namespace mho
