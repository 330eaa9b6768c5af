// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QObject>
#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace mho {

class MainWindow;

/// Writes pictures of a window into a folder: the start page, then, on a copy of a project to which it adds two design points, every perspective
/// and every panel with all that it can show (panel_states.h), each in all languages, both colour schemes and three sizes, and every
/// dialog. Files are named LANGUAGE-THEME-WIDTHxHEIGHT-VIEW.png, from a panel's second state on VIEW-2.png, dialogs
/// LANGUAGE-THEME-dialog-COMMAND.png.
class PictureTour : public QObject {
    Q_OBJECT

public:
    /// What alone is pictured; nothing = all.
    struct Choice {
        QString language;
        std::optional<Theme> theme;
        std::optional<QSize> size;
        QString layer;  ///< That is selected; nothing = the first.
    };

    /// @param window outlives the tour  @param file project that is opened after the start page was pictured
    PictureTour(MainWindow& window, QString file, QString folder, Choice choice);

    void start();

Q_SIGNALS:
    /// @param failure what could not be done; empty = all pictures are written
    void finished(const QString& failure);

private:
    struct Stop {
        QString language;
        Theme theme;
        QSize size;
        QString view;   ///< "start", a perspective's id, a panel's object name, or the command that opens a dialog.
        int state = 0;  ///< Of a panel.
        bool isDialog = false;
    };
    struct View {
        QString name;
        int states = 1;
    };
    void plan(const std::vector<View>& views, const QStringList& dialogs = {});
    void keepPoints();
    void planProject();
    void next();
    void show(const Stop& stop);
    bool take(const Stop& stop);
    bool takeDialog(const Stop& stop, const QString& name);
    bool save(QWidget& widget, const QString& name);

    MainWindow& window_;
    QString file_;
    QString folder_;
    Choice choice_;
    std::vector<Stop> stops_;
    std::size_t at_ = 0;
    bool opened_ = false;
};

}  // namespace mho
