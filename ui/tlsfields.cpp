#include "ui/tlsfields.h"

#include "ui/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace muster {

namespace {

// A programmatic change must not jump the cursor of the field being typed into.
void setText(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}

} // namespace

TlsFields::TlsFields(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
    , m_ca(makeFileRow())
    , m_certificate(makeFileRow())
    , m_key(makeFileRow())
    , m_serverName(new QLineEdit(this))
    , m_alpn(new QLineEdit(this))
    , m_version(new QComboBox(this))
    , m_pin(new QLineEdit(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_version->addItems({QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.3")});
    m_pin->setClearButtonEnabled(true);
    for (QWidget *field : {m_ca.row, m_certificate.row, m_key.row, static_cast<QWidget *>(m_serverName), static_cast<QWidget *>(m_alpn),
             static_cast<QWidget *>(m_version), static_cast<QWidget *>(m_pin)})
        m_layout->addRow(QStringLiteral("-"), field);
    for (const QLineEdit *edit : {m_ca.edit, m_certificate.edit, m_key.edit, m_serverName, m_alpn, m_pin})
        connect(edit, &QLineEdit::textEdited, this, &TlsFields::edited);
    connect(m_pin, &QLineEdit::textChanged, this, &TlsFields::edited); // its clear button is no typing
    connect(m_version, &QComboBox::currentIndexChanged, this, &TlsFields::edited);
    const auto certificates = [] { return tr("Certificates (*.pem *.crt *.cer);;All files (*)"); };
    connect(m_ca.choose, &QToolButton::clicked, this,
        [this, certificates] { chooseFile(m_ca.edit, tr("Choose a certificate authority"), certificates()); });
    connect(m_certificate.choose, &QToolButton::clicked, this, [this] {
        chooseFile(m_certificate.edit, tr("Choose your certificate"), tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)"));
    });
    connect(m_key.choose, &QToolButton::clicked, this,
        [this] { chooseFile(m_key.edit, tr("Choose the key of your certificate"), tr("Keys (*.pem *.key);;All files (*)")); });
    retranslate();
}

TlsFields::FileRow TlsFields::makeFileRow()
{
    FileRow made {new QWidget(this)};
    made.edit = new QLineEdit(made.row);
    made.choose = new QToolButton(made.row);
    made.choose->setIcon(icons::icon("folder-open"));
    auto *layout = new QHBoxLayout(made.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(made.edit, 1);
    layout->addWidget(made.choose);
    made.row->setFocusProxy(made.edit);
    return made;
}

void TlsFields::insertPassphrase(QWidget *field, QLabel *label)
{
    int row = 0;
    QFormLayout::ItemRole role {};
    m_layout->getWidgetPosition(m_key.row, &row, &role);
    m_layout->insertRow(row + 1, label, field);
    setTabOrder(m_key.choose, field);
    setTabOrder(field, m_serverName);
}

bool TlsFields::concerns(const MqttEndpoint &endpoint)
{
    return endpoint.tls13
           || !(endpoint.caFile + endpoint.certificateFile + endpoint.keyFile + endpoint.serverName + endpoint.alpn + endpoint.pin).isEmpty();
}

void TlsFields::setEndpoint(const MqttEndpoint &endpoint)
{
    const QSignalBlocker blocker(this);
    setText(m_ca.edit, endpoint.caFile);
    setText(m_certificate.edit, endpoint.certificateFile);
    setText(m_key.edit, endpoint.keyFile);
    setText(m_serverName, endpoint.serverName);
    setText(m_alpn, endpoint.alpn);
    setText(m_pin, endpoint.pin);
    m_version->setCurrentIndex(endpoint.tls13 ? 1 : 0);
}

void TlsFields::writeTo(MqttEndpoint &endpoint) const
{
    endpoint.caFile = m_ca.edit->text().trimmed();
    endpoint.certificateFile = m_certificate.edit->text().trimmed();
    endpoint.keyFile = m_key.edit->text().trimmed();
    endpoint.serverName = m_serverName->text().trimmed();
    endpoint.alpn = m_alpn->text().trimmed();
    endpoint.pin = m_pin->text().trimmed();
    endpoint.tls13 = m_version->currentIndex() == 1;
}

void TlsFields::chooseFile(QLineEdit *edit, const QString &title, const QString &filter)
{
    auto *dialog = new QFileDialog(this, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, edit](const QString &file) {
        edit->setText(file);
        Q_EMIT edited();
    });
    dialog->open();
}

void TlsFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TlsFields::retranslate()
{
    const auto label = [this](QWidget *field, QWidget *named, const QString &text) {
        if (auto *const shown = qobject_cast<QLabel *>(m_layout->labelForField(field)))
            shown->setText(text);
        named->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    };
    label(m_ca.row, m_ca.edit, tr("&CA file"));
    label(m_certificate.row, m_certificate.edit, tr("&Your certificate"));
    label(m_key.row, m_key.edit, tr("Key file &of it"));
    label(m_serverName, m_serverName, tr("Ser&ver name"));
    label(m_alpn, m_alpn, tr("A&LPN"));
    label(m_version, m_version, tr("&Minimum"));
    label(m_pin, m_pin, tr("Tru&st only"));
    m_ca.edit->setPlaceholderText(tr("the system's certificates"));
    m_certificate.edit->setPlaceholderText(tr("none (PEM or PKCS#12, where the broker asks for one)"));
    m_key.edit->setPlaceholderText(tr("in the same file"));
    m_serverName->setPlaceholderText(tr("the host"));
    m_serverName->setToolTip(tr("The name to ask the broker for (SNI), which its certificate must have"));
    m_alpn->setPlaceholderText(tr("none"));
    m_alpn->setToolTip(tr("Protocols to offer, with commas between them: x-amzn-mqtt-ca"));
    m_pin->setPlaceholderText(tr("any valid certificate"));
    m_pin->setToolTip(tr("SHA-256 fingerprint of the one certificate to trust, whoever issued it"));
    const auto button = [](QToolButton *choose, const QString &name) {
        choose->setToolTip(TlsFields::tr("Choose a file…"));
        choose->setAccessibleName(name);
    };
    button(m_ca.choose, tr("Choose a CA file"));
    button(m_certificate.choose, tr("Choose your certificate"));
    button(m_key.choose, tr("Choose the key of your certificate"));
}

} // namespace muster
