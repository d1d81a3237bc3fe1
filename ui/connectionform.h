#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QDialog>

#include <functional>
#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace muster {

class Connections;
class MqttFields;
class SerialFields;

/// Whether some backend can open a URL; else one sentence with the remedy.
using UrlCheck = std::function<Result<void>(const QUrl &)>;

/// One connection: its address as one line and, for MQTT and serial ports, the same in fields, kept in step both ways. Adds or changes it in Connections when
/// accepted. Window of its own, not modal.
class ConnectionForm : public QDialog
{
    Q_OBJECT

public:
    /// An invalid `connection.id`: a new one, filled in as far as given.
    ConnectionForm(Connections &connections, const Connection &connection, UrlCheck check, QWidget *parent = nullptr);

    [[nodiscard]] Connection connection() const;
    [[nodiscard]] ConnectionId editing() const { return m_original.id; }

    void accept() override;
    /// What was found out about the serial port.
    void takeReading(int baud, const QString &profile);

Q_SIGNALS:
    void probeRequested(const QUrl &port, const QString &title);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildFields();
    void fill();
    void wire();
    void retranslate();
    void addressEdited();
    void fieldsEdited();
    void serialEdited();
    void kindChosen(int kind);
    void showKind(const QUrl &url);
    void fit();
    [[nodiscard]] QString defaultName(const QUrl &url) const;
    void moveSecretOut();
    void validate();
    void test();
    void conclude(ConnectionId id, const Result<void> &verdict);
    void showVerdict(const QString &text, const char *icon, bool bad);
    void trustCertificate();
    void showSecretNote();
    [[nodiscard]] std::optional<QString> password() const;
    [[nodiscard]] std::optional<QString> passphrase() const;

    Connections &m_connections;
    Connection m_original;
    UrlCheck m_check;
    ConnectionId m_test {};
    QComboBox *m_kind = nullptr;
    QLabel *m_kindLabel = nullptr;
    QLineEdit *m_address = nullptr;
    QLabel *m_addressLabel = nullptr;
    QLabel *m_problem = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_nameLabel = nullptr;
    MqttFields *m_fields = nullptr;
    SerialFields *m_serial = nullptr;
    QScrollArea *m_scroll = nullptr; ///< around the fields, which may be more than a small screen is high
    QWidget *m_secretRow = nullptr;
    QLineEdit *m_password = nullptr;
    QLabel *m_passwordLabel = nullptr;
    QLabel *m_secretNote = nullptr;
    QLineEdit *m_passphrase = nullptr;
    QLabel *m_passphraseLabel = nullptr;
    ServerCertificate m_offered; ///< by the last test
    QPushButton *m_trust = nullptr;
    QPushButton *m_testButton = nullptr;
    QLabel *m_verdictIcon = nullptr;
    QLabel *m_verdict = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace muster
