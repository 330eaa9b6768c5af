// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/run_service.h"

#include "widgets/bridge/text.h"

#include <QThread>

namespace mho {
namespace {

constexpr qint64 kReportMs = 50;

}  // namespace

RunService::RunService(QObject* parent) : QObject(parent) {}

RunService::~RunService()
{
    askAndWait(Verdict::Abort);
}

void RunService::start(Job job)
{
    Q_ASSERT(!running());
    verdict_ = Verdict::Continue;
    paused_ = false;
    sinceReport_.invalidate();
    thread_.reset(QThread::create([this, job = std::move(job)] { work(job); }));
    thread_->setObjectName(QStringLiteral("run"));
    thread_->start(QThread::LowPriority);
}

void RunService::ask(Verdict verdict)
{
    {
        const std::lock_guard lock(mutex_);
        verdict_ = verdict;
    }
    changed_.notify_all();
    setPaused(false);
}

void RunService::setPaused(bool paused)
{
    {
        const std::lock_guard lock(mutex_);
        if (paused_ == paused || (paused && !running())) {
            return;
        }
        paused_ = paused;
    }
    changed_.notify_all();
    Q_EMIT pauseChanged(paused);
}

void RunService::askAndWait(Verdict verdict)
{
    if (thread_) {
        ask(verdict);
        thread_->wait();
    }
}

void RunService::work(const Job& job)
{
    RunCallbacks callbacks;
    callbacks.progress = [this](const Progress& progress) { return report(progress); };
    callbacks.epoch = [this](const EpochMetric& metric) {
        QMetaObject::invokeMethod(this, [this, metric] { Q_EMIT epochDone(metric); });
    };
    callbacks.log = [this](const Phrase& line) {
        QMetaObject::invokeMethod(this, [this, text = phraseText(line)] { Q_EMIT logged(text); });
    };
    try {
        auto result = std::make_shared<const RunResult>(job(callbacks));
        conclude([this, result] { Q_EMIT finished(result); });
    } catch (const Error& error) {
        conclude([this, text = errorText(error)] { Q_EMIT failed(text); });
    } catch (const std::exception& error) {
        conclude([this, text = QString::fromUtf8(error.what())] { Q_EMIT failed(text); });
    }
}

Verdict RunService::report(const Progress& progress)
{
    if (!sinceReport_.isValid() || sinceReport_.elapsed() >= kReportMs) {
        sinceReport_.start();
        QMetaObject::invokeMethod(this, [this, progress] { Q_EMIT progressed(progress); });
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !paused_ || verdict_ != Verdict::Continue; });
    return verdict_;
}

void RunService::conclude(const std::function<void()>& tell)
{
    QMetaObject::invokeMethod(this, [this, tell] {
        thread_->wait();
        thread_.reset();
        tell();
        Q_EMIT ended();
    });
}

}  // namespace mho
