#include "script/scriptrunner.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace muster::script {

namespace {

constexpr qsizetype longestAnswer = 256 * 1024;
// What is in the pipes at once: so much that the process never waits for us, so little that a command need not wait long behind it.
constexpr size_t askedAtOnce = 1'024;
constexpr qsizetype bytesAtOnce = 128 * 1024;
constexpr qint64 stopsCountFor = 600'000; // ms
constexpr qsizetype toldAtMost = 8;

// "Line 3: ReferenceError: t is not defined." What a script says is whatever it likes: one line of it, not too long.
QString words(const Fault &fault)
{
    QString text = QString::fromUtf8(fault.text.left(1'000)).simplified().left(200);
    if (!text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    return fault.line > 0 ? ScriptRunner::tr("Line %1: %2").arg(fault.line).arg(text) : text;
}

// Beside the program as it is built, and as it is installed.
QString workerProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString found = QStandardPaths::findExecutable(QStringLiteral("muster-script"), {here, here + QStringLiteral("/../libexec/muster")});
    return found.isEmpty() ? here + QStringLiteral("/muster-script") : found;
}

} // namespace

ScriptRunner::ScriptRunner(const codec::Profile &profile, Budget &budget, QObject *parent)
    : QObject(parent)
    , m_name(profile.name)
    , m_source(profile.script.join(QLatin1Char('\n')).toUtf8())
    , m_decodes(profile.decoder == codec::Profile::Decoder::Script)
    , m_encodes(std::any_of(profile.commands.cbegin(), profile.commands.cend(), [](const codec::CommandSpec &command) { return command.scripted; }))
    , m_budget(budget)
    , m_program(workerProgram())
    , m_process(this)
    , m_watch(this)
    , m_pause(this)
    , m_reader(longestAnswer)
{
    m_clock.start();
    m_watch.setSingleShot(true);
    m_pause.setSingleShot(true);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_watch, &QTimer::timeout, this, [this] {
        halt(m_state == State::Starting ? tr("it did not start within %1 s").arg(m_limits.startMs / 1'000) : tr("one call took longer than %1 ms").arg(m_limits.callMs));
    });
    connect(&m_pause, &QTimer::timeout, this, &ScriptRunner::launch);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ScriptRunner::take);
    connect(&m_process, &QProcess::finished, this, &ScriptRunner::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp(tr("The script of the profile “%1” cannot run: %2 cannot be started (%3). Install Muster anew.").arg(m_name, m_program, m_process.errorString()));
    });
}

// A process that was killed is gone within a millisecond or two.
ScriptRunner::~ScriptRunner()
{
    stop();
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1'000);
    }
    release();
}

// --- the process

void ScriptRunner::start()
{
    if (m_state != State::Stopped && m_state != State::Off)
        return;
    m_problem.clear();
    m_stops.clear();
    m_told.clear();
    if (m_process.state() != QProcess::NotRunning) { // of the time before
        m_state = State::Dying;
        return;
    }
    launch();
}

void ScriptRunner::launch()
{
    if (!m_counted && m_budget.running >= Budget::most)
        return giveUp(tr("The script of the profile “%1” does not run: there are %2 already, one for each open device. Close one of these.").arg(m_name).arg(Budget::most));
    m_budget.running += m_counted ? 0 : 1;
    m_counted = true;
    m_state = State::Starting;
    m_reader.reset();
    m_watch.start(m_limits.startMs);
    m_process.start(m_program, QStringList());
}

void ScriptRunner::stop()
{
    if (m_state == State::Stopped)
        return;
    m_state = State::Stopped;
    m_watch.stop();
    m_pause.stop();
    m_why.clear();
    m_process.kill();
    refuseAll(tr("the connection was closed"));
    if (m_process.state() == QProcess::NotRunning)
        release();
}

void ScriptRunner::release()
{
    m_budget.running -= std::exchange(m_counted, false) ? 1 : 0;
}

void ScriptRunner::halt(const QString &why)
{
    if (m_state == State::Stopped || m_state == State::Dying || m_state == State::Off)
        return;
    m_why = why;
    m_state = State::Dying;
    m_watch.stop();
    m_process.kill();
}

// It is gone, by our hand or by itself.
void ScriptRunner::ended()
{
    const State before = m_state;
    m_watch.stop();
    m_reader.reset();
    if (before == State::Stopped || before == State::Off)
        return release();
    if (before == State::Dying && m_why.isEmpty()) // started again while it was still ending
        return launch();
    if (m_why.isEmpty())
        m_why = m_process.exitStatus() == QProcess::CrashExit || m_process.exitCode() != 0 ? tr("its process crashed or used too much memory") : tr("its process ended");
    pauseOrGiveUp();
}

void ScriptRunner::pauseOrGiveUp()
{
    const QString why = std::exchange(m_why, QString());
    m_askedBytes = 0;
    const std::deque<Call> asked = std::exchange(m_asked, {});
    for (const Call &call : asked)
        refuse(call, why, m_losses.stopped);
    const qint64 now = m_clock.elapsed();
    while (!m_stops.empty() && now - m_stops.front() > stopsCountFor)
        m_stops.pop_front();
    m_stops.push_back(now);
    if (qsizetype(m_stops.size()) >= m_limits.stops)
        return giveUp(tr("The script of the profile “%1” was stopped %2 times and is off now: %3. Mend it in the profile editor, then open the connection anew.")
                          .arg(m_name).arg(m_stops.size()).arg(why));
    m_state = State::Pausing;
    m_pause.start(m_limits.firstPauseMs << (m_stops.size() - 1));
    tellOnce(Severity::Warning, tr("The script of the profile “%1” was stopped: %2. It is started again. If that goes on, mend it in the profile editor.").arg(m_name, why));
    Q_EMIT changed();
}

void ScriptRunner::giveUp(const QString &problem)
{
    m_state = State::Off;
    m_watch.stop();
    m_problem = problem;
    m_process.kill();
    if (m_process.state() == QProcess::NotRunning)
        release();
    refuseAll(problem);
    tellOnce(Severity::Error, problem);
    Q_EMIT changed();
}

// --- what it is asked

void ScriptRunner::decode(QByteArrayView frame, Micros time)
{
    const bool isFull = m_waiting.size() >= m_limits.frames || m_waitingBytes + frame.size() > m_limits.bytes;
    if (isFull || m_state == State::Stopped || m_state == State::Off || m_state == State::Pausing) {
        ++m_losses.unread;
        if (isFull && m_state == State::Running)
            tellOnce(Severity::Warning, tr("The script of the profile “%1” does not keep up with what the device says. Some of it is left out and counted.").arg(m_name));
        return;
    }
    m_waitingBytes += frame.size();
    m_waiting.push_back({Kind::Decode, time, {}, {}, frame.toByteArray(), frame.size()});
    write();
}

void ScriptRunner::encode(CommandId id, const QString &command, const QByteArray &order)
{
    const Call call {Kind::Encode, 0, id, command, order, order.size()};
    if (m_state == State::Off || m_state == State::Stopped || m_state == State::Pausing)
        return refuse(call, m_problem.isEmpty() ? tr("it was stopped and is not yet running again") : m_problem, m_losses.unread);
    // In front of the frames, behind other commands.
    const auto place = std::find_if(m_waiting.begin(), m_waiting.end(), [](const Call &each) { return each.kind != Kind::Encode; });
    if (size_t(place - m_waiting.begin()) >= m_limits.commands)
        return refuse(call, tr("too many commands wait for it"), m_losses.unread);
    m_waitingBytes += call.size;
    m_waiting.insert(place, call);
    write();
}

void ScriptRunner::abandon(CommandId id)
{
    const auto isIt = [id](const Call &each) { return each.kind == Kind::Encode && each.id == id; };
    for (Call &call : m_asked) {
        if (isIt(call))
            call.id = {};
    }
    const auto it = std::find_if(m_waiting.begin(), m_waiting.end(), isIt);
    if (it == m_waiting.end())
        return;
    m_waitingBytes -= it->size;
    m_waiting.erase(it);
}

void ScriptRunner::write()
{
    if (m_state != State::Running)
        return;
    QByteArray out;
    while (!m_waiting.empty() && m_asked.size() < askedAtOnce && m_askedBytes < bytesAtOnce) {
        Call call = std::move(m_waiting.front());
        m_waiting.pop_front();
        append(out, call.kind, call.bytes);
        call.bytes.clear();
        m_waitingBytes -= call.size;
        m_askedBytes += call.size;
        m_asked.push_back(std::move(call));
    }
    if (out.isEmpty())
        return;
    if (!m_watch.isActive())
        m_watch.start(m_limits.callMs);
    m_process.write(out);
}

// A command that will not be made ends here; a frame is lost.
void ScriptRunner::refuse(const Call &call, const QString &why, quint64 &lost)
{
    if (call.kind == Kind::Decode)
        ++lost;
    else if (call.id.isValid())
        Q_EMIT encoded(call.id, call.command, failure(Error::Code::Unreachable, tr("The command was not sent. %1").arg(why.endsWith(QLatin1Char('.'))
            ? why : tr("The script of the profile “%1” makes its bytes, and could not: %2.").arg(m_name, why))));
}

void ScriptRunner::refuseAll(const QString &why)
{
    m_askedBytes = m_waitingBytes = 0;
    const std::deque<Call> asked = std::exchange(m_asked, {});
    const std::deque<Call> waiting = std::exchange(m_waiting, {});
    for (const Call &call : asked)
        refuse(call, why, m_losses.stopped);
    for (const Call &call : waiting)
        refuse(call, why, m_losses.unread);
}

// --- what it answers

void ScriptRunner::take()
{
    m_reader.feed(m_process.readAllStandardOutput());
    QList<Decoded> readings;
    while (m_state == State::Starting || m_state == State::Loading || m_state == State::Running) {
        const auto message = m_reader.next();
        if (!message)
            break;
        takeMessage(*message, readings);
    }
    if (m_reader.isBroken())
        halt(tr("its process said what it should not"));
    if (m_state == State::Running) {
        m_watch.stop();
        if (!m_asked.empty())
            m_watch.start(m_limits.callMs);
        write();
    }
    if (!readings.isEmpty())
        Q_EMIT decoded(readings);
    Q_EMIT changed();
}

void ScriptRunner::takeMessage(const Message &message, QList<Decoded> &readings)
{
    if (m_state != State::Running)
        return loaded(message);
    const bool fits = !m_asked.empty() && (message.kind == Kind::Fault || message.kind == (m_asked.front().kind == Kind::Decode ? Kind::Readings : Kind::Bytes));
    if (!fits)
        return halt(tr("its process said what it should not"));
    const Call call = std::move(m_asked.front());
    m_asked.pop_front();
    m_askedBytes -= call.size;
    if (message.kind == Kind::Fault)
        failed(call, faultOf(message.bytes));
    else if (call.kind == Kind::Decode)
        readings.append({message.bytes.toByteArray(), call.time});
    else if (call.id.isValid())
        Q_EMIT encoded(call.id, call.command, message.bytes.toByteArray());
}

// The process says that it is there, then what the script has.
void ScriptRunner::loaded(const Message &message)
{
    if (m_state == State::Starting && message.kind == Kind::Ready) {
        m_state = State::Loading;
        m_watch.start(m_limits.callMs);
        QByteArray load;
        append(load, Kind::Load, m_source);
        m_process.write(load);
        return;
    }
    if (m_state != State::Loading || (message.kind != Kind::Loaded && message.kind != Kind::Fault))
        return halt(tr("its process said what it should not"));
    if (message.kind == Kind::Fault)
        return giveUp(tr("The script of the profile “%1” does not run. Mend it in the profile editor: %2").arg(m_name, words(faultOf(message.bytes))));
    const int functions = message.bytes.isEmpty() ? 0 : message.bytes.front();
    if (m_decodes && !(functions & 1))
        return giveUp(tr("The script of the profile “%1” has no function decode(bytes). Add it in the profile editor.").arg(m_name));
    if (m_encodes && !(functions & 2))
        return giveUp(tr("The script of the profile “%1” has no function encode(command, value). Add it in the profile editor.").arg(m_name));
    m_state = State::Running;
}

void ScriptRunner::failed(const Call &call, const Fault &fault)
{
    const QString text = tr("The script of the profile “%1” failed. %2 Mend it in the profile editor.").arg(m_name, words(fault));
    if (call.kind == Kind::Decode) {
        ++m_losses.failed;
        tellOnce(Severity::Warning, text);
    } else if (call.id.isValid()) {
        Q_EMIT encoded(call.id, call.command, failure(Error::Code::Invalid, text));
    }
}

void ScriptRunner::tellOnce(Severity severity, const QString &text)
{
    if (m_told.contains(text) || m_told.size() >= toldAtMost)
        return;
    m_told.append(text);
    Q_EMIT noted(severity, text);
}

} // namespace muster::script
