#include "codec/linkcodec.h"

#include "codec/automatic.h"
#include "codec/framer.h"
#include "codec/profile.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster::codec {

namespace {

constexpr size_t readingsAtOnce = 4'096;

} // namespace

struct LinkCodec::Parts
{
    explicit Parts(ReadingSink &to)
        : sink(to)
    {}
    void decode(const Frame &frame, Micros now);

    ReadingSink &sink;
    LinkCounters counters {};
    Output output {counters};
    std::unique_ptr<Framer> framer {};
    std::unique_ptr<Decoder> decoder {};
    double byteMicros = 0;
    Micros last = 0;        ///< no frame is older than the one before
    QList<CommandInfo> commands {};
    QList<Poll> polls {};
};

void LinkCodec::Parts::decode(const Frame &frame, Micros now)
{
    if (frame.time != 0)
        now = frame.time;
    const Micros time = byteMicros > 0 ? now - Micros(double(frame.behind) * byteMicros) : now;
    last = std::max(std::min(last, now), time);
    output.setTime(last);
    switch (decoder->decode(frame.bytes, frame.mayBeCut, output)) {
    case Decoded::Values: break;
    case Decoded::Nothing: ++counters.ignored; break;
    case Decoded::Malformed: ++counters.malformed; break;
    }
    if (output.readings().size() >= readingsAtOnce)
        output.deliver(sink);
}

LinkCodec::LinkCodec(ReadingSink &sink)
    : LinkCodec(Profile(), sink)
{
}

LinkCodec::LinkCodec(const Profile &profile, ReadingSink &sink)
    : m_parts(std::make_unique<Parts>(sink))
{
    Q_UNUSED(profile)
    m_parts->framer = std::make_unique<LineFramer>(m_parts->counters, maxFrame);
    m_parts->decoder = std::make_unique<Automatic>();
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
    return 0;
}

void LinkCodec::flush(Micros now)
{
    Q_UNUSED(now)
}

void LinkCodec::reset()
{
    m_parts->framer->reset();
    m_parts->decoder->reset();
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

Result<Outgoing> LinkCodec::encode(const QString &command, const Value &argument) const
{
    Q_UNUSED(argument)
    return failure(Error::Code::NotFound, QCoreApplication::translate("LinkCodec", "This link has no command “%1”; a profile can add it.").arg(command));
}

QByteArray LinkCodec::framed(QByteArrayView payload) const
{
    return payload.toByteArray() + '\n';
}

void LinkCodec::await(const Outgoing &outgoing, CommandId id)
{
    Q_UNUSED(outgoing)
    Q_UNUSED(id)
}

void LinkCodec::abandon(CommandId id)
{
    Q_UNUSED(id)
}

void addTo(Counters &counters, const LinkCounters &before, const LinkCounters &now)
{
    at(counters, Count::Messages) += now.frames - before.frames;
    at(counters, Count::Bytes) += now.bytes - before.bytes;
    at(counters, Count::Samples) += now.readings - before.readings;
    at(counters, Count::Ignored) += now.ignored - before.ignored;
    at(counters, Count::Malformed) += now.malformed - before.malformed + now.badChecksums - before.badChecksums + now.stopped - before.stopped;
    at(counters, Count::Oversized) += now.oversized - before.oversized;
    at(counters, Count::TypeChanged) += now.typeChanged - before.typeChanged;
    at(counters, Count::LimitReached) += now.limitReached - before.limitReached;
}

} // namespace muster::codec
