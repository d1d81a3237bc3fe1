#pragma once

#include "codec/linkcodec.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace muster::line {

/// What is asked over one link and what comes back: commands in the order they came and the questions of a profile, those that are answered one
/// after the other. What was not answered in time may be answered late: until then, or for as long again as the answer was given (two seconds
/// at most), nothing is asked whose answer could be mistaken for it. Every command ends exactly once, through finished(). Bounded. Lives on
/// muster-io beside its codec.
class Exchange : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxWaiting = 256;
    /// Hands bytes to the road; `id` for written(), invalid: nobody waits for them.
    using Write = std::function<Result<void>(const QByteArray &bytes, CommandId id)>;

    /// `name` is the device's, for sentences.
    Exchange(codec::LinkCodec &codec, Write write, QObject *parent = nullptr);

    void setName(const QString &name) { m_name = name; }
    static constexpr int longestHoldOff = 2'000; ///< ms
    /// For tests: how long a late answer is waited for, in ms; -1: as above.
    void setHoldOff(int ms) { m_holdOff = ms; }
    void start();  ///< the link is open: begins with the profile's questions
    /// The link is gone: whatever was under way ends with `reason`.
    void stop(const Error &reason);

    void send(CommandId id, const codec::Outgoing &outgoing);
    void abandon(CommandId id);
    void answered(CommandId id, const Result<void> &result);
    /// Bytes came and were decoded: perhaps the late answer that was waited for.
    void heard();
    /// Everything handed to the road has been written.
    void drained();
    /// Likewise, of one command; `confirmed`: the device said so. A failure ends it even where an answer was to come.
    void written(CommandId id, const Result<void> &result, bool confirmed);

Q_SIGNALS:
    void finished(muster::CommandId id, const muster::Result<void> &result, bool confirmed);

private:
    struct Item
    {
        CommandId id {}; ///< invalid: a question of the profile
        codec::Outgoing outgoing {};
    };
    void ask(size_t poll);
    void next();
    void writeNow(const Item &item);
    void timeOut();
    void giveUp(const Item &item);

    codec::LinkCodec &m_codec;
    Write m_write;
    QString m_name;
    std::deque<Item> m_waiting;
    std::optional<Item> m_current;  ///< written, its answer is awaited
    std::deque<CommandId> m_draining; ///< written without an answer to wait for
    QTimer m_limit;
    QTimer m_hold;                  ///< runs while the next one waits for a late answer
    int m_holdOff = -1;
    std::vector<std::unique_ptr<QTimer>> m_polls;
    bool m_isOpen = false;
};

} // namespace muster::line
