#include "ui/addressbar.h"

#include "rules/webaddress.h"
#include "rules/webaddresses.h"
#include "ui/format.h"
#include "ui/icons.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace muster {

AddressBar::AddressBar(WebAddresses &addresses, QWidget *parent)
    : QFrame(parent)
    , m_addresses(addresses)
    , m_sentence(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_keep(new QCheckBox(this))
    , m_noKeychain(new QLabel(this))
    , m_use(new QPushButton(this))
    , m_not(new QToolButton(this))
{
    setObjectName(QStringLiteral("addressBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_address->setMaxLength(int(maxWebAddress));
    m_address->setMinimumWidth(160);
    m_noKeychain->setForegroundRole(QPalette::PlaceholderText);
    m_keep->setChecked(true);
    m_use->setProperty("primary", true);
    m_not->setIcon(icons::icon("x"));
    m_not->setAutoRaise(true);
    auto *what = new QHBoxLayout;
    what->addWidget(m_sentence, 1);
    what->addWidget(m_not);
    auto *answer = new QHBoxLayout;
    answer->addWidget(m_address, 1);
    answer->addWidget(m_keep);
    answer->addWidget(m_noKeychain);
    answer->addWidget(m_use);
    auto *layout = new QVBoxLayout(this); // an address is long
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addLayout(what);
    layout->addLayout(answer);
    connect(m_address, &QLineEdit::returnPressed, this, &AddressBar::give);
    connect(m_use, &QPushButton::clicked, this, &AddressBar::give);
    connect(m_not, &QToolButton::clicked, this, &AddressBar::later);
    connect(&addresses, &WebAddresses::missingChanged, this, &AddressBar::showNext);
    connect(&addresses, &WebAddresses::keepsSecretsChanged, this, &AddressBar::showNext);
    retranslate();
}

void AddressBar::give()
{
    if (const Result<void> given = m_addresses.give(m_asking, m_address->text().trimmed(), m_keep->isChecked() && m_addresses.keepsSecrets()); !given)
        m_sentence->setText(given.error().text);
}

void AddressBar::later()
{
    m_later.append(m_asking);
    showNext();
}

void AddressBar::showNext()
{
    const QList<WebAddresses::Use> missing = m_addresses.missing();
    const auto next = std::find_if(missing.cbegin(), missing.cend(), [this](const WebAddresses::Use &use) { return !m_later.contains(use.address); });
    setVisible(next != missing.cend());
    const QString before = std::exchange(m_asking, next == missing.cend() ? QString() : next->address);
    if (m_asking != before)
        m_address->clear();
    if (m_asking.isEmpty())
        return;
    const QString name = format::plain(next->name, 100);
    m_sentence->setText(tr("“%1” tells %2, but the whole of that address is not known here. Enter it.").arg(name, webaddress::siteOf(m_asking)));
    m_address->setPlaceholderText(webaddress::shown(m_asking));
    m_address->setAccessibleName(tr("Web address for %1").arg(name));
    m_keep->setVisible(m_addresses.keepsSecrets());
    m_noKeychain->setVisible(!m_addresses.keepsSecrets());
}

void AddressBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void AddressBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return later();
    QFrame::keyPressEvent(event);
}

void AddressBar::retranslate()
{
    m_keep->setText(tr("Remember in the keychain"));
    m_noKeychain->setText(tr("No keychain: asked at each start"));
    m_use->setText(tr("Use"));
    m_not->setToolTip(tr("Not now (Esc)"));
    m_not->setAccessibleName(tr("Not now"));
    showNext();
}

} // namespace muster
