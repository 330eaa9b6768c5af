// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/session.h"
#include "core/explore/study.h"
#include "core/project/design_point.h"
#include "widgets/models/compare_set.h"

#include <QObject>

#include <memory>
#include <vector>

namespace mho {

/// The design points of the open project, with the points of its studies where they are shown beside. Every act is written in the
/// background, in order; `changed` follows once it is on disk, Session::failed where it could not be written.
class DesignPoints : public QObject {
    Q_OBJECT

public:
    /// @param session outlives the jobs posted to it
    explicit DesignPoints(Session* session, QObject* parent = nullptr);

    const std::vector<DesignPoint>& points() const { return content_->points; }
    const std::shared_ptr<const CompareSet>& set() const { return content_->set; }
    /// The newest of these points that is a design point with the plan and hardware of the editor; -1 = none.
    /// @param set of points()
    int presentIn(const CompareSet& set) const;
    bool hasStudies() const { return content_->hasStudies; }
    bool showsStudies() const { return showsStudies_; }

    /// Keeps the present design with the figures and the accuracy of its preview as one undo step; while they are on their way, as soon as they are there.
    void keep();
    // One undo step each.
    void rename(std::int64_t id, const QString& name);
    void remove(const std::vector<std::int64_t>& ids);
    /// Puts the point's plan and hardware into the editor as one undo step. Says by Session::failed why it cannot.
    void load(const ComparePoint& point);
    void showStudies(bool show);

Q_SIGNALS:
    void changed();
    void kept(const QString& name);

private:
    using Studies = std::shared_ptr<const std::vector<StudyContent>>;
    struct Content {
        std::vector<DesignPoint> points;
        Studies studies;  ///< None = not read.
        bool hasStudies = false;
        std::shared_ptr<const CompareSet> set = std::make_shared<const CompareSet>();
    };
    static std::shared_ptr<const Content> read(const Project& project, Studies studies, bool withStudies);

    /// Empty for an id that is not there.
    QString nameOf(std::int64_t id) const;
    bool isPreviewed() const;
    /// Previewed, with its accuracy as far as it can be known.
    bool isKnown() const;
    void keepPreview();
    void forget();
    /// Reads what is there once all that was asked for before is done.
    void reload();
    Design designOf(const ComparePoint& point) const;

    Session* session_;
    std::shared_ptr<const Content> content_ = std::make_shared<const Content>();
    std::shared_ptr<const PreviewResult> preview_;
    bool keepsNext_ = false;  ///< The preview of the design that is to be kept is on its way.
    bool showsStudies_ = false;
};

}  // namespace mho
