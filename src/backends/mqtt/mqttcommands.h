#pragma once

#include "backends/mqtt/entitydirectory.h"
#include "core/command.h"

#include <functional>
#include <vector>

namespace muster::mqtt {

/// The commands of one connection that are under way: written but not yet taken by the broker, or taken and waiting for the device to report the wanted
/// value. Ends each exactly once, through `finished`. Bounded. Time is given from outside.
class MqttCommands
{
public:
    static constexpr size_t maxPending = 10'000;
    static constexpr Micros confirmWithin = 5'000'000; ///< then "sent, not confirmed" is all that can be said

    std::function<void(CommandId id, const Result<void> &result, bool confirmed)> finished {};

    /// A command was handed to the client, which will name `token`; `request` is the number its device answers with, if it does.
    void sent(const Command &command, int token, const EntityDirectory::Command &entity, quint32 request = 0);
    void taken(int token, Micros now);
    void refused(int token, const Error &reason);
    /// A live value: perhaps the one that a command waits for.
    void heard(MetricId metric, double value, const QString *text);
    /// The device answered a request.
    void answered(const Answer &answer);
    void abandon(CommandId id);
    /// Ends those whose device did not report in time.
    void expire(Micros now);
    /// The session ended: what the broker has not taken is lost.
    void drop(const Error &reason);
    void cancelAll(const Error &reason);

    [[nodiscard]] bool isEmpty() const { return m_pending.empty(); }
    [[nodiscard]] bool isFull() const { return m_pending.size() >= maxPending; }

private:
    struct Pending
    {
        CommandId id {};
        int token = 0;
        quint32 request = 0;    ///< 0: the device does not answer by itself
        MetricId echo {};       ///< invalid: nothing confirms it
        double number = 0;
        double tolerance = 0;
        QString text {};        ///< wanted, if the metric is a text
        bool isText = false;
        Micros due = 0;         ///< 0: not yet taken
    };
    void finish(size_t index, const Result<void> &result, bool confirmed);

    std::vector<Pending> m_pending;
};

} // namespace muster::mqtt
