#include "ui/profiles/profiledesk.h"

#include "codec/profilejson.h"
#include "core/connections.h"
#include "core/fleet.h"
#include "ui/fleet/devicemenu.h"
#include "ui/format.h"
#include "ui/noticebar.h"
#include "ui/profiles/probedialog.h"
#include "ui/profiles/profileeditor.h"
#include "ui/profiles/readingdialog.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMimeData>

#include <algorithm>

namespace muster {

namespace {

/// Its address on the road its connection speaks of, without that word: an identity, a path, a Bluetooth address. Empty: there is none.
QString placeOf(const Device &device, const QUrl &url)
{
    const QString scheme = url.scheme() + u':';
    const auto it = std::find_if(device.addresses.cbegin(), device.addresses.cend(), [&scheme](const QString &address) { return address.startsWith(scheme); });
    return it == device.addresses.cend() ? QString() : it->mid(scheme.size());
}

QString profileFile(const QMimeData &data)
{
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile() && url.path().endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
            return url.toLocalFile();
    }
    return {};
}

void show(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

ProfileDesk::ProfileDesk(const Parts &parts, NoticeBar *notices, QWidget *window)
    : QObject(window)
    , m_fleet(parts.fleet)
    , m_connections(parts.connections)
    , m_wire(parts.wire)
    , m_listening(parts.listening)
    , m_shelf(parts.folder)
    , m_notices(notices)
    , m_window(window)
{
}

// --- taking in

QString ProfileDesk::offer(const QMimeData &data) const
{
    const QString file = profileFile(data);
    return file.isEmpty() ? QString() : tr("Install the profile %1").arg(QFileInfo(file).fileName());
}

bool ProfileDesk::accept(const QMimeData &data)
{
    const QString file = profileFile(data);
    if (file.isEmpty())
        return false;
    installFrom(file);
    return true;
}

void ProfileDesk::install()
{
    auto *dialog = new QFileDialog(m_window, tr("Install a profile"), QString(), tr("Profiles (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Install"));
    connect(dialog, &QFileDialog::fileSelected, this, &ProfileDesk::installFrom);
    dialog->open();
}

void ProfileDesk::installFrom(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return m_notices->say(Severity::Error, tr("%1 cannot be read: %2").arg(name, file.errorString()));
    const QByteArray json = file.read(codec::maxProfile + 1);
    const QString id = codec::ProfileShelf::idFor(name);
    const auto profile = codec::ProfileShelf::check(json);
    if (!profile) {
        m_notices->ask(Severity::Error, tr("%1 was not installed. %2").arg(name, profile.error().text), tr("Show"), [this, id, json] {
            editor()->openText(id, json);
            show(m_editor);
        });
        return;
    }
    if (!m_shelf.isInstalled(id) && !m_shelf.isShipped(id))
        return put(id, *profile, json);
    const auto there = m_shelf.text(id);
    if (there && QJsonDocument::fromJson(*there) == QJsonDocument::fromJson(json))
        return m_notices->say(Severity::Info, tr("The profile “%1” is there already, just the same.").arg(format::plain(*profile, 80)));
    const QString question = m_shelf.isInstalled(id) ? tr("A profile “%1” (%2) is installed already.") : tr("A profile “%1” (%2) comes with Muster.");
    m_notices->ask(Severity::Warning, question.arg(id, format::plain(there ? codec::ProfileShelf::check(*there).value_or(QString()) : QString(), 80)) + QLatin1Char(' ') + tr("Shall the dropped one take its place?"),
        tr("Replace"), [this, id, name = *profile, json] { put(id, name, json); });
}

void ProfileDesk::put(const QString &id, const QString &name, const QByteArray &json)
{
    if (const auto done = m_shelf.install(id, json); !done)
        return m_notices->say(Severity::Error, done.error().text);
    const QString said = m_shelf.isBle(id) ? tr("The profile “%1” is installed. Bluetooth devices it fits are read by it now.")
                                           : tr("The profile “%1” is installed. Serial lines can be read by it now.");
    m_notices->say(Severity::Info, said.arg(format::plain(name, 80)));
    Q_EMIT changed(id);
}

// --- the editor

ProfileEditor *ProfileDesk::editor()
{
    if (!m_editor) {
        m_editor = new ProfileEditor(m_shelf, m_connections, m_wire, m_window);
        m_editor->setWindowFlag(Qt::Window);
        m_editor->setAttribute(Qt::WA_DeleteOnClose);
        m_editor->resize(m_editor->size().boundedTo(m_window->size()));
        connect(m_editor, &ProfileEditor::installed, this, &ProfileDesk::changed);
        connect(m_editor, &ProfileEditor::removed, this, &ProfileDesk::changed);
    }
    return m_editor;
}

void ProfileDesk::edit(const QString &id)
{
    editor();
    if (m_shelf.isInstalled(id) || m_shelf.isShipped(id))
        m_editor->open(id);
    show(m_editor);
}

void ProfileDesk::tryOn(const QByteArray &bytes)
{
    editor()->tryOn(bytes);
    show(m_editor);
}

// --- how a port is read

bool ProfileDesk::canRead(DeviceId device) const
{
    const Device *known = m_fleet.device(device);
    const Connection *connection = known ? m_connections.find(known->connection) : nullptr;
    return connection && devicemenu::hasSerialLine(*known) && !placeOf(*known, connection->url).isEmpty();
}

void ProfileDesk::read(DeviceId device)
{
    if (!canRead(device))
        return;
    const Device *known = m_fleet.device(device);
    if (m_reading)
        m_reading->close();
    const QString identity = placeOf(*known, m_connections.find(known->connection)->url);
    m_reading = new ReadingDialog(m_connections, known->connection, identity, m_fleet.displayName(device), m_window);
    m_reading->setAttribute(Qt::WA_DeleteOnClose);
    listenTo(m_reading);
    show(m_reading);
}

void ProfileDesk::listenTo(ReadingDialog *dialog)
{
    connect(dialog, &ReadingDialog::editorRequested, this, &ProfileDesk::edit);
    connect(dialog, &ReadingDialog::probeRequested, this, [this, dialog] {
        probe(dialog->port(), dialog->name(), dialog, [dialog = QPointer<ReadingDialog>(dialog)](int baud, const QString &profile) {
            if (dialog)
                dialog->take(baud, profile);
        });
    });
}

void ProfileDesk::probe(const QUrl &port, const QString &title, QWidget *parent, std::function<void(int, const QString &)> chosen)
{
    if (!m_listening)
        return m_notices->say(Severity::Warning, tr("Ports cannot be listened to here."));
    if (m_probe)
        m_probe->close();
    m_probe = new ProbeDialog(*m_listening, m_shelf, port, title, parent ? parent : m_window);
    m_probe->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_probe, &ProbeDialog::installed, this, &ProfileDesk::changed);
    connect(m_probe, &ProbeDialog::chosen, this, [chosen = std::move(chosen)](int baud, const QString &profile) {
        if (chosen)
            chosen(baud, profile);
    });
    connect(m_probe, &ProbeDialog::editRequested, this, [this](const QByteArray &json, const QByteArray &bytes) {
        editor()->openText(QStringLiteral("my-device"), json);
        m_editor->tryOn(bytes);
        show(m_editor);
    });
    show(m_probe);
}

} // namespace muster
