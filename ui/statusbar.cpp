#include "ui/statusbar.h"

#include "core/connections.h"
#include "core/diagnostics.h"
#include "core/fleet.h"
#include "ui/connectionwords.h"
#include "ui/endpoint.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace muster {

namespace {

constexpr int markSize = 10;
constexpr int maxNameWidth = 180;
constexpr int maxChips = 32; // more connections than that are seen in the Connections dialog

} // namespace

ConnectionChip::ConnectionChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void ConnectionChip::show(const Connection &connection, const ConnectionStatus &status, const Counters &counters, double rate)
{
    const bool open = status.state == ConnectionState::Open;
    const QString note = open ? words::rate(rate) : words::stateWord(connection.enabled ? status.state : ConnectionState::Closed);
    const QString name = connection.name.isEmpty() ? Connections::nameFor(connection.url) : connection.name;
    const auto width = [this] { return sizeHint().width(); };
    const int before = width();
    m_name = name;
    m_note = note;
    m_state = status.state;
    const QString summary = words::summary(status, counters);
    setToolTip(QStringLiteral("<p style='white-space:pre'><b>%1</b><br>%2</p>").arg(name.toHtmlEscaped(), summary.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"))));
    setAccessibleName(tr("Connection %1: %2").arg(name, words::stateWord(status.state)));
    setAccessibleDescription(summary);
    if (width() != before)
        updateGeometry();
    update();
}

QSize ConnectionChip::sizeHint() const
{
    const auto metrics = fontMetrics();
    const int name = qMin(metrics.horizontalAdvance(m_name) + 2, maxNameWidth); // advances are rounded down
    return QSize(8 + markSize + 6 + name + 6 + metrics.horizontalAdvance(m_note) + 8, 24);
}

QSize ConnectionChip::minimumSizeHint() const
{
    return QSize(8 + markSize + 8, 24);
}

void ConnectionChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &colours = theme::colours(palette());
    if (underMouse() || hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(colours.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(colours.line);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    words::paintMark(painter, QRectF(8, (height() - markSize) / 2.0, markSize, markSize), m_state, palette());
    const int note = fontMetrics().horizontalAdvance(m_note);
    const int left = 8 + markSize + 6;
    const int forName = qMin(maxNameWidth, width() - left - 8 - note - 6);
    if (forName < 16)
        return;
    painter.setPen(colours.text);
    const QString name = fontMetrics().elidedText(m_name, Qt::ElideRight, forName);
    painter.drawText(QRect(left, 0, forName, height()), Qt::AlignVCenter | Qt::AlignLeft, name);
    painter.setPen(colours.muted);
    painter.drawText(QRect(left + fontMetrics().horizontalAdvance(name) + 6, 0, note + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, m_note);
}

StatusBar::StatusBar(const Connections &connections, const Diagnostics &diagnostics, const Fleet &fleet, QWidget *parent)
    : QStatusBar(parent)
    , m_connections(connections)
    , m_diagnostics(diagnostics)
    , m_fleet(fleet)
    , m_row(new QWidget(this))
    , m_recording(new QToolButton(this))
    , m_totals(new QLabel(this))
    , m_tick(new QTimer(this))
{
    setSizeGripEnabled(false);
    setFixedHeight(28);
    auto *layout = new QHBoxLayout(m_row);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(4);
    layout->addStretch();
    addWidget(m_row, 1);
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setContentsMargins(8, 0, 8, 0);
    m_recording->setAutoRaise(true);
    m_recording->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_recording->setFocusPolicy(Qt::TabFocus);
    m_recording->setObjectName(QStringLiteral("recording"));
    connect(m_recording, &QToolButton::clicked, this, &StatusBar::messagesRequested);
    addPermanentWidget(m_recording);
    addPermanentWidget(m_totals);

    m_tick->setSingleShot(true);
    m_tick->setInterval(tickMs);
    connect(m_tick, &QTimer::timeout, this, &StatusBar::refresh);
    const auto rebuildSoon = [this] {
        m_rebuild = true;
        schedule();
    };
    connect(&connections, &Connections::added, this, rebuildSoon);
    connect(&connections, &Connections::changed, this, rebuildSoon);
    connect(&connections, &Connections::removed, this, rebuildSoon);
    connect(&diagnostics, &Diagnostics::statusChanged, this, &StatusBar::schedule);
    connect(&diagnostics, &Diagnostics::countersChanged, this, &StatusBar::schedule);
    connect(&diagnostics, &Diagnostics::recordingChanged, this, &StatusBar::schedule);
    connect(&fleet, &Fleet::devicesAdded, this, &StatusBar::schedule);
    connect(&fleet, &Fleet::devicesRemoved, this, &StatusBar::schedule);
    connect(&fleet, &Fleet::entriesChanged, this, &StatusBar::schedule);
    refresh();
}

void StatusBar::schedule()
{
    if (!m_tick->isActive())
        m_tick->start();
}

void StatusBar::rebuild()
{
    m_rebuild = false;
    qDeleteAll(m_chips);
    m_chips.clear();
    auto *layout = qobject_cast<QHBoxLayout *>(m_row->layout());
    for (const auto &connection : m_connections.all()) {
        if (m_chips.size() >= maxChips)
            break;
        auto *chip = new ConnectionChip(m_row);
        const ConnectionId id = connection.id;
        connect(chip, &QAbstractButton::clicked, this, [this, id, chip] { openMenu(id, chip); });
        layout->insertWidget(int(m_chips.size()), chip);
        m_chips.insert(id, chip);
    }
}

void StatusBar::refresh()
{
    if (m_rebuild)
        rebuild();
    for (const auto &connection : m_connections.all()) {
        if (auto *chip = m_chips.value(connection.id))
            chip->show(connection, m_diagnostics.status(connection.id), m_diagnostics.counters(connection.id), m_diagnostics.messagesPerSecond(connection.id));
    }
    refreshRecording();
    refreshTotals();
}

void StatusBar::refreshRecording()
{
    const RecordingStatus &recording = m_diagnostics.recording();
    // The marks of the connections, with the same meaning: ● it does, ◐ it waits, ▲ it cannot.
    ConnectionState mark = ConnectionState::Open;
    QString text = tr("Recording");
    QString detail = tr("Everything that arrives is recorded.");
    if (recording.state == HistoryState::Stalled) {
        mark = ConnectionState::Waiting;
        text = tr("Recording stands still");
        detail = recording.problem;
    } else if (recording.state != HistoryState::Recording) {
        mark = ConnectionState::Failed;
        text = recording.state == HistoryState::ReadOnly ? tr("Read-only") : tr("Not recording");
        detail = recording.problem.isEmpty() ? tr("What arrives is shown but not recorded.") : recording.problem;
    }
    if (recording.lost > 0)
        detail += QLatin1Char('\n') + tr("%n sample(s) could not be recorded.", nullptr, int(std::min<quint64>(recording.lost, std::numeric_limits<int>::max())));
    m_recording->setText(QLatin1Char(' ') + text); // the style leaves hardly any room after the mark
    m_recording->setIcon(words::markPixmap(mark, palette(), markSize, devicePixelRatioF()));
    m_recording->setIconSize(QSize(markSize, markSize));
    m_recording->setToolTip(detail.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
    m_recording->setAccessibleName(text);
    m_recording->setAccessibleDescription(detail);
}

void StatusBar::refreshTotals()
{
    const quint64 lost = m_diagnostics.lostInAll();
    const QLocale locale;
    const auto members = m_fleet.members().size();
    m_totals->setText(tr("%1 dropped · %2").arg(locale.toString(lost), tr("%n device(s)", nullptr, int(members))));
    m_totals->setForegroundRole(lost > 0 ? QPalette::WindowText : QPalette::PlaceholderText);
    QStringList lines;
    for (const auto &connection : m_connections.all()) {
        const auto number = muster::lost(m_diagnostics.counters(connection.id));
        if (number > 0 && lines.size() < 20)
            lines.append(tr("%1: %2").arg(connection.name, locale.toString(number)));
    }
    const QString head = lost > 0 ? tr("What was lost, refused or not understood:") : tr("Nothing was lost, refused or misunderstood.");
    lines.prepend(head);
    m_totals->setToolTip(lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

void StatusBar::openMenu(ConnectionId id, QWidget *chip)
{
    const Connection *connection = m_connections.find(id);
    if (!connection)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *state = menu->addAction(words::stateSentence(m_diagnostics.status(id)).replace(QLatin1Char('&'), QLatin1String("&&")).left(160));
    state->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(icons::icon("pencil"), tr("Edit connection…")), &QAction::triggered, this, [this, id] { Q_EMIT editRequested(id); });
    if (isMqtt(connection->url)) {
        connect(menu->addAction(icons::icon("stack-2"), tr("Browse topics")), &QAction::triggered, this, [this, id] { Q_EMIT topicsRequested(id); });
        connect(menu->addAction(tr("Devices from topics…")), &QAction::triggered, this, [this, id] { Q_EMIT topicRulesRequested(id); });
    }
    connect(menu->addAction(icons::icon("keyboard"), tr("Open console")), &QAction::triggered, this, [this, id] { Q_EMIT consoleRequested(id); });
    const bool on = connection->enabled;
    connect(menu->addAction(icons::icon(on ? "plug-connected-x" : "plug-connected"), on ? tr("Disconnect") : tr("Connect")), &QAction::triggered, this,
        [this, id, on] { Q_EMIT enableRequested(id, !on); });
    connect(menu->addAction(icons::icon("message"), tr("Show messages")), &QAction::triggered, this, &StatusBar::messagesRequested);
    menu->popup(chip->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void StatusBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QStatusBar::changeEvent(event);
}

} // namespace muster
