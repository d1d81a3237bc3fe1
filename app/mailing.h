#pragma once

#include "app/mailer.h"
#include "core/mailsetup.h"

namespace muster {

class Diagnostics;
class Inventory;
class SecretStore;

/// E-mail in the running program: the settings in fleet.db, the password in the keychain, or in memory where there is none, and what goes wrong into the messages.
/// Main thread.
class Mailing : public QObject
{
    Q_OBJECT

public:
    /// `keeps` false: nothing is ever given to the keychain. All of it outlives this.
    Mailing(SecretStore &secrets, Diagnostics &diagnostics, bool keeps, QObject *parent = nullptr);

    [[nodiscard]] MailSetup &setup() { return m_setup; }
    [[nodiscard]] Mailer &mailer() { return m_mailer; }

    [[nodiscard]] static QString document() { return QStringLiteral("mail"); }
    /// Once, with document() of fleet.db. False: it could not be read.
    [[nodiscard]] bool start(const QString &stored, Inventory &inventory);

Q_SIGNALS:
    void passwordMissed(const QString &entry); ///< what the keychain calls it

public Q_SLOTS:
    /// Mail nobody waits for: what becomes of it is told in the messages, if it fails.
    void post(const QString &to, const QString &subject, const QString &text);

private:
    void takeSettings();
    void askPassword();
    void takePassword(const QString &password, bool keep);
    void put(const std::optional<QString> &password, MailSetup::Password place);
    void warn(const QString &text);

    SecretStore &m_secrets;
    Diagnostics &m_diagnostics;
    MailSetup m_setup;
    Mailer m_mailer;
    QString m_entry;                   ///< of the keychain; empty: no login
    std::optional<QString> m_password; ///< of this run
    quint64 m_asked = 0;               ///< what the keychain says too late is not listened to
    bool m_keeps = true;
    bool m_warned = false;
};

} // namespace muster
