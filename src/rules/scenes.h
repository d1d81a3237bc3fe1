#pragma once

#include "rules/documents.h"
#include "rules/scene.h"

#include "core/dispatcher.h"

#include <deque>
#include <map>

namespace muster {

/// One time a scene was applied, and how far it is.
struct SceneRun
{
    struct Failure
    {
        SceneValue value {};
        DeviceId device {};
        QString why {};
    };
    quint64 number = 0;
    SceneId scene {};
    Micros started = 0;
    Micros ended = 0;   ///< 0: it is under way
    int total = 0;
    int good = 0;
    int unconfirmed = 0;///< of the good ones: sent, not confirmed
    int left = 0;       ///< not sent, as it was stopped
    bool isUnreachable = false;     ///< no open connection led to one of the devices
    QList<Failure> failures {};     ///< all of them

    [[nodiscard]] bool isOver() const { return ended != 0; }
    [[nodiscard]] int failed() const { return int(failures.size()); }
    [[nodiscard]] int done() const { return good + failed(); }
};

/// The scenes and what comes of applying them: every value a command of its own through the Dispatcher, one after the other for each device, some
/// devices at a time. Main thread; fleet and dispatcher outlive it.
class Scenes : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostScenes = 1'000;
    static constexpr int atOnce = 64;           ///< commands of one run under way
    static constexpr qsizetype mostRuns = 100;  ///< under way; more are refused

    Scenes(const Fleet &fleet, Dispatcher &dispatcher, QObject *parent = nullptr);
    ~Scenes() override;

    [[nodiscard]] const QList<Scene> &all() const { return m_scenes; } ///< in order of making
    [[nodiscard]] const Scene *scene(SceneId id) const;
    [[nodiscard]] const Scene *find(const QString &name) const;
    Result<SceneId> add(Scene scene);
    Result<void> change(Scene scene);
    void remove(SceneId id);
    /// One that was removed, as it was.
    void putBack(const Scene &scene);

    /// Begins; ended() comes later, never from within. `only`: of these devices alone, unless it is empty. Dangerous commands are refused one by one,
    /// unless they were allowed.
    Result<quint64> apply(SceneId id, const QString &origin, bool mayBeDangerous, const QList<DeviceId> &only = {});
    /// What was not sent yet is not; what was is waited for.
    void stop(quint64 run);
    [[nodiscard]] const SceneRun *run(quint64 number) const; ///< under way
    [[nodiscard]] const SceneRun *last(SceneId id) const;    ///< under way or over; null: not in this session
    /// The values whose command is marked dangerous now.
    [[nodiscard]] int dangerous(const Scene &scene) const;

    /// Documents by name, those of others left alone. Returns how many could not be read; these stay as they are.
    int restore(const QHash<QString, QString> &documents);

Q_SIGNALS:
    void scenesChanged();
    void progressed(const muster::SceneRun &run); ///< each time a command ended
    void ended(const muster::SceneRun &run);
    /// To be written; an empty text: to be forgotten.
    void documentsToStore(const QHash<QString, QString> &documents);

private:
    struct Lane
    {
        DeviceId device {};
        std::deque<SceneValue> values {};
    };
    struct Work
    {
        SceneRun run {};
        QString origin {};
        bool mayBeDangerous = false;
        std::deque<Lane> waiting {};     ///< devices without a command under way
        QHash<quint32, Lane> open {};    ///< by command: what it was is at the front
    };
    [[nodiscard]] Result<void> check(const Scene &scene) const;
    void store(const Scene &scene);
    void advance(quint64 number);
    [[nodiscard]] Result<CommandId> submit(const Work &work, const Lane &lane);
    void takeOutcome(const CommandOutcome &outcome);
    static void count(Work &work, const Lane &lane, const Result<void> &result, bool confirmed);
    void settle(quint64 number);

    const Fleet &m_fleet;
    Dispatcher &m_dispatcher;
    QList<Scene> m_scenes;
    std::map<quint64, Work> m_work;
    QHash<quint32, quint64> m_commands; ///< command → run
    QHash<SceneId, SceneRun> m_last;
    quint32 m_lastScene = 0;
    quint64 m_lastRun = 0;
    DocumentQueue m_store;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::SceneRun)
