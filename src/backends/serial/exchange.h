#pragma once

#include "codec/linkcodec.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace muster::serial {

/// What is asked over one link and what comes back: commands in the order they came and the questions of a profile, those that are answered one
/// after the other. Every command ends exactly once, through finished(). Bounded. Lives on muster-io beside its codec.
class Exchange : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxWaiting = 256;
    using Write = std::function<Result<void>(const QByteArray &)>;

    /// `name` is the device's, for sentences.
    Exchange(codec::LinkCodec &codec, Write write, QObject *parent = nullptr);

    void setName(const QString &name) { m_name = name; }
    void start();  ///< the link is open: begins with the profile's questions
    /// The link is gone: whatever was under way ends with `reason`.
    void stop(const Error &reason);

    void send(CommandId id, const codec::Outgoing &outgoing);
    void abandon(CommandId id);
    void answered(CommandId id, const Result<void> &result);
    /// Everything handed to the port has been written.
    void drained();

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

    codec::LinkCodec &m_codec;
    Write m_write;
    QString m_name;
    std::deque<Item> m_waiting;
    std::optional<Item> m_current;  ///< written, its answer is awaited
    std::deque<CommandId> m_draining; ///< written without an answer to wait for
    QTimer m_limit;
    std::vector<std::unique_ptr<QTimer>> m_polls;
    bool m_isOpen = false;
};

} // namespace muster::serial
