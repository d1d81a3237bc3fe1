#include "ui/archive/archivedesk.h"

#include "ui/archive/dataexportdialog.h"
#include "ui/archive/importdialog.h"
#include "ui/archive/jobdialog.h"
#include "ui/format.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace muster {

namespace {

constexpr char backupSuffix[] = "musterbackup";

QString documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder.isEmpty() ? QDir::homePath() : folder;
}

} // namespace

ArchiveDesk::ArchiveDesk(const Fleet &fleet, Archive &archive, const Past &past, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_archive(archive)
    , m_past(past)
    , m_window(window)
{}

void ArchiveDesk::exportData(const QList<DeviceId> &devices)
{
    (new DataExportDialog(m_fleet, m_archive, m_past, devices, m_window))->open();
}

void ArchiveDesk::importTable()
{
    auto *dialog = new QFileDialog(m_window, tr("Import a table"), documents(), tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ArchiveDesk::importFrom);
    dialog->open();
}

void ArchiveDesk::importFrom(const QString &path)
{
    (new ImportDialog(m_fleet, m_archive, path, m_window))->open();
}

void ArchiveDesk::backUp()
{
    auto *dialog = new QFileDialog(m_window, tr("Back up everything"), documents(), tr("Backups (*.musterbackup)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1StringView(backupSuffix));
    dialog->selectFile(tr("Muster %1").arg(QDate::currentDate().toString(Qt::ISODate)) + u'.' + QLatin1StringView(backupSuffix));
    connect(dialog, &QFileDialog::fileSelected, this, &ArchiveDesk::backUpTo);
    dialog->open();
}

void ArchiveDesk::backUpTo(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    auto *dialog = new JobDialog(m_archive, tr("Back up"),
        tr("Everything is being written to %1: fleet, history, connections and settings, but no passwords. Recording goes on.").arg(shown),
        [shown](qint64 bytes) { return tr("The backup is complete: %1 in %2.").arg(format::bytes(bytes), shown); }, m_window);
    dialog->follow(m_archive.backUp(path));
    dialog->open();
}

void ArchiveDesk::restore()
{
    auto *dialog = new QFileDialog(m_window, tr("Restore a backup"), documents(), tr("Backups (*.musterbackup);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ArchiveDesk::askRestore);
    dialog->open();
}

void ArchiveDesk::askRestore(const QString &path)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Restore a backup"), tr("Make everything as it was when this backup was made?"), QMessageBox::NoButton, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Fleet, history, connections and settings come from %1 at the next start. What is here now is kept in a folder beside it.")
                                     .arg(QDir::toNativeSeparators(path)));
    const auto *const restore = question->addButton(tr("Restore"), QMessageBox::AcceptRole);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, path, restore](const QAbstractButton *button) {
        if (button == restore)
            restoreFrom(path);
    });
    question->open();
}

void ArchiveDesk::restoreFrom(const QString &path)
{
    auto *dialog = new JobDialog(m_archive, tr("Restore"), tr("%1 is being checked and copied.").arg(QDir::toNativeSeparators(path)),
        [](qint64) { return tr("The backup is ready. Quit Muster and start it again: then everything is as it was when the backup was made."); }, m_window);
    dialog->follow(m_archive.restore(path));
    dialog->open();
}

} // namespace muster
