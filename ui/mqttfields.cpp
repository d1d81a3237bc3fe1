#include "ui/mqttfields.h"

#include "ui/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace muster {

namespace {

void setLabel(QFormLayout *layout, QWidget *field, const QString &text)
{
    auto *label = qobject_cast<QLabel *>(layout->labelForField(field));
    if (label)
        label->setText(text);
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
}

// A programmatic change must not jump the cursor of the field being typed into.
void setText(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}

QString joined(const QStringList &filters)
{
    return filters.join(QStringLiteral(", "));
}

QFormLayout *newForm(QWidget *parent)
{
    auto *layout = new QFormLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return layout;
}

} // namespace

MqttFields::MqttFields(QWidget *parent)
    : QWidget(parent)
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_tls(new QCheckBox(this))
    , m_user(new QLineEdit(this))
    , m_fold(new QToolButton(this))
    , m_more(new QWidget(this))
    , m_caFile(new QLineEdit(m_more))
    , m_chooseCaFile(new QToolButton(m_more))
    , m_clientId(new QLineEdit(m_more))
    , m_filters(new QLineEdit(m_more))
    , m_protocol(new QComboBox(m_more))
{
    build();
    for (auto *edit : {m_host, m_user, m_caFile, m_clientId, m_filters})
        connect(edit, &QLineEdit::textEdited, this, &MqttFields::edited);
    connect(m_port, &QSpinBox::valueChanged, this, [this](int value) {
        m_usualPort = value == MqttEndpoint {{}, -1, m_tls->isChecked()}.usualPort();
        Q_EMIT edited();
    });
    connect(m_tls, &QCheckBox::toggled, this, [this] {
        showPort();
        Q_EMIT edited();
    });
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &MqttFields::edited);
    connect(m_fold, &QToolButton::toggled, this, &MqttFields::unfold);
    connect(m_chooseCaFile, &QToolButton::clicked, this, &MqttFields::chooseCaFile);
    retranslate();
    setEndpoint({});
    unfold(false);
}

void MqttFields::build()
{
    m_port->setRange(1, 65'535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setFixedWidth(72);
    m_protocol->addItems({QStringLiteral("MQTT 3.1.1"), QStringLiteral("MQTT 5")});
    m_chooseCaFile->setIcon(icons::icon("folder-open"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *hostRow = new QWidget(this);
    auto *host = new QHBoxLayout(hostRow);
    host->setContentsMargins(0, 0, 0, 0);
    host->addWidget(m_host, 1);
    host->addWidget(new QLabel(QStringLiteral(":"), hostRow));
    host->addWidget(m_port);
    auto *caRow = new QWidget(m_more);
    auto *ca = new QHBoxLayout(caRow);
    ca->setContentsMargins(0, 0, 0, 0);
    ca->addWidget(m_caFile, 1);
    ca->addWidget(m_chooseCaFile);
    hostRow->setFocusProxy(m_host);
    caRow->setFocusProxy(m_caFile);

    m_layout = newForm(this);
    m_layout->addRow(QStringLiteral("-"), hostRow);
    m_layout->addRow(QString(), m_tls);
    m_layout->addRow(QStringLiteral("-"), m_user);
    m_layout->addRow(m_fold);
    m_layout->addRow(m_more);
    m_moreLayout = newForm(m_more);
    m_moreLayout->addRow(QStringLiteral("-"), m_filters);
    m_moreLayout->addRow(QStringLiteral("-"), m_protocol);
    m_moreLayout->addRow(QStringLiteral("-"), m_clientId);
    m_moreLayout->addRow(QStringLiteral("-"), caRow);
}

void MqttFields::insertPassword(QWidget *field, QLabel *label)
{
    int row = 0;
    QFormLayout::ItemRole role {};
    m_layout->getWidgetPosition(m_user, &row, &role);
    m_layout->insertRow(row + 1, label, field);
    setTabOrder(m_user, field);
    setTabOrder(field, m_fold);
}

void MqttFields::setEndpoint(const MqttEndpoint &endpoint)
{
    m_endpoint = endpoint;
    const QSignalBlocker port(m_port);
    const QSignalBlocker tls(m_tls);
    const QSignalBlocker protocol(m_protocol);
    setText(m_host, endpoint.host);
    m_tls->setChecked(endpoint.tls);
    m_usualPort = endpoint.port < 0;
    m_port->setValue(m_usualPort ? endpoint.usualPort() : endpoint.port);
    setText(m_user, endpoint.user);
    setText(m_caFile, endpoint.caFile);
    setText(m_clientId, endpoint.clientId);
    setText(m_filters, joined(endpoint.filters));
    m_protocol->setCurrentIndex(endpoint.five ? 1 : 0);
    if (!endpoint.caFile.isEmpty() || !endpoint.clientId.isEmpty() || !endpoint.filters.isEmpty() || endpoint.five)
        m_fold->setChecked(true);
}

MqttEndpoint MqttFields::endpoint() const
{
    MqttEndpoint endpoint = m_endpoint;
    endpoint.host = m_host->text().trimmed();
    endpoint.tls = m_tls->isChecked();
    endpoint.port = m_port->value() == endpoint.usualPort() ? -1 : m_port->value();
    endpoint.user = m_user->text().trimmed();
    endpoint.caFile = m_caFile->text().trimmed();
    endpoint.clientId = m_clientId->text().trimmed();
    // A filter from the address may itself have a comma in it: only what was typed here is taken apart.
    static const QRegularExpression between(QStringLiteral("\\s*,\\s*"));
    if (m_filters->text() != joined(m_endpoint.filters))
        endpoint.filters = m_filters->text().trimmed().split(between, Qt::SkipEmptyParts);
    endpoint.five = m_protocol->currentIndex() == 1;
    return endpoint;
}

void MqttFields::showPort()
{
    if (!m_usualPort)
        return;
    const QSignalBlocker blocker(m_port);
    m_port->setValue(MqttEndpoint {{}, -1, m_tls->isChecked()}.usualPort());
}

void MqttFields::unfold(bool open)
{
    m_fold->setIcon(icons::icon(open ? "chevron-down" : "chevron-right"));
    m_more->setVisible(open);
}

void MqttFields::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a certificate authority"), QString(), tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_caFile->setText(file);
        Q_EMIT edited();
    });
    dialog->open();
}

void MqttFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MqttFields::retranslate()
{
    setLabel(m_layout, m_host->parentWidget(), tr("&Host"));
    setLabel(m_layout, m_user, tr("&User"));
    setLabel(m_moreLayout, m_filters, tr("Topic &filters"));
    setLabel(m_moreLayout, m_protocol, tr("P&rotocol"));
    setLabel(m_moreLayout, m_clientId, tr("Client &id"));
    setLabel(m_moreLayout, m_caFile->parentWidget(), tr("CA fi&le"));
    m_host->setAccessibleName(tr("Host"));
    m_caFile->setAccessibleName(tr("CA file"));
    m_host->setPlaceholderText(tr("broker.local"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setToolTip(tr("1883, or 8883 when encrypted"));
    m_tls->setText(tr("&Encrypted (TLS)"));
    m_user->setPlaceholderText(tr("none"));
    m_filters->setPlaceholderText(tr("all topics"));
    m_filters->setToolTip(tr("Which topics to listen to, with commas between them: home/#, +/status"));
    m_clientId->setPlaceholderText(tr("made up"));
    m_caFile->setPlaceholderText(tr("the system's certificates"));
    m_chooseCaFile->setToolTip(tr("Choose a file…"));
    m_chooseCaFile->setAccessibleName(tr("Choose a CA file"));
    m_fold->setText(tr("More settings"));
}

} // namespace muster
