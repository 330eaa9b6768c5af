// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/about_dialog.h"

#include "app/studio/help_window.h"
#include "core/base/version.h"
#include "core/learn/learner.h"
#include "core/report/parts.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace mho {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AboutDialog)
};

QString row(const QString& name, const QString& version, const QString& licence)
{
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2&nbsp;&nbsp;</td><td>%3</td></tr>")
        .arg(name.toHtmlEscaped(), version.toHtmlEscaped(), licence.toHtmlEscaped());
}

}  // namespace

QString aboutText()
{
    QString text = Words::tr("<h2>Mho Studio %1</h2><p>Compresses neural networks for memristor crossbars and shows what every "
                             "choice costs.</p><p>Free software under the GNU General Public License, version 3 or later, without "
                             "any warranty.</p>")
                       .arg(toQString(kVersion));
    text += QStringLiteral("<h3>%1</h3><table>").arg(Words::tr("Parts and their licences").toHtmlEscaped());
    text += row(QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0"));
    text += row(QStringLiteral("Qt Charts, Qt SVG"), QStringLiteral(QT_VERSION_STR), QStringLiteral("GPL-3.0, LGPL-3.0"));
    const QString torch = QStringLiteral("LibTorch");
    const QString version = learnerLoaded() ? toQString(learner().environment().libraryVersion).remove(torch).trimmed()
                                            : Words::tr("not loaded yet");
    text += row(torch, version, QStringLiteral("BSD-3-Clause"));
    for (const Part& part : coreParts()) {
        text += row(toQString(part.name), toQString(part.version), toQString(part.licence));
    }
    text += QStringLiteral("</table><p>%1</p>").arg(Words::tr("Built with %1").arg(toQString(compilerText())).toHtmlEscaped());
    return text;
}

void showAboutDialog(QWidget* window)
{
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("about"));
    setHelpPage(dialog, QStringLiteral("index"));
    dialog->setWindowTitle(Words::tr("About Mho Studio"));
    auto* text = new QTextBrowser;
    text->setHtml(aboutText());
    text->setAccessibleName(dialog->windowTitle());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    dialog->resize(480, 460);
    dialog->open();
}

}  // namespace mho
