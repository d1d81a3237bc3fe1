#include "ui/connectiondesk.h"

#include "core/connections.h"
#include "core/diagnostics.h"
#include "ui/connectionfile.h"
#include "ui/endpoint.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

namespace muster {

namespace {

constexpr qsizetype maxDroppedText = 4'096;

QString musterFile(const QMimeData &data)
{
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile() && url.path().endsWith(QLatin1StringView(connectionfile::suffix), Qt::CaseInsensitive))
            return url.toLocalFile();
    }
    return {};
}

void show(QDialog *dialog)
{
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace

ConnectionDesk::ConnectionDesk(Connections &connections, const Diagnostics &diagnostics, UrlCheck check, QWidget *window)
    : QObject(window)
    , m_connections(connections)
    , m_diagnostics(diagnostics)
    , m_check(std::move(check))
    , m_window(window)
{
}

QUrl ConnectionDesk::urlOf(const QMimeData &data) const
{
    QList<QUrl> candidates = data.urls();
    if (data.hasText() && data.text().size() <= maxDroppedText && data.text().contains(QLatin1Char(':')))
        candidates.append(QUrl(data.text().trimmed(), QUrl::StrictMode));
    for (const QUrl &url : candidates) {
        const bool fits = m_check ? m_check(url).has_value() : !url.isEmpty() && isMqtt(url);
        if (url.isValid() && !url.isLocalFile() && !url.scheme().isEmpty() && fits)
            return url;
    }
    return {};
}

QString ConnectionDesk::offer(const QMimeData &data) const
{
    const QString file = musterFile(data);
    if (!file.isEmpty())
        return tr("Add the connections of %1").arg(QFileInfo(file).fileName());
    const QUrl url = urlOf(data);
    return url.isEmpty() ? QString() : tr("Add a connection to %1").arg(Connections::nameFor(url));
}

void ConnectionDesk::accept(const QMimeData &data)
{
    const QString file = musterFile(data);
    if (!file.isEmpty())
        return importFrom(file);
    Connection connection;
    connection.url = urlOf(data);
    if (!connection.url.isEmpty())
        openForm(connection);
}

void ConnectionDesk::add()
{
    openForm({});
}

void ConnectionDesk::edit(ConnectionId id)
{
    if (const Connection *connection = m_connections.find(id))
        openForm(*connection);
}

void ConnectionDesk::openForm(const Connection &connection)
{
    if (m_form && connection.id.isValid() && m_form->editing() == connection.id)
        return show(m_form);
    if (m_form)
        m_form->close();
    m_form = new ConnectionForm(m_connections, connection, m_check, m_list && m_list->isVisible() ? static_cast<QWidget *>(m_list) : m_window);
    m_form->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_form, &ConnectionForm::probeRequested, this, [this, form = m_form.data()](const QUrl &port, const QString &title) { Q_EMIT probeRequested(port, title, form); });
    show(m_form);
}

void ConnectionDesk::showList()
{
    if (!m_list) {
        m_list = new ConnectionsDialog(m_connections, m_diagnostics, m_window);
        m_list->showBroker(m_broker);
        connect(m_list, &ConnectionsDialog::addRequested, this, &ConnectionDesk::add);
        connect(m_list, &ConnectionsDialog::editRequested, this, &ConnectionDesk::edit);
        connect(m_list, &ConnectionsDialog::importRequested, this, &ConnectionDesk::importFile);
        connect(m_list, &ConnectionsDialog::exportRequested, this, &ConnectionDesk::exportFile);
        connect(m_list, &ConnectionsDialog::topicsRequested, this, &ConnectionDesk::topicsRequested);
        connect(m_list, &ConnectionsDialog::topicRulesRequested, this, &ConnectionDesk::topicRulesRequested);
        connect(m_list, &ConnectionsDialog::consoleRequested, this, &ConnectionDesk::consoleRequested);
        connect(m_list, &ConnectionsDialog::localBrokerRequested, this, &ConnectionDesk::localBrokerRequested);
    }
    show(m_list);
}

void ConnectionDesk::showBroker(const BrokerState &broker)
{
    m_broker = broker;
    if (m_list)
        m_list->showBroker(broker);
}

void ConnectionDesk::importFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Import connections"), QString(), tr("Muster connections (*.muster);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Import"));
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionDesk::importFrom);
    dialog->open();
}

void ConnectionDesk::exportFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Export connections"), QStringLiteral("connections.muster"), tr("Muster connections (*.muster)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("muster"));
    dialog->setLabelText(QFileDialog::Accept, tr("Export"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto written = connectionfile::write(path, m_connections.all());
        if (written)
            Q_EMIT noted(Severity::Info, tr("%n connection(s) written to %1, without passwords.", nullptr, int(m_connections.all().size())).arg(path));
        else
            Q_EMIT noted(Severity::Error, written.error().text);
    });
    dialog->open();
}

void ConnectionDesk::importFrom(const QString &path)
{
    const auto read = connectionfile::read(path);
    if (!read)
        return Q_EMIT noted(Severity::Error, read.error().text);
    QList<Connection> fresh;
    for (const auto &connection : *read) {
        const auto fits = m_check ? m_check(connection.url) : Result<void> {};
        if (!fits)
            return Q_EMIT noted(Severity::Error, tr("%1 was not taken in. %2").arg(path, fits.error().text));
        if (!isKnown(connection.url))
            fresh.append(connection);
    }
    if (fresh.isEmpty())
        return Q_EMIT noted(Severity::Info, tr("Every connection of %1 is there already.").arg(path));
    if (fresh.size() == 1)
        return openForm(fresh.first());
    offerAll(fresh, path);
}

bool ConnectionDesk::isKnown(const QUrl &url) const
{
    const auto &all = m_connections.all();
    return std::any_of(all.cbegin(), all.cend(), [&](const Connection &connection) { return connection.url == url; });
}

void ConnectionDesk::offerAll(const QList<Connection> &connections, const QString &path)
{
    const int count = int(connections.size());
    QStringList names;
    for (const auto &connection : connections.first(qMin(count, 12)))
        names.append(QStringLiteral("%1 (%2)").arg(connection.name.isEmpty() ? Connections::nameFor(connection.url) : connection.name, connection.url.host()));
    if (count > names.size())
        names.append(tr("and %n more", nullptr, count - int(names.size())));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Import connections"), QString(), QMessageBox::NoButton, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Add %n connection(s) from %1?", nullptr, count).arg(QFileInfo(path).fileName()));
    box->setInformativeText(names.join(QLatin1Char('\n')));
    auto *add = box->addButton(tr("Add"), QMessageBox::AcceptRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(add, &QAbstractButton::clicked, this, [this, connections] {
        for (const auto &connection : connections)
            m_connections.add(connection);
    });
    box->open();
}

} // namespace muster
