#include "core/mailsetup.h"

namespace muster {

void MailSetup::setSettings(const MailSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT settingsChanged();
}

void MailSetup::setPassword(Password password)
{
    m_password = password;
    Q_EMIT passwordChanged();
}

void MailSetup::setKeepsSecrets(bool keeps)
{
    m_keepsSecrets = keeps;
    Q_EMIT passwordChanged();
}

} // namespace muster
