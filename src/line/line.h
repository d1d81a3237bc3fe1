#pragma once

#include "codec/ingestreadings.h"
#include "core/connection.h"
#include "core/diagnostics.h"
#include "line/exchange.h"
#include "script/scriptrunner.h"

#include <memory>
#include <optional>

namespace muster::line {

/// A device on a serial line, whatever carries its bytes (a port, a Bluetooth service): what they mean, the script of its profile, what is asked of it and what
/// comes back. The road hands over what it hears and writes what it is given. Every command ends exactly once. Lives on muster-io.
class Line : public QObject, private codec::ReadingSink
{
    Q_OBJECT

public:
    Line(const codec::Profile &profile, Ingest &ingest, ConnectionId connection, Exchange::Write write, QObject *parent = nullptr);
    ~Line() override;

    /// Runs the script of its profile, if there is one; without this none is.
    void runScript(script::Budget &budget);
    /// Whose readings they are, and what to call it in sentences.
    void setDevice(DeviceId device, const QString &name);
    void setByteMicros(double micros) { m_codec.setByteMicros(micros); }

    void start();                     ///< the road is there: asks what the profile asks
    void stop(const Error &reason);   ///< the road is gone: commands end with `reason`. Its script goes on
    void rest();                      ///< nobody wants it: its script ends, too

    void feed(QByteArrayView bytes, Micros now);
    void drained() { m_exchange.drained(); }
    void written(CommandId id, const Result<void> &result, bool confirmed) { m_exchange.written(id, result, confirmed); }

    void send(const Command &command);
    /// Bytes as they are, for a command that is none of the profile's.
    void sendBytes(CommandId id, const QByteArray &bytes);
    void abandon(CommandId id);
    [[nodiscard]] bool knows(const QString &command) const;
    [[nodiscard]] const codec::Profile &profile() const { return m_profile; }
    [[nodiscard]] const codec::LinkCodec &codec() const { return m_codec; }

Q_SIGNALS:
    void finished(muster::CommandId id, const muster::Result<void> &result, bool confirmed);
    void noted(muster::Severity severity, const QString &text);

private:
    void readingsArrived(std::span<const codec::Reading> readings, const QStringList &texts) override;
    void answered(CommandId id, const Result<void> &result) override;
    void frameArrived(QByteArrayView frame, Micros time) override;
    void takeScripted(const QList<script::Decoded> &readings);
    void sendScripted(CommandId id, const QString &command, const Result<QByteArray> &bytes);
    void count();

    ConnectionId m_connection {};
    Ingest &m_ingest;
    Counters &m_counters;
    codec::Profile m_profile;
    codec::LinkCodec m_codec;
    codec::LinkCounters m_counted {};
    DeviceId m_device {};
    QString m_name;
    std::optional<codec::IngestReadings> m_readings;
    Exchange m_exchange;
    std::unique_ptr<script::ScriptRunner> m_script; ///< null: no script
    codec::ScriptLosses m_scriptLosses {};
    QTimer m_idle;     ///< framing by silence
    bool m_isOpen = false;
};

} // namespace muster::line
