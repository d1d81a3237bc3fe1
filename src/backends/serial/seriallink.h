#pragma once

#include "backends/serial/openport.h"
#include "backends/serial/port.h"

#include "core/command.h"
#include "core/connection.h"
#include "core/diagnostics.h"
#include "line/line.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>

namespace muster {
class Ingest;
}

namespace muster::serial {

/// One board: where it is, its open port, what its bytes mean and what is asked of it. Opens the port while it is wanted, and again by itself
/// wherever the board turns up: at once when told to look(), else after 0.1 … 0.2 s, growing to 3 s at most. Lives on muster-io.
class SerialLink : public QObject
{
    Q_OBJECT

public:
    /// Idle: nobody wants it open. Absent: it is not plugged in. Waiting: it is, but could not be opened.
    enum class State : quint8 { Idle, Absent, Waiting, Open };
    /// Where the board is now, if anywhere; and what is announced of it.
    using Locate = std::function<std::optional<Port>()>;
    using Describe = std::function<Device(const Port &)>;
    struct Pace
    {
        int firstRetry = 200;
        int lastRetry = 3'000;
    };

    SerialLink(ConnectionId connection, const SerialSettings &settings, Ingest &ingest, Locate locate, Describe describe, QObject *parent = nullptr);
    ~SerialLink() override;

    void setPace(const Pace &pace) { m_pace = pace; }
    /// Runs the script of its profile, if there is one; without this none is.
    void runScript(script::Budget &budget) { m_line.runScript(budget); }
    /// Of the commands its profile has.
    [[nodiscard]] QStringList commandKeys() const;
    /// What to call it as long as it has not been seen.
    void setName(const QString &name);
    /// Announces the device without opening anything.
    void introduce(const Port &port);
    [[nodiscard]] DeviceId device() const { return m_device; }
    [[nodiscard]] const SerialSettings &settings() const { return m_settings; }
    void setWanted(bool wanted);
    /// Something was plugged in or out: is the board still where it was?
    void look();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &detail() const { return m_detail; } ///< one sentence
    [[nodiscard]] Micros retryAt() const { return m_retryAt; }
    [[nodiscard]] const QString &path() const { return m_path; }     ///< where it is or was last

    void send(const Command &command);
    void abandon(CommandId id);
    [[nodiscard]] Result<void> write(const QByteArray &bytes);

Q_SIGNALS:
    void changed();  ///< state, detail or path
    void commandFinished(muster::CommandId id, const muster::Result<void> &result, bool confirmed);
    /// `byState`: a state that was just told says the same.
    void noted(muster::Severity severity, const QString &text, bool byState);

private:
    void tryToOpen();
    void opened(const Port &port);
    void lose();
    void retryLater(const Error &reason);
    void take(QByteArrayView bytes);
    void setState(State state, const QString &detail);
    [[nodiscard]] Result<void> put(const QByteArray &bytes);
    void tell(bool outgoing, QByteArrayView bytes);

    ConnectionId m_connection {};
    SerialSettings m_settings;
    Ingest &m_ingest;
    Counters &m_counters;
    Locate m_locate;
    Describe m_describe;
    Pace m_pace;
    QString m_name;
    DeviceId m_device {};
    OpenPort m_port;
    line::Line m_line;
    QTimer m_retry;
    State m_state = State::Idle;
    QString m_detail;
    QString m_path;
    QString m_complaint; ///< the fault that was told last, so that its repetitions are not
    Micros m_retryAt = 0;
    int m_attempts = 0;
    bool m_isWanted = false;
    bool m_wasOpen = false;
};

} // namespace muster::serial
