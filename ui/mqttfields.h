#pragma once

#include "ui/endpoint.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace muster {

class ConventionFields;
class TlsFields;

/// The parts of an MQTT endpoint as fields: host, port, TLS, user and, folded away, client id, filters, protocol and what carries it, what TLS needs, and conventions.
class MqttFields : public QWidget
{
    Q_OBJECT

public:
    explicit MqttFields(QWidget *parent = nullptr);

    void setEndpoint(const MqttEndpoint &endpoint); ///< without edited()
    [[nodiscard]] MqttEndpoint endpoint() const;
    /// Where the form's password line belongs: behind the user.
    void insertPassword(QWidget *field, QLabel *label);
    void insertPassphrase(QWidget *field, QLabel *label);

Q_SIGNALS:
    void edited();
    void unfolded(); ///< or folded: it is higher or lower now

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void unfold();
    void showPort();
    [[nodiscard]] int usualPort() const;

    MqttEndpoint m_endpoint; ///< what has no field
    QFormLayout *m_layout = nullptr;
    QFormLayout *m_moreLayout = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QCheckBox *m_tls = nullptr;
    QLineEdit *m_user = nullptr;
    QToolButton *m_fold = nullptr;
    QWidget *m_more = nullptr;
    QToolButton *m_tlsFold = nullptr;
    TlsFields *m_tlsFields = nullptr;
    QToolButton *m_conventionFold = nullptr;
    ConventionFields *m_conventionFields = nullptr;
    QLineEdit *m_clientId = nullptr;
    QLineEdit *m_filters = nullptr;
    QComboBox *m_protocol = nullptr;
    QComboBox *m_carrier = nullptr; ///< TCP, WebSocket
    QLineEdit *m_path = nullptr;    ///< of the WebSocket
    bool m_usualPort = true;
};

} // namespace muster
