#include "ui/connectionform.h"

#include "core/connections.h"
#include "ui/bleendpoint.h"
#include "ui/certificatedialog.h"
#include "ui/endpoint.h"
#include "ui/icons.h"
#include "ui/mqttfields.h"
#include "ui/serialfields.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace muster {

namespace {

enum Kind : int { Mqtt, Serial, Bluetooth };

constexpr int leastFields = 120; ///< px of height
constexpr char everywhereNear[] = "ble://";

} // namespace

ConnectionForm::ConnectionForm(Connections &connections, const Connection &connection, UrlCheck check, QWidget *parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_original(connection)
    , m_check(std::move(check))
    , m_kind(new QComboBox(this))
    , m_kindLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_addressLabel(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_nameLabel(new QLabel(this))
    , m_fields(new MqttFields(this))
    , m_serial(new SerialFields(connections, this))
    , m_scroll(new QScrollArea(this))
    , m_secretRow(new QWidget(this))
    , m_password(new QLineEdit(m_secretRow))
    , m_passwordLabel(new QLabel(this))
    , m_secretNote(new QLabel(m_secretRow))
    , m_passphrase(new QLineEdit(this))
    , m_passphraseLabel(new QLabel(this))
    , m_trust(new QPushButton(this))
    , m_testButton(new QPushButton(this))
    , m_verdictIcon(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_accept(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
{
    build();
    wire();
    fill();
    retranslate();
    validate();
    m_problem->hide(); // nothing typed yet is no mistake
    (m_original.url.isEmpty() ? m_address : m_name)->setFocus();
}

void ConnectionForm::build()
{
    for (auto *secret : {m_password, m_passphrase})
        secret->setEchoMode(QLineEdit::Password);
    m_secretNote->setFont(theme::small(font()));
    m_secretNote->setForegroundRole(QPalette::PlaceholderText);
    for (auto *label : {m_problem, m_verdict, m_secretNote}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setMinimumHeight(2 * fontMetrics().height() + 4); // so that the window does not jump when a verdict comes
    m_accept->setDefault(true);
    m_accept->setProperty("primary", true);
    m_kind->addItems({QString(), QString()});
    if (m_check && m_check(QUrl(QLatin1StringView(everywhereNear)))) // may have been built without
        m_kind->addItem(QString());
    m_kindLabel->setBuddy(m_kind);
    m_nameLabel->setBuddy(m_name);
    m_addressLabel->setBuddy(m_address);
    m_passwordLabel->setBuddy(m_password);
    m_passphraseLabel->setBuddy(m_passphrase);
    m_trust->setAutoDefault(false);
    m_trust->hide();

    buildFields();

    auto *head = new QFormLayout;
    head->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    head->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->addRow(m_kindLabel, m_kind);
    head->addRow(m_addressLabel, m_address);
    head->addRow(QString(), m_problem);
    head->addRow(m_nameLabel, m_name);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Midlight);
    auto *verdict = new QHBoxLayout;
    verdict->addWidget(m_testButton, 0, Qt::AlignTop);
    verdict->addWidget(m_verdictIcon, 0, Qt::AlignVCenter);
    verdict->addWidget(m_verdict, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(line);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(verdict);
    layout->addWidget(m_trust, 0, Qt::AlignLeft);
    layout->addWidget(m_buttons);
    setMinimumWidth(480);
}

void ConnectionForm::buildFields()
{
    auto *secret = new QVBoxLayout(m_secretRow);
    secret->setContentsMargins(0, 0, 0, 0);
    secret->setSpacing(2);
    secret->addWidget(m_password);
    secret->addWidget(m_secretNote);
    m_fields->insertPassword(m_secretRow, m_passwordLabel);
    m_fields->insertPassphrase(m_passphrase, m_passphraseLabel);
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_fields);
    column->addWidget(m_serial);
    column->addStretch();
    m_scroll->setWidget(fields);
    m_scroll->setWidgetResizable(true);
    m_scroll->setMinimumHeight(leastFields);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fields->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
}

void ConnectionForm::wire()
{
    connect(m_address, &QLineEdit::textEdited, this, &ConnectionForm::addressEdited);
    connect(m_address, &QLineEdit::editingFinished, this, &ConnectionForm::moveSecretOut);
    connect(m_fields, &MqttFields::edited, this, &ConnectionForm::fieldsEdited);
    connect(m_serial, &SerialFields::edited, this, &ConnectionForm::serialEdited);
    connect(m_fields, &MqttFields::unfolded, this, &ConnectionForm::fit, Qt::QueuedConnection); // once the layout knows
    connect(m_serial, &SerialFields::probeRequested, this, [this] {
        SerialEndpoint port;
        port.port = m_serial->endpoint().port;
        Q_EMIT probeRequested(toUrl(port), defaultName(toUrl(port)));
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectionForm::kindChosen);
    connect(m_testButton, &QPushButton::clicked, this, &ConnectionForm::test);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectionForm::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ConnectionForm::reject);
    connect(&m_connections, &Connections::certificateOffered, this, [this](ConnectionId id, const ServerCertificate &certificate) {
        if (id == m_test && id.isValid())
            m_offered = certificate;
    });
    connect(&m_connections, &Connections::tested, this, &ConnectionForm::conclude);
    connect(m_trust, &QPushButton::clicked, this, &ConnectionForm::trustCertificate);
    connect(&m_connections, &Connections::keepsSecretsChanged, this, &ConnectionForm::showSecretNote);
    connect(&m_connections, &Connections::removed, this, [this](ConnectionId id) {
        if (id == m_original.id)
            reject();
    });
}

void ConnectionForm::fill()
{
    m_name->setText(m_original.name == defaultName(m_original.url) ? QString() : m_original.name);
    m_address->setText(m_original.url.toString(QUrl::FullyEncoded));
    moveSecretOut();
    addressEdited();
}

Connection ConnectionForm::connection() const
{
    Connection connection = m_original;
    connection.url = endpointFromText(m_address->text());
    connection.url.setPassword(QString());
    connection.name = m_name->text().simplified().left(200);
    if (connection.name.isEmpty())
        connection.name = defaultName(connection.url);
    return connection;
}

std::optional<QString> ConnectionForm::password() const
{
    // Untouched: what is known stays. A new connection has nothing that could stay.
    if (!m_password->isModified() && m_password->text().isEmpty())
        return {};
    return m_password->text();
}

std::optional<QString> ConnectionForm::passphrase() const
{
    if (!m_passphrase->isModified() && m_passphrase->text().isEmpty())
        return {};
    return m_passphrase->text();
}

void ConnectionForm::addressEdited()
{
    const QUrl url = endpointFromText(m_address->text());
    showKind(url);
    if (isMqtt(url))
        m_fields->setEndpoint(mqttEndpoint(url));
    else if (isSerial(url))
        m_serial->setEndpoint(serialEndpoint(url));
    m_name->setPlaceholderText(url.isEmpty() ? tr("taken from the address") : defaultName(url));
    validate();
}

void ConnectionForm::showKind(const QUrl &url)
{
    m_fields->setVisible(isMqtt(url));
    m_serial->setVisible(isSerial(url));
    QMetaObject::invokeMethod(this, &ConnectionForm::fit, Qt::QueuedConnection);
    const QSignalBlocker blocker(m_kind);
    m_kind->setCurrentIndex(isMqtt(url) ? Mqtt : isSerial(url) ? Serial : isBluetooth(url) ? Bluetooth : -1);
}

void ConnectionForm::kindChosen(int kind)
{
    if (kind == Bluetooth)
        m_address->setText(QLatin1StringView(everywhereNear));
    else
        m_address->setText(kind == Serial ? toUrl(m_serial->proposal()).toString(QUrl::FullyEncoded) : QString());
    addressEdited();
}

// As high as the fields want to be, as far as the screen goes.
void ConnectionForm::fit()
{
    const QWidget *fields = m_scroll->widget();
    const int frame = 40; // the window manager's title
    const int around = layout()->totalMinimumSize().height() - m_scroll->minimumHeight();
    const int most = screen()->availableGeometry().height() - frame - around;
    m_scroll->setMinimumHeight(qMin(fields->sizeHint().height(), qMax(most, leastFields)));
    m_scroll->setMinimumWidth(fields->minimumSizeHint().width());
    resize(width(), minimumSizeHint().height());
}

QString ConnectionForm::defaultName(const QUrl &url) const
{
    if (isBluetooth(url))
        return tr("Bluetooth");
    return isSerial(url) ? m_serial->nameFor(serialEndpoint(url)) : Connections::nameFor(url);
}

void ConnectionForm::serialEdited()
{
    const QUrl url = toUrl(m_serial->endpoint());
    m_address->setText(url.toString(QUrl::FullyEncoded));
    m_name->setPlaceholderText(defaultName(url));
    validate();
}

void ConnectionForm::takeReading(int baud, const QString &profile)
{
    if (isSerial(endpointFromText(m_address->text())))
        m_serial->take(baud, profile == QLatin1String("auto") ? QString() : profile);
}

void ConnectionForm::fieldsEdited()
{
    const MqttEndpoint endpoint = m_fields->endpoint();
    QUrl url = toUrl(endpoint);
    m_address->setText(endpoint == MqttEndpoint {} ? QString() : url.toString(QUrl::FullyEncoded));
    m_name->setPlaceholderText(endpoint.host.isEmpty() ? tr("taken from the address") : Connections::nameFor(url));
    validate();
}

void ConnectionForm::moveSecretOut()
{
    QUrl url = endpointFromText(m_address->text());
    const QString secret = takePassword(url);
    if (secret.isEmpty())
        return;
    m_password->setText(secret);
    m_password->setModified(true);
    m_address->setText(url.toString(QUrl::FullyEncoded));
    addressEdited();
}

void ConnectionForm::validate()
{
    m_test = {};
    m_trust->hide();
    showVerdict(QString(), nullptr, false);
    const QUrl url = endpointFromText(m_address->text());
    QString problem;
    if (url.isEmpty())
        problem = tr("Give the address of a broker or a port, for example mqtt://broker.local or serial:///dev/ttyUSB0.");
    else if (!url.isValid())
        problem = tr("This is not a valid address: %1.").arg(url.errorString());
    else if (m_check) {
        const auto verdict = m_check(url);
        if (!verdict)
            problem = verdict.error().text;
    }
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::colours(palette()).alarm);
    m_problem->setPalette(colours);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty() && !url.isEmpty());
    m_accept->setEnabled(problem.isEmpty());
    m_testButton->setEnabled(problem.isEmpty());
}

void ConnectionForm::test()
{
    moveSecretOut();
    m_testButton->setEnabled(false);
    showVerdict(tr("Trying to connect…"), nullptr, false);
    m_offered = {};
    m_trust->hide();
    m_test = m_connections.test(connection(), password(), passphrase());
}

void ConnectionForm::conclude(ConnectionId id, const Result<void> &verdict)
{
    if (id != m_test || !id.isValid())
        return;
    m_testButton->setEnabled(true);
    if (verdict)
        showVerdict(tr("The connection works."), "circle-check", false);
    else
        showVerdict(verdict.error().text, "alert-circle", true);
    m_trust->setVisible(!verdict && !m_offered.fingerprint.isEmpty());
}

void ConnectionForm::trustCertificate()
{
    auto *dialog = new CertificateDialog(connection().name, m_offered, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, certificate = m_offered] {
        m_address->setText(pinned(connection().url, certificate.fingerprint).toString(QUrl::FullyEncoded));
        addressEdited();
    });
    dialog->open();
}

void ConnectionForm::showVerdict(const QString &text, const char *icon, bool bad)
{
    QPalette colours = palette();
    if (bad)
        colours.setColor(QPalette::WindowText, theme::colours(palette()).alarm);
    m_verdict->setPalette(colours);
    m_verdict->setText(text);
    m_verdictIcon->setPixmap(icon ? icons::icon(icon).pixmap(QSize(16, 16), devicePixelRatioF()) : QPixmap());
    m_verdictIcon->setVisible(icon != nullptr);
}

void ConnectionForm::showSecretNote()
{
    m_secretNote->setText(m_connections.keepsSecrets() ? tr("Kept in the desktop's keychain, nowhere else.")
                                                       : tr("No keychain: you will be asked at each start."));
    for (auto *secret : {m_password, m_passphrase})
        secret->setPlaceholderText(m_original.id.isValid() ? tr("unchanged") : tr("none"));
}

void ConnectionForm::accept()
{
    moveSecretOut();
    if (!m_accept->isEnabled())
        return;
    Connection connection = this->connection();
    if (connection.id.isValid()) {
        m_connections.change(connection, password(), passphrase());
    } else {
        connection.enabled = true;
        m_connections.add(connection, password(), passphrase());
    }
    QDialog::accept();
}

void ConnectionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        validate();
    }
    QDialog::changeEvent(event);
}

void ConnectionForm::retranslate()
{
    const bool isNew = !m_original.id.isValid();
    setWindowTitle(isNew ? tr("Add a connection") : tr("Edit connection"));
    m_kindLabel->setText(tr("&Kind"));
    m_kind->setAccessibleName(tr("Kind"));
    {
        const QSignalBlocker blocker(m_kind);
        m_kind->setItemText(Mqtt, tr("MQTT broker"));
        m_kind->setItemText(Serial, tr("Serial port"));
        m_kind->setItemText(Bluetooth, tr("Bluetooth LE: what is near")); // where there is such an item
    }
    m_addressLabel->setText(tr("&Address"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(QStringLiteral("mqtt://broker.local"));
    m_nameLabel->setText(tr("&Name"));
    m_name->setAccessibleName(tr("Name"));
    m_passwordLabel->setText(tr("&Password"));
    m_password->setAccessibleName(tr("Password"));
    m_passphraseLabel->setText(tr("Passphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase of the key"));
    m_passphrase->setToolTip(tr("Opens the key of your certificate. Kept like the password."));
    m_trust->setText(tr("Trust this one certificate…"));
    m_problem->setAccessibleName(tr("What is wrong with the address"));
    m_testButton->setText(tr("&Test connection"));
    m_verdict->setAccessibleName(tr("Verdict of the test"));
    m_accept->setText(isNew ? tr("Connect") : tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showSecretNote();
}

} // namespace muster
