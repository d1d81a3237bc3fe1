#include "ui/connectionsdialog.h"

#include "core/connections.h"
#include "core/diagnostics.h"
#include "ui/connectionwords.h"
#include "ui/endpoint.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

enum Column { Name, State, Address };
constexpr int idRole = Qt::UserRole;

} // namespace

ConnectionsDialog::ConnectionsDialog(Connections &connections, const Diagnostics &diagnostics, QWidget *parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_diagnostics(diagnostics)
    , m_list(new QTreeWidget(this))
    , m_empty(new QLabel(this))
    , m_add(new QPushButton(icons::icon("plus"), QString(), this))
    , m_edit(new QPushButton(icons::icon("pencil"), QString(), this))
    , m_remove(new QPushButton(icons::icon("trash"), QString(), this))
    , m_topics(new QPushButton(this))
    , m_topicRules(new QPushButton(this))
    , m_console(new QPushButton(this))
    , m_import(new QPushButton(icons::icon("file-import"), QString(), this))
    , m_export(new QPushButton(icons::icon("file-export"), QString(), this))
    , m_brokerTitle(new QLabel(this))
    , m_brokerState(new QLabel(this))
    , m_brokerButton(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    build();
    wire();
    retranslate();
    rebuild();
}

void ConnectionsDialog::build()
{
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(Name, 190);
    m_list->header()->resizeSection(State, 160);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_brokerTitle->setFont(theme::title(font()));
    m_brokerState->setWordWrap(true);
    m_brokerState->setTextFormat(Qt::PlainText);

    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    buttons->addSpacing(12);
    buttons->addWidget(m_topics);
    buttons->addWidget(m_topicRules);
    buttons->addWidget(m_console);
    buttons->addSpacing(12);
    buttons->addWidget(m_import);
    buttons->addWidget(m_export);
    buttons->addStretch();
    for (auto *button : {m_add, m_edit, m_remove, m_topics, m_topicRules, m_console, m_import, m_export})
        button->setAutoDefault(false);
    auto *table = new QVBoxLayout;
    table->addWidget(m_list, 1);
    table->addWidget(m_empty);
    auto *top = new QHBoxLayout;
    top->addLayout(table, 1);
    top->addLayout(buttons);
    auto *brokerText = new QVBoxLayout;
    brokerText->addWidget(m_brokerTitle);
    brokerText->addWidget(m_brokerState);
    auto *broker = new QHBoxLayout;
    broker->addLayout(brokerText, 1);
    broker->addWidget(m_brokerButton, 0, Qt::AlignVCenter);
    auto *bottom = new QHBoxLayout;
    bottom->addStretch();
    bottom->addWidget(m_close);
    m_close->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(top, 1);
    layout->addLayout(broker);
    layout->addLayout(bottom);
    resize(720, 420);
}

void ConnectionsDialog::wire()
{
    connect(m_add, &QPushButton::clicked, this, &ConnectionsDialog::addRequested);
    connect(m_edit, &QPushButton::clicked, this, &ConnectionsDialog::editCurrent);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionsDialog::askToRemove);
    connect(m_topics, &QPushButton::clicked, this, [this] {
        if (current().isValid())
            Q_EMIT topicsRequested(current());
    });
    connect(m_topicRules, &QPushButton::clicked, this, [this] {
        if (current().isValid())
            Q_EMIT topicRulesRequested(current());
    });
    connect(m_console, &QPushButton::clicked, this, [this] {
        if (current().isValid())
            Q_EMIT consoleRequested(current());
    });
    connect(m_import, &QPushButton::clicked, this, &ConnectionsDialog::importRequested);
    connect(m_export, &QPushButton::clicked, this, &ConnectionsDialog::exportRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_brokerButton, &QPushButton::clicked, this, [this] { Q_EMIT localBrokerRequested(!m_broker.running); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ConnectionsDialog::updateButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, &ConnectionsDialog::editCurrent);
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column) {
        if (!m_rebuilding && column == Name)
            m_connections.setEnabled({item->data(Name, idRole).toUInt()}, item->checkState(Name) == Qt::Checked);
    });
    connect(&m_connections, &Connections::added, this, &ConnectionsDialog::rebuild);
    connect(&m_connections, &Connections::removed, this, &ConnectionsDialog::rebuild);
    connect(&m_connections, &Connections::changed, this, &ConnectionsDialog::refresh);
    connect(&m_diagnostics, &Diagnostics::statusChanged, this, &ConnectionsDialog::refresh);
    connect(&m_diagnostics, &Diagnostics::countersChanged, this, &ConnectionsDialog::refresh);
}

ConnectionId ConnectionsDialog::current() const
{
    const auto selected = m_list->selectedItems();
    return selected.isEmpty() ? ConnectionId {} : ConnectionId {selected.first()->data(Name, idRole).toUInt()};
}

void ConnectionsDialog::rebuild()
{
    const ConnectionId before = current();
    m_rebuilding = true;
    m_list->clear();
    for (const auto &connection : m_connections.all()) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(Name, idRole, connection.id.n);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setSelected(connection.id == before);
        item->setSizeHint(Name, QSize(0, 26));
    }
    m_rebuilding = false;
    for (const auto &connection : m_connections.all())
        refresh(connection.id);
    if (m_list->selectedItems().isEmpty() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_empty->setVisible(m_connections.all().isEmpty());
    updateButtons();
}

void ConnectionsDialog::refresh(ConnectionId id)
{
    const Connection *connection = m_connections.find(id);
    for (int row = 0; connection && row < m_list->topLevelItemCount(); ++row) {
        auto *item = m_list->topLevelItem(row);
        if (item->data(Name, idRole).toUInt() != id.n)
            continue;
        const auto status = m_diagnostics.status(id);
        m_rebuilding = true;
        item->setText(Name, connection->name);
        item->setCheckState(Name, connection->enabled ? Qt::Checked : Qt::Unchecked);
        QString state = words::stateWord(status.state);
        if (status.state == ConnectionState::Open)
            state += QStringLiteral(" · ") + words::rate(m_diagnostics.messagesPerSecond(id));
        item->setText(State, connection->enabled ? state : tr("switched off"));
        item->setIcon(State, words::markPixmap(status.state, palette(), 12, devicePixelRatioF()));
        item->setText(Address, connection->url.toDisplayString(QUrl::RemovePassword));
        const QString summary = words::summary(status, m_diagnostics.counters(id)).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
        for (const int column : {Name, State, Address})
            item->setToolTip(column, summary);
        item->setData(Name, Qt::AccessibleTextRole, tr("%1, %2").arg(connection->name, words::stateWord(status.state)));
        m_rebuilding = false;
    }
}

void ConnectionsDialog::updateButtons()
{
    const bool one = current().isValid();
    m_edit->setEnabled(one);
    m_remove->setEnabled(one);
    m_console->setEnabled(one);
    const Connection *connection = m_connections.find(current());
    m_topics->setEnabled(connection && isMqtt(connection->url));
    m_topicRules->setEnabled(m_topics->isEnabled());
    m_export->setEnabled(!m_connections.all().isEmpty());
}

void ConnectionsDialog::editCurrent()
{
    if (current().isValid())
        Q_EMIT editRequested(current());
}

void ConnectionsDialog::askToRemove()
{
    const Connection *connection = m_connections.find(current());
    if (!connection)
        return;
    const ConnectionId id = connection->id;
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Remove connection"), QString(), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Remove the connection %1?").arg(connection->name));
    box->setInformativeText(tr("Its password is forgotten too. Devices that are in the fleet stay there."));
    auto *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(remove, &QAbstractButton::clicked, this, [this, id] { m_connections.remove(id); });
    box->open();
}

void ConnectionsDialog::showBroker(const BrokerState &broker)
{
    m_broker = broker;
    if (!broker.problem.isEmpty())
        m_brokerState->setText(broker.problem);
    else if (broker.running)
        m_brokerState->setText(tr("Runs on this computer only, at mqtt://127.0.0.1:%1, and stops with Muster.").arg(broker.port));
    else
        m_brokerState->setText(tr("Not running. Muster can start one that only this computer can reach."));
    m_brokerButton->setText(broker.running ? tr("Stop broker") : tr("Start broker"));
}

void ConnectionsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        rebuild();
    } else if (event->type() == QEvent::PaletteChange) {
        rebuild();
    }
    QDialog::changeEvent(event);
}

void ConnectionsDialog::retranslate()
{
    setWindowTitle(tr("Connections"));
    m_list->setHeaderLabels({tr("Name"), tr("State"), tr("Address")});
    m_list->setAccessibleName(tr("Connections"));
    m_empty->setText(tr("No connections yet. Add one, or start the broker on this computer."));
    m_add->setText(tr("&Add…"));
    m_edit->setText(tr("&Edit…"));
    m_remove->setText(tr("&Remove…"));
    m_topics->setText(tr("&Topics"));
    m_topics->setToolTip(tr("Shows what is published, and sends messages by hand"));
    m_topicRules->setText(tr("&Devices…"));
    m_topicRules->setToolTip(tr("Makes devices of topics that do not announce any, by rules"));
    m_console->setText(tr("C&onsole"));
    m_console->setToolTip(tr("Shows what goes over the connection, and sends a line by hand"));
    m_import->setText(tr("&Import…"));
    m_export->setText(tr("E&xport…"));
    m_export->setToolTip(tr("Writes all connections, without passwords, to a .muster file"));
    m_brokerTitle->setText(tr("Broker on this computer"));
    m_close->setText(tr("Close"));
    showBroker(m_broker);
}

} // namespace muster
