#pragma once

#include "rules/alarms.h"

namespace muster {

/// Tells of new alarms, of those that nobody acknowledges, and what automations want to say, on the desktop (org.freedesktop.Notifications), gathered: however much it is, it speaks at most once per apartMs,
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
        QString body {}; ///< safe where the desktop understands markup
        AlarmSeverity gravest = AlarmSeverity::Info;
    };

    Notifying(const Fleet &fleet, const Alarms &alarms, QObject *parent = nullptr);

    /// `again`: how many of `count` are not new but still active.
    [[nodiscard]] static Words wordsFor(const Fleet &fleet, const Alarms &alarms, const QList<Alarm> &raised, qint64 count, qint64 again);

public Q_SLOTS:
    /// What an automation wants to say.
    void tell(const QString &title, const QString &text);

Q_SIGNALS:
    void said(const QString &title, const QString &body);

private:
    void take(const QList<Alarm> &raised, bool isAgain);
    void speakSoon();
    void speak();
    void send(const Words &words);

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
};

} // namespace muster
