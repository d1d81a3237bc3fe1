#pragma once

#include "ui/endpoint.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace muster {

/// The certificates and limits of an encrypted MQTT connection as fields: whom to trust, and what to show of oneself.
class TlsFields : public QWidget
{
    Q_OBJECT

public:
    explicit TlsFields(QWidget *parent = nullptr);

    void setEndpoint(const MqttEndpoint &endpoint);   ///< without edited()
    void writeTo(MqttEndpoint &endpoint) const;
    /// Where the form's line for the passphrase belongs: behind the key.
    void insertPassphrase(QWidget *field, QLabel *label);
    /// Whether an endpoint says anything of this.
    [[nodiscard]] static bool concerns(const MqttEndpoint &endpoint);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct FileRow
    {
        QWidget *row = nullptr;
        QLineEdit *edit = nullptr;
        QToolButton *choose = nullptr;
    };

    [[nodiscard]] FileRow makeFileRow();
    void chooseFile(QLineEdit *edit, const QString &title, const QString &filter);
    void retranslate();

    QFormLayout *m_layout = nullptr;
    FileRow m_ca;
    FileRow m_certificate;
    FileRow m_key;
    QLineEdit *m_serverName = nullptr;
    QLineEdit *m_alpn = nullptr;
    QComboBox *m_version = nullptr;
    QLineEdit *m_pin = nullptr;
};

} // namespace muster
