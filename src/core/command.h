#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/sample.h"
#include "core/value.h"

namespace muster {

/// An order to one device: "do `key` with `argument`". A plain value; Dispatcher gives the id and the deadline.
struct Command
{
    CommandId id {};
    DeviceId device {};
    QString key {};          ///< CommandInfo::key
    Value argument {};
    ConnectionId connection {}; ///< set by Dispatcher: the device's road at the time of asking
    QString origin {};       ///< who asked: "person", later a rule, a job, the API
    Micros submitted = 0;
    int timeoutMs = 10'000;
};

/// How a command ended. Every submitted command has exactly one.
struct CommandOutcome
{
    Command command {};
    Micros finished = 0;
    Result<void> result {};  ///< Error::Code::TimedOut when nothing came back before the deadline
    bool confirmed = false;  ///< the device itself said so; else only the road took it ("sent, not confirmed")
};

} // namespace muster

Q_DECLARE_METATYPE(muster::Command)
Q_DECLARE_METATYPE(muster::CommandOutcome)
