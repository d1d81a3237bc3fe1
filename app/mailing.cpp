#include "app/mailing.h"

#include "core/diagnostics.h"
#include "secrets/secretstore.h"
#include "store/inventory.h"

namespace muster {

namespace {

/// One per user and server, so that another server never gets it.
QString entryOf(const MailSettings &settings)
{
    return settings.user.isEmpty() || settings.server.isEmpty() ? QString() : QStringLiteral("smtp %1@%2").arg(settings.user, settings.server);
}

} // namespace

Mailing::Mailing(SecretStore &secrets, Diagnostics &diagnostics, bool keeps, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_diagnostics(diagnostics)
    , m_keeps(keeps)
{
    m_setup.setKeepsSecrets(keeps && secrets.isUsable());
    m_mailer.hold();
    connect(&secrets, &SecretStore::usableChanged, &m_setup, [this](bool usable) { m_setup.setKeepsSecrets(m_keeps && usable); });
    connect(&m_setup, &MailSetup::passwordGiven, this, &Mailing::takePassword);
    connect(&m_setup, &MailSetup::testRequested, &m_mailer, &Mailer::test);
    connect(&m_mailer, &Mailer::tested, &m_setup, &MailSetup::conclude);
    connect(&m_mailer, &Mailer::overflowed, this, [this] { warn(tr("An e-mail was dropped, because too many are waiting.")); });
    connect(&m_mailer, &Mailer::ended, this, [this](quint64 call, const Result<void> &result) {
        if (call == 0 && !result && result.error().code != Error::Code::TooLarge) // that was told already
            warn(tr("An e-mail was not sent: %1").arg(result.error().text));
    });
}

bool Mailing::start(const QString &stored, Inventory &inventory)
{
    const std::optional<MailSettings> settings = MailSettings::fromText(stored);
    m_setup.setSettings(settings.value_or(MailSettings()));
    m_entry = entryOf(m_setup.settings());
    connect(&m_setup, &MailSetup::settingsChanged, this, [this, &inventory] {
        QMetaObject::invokeMethod(&inventory, [&inventory, text = m_setup.settings().toText()] { inventory.storeDocument(document(), text); });
        takeSettings();
    });
    askPassword();
    return settings.has_value();
}

void Mailing::takeSettings()
{
    const QString entry = entryOf(m_setup.settings());
    if (entry != m_entry) {
        if (!m_entry.isEmpty() && m_keeps)
            m_secrets.remove(m_entry);
        m_entry = entry;
        m_password.reset();
    }
    if (m_password)
        m_mailer.use(m_setup.settings(), m_password);
    else
        askPassword();
}

void Mailing::askPassword()
{
    const quint64 asked = ++m_asked;
    if (m_entry.isEmpty())
        return put(QString(), MailSetup::Password::Unneeded);
    m_mailer.hold();
    m_setup.setPassword(MailSetup::Password::Unknown);
    m_secrets.read(m_entry, this, [this, asked](const SecretAnswer &answer) {
        if (asked != m_asked)
            return;
        if (answer.place != SecretPlace::Nowhere)
            return put(answer.secret, answer.place == SecretPlace::Keychain ? MailSetup::Password::Keychain : MailSetup::Password::Memory);
        put({}, MailSetup::Password::Missing);
        if (std::exchange(m_warned, true))
            return;
        warn(tr("The password of %1 at %2 is not known, so no e-mail is sent. Type it in the settings, under E-mail.").arg(m_setup.settings().user, m_setup.settings().server));
        Q_EMIT passwordMissed(m_entry);
    });
}

void Mailing::takePassword(const QString &password, bool keep)
{
    if (m_entry.isEmpty())
        return;
    ++m_asked;
    put(password, MailSetup::Password::Memory);
    if (keep && m_keeps)
        m_secrets.write(m_entry, password, this, [this, entry = m_entry](const SecretAnswer &answer) {
            if (entry == m_entry && answer.place == SecretPlace::Keychain)
                m_setup.setPassword(MailSetup::Password::Keychain);
        });
}

void Mailing::put(const std::optional<QString> &password, MailSetup::Password place)
{
    m_password = m_entry.isEmpty() ? std::nullopt : password;
    m_mailer.use(m_setup.settings(), password);
    m_setup.setPassword(place);
}

void Mailing::post(const QString &to, const QString &subject, const QString &text)
{
    m_mailer.send(0, {to, subject.left(mail::maxSubject), text});
}

void Mailing::warn(const QString &text)
{
    m_diagnostics.note({nowMicros(), {}, Severity::Warning, text, 1});
}

} // namespace muster
