#pragma once

#include "core/connection.h"

#include <QAbstractButton>
#include <QHash>
#include <QStatusBar>

class QLabel;
class QTimer;
class QToolButton;

namespace muster {

class Connections;
class Diagnostics;
class Fleet;

/// One connection at a glance: ● name 412/s. Its tool tip tells state and counters in words.
class ConnectionChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ConnectionChip(QWidget *parent = nullptr);

    void show(const Connection &connection, const ConnectionStatus &status, const Counters &counters, double rate);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_note;
    ConnectionState m_state = ConnectionState::Closed;
};

/// The truth about every connection, whether it is recorded, what was lost and how many devices there are. Updates four times a second at most.
class StatusBar : public QStatusBar
{
    Q_OBJECT

public:
    static constexpr int tickMs = 250;

    StatusBar(const Connections &connections, const Diagnostics &diagnostics, const Fleet &fleet, QWidget *parent = nullptr);

Q_SIGNALS:
    void editRequested(muster::ConnectionId id);
    void consoleRequested(muster::ConnectionId id);
    void topicsRequested(muster::ConnectionId id);
    void topicRulesRequested(muster::ConnectionId id);
    void enableRequested(muster::ConnectionId id, bool on);
    void messagesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void schedule();
    void rebuild();
    void refresh();
    void refreshTotals();
    void refreshRecording();
    void openMenu(ConnectionId id, QWidget *chip);

    const Connections &m_connections;
    const Diagnostics &m_diagnostics;
    const Fleet &m_fleet;
    QHash<ConnectionId, ConnectionChip *> m_chips;
    QWidget *m_row = nullptr;
    QToolButton *m_recording = nullptr; ///< whether what arrives is recorded
    QLabel *m_totals = nullptr;
    bool m_rebuild = true;
    QTimer *m_tick = nullptr;
};

} // namespace muster
