#include "ui/certificatebar.h"

#include "core/connections.h"
#include "core/diagnostics.h"
#include "ui/certificatedialog.h"
#include "ui/endpoint.h"
#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace muster {

CertificateBar::CertificateBar(Connections &connections, const Diagnostics &diagnostics, QWidget *parent)
    : QFrame(parent)
    , m_connections(connections)
    , m_diagnostics(diagnostics)
    , m_sentence(new QLabel(this))
    , m_trust(new QPushButton(this))
    , m_later(new QToolButton(this))
{
    setObjectName(QStringLiteral("certificateBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_later->setIcon(icons::icon("x"));
    m_later->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_trust);
    layout->addWidget(m_later);
    hide();
    connect(m_trust, &QPushButton::clicked, this, &CertificateBar::openDialog);
    connect(m_later, &QToolButton::clicked, this, [this] { drop(asking()); });
    connect(&diagnostics, &Diagnostics::statusChanged, this, &CertificateBar::look);
    connect(&connections, &Connections::removed, this, &CertificateBar::drop);
    retranslate();
}

void CertificateBar::look(ConnectionId id)
{
    if (m_diagnostics.status(id).untrusted.fingerprint.isEmpty() || !m_connections.find(id))
        return drop(id);
    if (!m_waiting.contains(id))
        m_waiting.append(id);
    showNext();
}

void CertificateBar::drop(ConnectionId id)
{
    if (m_waiting.removeAll(id) > 0)
        showNext();
}

void CertificateBar::showNext()
{
    const Connection *connection = m_connections.find(asking());
    setVisible(connection != nullptr);
    if (connection)
        m_sentence->setText(tr("%1: %2", "connection: what is wrong").arg(connection->name, m_diagnostics.status(connection->id).detail));
}

void CertificateBar::openDialog()
{
    const Connection *connection = m_connections.find(asking());
    if (!connection)
        return;
    const ServerCertificate certificate = m_diagnostics.status(connection->id).untrusted;
    auto *dialog = new CertificateDialog(connection->name, certificate, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = connection->id, certificate] {
        const Connection *known = m_connections.find(id);
        if (!known)
            return;
        Connection changed = *known;
        changed.url = pinned(changed.url, certificate.fingerprint);
        m_connections.change(changed);
    });
    dialog->open();
}

void CertificateBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void CertificateBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return drop(asking());
    QFrame::keyPressEvent(event);
}

void CertificateBar::retranslate()
{
    m_trust->setText(tr("Trust this one certificate…"));
    m_later->setToolTip(tr("Not now (Esc)"));
    m_later->setAccessibleName(tr("Not now"));
    showNext();
}

} // namespace muster
