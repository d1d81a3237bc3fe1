#pragma once

#include "codec/linkcounters.h"
#include "codec/profile.h"
#include "core/command.h"
#include "core/diagnostics.h"
#include "script/scriptmessages.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <deque>

namespace muster::script {

/// How many processes for scripts there may be at once. One for all connections of a kind, on the thread they live in.
struct Budget
{
    static constexpr int most = 16;
    int running = 0;
};

/// What a script made of a frame, for LinkCodec::takeScripted().
struct Decoded
{
    QByteArray json {};
    Micros time = 0;    ///< as it was handed over with the frame
};

/// The script of one link's profile, in a process of its own (muster-script beside the program): whatever it does, nothing here waits for it. A call that takes
/// too long, a process that ends, crashes or says what it should not: it is killed, told of with the profile's name, and started again with growing pauses;
/// after some times of that within ten minutes it stays off until start() is called anew. Frames it does not get are counted. Every command ends exactly once,
/// through encoded(). Bounded. Lives on the thread of its link.
class ScriptRunner : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int callMs = 1'000;             ///< one call, by the clock
        int startMs = 20'000;           ///< until the process is there
        int firstPauseMs = 1'000;       ///< before it is started again; doubled each time
        int stops = 5;                  ///< within ten minutes, then it stays off
        size_t frames = 16'384;         ///< waiting; more are dropped
        qsizetype bytes = 1 << 20;      ///< of these
        size_t commands = 256;
    };

    ScriptRunner(const codec::Profile &profile, Budget &budget, QObject *parent = nullptr);
    ~ScriptRunner() override;

    void setLimits(const Limits &limits) { m_limits = limits; }
    /// Another program than muster-script; for tests.
    void setProgram(const QString &program) { m_program = program; }
    void start();
    void stop();

    void decode(QByteArrayView frame, Micros time);
    /// `order`: LinkCodec::scriptOrder().
    void encode(CommandId id, const QString &command, const QByteArray &order);
    void abandon(CommandId id);

    [[nodiscard]] const codec::ScriptLosses &losses() const { return m_losses; }
    /// Why it does not run, in a sentence; empty: it does, or may again.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// Whether it runs and everything that was handed over has been answered.
    [[nodiscard]] bool isDone() const { return m_state == State::Running && m_waiting.empty() && m_asked.empty(); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void decoded(const QList<muster::script::Decoded> &readings);
    void encoded(muster::CommandId id, const QString &command, const muster::Result<QByteArray> &bytes);
    /// Losses, the problem, or that it is done may have changed.
    void changed();
    void noted(muster::Severity severity, const QString &text);

private:
    enum class State : quint8 { Stopped, Starting, Loading, Running, Dying, Pausing, Off };
    struct Call
    {
        Kind kind = Kind::Decode;
        Micros time = 0;
        CommandId id {};
        QString command {};
        QByteArray bytes {};    ///< until it is written
        qsizetype size = 0;     ///< of them
    };

    void launch();
    void write();
    void take();
    void takeMessage(const Message &message, QList<Decoded> &readings);
    void loaded(const Message &message);
    void failed(const Call &call, const Fault &fault);
    void halt(const QString &why);
    void ended();
    void pauseOrGiveUp();
    void giveUp(const QString &problem);
    void refuse(const Call &call, const QString &why, quint64 &lost);
    void refuseAll(const QString &why);
    void release();
    void tellOnce(Severity severity, const QString &text);

    QString m_name; ///< of the profile
    QByteArray m_source;
    bool m_decodes = false;
    bool m_encodes = false;
    Budget &m_budget;
    QString m_program;
    Limits m_limits {};
    QProcess m_process;
    QTimer m_watch;                  ///< runs while an answer is due
    QTimer m_pause;
    QElapsedTimer m_clock;
    MessageReader m_reader;
    std::deque<Call> m_waiting;
    std::deque<Call> m_asked;        ///< written, in order; without their bytes
    qsizetype m_waitingBytes = 0;
    qsizetype m_askedBytes = 0;
    std::deque<qint64> m_stops;      ///< when it had to be stopped, in ms of m_clock
    QStringList m_told;              ///< what was told, so that its repetitions are not
    QString m_why;                   ///< why it was stopped last
    QString m_problem;
    codec::ScriptLosses m_losses {};
    State m_state = State::Stopped;
    bool m_counted = false;          ///< in the budget
};

} // namespace muster::script
