// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/design_points.h"

#include "app/studio/edit_points.h"
#include "widgets/bridge/text.h"

#include <QPointer>

#include <algorithm>

namespace mho {

namespace {

DesignAccuracy designAccuracyOf(const PlanAccuracy& accuracy)
{
    switch (accuracy.kind) {
        case PlanAccuracy::Unknown:
        case PlanAccuracy::Measuring:
            return {};
        case PlanAccuracy::Measured:
            return {AccuracyKind::Measured, accuracy.percent};
        case PlanAccuracy::EstimatedTrained:
            return {AccuracyKind::Estimated, accuracy.percent};
        case PlanAccuracy::EstimatedOneShot:
            return {AccuracyKind::OneShotEstimated, accuracy.percent};
        case PlanAccuracy::OneShot:
            return {AccuracyKind::OneShot, accuracy.percent};
    }
    return {};
}

}  // namespace

DesignPoints::DesignPoints(Session* session, QObject* parent) : QObject(parent), session_(session)
{
    connect(session_, &Session::loaded, this, [this] {
        forget();
        reload();
    });
    connect(session_, &Session::closed, this, &DesignPoints::forget);
    connect(session_, &Session::runEnded, this, &DesignPoints::reload);
    connect(session_, &Session::pointsChanged, this, &DesignPoints::reload);
    connect(session_, &Session::previewReady, this, [this](const std::shared_ptr<const PreviewResult>& preview) {
        preview_ = preview;
    });
    connect(session_, &Session::accuracyKnown, this, [this] {
        if (keepsNext_ && isKnown()) {
            keepPreview();
        }
    });
    connect(session_, &Session::previewFailed, this, [this](const QString& reason) {
        if (std::exchange(keepsNext_, false)) {
            Q_EMIT session_->failed(tr("The design was not kept, because it has no preview: %1").arg(reason));
        }
    });
}

std::shared_ptr<const DesignPoints::Content> DesignPoints::read(const Project& project, Studies studies, bool withStudies)
{
    auto content = std::make_shared<Content>();
    content->points = project.designPoints();
    const std::vector<std::string> names = project.studyNames();
    content->hasStudies = !names.empty();
    if (withStudies && !studies) {
        auto all = std::make_shared<std::vector<StudyContent>>();
        for (const std::string& name : names) {
            if (const auto json = project.studyJson(name)) {
                all->push_back(studyFromJson(*json, project.path() + ": study " + name));
            }
        }
        studies = std::move(all);
    }
    content->studies = std::move(studies);
    content->set = std::make_shared<const CompareSet>(
        compareSet(content->points, withStudies ? *content->studies : std::vector<StudyContent>{}));
    return content;
}

void DesignPoints::reload()
{
    const std::shared_ptr<Project> project = session_->project();
    if (!project) {
        return;
    }
    // The window may be gone when the job is done, and another project may be open.
    const QPointer<DesignPoints> self(this);
    session_->keeper()->post([self, project, studies = content_->studies, with = showsStudies_]() -> OrderedWorker::Delivery {
        try {
            return [self, project, content = read(*project, studies, with)] {
                if (self && self->session_->project() == project) {
                    self->content_ = content;
                    Q_EMIT self->changed();
                }
            };
        } catch (const Error& error) {
            return [self, text = errorText(error)] {
                if (self) {
                    Q_EMIT self->session_->failed(text);
                }
            };
        }
    });
}

void DesignPoints::forget()
{
    preview_.reset();
    keepsNext_ = false;
    content_ = std::make_shared<const Content>();
    Q_EMIT changed();
}

bool DesignPoints::isPreviewed() const
{
    return preview_ && preview_->plan == session_->design().plan && preview_->mapped.hardware == session_->design().hardware &&
           preview_->compressed.network == session_->network();
}

bool DesignPoints::isKnown() const
{
    return isPreviewed() && session_->planAccuracy().kind != PlanAccuracy::Measuring;
}

void DesignPoints::keep()
{
    if (!session_->isOpen()) {
        return;
    }
    if (isKnown()) {
        keepPreview();
    } else {
        keepsNext_ = true;
    }
}

void DesignPoints::keepPreview()
{
    keepsNext_ = false;
    const auto name = std::make_shared<std::string>();
    const auto add = [name, preview = preview_, accuracy = designAccuracyOf(session_->planAccuracy()), stem = tr("Design").toStdString()](Project& project) {
        DesignPoint point =
            designPointOf(preview->plan, preview->compressed, preview->mappedDense, preview->mapped, preview->cost, preview->usesWeights);
        point.accuracy = accuracy;
        point.name = freeDesignName(project.designPoints(), stem);
        *name = point.name;
        return project.addDesignPoint(point);
    };
    // Told once it is read with the others. The window may be gone by then.
    const QPointer<DesignPoints> self(this);
    const auto then = [self, name] {
        if (self) {
            connect(self, &DesignPoints::changed, self, [self, name] { Q_EMIT self->kept(toQString(*name)); }, Qt::SingleShotConnection);
        }
    };
    session_->undoStack()->push(new KeepPoint(*session_, add, then));
}

QString DesignPoints::nameOf(std::int64_t id) const
{
    const auto found =
        std::find_if(points().begin(), points().end(), [id](const DesignPoint& point) { return point.id == id; });
    return found == points().end() ? QString() : toQString(found->name);
}

int DesignPoints::presentIn(const CompareSet& set) const
{
    const Design& present = session_->design();
    for (std::size_t i = set.points.size(); i-- > 0;) {
        const ComparePoint& point = set.points[i];
        if (point.source != PointSource::Study && points()[point.index].plan == present.plan && points()[point.index].hardware == present.hardware) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void DesignPoints::rename(std::int64_t id, const QString& name)
{
    const QString before = nameOf(id);
    const QString after = name.trimmed();
    if (session_->isOpen() && !after.isEmpty() && after != before) {
        session_->undoStack()->push(
            new RenamePoint(*session_, QStringLiteral("Rename %1").arg(before), id, after.toStdString()));
    }
}

void DesignPoints::remove(const std::vector<std::int64_t>& ids)
{
    if (session_->isOpen() && !ids.empty()) {
        const QString what = ids.size() == 1 ? nameOf(ids.front()) : QStringLiteral("%1 Design Points").arg(ids.size());
        session_->undoStack()->push(new DeletePoints(*session_, QStringLiteral("Delete %1").arg(what), ids));
    }
}

void DesignPoints::showStudies(bool show)
{
    if (show != showsStudies_) {
        showsStudies_ = show;
        reload();
    }
}

Design DesignPoints::designOf(const ComparePoint& point) const
{
    if (point.source != PointSource::Study) {
        return {points()[point.index].plan, points()[point.index].hardware, {}, session_->design().stages};
    }
    const StudyContent& study = (*content_->studies)[point.study];
    if (study.baseJson.empty()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The study does not tell its recipe, so its points cannot be loaded"), {}, study.name);
    }
    SweepSpec one;
    one.name = study.name;
    one.mode = study.mode;
    one.base = recipeFromJson(study.baseJson, study.name);
    one.list = {study.points[point.index].settings};
    const Recipe recipe = sweepPoints(one, *session_->network()).front().recipe;
    Stages stages = recipe;
    stages.execution = session_->design().stages.execution;  // what it is computed on is no part of a design
    return {recipe.plan, recipe.hardware, {}, stages};
}

void DesignPoints::load(const ComparePoint& point)
{
    if (!session_->isOpen()) {
        return;
    }
    try {
        const std::vector<Problem> problems = session_->loadDesign(designOf(point), QStringLiteral("Load %1").arg(point.name));
        if (!problems.empty()) {
            Q_EMIT session_->failed(tr("%1 does not fit the network that is open.\n%2").arg(point.name, problemsText(problems)));
        }
    } catch (const Error& error) {
        Q_EMIT session_->failed(errorText(error));
    }
}

}  // namespace mho
