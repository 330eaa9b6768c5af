// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/copy_folder.h"
#include "app/studio/examples.h"
#include "widgets/bridge/latest_worker.h"

#include <QScrollArea>

class QMenu;
class QVBoxLayout;

namespace mho {

/// What the window shows while no project is open: new projects, those opened last, and the examples.
class StartPage : public QScrollArea {
    Q_OBJECT

public:
    /// @param newFromNetwork, newFromRecipe menus of the window, shown below the buttons of the same names
    StartPage(QMenu* newFromNetwork, QMenu* newFromRecipe, QWidget* parent = nullptr);

    /// Lists these projects, those with an unfinished run by themselves; a heading goes where there are none.
    void setRecent(const QStringList& paths, const QStringList& unfinished);
    /// Lists the examples, read in the background; `examplesShown` follows.
    /// @param withLeft list unsaved copies too, which a program left that ended without being closed
    void findExamples(bool withLeft);
    /// Those that are listed.
    const std::vector<Example>& examples() const { return examples_; }

Q_SIGNALS:
    void openAsked();
    void recentAsked(const QString& path);
    void exampleAsked(const mho::Example& example);
    void leftCopyAsked(const mho::LeftCopy& left);
    void examplesShown();

private:
    void listProjects(QWidget* part, QVBoxLayout* list, const QStringList& paths, const QString& note);
    void showExamples(const std::vector<Example>& found);
    void showLeft(const std::vector<LeftCopy>& found);

    QWidget* left_;
    QVBoxLayout* leftList_;
    QWidget* unfinished_;
    QVBoxLayout* unfinishedList_;
    QWidget* recent_;
    QVBoxLayout* recentList_;
    QVBoxLayout* exampleList_;
    std::vector<Example> examples_;
    LatestWorker finder_;
    LatestWorker leftFinder_;  ///< Copies may have to be recovered before they can be read.
};

}  // namespace mho
