// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/design.h"
#include "core/project/project.h"
#include "widgets/bridge/ordered_worker.h"

#include <QMutex>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mho {

/// Writes designs to their project, off the window's thread, in order and each as an entry of the journal; of the steps of one
/// gesture that wait for the disk only the last is written.
class EditWriter : public QObject {
    Q_OBJECT

public:
    struct Edit {
        std::shared_ptr<Project> project;
        Design design;
        std::string command;  ///< Names it in the journal.
        int gesture = 0;      ///< Edits with the same number above 0 are steps of one.
        std::function<void(Project&)> act = {};  ///< Done in place of writing the design.
    };

    explicit EditWriter(QObject* parent = nullptr);

    void write(Edit edit);
    /// Does something else in the order of the edits; may throw Error, which is told as that of an edit. What threw is tried again
    /// before the next edit.
    void act(std::shared_ptr<Project> project, std::function<void(Project&)> what);
    /// Does on another file, a copy of the project's, what act() could not do on this one yet; nothing to do where all is done.
    std::function<void(Project&)> undone() const;
    /// Blocks until all is written, or could not be.
    void finish() { worker_.finish(); }
    /// Why not all is on disk; empty = it is, or is under way. A write that comes through puts the whole design on disk, and with it
    /// what earlier ones could not.
    QString problem() const;
    /// What could not be written is of no interest any more.
    void forget();

Q_SIGNALS:
    /// The newest edit is on disk.
    void written();
    /// problem() is another, or none any more.
    void problemChanged(const QString& problem);

private:
    OrderedWorker::Delivery writeNext();

    mutable QMutex mutex_;  ///< Of what follows.
    std::deque<Edit> waiting_;
    quint64 newest_ = 0;
    QString problem_;
    std::vector<Edit> undone_;  ///< Acts that threw, first to last.
    bool designLost_ = false;                    ///< The last design that was to be written was not.
    OrderedWorker worker_;  ///< Last: it goes first, and waits for what it writes.
};

/// What a person edits goes into the project; what is there already is not written again. Throws as Project's setters.
void writeDesign(Project& project, const Design& design, const std::string& command);

}  // namespace mho
