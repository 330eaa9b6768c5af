// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/constraint_dock.h"

#include "app/studio/session.h"
#include "widgets/bridge/text.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/constraint_editor.h"
#include "widgets/views/layer_table.h"

namespace mho {

ConstraintDock::ConstraintDock(Session* session, LayerTable* table, LayerTableModel* model, QWidget* parent)
    : QDockWidget(tr("Constraints"), parent),
      session_(session),
      table_(table),
      model_(model),
      editor_(new ConstraintEditor)
{
    setObjectName(QStringLiteral("constraints"));
    setWidget(editor_);
    connect(editor_, &ConstraintEditor::edited, this, &ConstraintDock::take);
    connect(editor_, &ConstraintEditor::applyToAllAsked, this, &ConstraintDock::takeForAll);
    connect(editor_, &ConstraintEditor::discardAsked, this, [this] {
        drafts_.erase(selectedLayer());
        refresh();
    });
    connect(session_, &Session::loaded, this, [this] { drafts_.clear(); });
    connect(session_, &Session::designChanged, this, &ConstraintDock::refresh);
    connect(table_, &LayerTable::layerSelected, this, &ConstraintDock::refresh);
    connect(table_, &LayerTable::selectedLayersChanged, this, &ConstraintDock::refresh);
    connect(model_, &QAbstractItemModel::modelReset, this, &ConstraintDock::refresh);
    connect(model_, &QAbstractItemModel::dataChanged, this, &ConstraintDock::refresh);
    connect(this, &QDockWidget::visibilityChanged, this, &ConstraintDock::refresh);
}

void ConstraintDock::edit()
{
    show();
    raise();
    editor_->startEditing();
}

void ConstraintDock::setDrafts(std::map<std::string, Draft> drafts)
{
    drafts_ = std::move(drafts);
    refresh();
}

std::string ConstraintDock::selectedLayer() const
{
    const int layer = table_->currentLayer();
    return layer < 0 ? std::string() : model_->layers()[static_cast<std::size_t>(layer)].name.toStdString();
}

QStringList ConstraintDock::editedWith(const std::string& layer) const
{
    QStringList layers;
    for (const int selected : table_->selectedLayers()) {
        layers.append(model_->layers()[static_cast<std::size_t>(selected)].name);
    }
    const QString name = toQString(layer);
    return layers.contains(name) ? layers : QStringList{name};
}

void ConstraintDock::refresh()
{
    if (!isVisible()) {
        return;
    }
    const std::string layer = selectedLayer();
    const LayerPlan* plan = session_->design().plan.find(layer);
    if (plan == nullptr) {
        editor_->setPlan(std::nullopt);
        return;
    }
    const auto draft = drafts_.find(layer);
    if (draft != drafts_.end() && !(draft->second.before == *plan)) {
        drafts_.erase(draft);
    }
    const bool pending = drafts_.contains(layer);
    const LayerPlan shown = pending ? drafts_.at(layer).typed : *plan;
    editor_->setPlan(shown);
    editor_->setOthers(static_cast<int>(editedWith(layer).size()) - 1);
    std::vector<Problem> problems = session_->problemsOf(shown);
    if (!pending) {
        // These do not keep an edit from the plan, so that layers can be mended one after the other.
        for (const Problem& problem : session_->runProblems()) {
            if (problem.field == layer) {
                problems.push_back(problem);
            }
        }
    }
    editor_->setProblems(problemsText(problems), pending);
}

void ConstraintDock::take(const LayerPlan& typed, const QString& what, int gesture)
{
    const LayerPlan* plan = session_->design().plan.find(typed.layer);
    if (plan == nullptr) {
        return;
    }
    const LayerPlan before = *plan;
    drafts_.erase(typed.layer);
    const bool refused = !session_->editLayersLike(editedWith(typed.layer), before, typed, what, gesture).empty();
    if (refused && !(typed == before)) {
        drafts_[typed.layer] = {before, typed};
    }
    refresh();
}

void ConstraintDock::takeForAll(const LayerPlan& like)
{
    const std::vector<Problem> problems = session_->editAllLayers(like);
    refresh();
    if (!problems.empty()) {
        editor_->setProblems(tr("No layer was changed.\n%1").arg(problemsText(problems)), drafts_.contains(like.layer));
    }
}

}  // namespace mho
