// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/copy_folder.h"

#include "core/base/error.h"
#include "core/project/project.h"
#include "widgets/bridge/text.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

namespace mho {
namespace {

/// The journal's only entry in a project that was made of a recipe and not edited.
constexpr const char* kCreated = "Create project";

QString projectIn(const QString& folder)
{
    return folder + QStringLiteral("/project.mho");
}

QString sourceIn(const QString& folder)
{
    return folder + QStringLiteral("/source.json");
}

/// Held as long as the program lives that works in the folder.
std::unique_ptr<QLockFile> lockOf(const QString& folder)
{
    auto lock = std::make_unique<QLockFile>(folder + QStringLiteral("/lock"));
    lock->setStaleLockTime(0);  // only its program's end makes it stale, not its age
    return lock;
}

QString copiesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/mho/copies");
}

/// A new folder of that kind; empty where none can be made.
QString newFolder(const QString& within)
{
    QTemporaryDir made(within + QStringLiteral("/copy-XXXXXX"));
    made.setAutoRemove(false);
    return made.isValid() ? made.path() : QString();
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

CopySource readSource(const QString& folder)
{
    QFile file(sourceIn(folder));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return {object[QLatin1String("name")].toString(), object[QLatin1String("read_only_path")].toString()};
}

/// When the project was edited last; empty where it never was, or is no project.
QString lastEdit(const QString& folder)
{
    try {
        const auto journal = Project::openToRead(projectIn(folder).toStdString())->journal();
        const bool made = journal.size() == 1 && journal.front().command == kCreated;
        return journal.empty() || made ? QString() : toQString(journal.back().time);
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

CopyFolder::CopyFolder(const CopySource& source) : removes_(true)
{
    QDir().mkpath(copiesFolder());
    folder_ = newFolder(copiesFolder());
    if (folder_.isEmpty()) {
        folder_ = newFolder(QDir::tempPath());
    }
    if (folder_.isEmpty()) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("No folder for a copy of the project can be made; free space in %1"),
                    {QDir::tempPath().toStdString()}, source.name.toStdString());
    }
    lock_ = lockOf(folder_);
    lock_->tryLock(0);
    const QJsonObject object{{QLatin1String("name"), source.name}, {QLatin1String("read_only_path"), source.readOnlyPath}};
    write(sourceIn(folder_), QJsonDocument(object).toJson());  // without it the copy has no name, but works
}

CopyFolder::CopyFolder(const LeftCopy& left) : folder_(left.folder), lock_(lockOf(left.folder))
{
    if (!lock_->tryLock(0)) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("Another window works on this copy; go on there"), {}, left.source.name.toStdString());
    }
}

CopyFolder::~CopyFolder()
{
    lock_->unlock();
    if (removes_) {
        QDir(folder_).removeRecursively();
    }
}

QString CopyFolder::path() const
{
    return projectIn(folder_);
}

std::vector<LeftCopy> leftCopies()
{
    std::vector<LeftCopy> found;
    const QDir copies(copiesFolder());
    for (const QString& name : copies.entryList({QStringLiteral("copy-*")}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = copies.filePath(name);
        const std::unique_ptr<QLockFile> lock = lockOf(folder);
        if (!lock->tryLock(0)) {
            continue;
        }
        LeftCopy left{folder, readSource(folder), lastEdit(folder)};
        lock->unlock();
        if (left.time.isEmpty()) {
            QDir(folder).removeRecursively();
        } else {
            found.push_back(std::move(left));
        }
    }
    std::sort(found.begin(), found.end(), [](const LeftCopy& a, const LeftCopy& b) { return a.time > b.time; });
    return found;
}

}  // namespace mho
