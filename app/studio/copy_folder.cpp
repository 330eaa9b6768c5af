// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/copy_folder.h"

#include "core/base/error.h"
#include "core/project/history.h"
#include "core/project/project.h"
#include "widgets/bridge/text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

namespace mho {
namespace {

const QLatin1String kLock("lock");

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
    auto lock = std::make_unique<QLockFile>(folder + QLatin1Char('/') + kLock);
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

/// The content goes while the lock is held, so that nobody takes over half a copy.
void removeFolder(const QString& folder, QLockFile& lock)
{
    const QDir dir(folder);
    for (const QFileInfo& entry : dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (entry.fileName() != kLock) {
            entry.isDir() && !entry.isSymLink() ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath());
        }
    }
    lock.unlock();
    QDir().rmdir(folder);
}

/// What CopyFolder::setMade() wrote; none where the copy was not finished.
struct Made {
    CopySource source;
    std::size_t acts = 0;
};

std::optional<Made> readMade(const QString& folder)
{
    QFile file(sourceIn(folder));
    if (!file.open(QIODevice::ReadOnly) || !QFileInfo::exists(projectIn(folder))) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return Made{{object[QLatin1String("name")].toString(), object[QLatin1String("read_only_path")].toString()},
                static_cast<std::size_t>(std::max(0, object[QLatin1String("acts")].toInt()))};
}

/// True where it was read and nothing was done in it.
bool isUntouched(const QString& folder, std::size_t acts)
{
    try {
        return changesIn(*Project::openToRead(projectIn(folder).toStdString())) <= acts;
    } catch (const Error&) {
        return false;  // what cannot be read may hold edits all the same
    }
}

}  // namespace

CopyFolder::CopyFolder(const CopySource& source) : source_(source), removes_(true)
{
    QDir().mkpath(copiesFolder());
    for (const QString& within : {copiesFolder(), QDir::tempPath()}) {
        folder_ = newFolder(within);
        lock_ = folder_.isEmpty() ? nullptr : lockOf(folder_);
        if (lock_ && lock_->tryLock(0)) {
            return;
        }
    }
    throw Error(ErrorCode::InputOutput, MHO_TEXT("No folder for a copy of the project can be made; free space in %1"),
                {QDir::tempPath().toStdString()}, source.name.toStdString());
}

CopyFolder::CopyFolder(const LeftCopy& left) : folder_(left.folder), source_(left.source), lock_(lockOf(left.folder))
{
    constexpr int kScanMs = 1000;  // another start may be looking at it
    if (!lock_->tryLock(kScanMs) && lock_->error() == QLockFile::LockFailedError) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("Another window works on this copy; go on there"), {}, left.source.name.toStdString());
    }
    if (!lock_->isLocked() || !QFileInfo::exists(path())) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The copy is not there any more, or its folder cannot be written"), {},
                    left.folder.toStdString());
    }
}

CopyFolder::~CopyFolder()
{
    if (removes_) {
        removeFolder(folder_, *lock_);
    }
}

QString CopyFolder::path() const
{
    return projectIn(folder_);
}

void CopyFolder::setMade(std::size_t acts)
{
    const QJsonObject object{{QLatin1String("name"), source_.name},
                             {QLatin1String("read_only_path"), source_.readOnlyPath},
                             {QLatin1String("acts"), static_cast<qint64>(acts)}};
    QSaveFile file(sourceIn(folder_));
    // Without it the copy works, and is lost when the program is killed.
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(object).toJson());
        file.commit();
    }
}

std::size_t changesIn(const Project& project)
{
    const std::vector<JournalEntry> journal = project.journal();
    return static_cast<std::size_t>(std::count_if(journal.begin(), journal.end(), changesProject));
}

std::vector<LeftCopy> leftCopies()
{
    std::vector<LeftCopy> found;
    const QDir copies(copiesFolder());
    for (const QString& name : copies.entryList({QStringLiteral("copy-*")}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = copies.filePath(name);
        const std::unique_ptr<QLockFile> lock = lockOf(folder);
        if (!readMade(folder) || !lock->tryLock(0)) {
            continue;  // being made, or at work
        }
        const std::optional<Made> made = readMade(folder);
        if (made && isUntouched(folder, made->acts)) {
            removeFolder(folder, *lock);
        } else if (made) {
            const QDateTime written = QFileInfo(projectIn(folder)).lastModified().toUTC();
            found.push_back({folder, made->source, written.toString(Qt::ISODate)});
        }
    }
    std::sort(found.begin(), found.end(), [](const LeftCopy& a, const LeftCopy& b) { return a.time > b.time; });
    return found;
}

}  // namespace mho
