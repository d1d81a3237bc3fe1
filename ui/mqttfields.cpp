#include "ui/mqttfields.h"

#include "ui/conventionfields.h"
#include "ui/icons.h"
#include "ui/tlsfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
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
    , m_tlsFold(new QToolButton(this))
    , m_tlsFields(new TlsFields(this))
    , m_conventionFold(new QToolButton(this))
    , m_conventionFields(new ConventionFields(this))
    , m_clientId(new QLineEdit(m_more))
    , m_filters(new QLineEdit(m_more))
    , m_protocol(new QComboBox(m_more))
    , m_carrier(new QComboBox(m_more))
    , m_path(new QLineEdit(m_more))
{
    build();
    for (auto *edit : {m_host, m_user, m_clientId, m_filters, m_path})
        connect(edit, &QLineEdit::textEdited, this, &MqttFields::edited);
    connect(m_port, &QSpinBox::valueChanged, this, [this](int value) {
        m_usualPort = value == usualPort();
        Q_EMIT edited();
    });
    connect(m_tls, &QCheckBox::toggled, this, [this] {
        showPort();
        unfold();
        Q_EMIT edited();
    });
    connect(m_carrier, &QComboBox::currentIndexChanged, this, [this] {
        showPort();
        unfold();
        Q_EMIT edited();
    });
    connect(m_tlsFields, &TlsFields::edited, this, &MqttFields::edited);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &MqttFields::edited);
    connect(m_fold, &QToolButton::toggled, this, &MqttFields::unfold);
    connect(m_tlsFold, &QToolButton::toggled, this, &MqttFields::unfold);
    connect(m_conventionFold, &QToolButton::toggled, this, &MqttFields::unfold);
    connect(m_conventionFields, &ConventionFields::edited, this, &MqttFields::edited);
    retranslate();
    setEndpoint({});
    unfold();
}

void MqttFields::build()
{
    m_port->setRange(1, 65'535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setFixedWidth(72);
    m_protocol->addItems({QStringLiteral("MQTT 3.1.1"), QStringLiteral("MQTT 5")});
    m_carrier->addItems({QStringLiteral("TCP"), QStringLiteral("WebSocket")});
    for (auto *fold : {m_fold, m_tlsFold, m_conventionFold}) {
        fold->setCheckable(true);
        fold->setAutoRaise(true);
        fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }

    auto *hostRow = new QWidget(this);
    auto *host = new QHBoxLayout(hostRow);
    host->setContentsMargins(0, 0, 0, 0);
    host->addWidget(m_host, 1);
    host->addWidget(new QLabel(QStringLiteral(":"), hostRow));
    host->addWidget(m_port);
    hostRow->setFocusProxy(m_host);

    m_layout = newForm(this);
    m_layout->addRow(QStringLiteral("-"), hostRow);
    m_layout->addRow(QString(), m_tls);
    m_layout->addRow(QStringLiteral("-"), m_user);
    m_layout->addRow(m_tlsFold);
    m_layout->addRow(m_tlsFields);
    m_layout->addRow(m_fold);
    m_layout->addRow(m_more);
    m_layout->addRow(m_conventionFold);
    m_layout->addRow(m_conventionFields);
    m_moreLayout = newForm(m_more);
    m_moreLayout->addRow(QStringLiteral("-"), m_filters);
    m_moreLayout->addRow(QStringLiteral("-"), m_protocol);
    m_moreLayout->addRow(QStringLiteral("-"), m_clientId);
    m_moreLayout->addRow(QStringLiteral("-"), m_carrier);
    m_moreLayout->addRow(QStringLiteral("-"), m_path);
}

void MqttFields::insertPassword(QWidget *field, QLabel *label)
{
    int row = 0;
    QFormLayout::ItemRole role {};
    m_layout->getWidgetPosition(m_user, &row, &role);
    m_layout->insertRow(row + 1, label, field);
    setTabOrder(m_user, field);
    setTabOrder(field, m_tlsFold);
}

void MqttFields::insertPassphrase(QWidget *field, QLabel *label)
{
    m_tlsFields->insertPassphrase(field, label);
}

void MqttFields::setEndpoint(const MqttEndpoint &endpoint)
{
    m_endpoint = endpoint;
    const QSignalBlocker port(m_port);
    const QSignalBlocker tls(m_tls);
    const QSignalBlocker protocol(m_protocol);
    const QSignalBlocker carrier(m_carrier);
    setText(m_host, endpoint.host);
    m_tls->setChecked(endpoint.tls);
    m_carrier->setCurrentIndex(endpoint.webSocket ? 1 : 0);
    setText(m_path, endpoint.webSocket ? endpoint.path : QString());
    m_usualPort = endpoint.port < 0;
    m_port->setValue(m_usualPort ? endpoint.usualPort() : endpoint.port);
    setText(m_user, endpoint.user);
    m_tlsFields->setEndpoint(endpoint);
    setText(m_clientId, endpoint.clientId);
    setText(m_filters, joined(endpoint.filters));
    m_protocol->setCurrentIndex(endpoint.five ? 1 : 0);
    if (TlsFields::concerns(endpoint))
        m_tlsFold->setChecked(true);
    m_conventionFields->setQuery(endpoint.others);
    if (ConventionFields::concerns(endpoint.others))
        m_conventionFold->setChecked(true);
    if (!endpoint.clientId.isEmpty() || !endpoint.filters.isEmpty() || endpoint.five || endpoint.webSocket)
        m_fold->setChecked(true);
    unfold();
}

MqttEndpoint MqttFields::endpoint() const
{
    MqttEndpoint endpoint = m_endpoint;
    endpoint.host = m_host->text().trimmed();
    endpoint.tls = m_tls->isChecked();
    endpoint.webSocket = m_carrier->currentIndex() == 1;
    if (endpoint.webSocket)
        endpoint.path = m_path->text().trimmed();
    else if (m_endpoint.webSocket) // else it is short for a filter
        endpoint.path.clear();
    endpoint.port = m_port->value() == endpoint.usualPort() ? -1 : m_port->value();
    endpoint.user = m_user->text().trimmed();
    m_tlsFields->writeTo(endpoint);
    endpoint.clientId = m_clientId->text().trimmed();
    // A filter from the address may itself have a comma in it: only what was typed here is taken apart.
    static const QRegularExpression between(QStringLiteral("\\s*,\\s*"));
    if (m_filters->text() != joined(m_endpoint.filters))
        endpoint.filters = m_filters->text().trimmed().split(between, Qt::SkipEmptyParts);
    endpoint.five = m_protocol->currentIndex() == 1;
    m_conventionFields->writeTo(endpoint.others);
    return endpoint;
}

int MqttFields::usualPort() const
{
    MqttEndpoint endpoint;
    endpoint.tls = m_tls->isChecked();
    endpoint.webSocket = m_carrier->currentIndex() == 1;
    return endpoint.usualPort();
}

void MqttFields::showPort()
{
    if (!m_usualPort)
        return;
    const QSignalBlocker blocker(m_port);
    m_port->setValue(usualPort());
}

void MqttFields::unfold()
{
    for (auto *fold : {m_fold, m_tlsFold, m_conventionFold})
        fold->setIcon(icons::icon(fold->isChecked() ? "chevron-down" : "chevron-right"));
    m_more->setVisible(m_fold->isChecked());
    m_conventionFields->setVisible(m_conventionFold->isChecked());
    m_path->setVisible(m_carrier->currentIndex() == 1);
    m_moreLayout->labelForField(m_path)->setVisible(m_carrier->currentIndex() == 1);
    m_tlsFold->setVisible(m_tls->isChecked());
    m_tlsFields->setVisible(m_tls->isChecked() && m_tlsFold->isChecked());
    Q_EMIT unfolded();
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
    setLabel(m_moreLayout, m_carrier, tr("Carried &by"));
    setLabel(m_moreLayout, m_path, tr("&Web path"));
    m_carrier->setToolTip(tr("A WebSocket gets through where only web servers are reached"));
    m_path->setPlaceholderText(QStringLiteral("/mqtt"));
    m_path->setToolTip(tr("Where on the web server the WebSocket is"));
    m_host->setAccessibleName(tr("Host"));
    m_host->setPlaceholderText(tr("broker.local"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setToolTip(tr("1883, or 8883 when encrypted; over a WebSocket 80 or 443"));
    m_tls->setText(tr("&Encrypted (TLS)"));
    m_user->setPlaceholderText(tr("none"));
    m_filters->setPlaceholderText(tr("all topics"));
    m_filters->setToolTip(tr("Which topics to listen to, with commas between them: home/#, +/status"));
    m_clientId->setPlaceholderText(tr("made up"));
    m_tlsFold->setText(tr("Certificates"));
    m_fold->setText(tr("More settings"));
    m_conventionFold->setText(tr("How devices announce themselves"));
}

} // namespace muster
