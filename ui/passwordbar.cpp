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
    connect(m_later, &QToolButton::clicked, this, [this] { drop(asking()); });
    connect(&connections, &Connections::passwordWanted, this, &PasswordBar::ask);
    connect(&connections, &Connections::removed, this, &PasswordBar::drop);
    connect(&connections, &Connections::changed, this, [this](ConnectionId id) {
        const Connection *connection = m_connections.find(id);
        if (!connection || !connection->enabled)
            drop(id);
    });
    connect(&connections, &Connections::passwordGiven, this, [this](ConnectionId id) { drop(id); });
    connect(&connections, &Connections::keepsSecretsChanged, this, &PasswordBar::showNext);
    retranslate();
}

void PasswordBar::ask(ConnectionId id)
{
    if (m_waiting.contains(id) || !m_connections.find(id))
        return;
    m_waiting.append(id);
    if (m_waiting.size() == 1)
        showNext();
}

void PasswordBar::give()
{
    const ConnectionId id = asking();
    const QString password = m_password->text();
    m_password->clear();
    if (id.isValid())
        m_connections.givePassword(id, password, m_keep->isChecked() && m_connections.keepsSecrets());
}

void PasswordBar::drop(ConnectionId id)
{
    if (id.isValid() && m_waiting.removeAll(id) > 0)
        showNext();
}

void PasswordBar::showNext()
{
    const Connection *connection = m_connections.find(asking());
    setVisible(connection != nullptr);
    if (!connection)
        return m_password->clear();
    const QString user = connection->url.userName(QUrl::FullyDecoded);
    m_sentence->setText(user.isEmpty() ? tr("%1 wants a password.").arg(connection->name) : tr("%1 wants the password of %2.").arg(connection->name, user));
    m_password->setAccessibleName(tr("Password for %1").arg(connection->name));
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
        return drop(asking());
    QFrame::keyPressEvent(event);
}

void PasswordBar::retranslate()
{
    m_password->setPlaceholderText(tr("Password"));
    m_keep->setText(tr("Remember in the keychain"));
    m_noKeychain->setText(tr("No keychain: asked at each start"));
    m_connect->setText(tr("Connect"));
    m_later->setToolTip(tr("Not now (Esc)"));
    m_later->setAccessibleName(tr("Not now"));
    showNext();
}

} // namespace muster
