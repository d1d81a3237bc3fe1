#pragma once

#include "rules/link.h"

#include "core/dispatcher.h"
#include "core/fleet.h"

#include <QJsonArray>

#include <map>

namespace muster {

/// How a link is doing, for people.
struct LinkState
{
    quint64 sent = 0;      ///< commands that ended well
    quint64 failed = 0;
    quint64 skipped = 0;   ///< values that a newer one overtook while a command was under way
    double last = 0;       ///< what was sent, where lastTime is not 0
    Micros lastTime = 0;
    QString error {};      ///< how the latest command failed; empty: it did not
    Micros errorTime = 0;
    QString problem {};    ///< why it cannot run at the moment; empty: it can
    QString loop {};       ///< why it was stopped by the loop guard: "Knob → Lamp → Knob"; empty: it was not
    bool isStale = false;
};

/// The links, what became of their commands, and what is kept of both. Main thread; fleet and dispatcher outlive it. Finds which metrics and commands
/// they are about and says what is to run; app/ hands that to LinkWatch and brings its news back.
///
/// One command of a link is under way at a time; of the values meanwhile the latest is sent after it, or after patienceMs, when the one under way is
/// given up. A command that failed is tried again `retries` times, retryMs apart, unless there is a newer value.
class Links : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 10'000;
    static constexpr int gatherMs = 200;
    static constexpr int storeMs = 2'000;
    static constexpr int retryMs = 5'000;
    static constexpr int retries = 3;
    static constexpr int patienceMs = 1'000;

    Links(const Fleet &fleet, Dispatcher &dispatcher, QObject *parent = nullptr);
    ~Links() override;

    [[nodiscard]] QList<DeviceLink> all() const;
    [[nodiscard]] const DeviceLink *find(LinkId id) const;
    [[nodiscard]] LinkState state(LinkId id) const;
    Result<LinkId> add(DeviceLink link);
    Result<void> change(DeviceLink link);
    void remove(LinkId id);
    /// After the loop guard stopped it.
    void startAgain(LinkId id);

    [[nodiscard]] static QString document();
    /// Call once, after the fleet was restored. Returns how many could not be read; they are kept.
    int restore(const QString &text);

public Q_SLOTS:
    void take(const QList<muster::LinkNews> &news);

Q_SIGNALS:
    void linksChanged();
    void statesChanged(); ///< at most once per gatherMs
    void stopped(muster::LinkId id, const QString &loop);
    void runChanged(const QList<muster::RunningLink> &links);
    void documentToStore(const QString &text);

private:
    struct Entry
    {
        DeviceLink link {};
        LinkState state {};
        DeviceId to {};
        CommandInfo command {};
        CommandId underWay {};
        double asked = 0;               ///< by the command under way, or the one to be tried again
        std::optional<double> waiting {};
        Micros submitted = 0;           ///< of a clock that is never set
        int tries = 0;
        bool isToRetry = false;
    };
    [[nodiscard]] Entry *entry(LinkId id);
    void run();
    void runSoon();
    [[nodiscard]] QString resolve(Entry &entry, RunningLink &running) const;
    void takeOne(const LinkNews &news);
    void submit(Entry &entry, double value);
    void finished(const CommandOutcome &outcome);
    void failed(Entry &entry, const QString &why);
    void retry();
    void giveUpTheSlow();
    [[nodiscard]] QString nameOf(const QList<LinkId> &chain) const;
    void touch(bool store);
    void flush();

    const Fleet &m_fleet;
    Dispatcher &m_dispatcher;
    std::map<quint32, Entry> m_links;
    QHash<CommandId, quint32> m_underWay;
    quint32 m_last = 0;
    QJsonArray m_unread; ///< of a newer format: kept as they are
    bool m_dirty = false;
    QTimer m_run;
    QTimer m_states;
    QTimer m_store;
    QTimer m_retry;
    QTimer m_patience;
};

} // namespace muster
