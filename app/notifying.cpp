#include "app/notifying.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/alarmwords.h"
#include "ui/settings.h"

#ifdef MUSTER_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif
#include <QDeadlineTimer>
#include <QGuiApplication>
#include <QSettings>
#include <QSystemTrayIcon>

#include <algorithm>

namespace muster {

namespace {

constexpr int shownMs = 10'000; ///< beside the icon in the tray

} // namespace

Notifying::Notifying(const Fleet &fleet, const Alarms &alarms, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_alarms(alarms)
    , m_timer(this)
    , m_tray([this](const Words &words) { showInTray(words); })
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notifying::speak);
    connect(&alarms, &Alarms::raised, this, [this](const QList<Alarm> &raised) { take(raised, false); });
    connect(&alarms, &Alarms::toldAgain, this, [this](const QList<Alarm> &again) { take(again, true); });
}

Notifying::~Notifying() = default;

void Notifying::take(const QList<Alarm> &raised, bool isAgain)
{
    for (const Alarm &alarm : raised) {
        if (alarm.severity < least)
            continue;
        ++m_count;
        m_again += isAgain ? 1 : 0;
        if (m_waiting.size() < mostNamed)
            m_waiting.append(alarm);
    }
    if (m_count != 0)
        speakSoon();
}

void Notifying::tell(const QString &title, const QString &text)
{
    ++m_messages;
    if (m_texts.size() < mostNamed) {
        m_titles.append(format::plain(title, 100));
        m_texts.append(format::plain(text));
    }
    speakSoon();
}

void Notifying::speakSoon()
{
    if (m_timer.isActive())
        return;
    const qint64 since = QDeadlineTimer::current().deadline() - m_last;
    m_timer.start(m_last == 0 ? gatherMs : int(std::clamp<qint64>(apartMs - since, gatherMs, apartMs)));
}

Notifying::Words Notifying::wordsFor(const Fleet &fleet, const Alarms &alarms, const QList<Alarm> &raised, qint64 count, qint64 again)
{
    const auto small = [](qint64 number) { return int(std::min<qint64>(number, 1'000'000)); };
    Words words;
    QStringList lines;
    for (const Alarm &alarm : raised) {
        words.gravest = std::max(words.gravest, alarm.severity);
        const AlarmRule *const rule = alarms.rule(alarm.key.rule);
        const QString name = rule ? format::plain(rule->name, 100) : QString();
        const QString device = alarmwords::device(fleet, alarm.device);
        lines.append(alarm.text.isEmpty() ? tr("%1: %2", "device, alarm").arg(device, name) : tr("%1: %2: %3", "device, alarm, what it says").arg(device, name, format::plain(alarm.text, 200)));
    }
    if (count > raised.size())
        lines.append(tr("and %n more", nullptr, small(count - raised.size())));
    const QString isNew = tr("%n new alarm(s)", nullptr, small(count - again));
    const QString isStill = tr("%n alarm(s) still active", nullptr, small(again));
    words.title = again == 0 ? isNew : again == count ? isStill : tr("%1, %2", "new alarms, alarms still active").arg(isNew, isStill);
    words.body = lines.join(u'\n');
    return words;
}

void Notifying::speak()
{
    const QList<Alarm> raised = std::exchange(m_waiting, {});
    const qint64 count = std::exchange(m_count, 0);
    const qint64 again = std::exchange(m_again, 0);
    const QStringList titles = std::exchange(m_titles, {});
    QStringList texts = std::exchange(m_texts, {});
    const qint64 messages = std::exchange(m_messages, 0);
    Words words;
    if (!raised.isEmpty() && QSettings().value(settings::desktopAlarms, true).toBool())
        words = wordsFor(m_fleet, m_alarms, raised, count, again);
    if (!texts.isEmpty()) {
        if (messages > texts.size())
            texts.append(tr("and %n more", nullptr, int(std::min<qint64>(messages - texts.size(), 1'000'000))));
        const QString said = texts.join(u'\n');
        words.body = words.body.isEmpty() ? said : words.body + u'\n' + said;
        if (words.title.isEmpty())
            words.title = titles.size() == 1 ? titles.first() : tr("Automations");
    }
    if (words.title.isEmpty())
        return;
    m_last = QDeadlineTimer::current().deadline();
    send(words);
}

void Notifying::send(const Words &words)
{
    Q_EMIT said(words.title, words.body);
#ifdef MUSTER_HAS_DBUS
    // A call without a proxy object: that would ask the service about itself first, and wait for the answer.
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    const bool isGrave = words.gravest >= AlarmSeverity::Major;
    const QVariantMap hints {{QStringLiteral("urgency"), QVariant::fromValue(uchar(isGrave ? 2 : 1))}, {QStringLiteral("desktop-entry"), QStringLiteral("io.github.muster_fleet.Muster")}};
    // Some desktops understand markup, and nobody can tell without asking first.
    call.setArguments({QStringLiteral("Muster"), m_shown, QStringLiteral("io.github.muster_fleet.Muster"), words.title, words.body.toHtmlEscaped(), QStringList(), hints, -1});
    const QDBusPendingCall pending = QDBusConnection::sessionBus().asyncCall(call);
    if (pending.isError())
        return m_tray(words); // there is no bus, and nobody would say so later
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, words] {
        const QDBusPendingReply<quint32> reply = *watcher;
        m_shown = reply.isError() ? 0 : reply.value();
        watcher->deleteLater();
        if (reply.isError())
            m_tray(words); // asked again the next time: the desktop may offer it by then
    });
#else
    m_tray(words);
#endif
}

/// The icon stays from the first time on: its messages are shown beside it.
void Notifying::showInTray(const Words &words)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>(icons::application());
        m_icon->setToolTip(QGuiApplication::applicationDisplayName());
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Notifying::asked);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, &Notifying::asked);
        m_icon->show();
    }
    m_icon->showMessage(words.title, words.body, words.gravest >= AlarmSeverity::Major ? QSystemTrayIcon::Critical : QSystemTrayIcon::Warning, shownMs);
}

} // namespace muster
