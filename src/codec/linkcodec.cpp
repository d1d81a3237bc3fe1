#include "codec/linkcodec.h"

#include "codec/commandbytes.h"
#include "codec/decoders.h"
#include "codec/framer.h"
#include "codec/numbers.h"
#include "codec/output.h"
#include "codec/profile.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster::codec {

namespace {

constexpr size_t readingsAtOnce = 4'096;

/// An answer that is waited for.
struct Awaited
{
    CommandId id {};
    int answer = -1;    ///< index of the command, or behind those of the poll
    Micros lateUntil = 0; ///< nobody waits for it any more, but it may come until then; 0: it is waited for
};

/// Whether a frame could begin as both answers say.
bool areAlike(const Answer &a, const Answer &b)
{
    if (a.good.isEmpty() || b.good.isEmpty())
        return true; // any frame is one
    const auto overlap = [](const QByteArray &x, const QByteArray &y) { return !x.isEmpty() && !y.isEmpty() && (x.startsWith(y) || y.startsWith(x)); };
    return overlap(a.good, b.good) || overlap(a.good, b.bad) || overlap(a.bad, b.good) || overlap(a.bad, b.bad);
}

} // namespace

struct LinkCodec::Parts
{
    Parts(const Profile &how, ReadingSink &to);
    void decode(const Frame &frame, Micros now);
    void count(Decoded what);
    [[nodiscard]] const CommandSpec *commandOf(const QString &key) const;
    [[nodiscard]] bool takeAnswer(QByteArrayView frame);
    [[nodiscard]] bool takePolled(const PollSpec &poll, QByteArrayView frame);
    void forgetOverdue(Micros now);
    [[nodiscard]] Answer answerOf(int answer) const;

    Profile profile;
    ReadingSink &sink;
    LinkCounters counters {};
    Output output {counters};
    std::unique_ptr<Framer> framer;
    std::unique_ptr<Decoder> decoder;
    double byteMicros = 0;
    Micros last = 0;        ///< no frame is older than the one before
    QList<Awaited> awaited {};
    QList<CommandInfo> commands {};
    QList<Poll> polls {};
};

LinkCodec::Parts::Parts(const Profile &how, ReadingSink &to)
    : profile(how)
    , sink(to)
    , framer(makeFramer(profile.framing, counters))
    , decoder(makeDecoder(profile))
{
    for (const Field &field : std::as_const(profile.fields))
        output.add(field);
    if (!profile.others)
        output.close();
    for (const CommandSpec &command : std::as_const(profile.commands))
        commands.append(command.info);
    for (const PollSpec &poll : std::as_const(profile.polls)) {
        const int answer = int(profile.commands.size() + polls.size());
        polls.append({{codec::framed(profile.framing, pollPayload(poll)), answer, poll.timeoutMs}, poll.everyMs});
    }
}

void LinkCodec::Parts::decode(const Frame &frame, Micros now)
{
    if (frame.time != 0)
        now = frame.time;
    const Micros time = byteMicros > 0 ? now - Micros(double(frame.behind) * byteMicros) : now;
    last = std::max(std::min(last, now), time);
    output.setTime(last);
    forgetOverdue(now);
    // Who was asked begins to speak only then: nothing of it is missing.
    const bool mayBeCut = frame.mayBeCut && awaited.isEmpty();
    if (takeAnswer(frame.bytes))
        return;
    if (profile.decoder != Profile::Decoder::Script)
        count(decoder->decode(frame.bytes, mayBeCut, output));
    else if (mayBeCut)
        ++counters.ignored;
    else
        sink.frameArrived(frame.bytes, last);
    if (output.readings().size() >= readingsAtOnce)
        output.deliver(sink);
}

void LinkCodec::Parts::count(Decoded what)
{
    switch (what) {
    case Decoded::Values:
    case Decoded::Counted: break;
    case Decoded::Nothing: ++counters.ignored; break;
    case Decoded::Malformed: ++counters.malformed; break;
    }
}

// True: it was an answer and nothing else.
bool LinkCodec::Parts::takeAnswer(QByteArrayView frame)
{
    for (qsizetype i = 0; i < awaited.size(); ++i) {
        const Awaited &waiting = awaited.at(i);
        const qsizetype poll = waiting.answer - profile.commands.size();
        if (poll >= 0) {
            counters.late += waiting.lateUntil != 0 ? 1 : 0;
            awaited.removeAt(i);
            return takePolled(profile.polls.at(poll), frame);
        }
        const CommandSpec &command = profile.commands.at(waiting.answer);
        const bool bad = !command.answer.bad.isEmpty() && frame.startsWith(command.answer.bad);
        const bool good = command.answer.good.isEmpty() ? command.answer.bad.isEmpty() || !bad : frame.startsWith(command.answer.good);
        if (!good && !bad)
            continue;
        const CommandId id = waiting.id;
        const bool isLate = waiting.lateUntil != 0;
        awaited.removeAt(i);
        output.deliver(sink);
        if (isLate)
            ++counters.late; // whoever asked has been told that nothing came
        else if (bad)
            sink.answered(id, failure(Error::Code::Refused, QCoreApplication::translate("LinkCodec", "The device refused: %1").arg(QString::fromUtf8(frame.first(std::min<qsizetype>(frame.size(), 200))))));
        else
            sink.answered(id, {});
        // A command with a metric is answered by its value.
        return bad || command.info.metric.isEmpty();
    }
    return false;
}

void LinkCodec::Parts::forgetOverdue(Micros now)
{
    awaited.removeIf([now](const Awaited &each) { return each.lateUntil != 0 && each.lateUntil < now; });
}

// A poll's answer is any frame.
Answer LinkCodec::Parts::answerOf(int answer) const
{
    return answer < profile.commands.size() ? profile.commands.at(answer).answer : Answer();
}

// The values of an answer that names none: "+1.234E+00,5".
bool LinkCodec::Parts::takePolled(const PollSpec &poll, QByteArrayView frame)
{
    if (poll.fields.isEmpty())
        return false;
    qsizetype from = 0;
    bool any = false;
    for (const QString &key : poll.fields) {
        if (from > frame.size())
            break;
        const qsizetype comma = frame.indexOf(',', from);
        const QByteArrayView part = frame.sliced(from, (comma < 0 ? frame.size() : comma) - from).trimmed();
        const auto field = std::find_if(profile.fields.begin(), profile.fields.end(), [&](const Field &each) { return each.key == key; });
        const auto column = quint32(field - profile.fields.begin());
        if (const auto number = wholeNumber(part)) {
            output.number(column, *number);
            any = true;
        } else if (!isNoNumber(part) && isPlainText(part)) {
            output.text(column, part);
            any = true;
        }
        from = comma < 0 ? frame.size() + 1 : comma + 1;
    }
    counters.malformed += any ? 0 : 1;
    return true;
}

LinkCodec::LinkCodec(ReadingSink &sink)
    : LinkCodec(Profile(), sink)
{
}

LinkCodec::LinkCodec(const Profile &profile, ReadingSink &sink)
    : m_parts(std::make_unique<Parts>(profile, sink))
{
}

LinkCodec::~LinkCodec() = default;

void LinkCodec::feed(QByteArrayView bytes, Micros now)
{
    m_parts->counters.bytes += quint64(bytes.size());
    m_parts->framer->feed(bytes, now);
    while (const auto frame = m_parts->framer->next())
        m_parts->decode(*frame, now);
    m_parts->output.deliver(m_parts->sink);
}

int LinkCodec::idleMs() const
{
    constexpr int modbusSilence = 50; // far above the 3.5 characters of the standard, which USB adapters do not keep
    switch (m_parts->profile.framing.kind) {
    case Framing::Kind::Idle: return m_parts->profile.framing.idleMs;
    case Framing::Kind::Modbus: return modbusSilence;
    default: return 0;
    }
}

void LinkCodec::flush(Micros now)
{
    m_parts->framer->flush();
    while (const auto frame = m_parts->framer->next())
        m_parts->decode(*frame, now);
    m_parts->output.deliver(m_parts->sink);
}

void LinkCodec::reset()
{
    m_parts->framer->reset();
    m_parts->decoder->reset();
    m_parts->awaited.clear();
}

void LinkCodec::setByteMicros(double micros)
{
    m_parts->byteMicros = micros;
}

const QList<Metric> &LinkCodec::columns() const
{
    return m_parts->output.columns();
}

const LinkCounters &LinkCodec::counters() const
{
    return m_parts->counters;
}

const QList<CommandInfo> &LinkCodec::commands() const
{
    return m_parts->commands;
}

const QList<Poll> &LinkCodec::polls() const
{
    return m_parts->polls;
}

const CommandSpec *LinkCodec::Parts::commandOf(const QString &key) const
{
    const auto it = std::find_if(profile.commands.cbegin(), profile.commands.cend(), [&](const CommandSpec &each) { return each.info.key == key; });
    return it == profile.commands.cend() ? nullptr : &*it;
}

Result<Outgoing> LinkCodec::encode(const QString &command, const Value &argument) const
{
    const CommandSpec *const spec = m_parts->commandOf(command);
    if (!spec)
        return failure(Error::Code::NotFound, QCoreApplication::translate("LinkCodec", "This link has no command “%1”; a profile can add it.").arg(command));
    if (spec->scripted)
        return failure(Error::Code::Unsupported, QCoreApplication::translate("LinkCodec", "The bytes of “%1” are made by a script, and none runs here.").arg(command));
    const Result<QByteArray> payload = commandPayload(*spec, argument);
    if (!payload)
        return tl::unexpected(payload.error());
    return outgoing(command, *payload);
}

Outgoing LinkCodec::outgoing(const QString &command, QByteArrayView payload) const
{
    const CommandSpec *const spec = m_parts->commandOf(command);
    const bool isAnswered = spec && spec->answer.expected;
    return {framed(payload), isAnswered ? int(spec - m_parts->profile.commands.constData()) : -1, isAnswered ? spec->answer.timeoutMs : 0};
}

void LinkCodec::takeScripted(QByteArrayView json, Micros time)
{
    m_parts->output.setTime(time);
    m_parts->count(m_parts->decoder->decode(json, false, m_parts->output));
    m_parts->output.deliver(m_parts->sink);
}

void LinkCodec::countScripted(const ScriptLosses &losses)
{
    m_parts->counters.malformed += losses.failed;
    m_parts->counters.stopped += losses.stopped;
    m_parts->counters.unread += losses.unread;
}

bool LinkCodec::isScripted(const QString &command) const
{
    const CommandSpec *const spec = m_parts->commandOf(command);
    return spec && spec->scripted;
}

Result<QByteArray> LinkCodec::scriptOrder(const QString &command, const Value &argument) const
{
    const CommandSpec *const spec = m_parts->commandOf(command);
    if (!spec)
        return failure(Error::Code::NotFound, QCoreApplication::translate("LinkCodec", "This link has no command “%1”; a profile can add it.").arg(command));
    return codec::scriptOrder(*spec, argument);
}

QByteArray LinkCodec::framed(QByteArrayView payload) const
{
    return codec::framed(m_parts->profile.framing, payload);
}

void LinkCodec::await(const Outgoing &outgoing, CommandId id)
{
    if (outgoing.answer < 0 || outgoing.answer >= m_parts->commands.size() + m_parts->polls.size())
        return;
    if (m_parts->awaited.size() >= maxAwaited)
        m_parts->awaited.removeFirst();
    m_parts->awaited.append({id, outgoing.answer});
}

void LinkCodec::abandon(CommandId id, Micros lateUntil)
{
    QList<Awaited> &awaited = m_parts->awaited;
    const auto it = std::find_if(awaited.begin(), awaited.end(), [&](const Awaited &each) { return each.id == id && each.lateUntil == 0; });
    if (it == awaited.end())
        return;
    if (lateUntil > 0)
        it->lateUntil = lateUntil;
    else
        awaited.removeAt(it - awaited.begin());
}

bool LinkCodec::isAmbiguous(const Outgoing &next, Micros now) const
{
    if (next.answer < 0)
        return false;
    const QList<Awaited> &awaited = m_parts->awaited;
    return std::any_of(awaited.cbegin(), awaited.cend(), [&](const Awaited &each) {
        return each.lateUntil >= now && each.lateUntil != 0 && areAlike(m_parts->answerOf(each.answer), m_parts->answerOf(next.answer));
    });
}

void addTo(Counters &counters, const LinkCounters &before, const LinkCounters &now)
{
    at(counters, Count::Messages) += now.frames - before.frames;
    at(counters, Count::Bytes) += now.bytes - before.bytes;
    at(counters, Count::Samples) += now.readings - before.readings;
    at(counters, Count::Ignored) += now.ignored - before.ignored + now.late - before.late;
    at(counters, Count::Malformed) += now.malformed - before.malformed + now.badChecksums - before.badChecksums + now.stopped - before.stopped;
    at(counters, Count::Dropped) += now.unread - before.unread;
    at(counters, Count::Oversized) += now.oversized - before.oversized;
    at(counters, Count::TypeChanged) += now.typeChanged - before.typeChanged;
    at(counters, Count::LimitReached) += now.limitReached - before.limitReached;
}

} // namespace muster::codec
