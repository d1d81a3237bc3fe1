#pragma once

#include "core/mail.h"

#include <QObject>

namespace muster {

/// How e-mail is set up, as the window sees it: settings in, verdicts out. Main thread. Knows nothing of servers or keychains: app/ keeps the settings and the
/// password, and sends.
class MailSetup : public QObject
{
    Q_OBJECT

public:
    /// Where the password of the settings' user is.
    enum class Password : quint8 { Unneeded, Unknown, Missing, Memory, Keychain };

    using QObject::QObject;

    [[nodiscard]] const MailSettings &settings() const { return m_settings; }
    void setSettings(const MailSettings &settings);
    /// `keep` false: for this run of the program only.
    void givePassword(const QString &password, bool keep) { Q_EMIT passwordGiven(password, keep); }
    /// Asks for one mail to the recipient of the settings at once; the verdict comes as tested(), never from within.
    void test() { Q_EMIT testRequested(); }

    [[nodiscard]] Password password() const { return m_password; }
    /// Whether passwords outlive the program (there is a usable keychain).
    [[nodiscard]] bool keepsSecrets() const { return m_keepsSecrets; }

public Q_SLOTS: // answers
    void setPassword(muster::MailSetup::Password password);
    void setKeepsSecrets(bool keeps);
    void conclude(const muster::Result<void> &verdict) { Q_EMIT tested(verdict); }

Q_SIGNALS:
    void settingsChanged();
    void passwordChanged();  ///< where it is, or whether it can be kept
    void passwordGiven(const QString &password, bool keep);
    void testRequested();
    void tested(const muster::Result<void> &verdict);

private:
    MailSettings m_settings;
    Password m_password = Password::Unneeded;
    bool m_keepsSecrets = true;
};

} // namespace muster
