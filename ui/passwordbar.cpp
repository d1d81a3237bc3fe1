#include "ui/passwordbar.h"

#include "core/connections.h"
#include "ui/icons.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace muster {

PasswordBar::PasswordBar(Connections &connections, QWidget *parent)
    : QFrame(parent)
    , m_connections(connections)
    , m_sentence(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(this))
    , m_noKeychain(new QLabel(this))
    , m_connect(new QPushButton(this))
    , m_later(new QToolButton(this))
{
    setObjectName(QStringLiteral("passwordBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMinimumWidth(140);
    m_password->setMaximumWidth(220);
    m_noKeychain->setForegroundRole(QPalette::PlaceholderText);
    m_keep->setChecked(true);
    m_connect->setProperty("primary", true);
    m_later->setIcon(icons::icon("x"));
    m_later->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_password, 1);
    layout->addWidget(m_keep);
    layout->addWidget(m_noKeychain);
    layout->addWidget(m_connect);
    layout->addWidget(m_later);
    hide();

    connect(m_password, &QLineEdit::returnPressed, this, &PasswordBar::give);
    connect(m_connect, &QPushButton::clicked, this, &PasswordBar::give);
    connect(m_later, &QToolButton::clicked, this, &PasswordBar::dropFirst);
    connect(&connections, &Connections::passwordWanted, this, &PasswordBar::ask);
    connect(&connections, &Connections::passphraseWanted, this, &PasswordBar::askPassphrase);
    connect(&connections, &Connections::removed, this, &PasswordBar::dropAll);
    connect(&connections, &Connections::changed, this, [this](ConnectionId id) {
        const Connection *connection = m_connections.find(id);
        if (!connection || !connection->enabled)
            dropAll(id);
    });
    connect(&connections, &Connections::passwordGiven, this, [this](ConnectionId id) { drop({id, false}); });
    connect(&connections, &Connections::passphraseGiven, this, [this](ConnectionId id) { drop({id, true}); });
    connect(&connections, &Connections::keepsSecretsChanged, this, &PasswordBar::showNext);
    retranslate();
}

void PasswordBar::add(const Wanted &wanted)
{
    if (m_waiting.contains(wanted) || !m_connections.find(wanted.id))
        return;
    m_waiting.append(wanted);
    if (m_waiting.size() == 1)
        showNext();
}

void PasswordBar::give()
{
    if (m_waiting.isEmpty())
        return;
    const Wanted wanted = m_waiting.first();
    const QString secret = m_password->text();
    const bool keep = m_keep->isChecked() && m_connections.keepsSecrets();
    m_password->clear();
    if (wanted.passphrase)
        m_connections.givePassphrase(wanted.id, secret, keep);
    else
        m_connections.givePassword(wanted.id, secret, keep);
}

void PasswordBar::drop(const Wanted &wanted)
{
    if (m_waiting.removeAll(wanted) > 0)
        showNext();
}

void PasswordBar::dropAll(ConnectionId id)
{
    if (m_waiting.removeIf([id](const Wanted &wanted) { return wanted.id == id; }) > 0)
        showNext();
}

void PasswordBar::dropFirst()
{
    if (!m_waiting.isEmpty())
        drop(Wanted(m_waiting.first()));
}

void PasswordBar::showNext()
{
    const Connection *connection = m_connections.find(asking());
    setVisible(connection != nullptr);
    if (!connection)
        return m_password->clear();
    const bool passphrase = m_waiting.first().passphrase;
    const QString user = connection->url.userName(QUrl::FullyDecoded);
    if (passphrase)
        m_sentence->setText(tr("%1 wants the passphrase of its key.").arg(connection->name));
    else
        m_sentence->setText(user.isEmpty() ? tr("%1 wants a password.").arg(connection->name) : tr("%1 wants the password of %2.").arg(connection->name, user));
    m_password->setPlaceholderText(passphrase ? tr("Passphrase") : tr("Password"));
    m_password->setAccessibleName((passphrase ? tr("Passphrase for %1") : tr("Password for %1")).arg(connection->name));
    m_keep->setVisible(m_connections.keepsSecrets());
    m_noKeychain->setVisible(!m_connections.keepsSecrets());
}

void PasswordBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void PasswordBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dropFirst();
    QFrame::keyPressEvent(event);
}

void PasswordBar::retranslate()
{
    m_keep->setText(tr("Remember in the keychain"));
    m_noKeychain->setText(tr("No keychain: asked at each start"));
    m_connect->setText(tr("Connect"));
    m_later->setToolTip(tr("Not now (Esc)"));
    m_later->setAccessibleName(tr("Not now"));
    showNext();
}

} // namespace muster
