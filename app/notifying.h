#pragma once

#include "rules/alarms.h"

#include <functional>
#include <memory>

class QSystemTrayIcon;

namespace muster {

/// Tells of new alarms, of those that nobody acknowledges, and what automations want to say, on the desktop (org.freedesktop.Notifications; where nobody
/// offers that, by an icon in the system's tray, if there is one), gathered: however much it is, it speaks at most once per apartMs,
/// and replaces what it said before. Never waits for the desktop. Main thread.
class Notifying : public QObject
{
    Q_OBJECT

public:
    static constexpr int gatherMs = 500;
    static constexpr int apartMs = 10'000;
    static constexpr qsizetype mostNamed = 3; ///< alarms that are named; the others are a number
    static constexpr AlarmSeverity least = AlarmSeverity::Warning;

    /// What is said.
    struct Words
    {
        QString title {};
        QString body {}; ///< plain text
        AlarmSeverity gravest = AlarmSeverity::Info;
    };

    Notifying(const Fleet &fleet, const Alarms &alarms, QObject *parent = nullptr);
    ~Notifying() override;

    /// What says it where the desktop has no notifications; the system's tray unless a test has its own.
    using Tray = std::function<void(const Words &words)>;
    void setTray(const Tray &tray) { m_tray = tray; }

    /// `again`: how many of `count` are not new but still active.
    [[nodiscard]] static Words wordsFor(const Fleet &fleet, const Alarms &alarms, const QList<Alarm> &raised, qint64 count, qint64 again);

public Q_SLOTS:
    /// What an automation wants to say.
    void tell(const QString &title, const QString &text);

Q_SIGNALS:
    void said(const QString &title, const QString &body);
    /// Somebody clicked on the icon in the tray.
    void asked();

private:
    void take(const QList<Alarm> &raised, bool isAgain);
    void speakSoon();
    void speak();
    void send(const Words &words);
    void showInTray(const Words &words);

    const Fleet &m_fleet;
    const Alarms &m_alarms;
    QList<Alarm> m_waiting; ///< the first few
    qint64 m_count = 0;
    qint64 m_again = 0;     ///< of them, those that are not new
    QStringList m_titles; ///< of the first few messages
    QStringList m_texts;
    qint64 m_messages = 0;
    quint32 m_shown = 0; ///< the desktop's number of what was said last
    QTimer m_timer;
    qint64 m_last = 0; ///< ms of the monotonic clock
    Tray m_tray;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< once it was needed
};

} // namespace muster
