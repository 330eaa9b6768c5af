// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/data_facts.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace mho {

/// The data set of a project: its folder, what was recognised there, sample pictures, and the accuracy of the present network
/// on the test images. It shows what it is told; its owner reads and measures.
class DataPanel : public QWidget {
    Q_OBJECT

public:
    /// What stands above the facts when there are none.
    enum State { NoProject, NoFolder, Reading, Known, Failed };

    explicit DataPanel(QWidget* parent = nullptr);

    /// @param recipeData the data that the recipe is for  @param builtIn true: no folder is needed, none can be chosen
    void setRecipe(const QString& recipeData, bool builtIn);
    void setFolder(const QString& folder);
    void setNoProject();
    void setNoFolder();
    void setReading(const QString& folder);
    void setFacts(const DataFacts& facts);
    /// The folder cannot be read; what showed before goes away.
    void setFailure(const QString& text);

    /// @param reason why nothing can be measured; empty = it can
    void setEvaluable(const QString& reason);
    void setEvaluating(double share);
    /// @param text the result, or why there is none
    void setEvaluated(const QString& text);

    QLineEdit* folderLine() { return folder_; }
    QPushButton* chooseButton() { return choose_; }
    QPushButton* evaluateButton() { return evaluate_; }
    QPushButton* cancelButton() { return cancel_; }
    QListView* samples() { return samples_; }
    State state() const { return state_; }
    /// What is told in words: the failure, or what the recipe or network cannot use the data for.
    QString message() const;
    QString result() const;
    /// The text of a fact by its label, as shown.
    QString fact(const QString& label) const;

Q_SIGNALS:
    /// A person typed, chose or dropped a folder.
    void folderGiven(const QString& folder);
    void chooseAsked();
    void evaluateAsked();
    void cancelAsked();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void showState(State state, const QString& message);
    void showSamples(const DataFacts& facts);
    void addFact(const QString& label, const QString& text, const QString& tip = {});
    void fitGrid();
    /// Room for all lines of each fact: a form does not ask for the height that wrapped text needs.
    void fitFacts();

    State state_ = NoProject;
    bool builtIn_ = false;
    QString recipeData_;
    QLineEdit* folder_;
    QPushButton* choose_;
    QLabel* message_;
    QWidget* factsBox_;
    QFormLayout* facts_;
    QPushButton* evaluate_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    QLabel* result_;
    QListView* samples_;
    QStandardItemModel* sampleModel_;
};

}  // namespace mho
