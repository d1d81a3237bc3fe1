#include "script/worker/scriptworker.h"

#include "script/scriptmessages.h"
#include "script/worker/processlimits.h"
#include "script/worker/scriptengine.h"

#include <chrono>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace muster::script {

namespace {

constexpr qsizetype readAtOnce = 64 * 1024;
constexpr qsizetype writeAtOnce = 64 * 1024;
constexpr qsizetype longestMessage = 1 << 20;
constexpr auto writeEvery = std::chrono::milliseconds(20); // whoever waits sees that there is headway

using Clock = std::chrono::steady_clock;

constexpr int in = 0, out = 1; // file descriptors

/// Answers, gathered for a moment.
class Answers
{
public:
    void put(Kind kind, QByteArrayView bytes)
    {
        append(m_bytes, kind, bytes);
        if (m_bytes.size() >= writeAtOnce || Clock::now() - m_written >= writeEvery)
            write();
    }
    void tell(Kind kind, const ScriptEngine::Outcome &outcome)
    {
        if (outcome)
            put(kind, *outcome);
        else
            put(Kind::Fault, faultBytes(outcome.error().line, outcome.error().text));
    }
    void write()
    {
        QByteArrayView left = m_bytes;
        while (!left.isEmpty()) {
            const auto count = ::write(out, left.data(), size_t(left.size()));
            if (count <= 0)
                break; // nobody reads any more; the input ends, too, then
            left = left.sliced(count);
        }
        m_bytes.clear();
        m_written = Clock::now();
        renewProcessorTime();
    }

private:
    QByteArray m_bytes;
    Clock::time_point m_written = Clock::now();
};

void answer(const Message &message, ScriptEngine &engine, Answers &answers)
{
    switch (message.kind) {
    case Kind::Load: answers.tell(Kind::Loaded, engine.load(message.bytes.toByteArray())); break;
    case Kind::Decode: answers.tell(Kind::Readings, engine.decode(message.bytes)); break;
    case Kind::Encode: answers.tell(Kind::Bytes, engine.encode(message.bytes)); break;
    default: answers.put(Kind::Fault, faultBytes(0, "no such message")); break;
    }
}

} // namespace

int work()
{
    Answers answers;
    ScriptEngine engine;
    limitProcess();
    answers.put(Kind::Ready, QByteArrayView());
    answers.write();
    MessageReader reader(longestMessage);
    QByteArray piece(readAtOnce, Qt::Uninitialized);
    for (;;) {
        const auto count = ::read(in, piece.data(), size_t(piece.size()));
        if (count <= 0)
            return 0;
        reader.feed(QByteArrayView(piece).first(count));
        while (const auto message = reader.next())
            answer(*message, engine, answers);
        if (reader.isBroken())
            return 1;
        answers.write();
    }
}

} // namespace muster::script
