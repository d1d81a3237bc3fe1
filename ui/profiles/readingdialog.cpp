#include "ui/profiles/readingdialog.h"

#include "core/connections.h"
#include "ui/bleendpoint.h"
#include "ui/format.h"
#include "ui/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int slowest = 50;
constexpr int fastest = 20'000'000;
constexpr char automatic[] = "auto";

} // namespace

ReadingDialog::ReadingDialog(Connections &connections, ConnectionId connection, const QString &identity, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_connection(connection)
    , m_identity(identity)
    , m_name(format::plain(name, 80))
    , m_intro(new QLabel(this))
    , m_profileLabel(new QLabel(this))
    , m_rateLabel(new QLabel(this))
    , m_profile(new QComboBox(this))
    , m_rate(new QComboBox(this))
    , m_probe(new QPushButton(icons::icon("search"), QString(), this))
    , m_edit(new QPushButton(icons::icon("pencil"), QString(), this))
    , m_accept(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    build();
    retranslate();
    fill();
    // There is no rate over Bluetooth, and what speaks is connected already.
    for (QWidget *const part : std::initializer_list<QWidget *> {m_rateLabel, m_rate, m_probe})
        part->setVisible(!isOverBluetooth());
    connect(m_probe, &QPushButton::clicked, this, &ReadingDialog::probeRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editorRequested(m_profile->currentData().toString()); });
    connect(m_accept, &QPushButton::clicked, this, &ReadingDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &ReadingDialog::reject);
    connect(&connections, &Connections::profilesChanged, this, &ReadingDialog::fillProfiles);
    connect(&connections, &Connections::removed, this, [this](ConnectionId id) {
        if (id == m_connection)
            reject();
    });
}

void ReadingDialog::build()
{
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_profile->setMinimumContentsLength(30);
    m_rate->setEditable(true);
    m_rate->setInsertPolicy(QComboBox::NoInsert);
    m_rate->addItem(QString());
    for (const int rate : {1'200, 2'400, 4'800, 9'600, 19'200, 38'400, 57'600, 115'200, 230'400, 460'800, 921'600, 1'000'000})
        m_rate->addItem(QString::number(rate));
    m_rate->setValidator(new QIntValidator(slowest, fastest, m_rate));
    m_profileLabel->setBuddy(m_profile);
    m_rateLabel->setBuddy(m_rate);
    m_accept->setDefault(true);
    m_accept->setProperty("primary", true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(m_profileLabel, m_profile);
    form->addRow(m_rateLabel, m_rate);
    auto *more = new QHBoxLayout;
    more->addWidget(m_probe);
    more->addWidget(m_edit);
    more->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_intro);
    column->addLayout(form);
    column->addLayout(more);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(440);
}

bool ReadingDialog::isOneOfAll() const
{
    const Connection *connection = m_connections.find(m_connection);
    return connection && isSerial(connection->url) && serialEndpoint(connection->url).port == QLatin1String("auto");
}

bool ReadingDialog::isOverBluetooth() const
{
    const Connection *connection = m_connections.find(m_connection);
    return connection && isBluetooth(connection->url);
}

void ReadingDialog::fill()
{
    const Connection *connection = m_connections.find(m_connection);
    if (!connection)
        return;
    fillProfiles();
    if (isOverBluetooth()) {
        const QString profile = bleReading(connection->url, m_identity);
        take(0, profile.isEmpty() ? QString(QLatin1StringView(automatic)) : profile);
        return;
    }
    if (isOneOfAll()) {
        const BoardReading reading = boardReading(connection->url, m_identity);
        take(reading.baud, reading.profile);
        return;
    }
    const SerialEndpoint endpoint = serialEndpoint(connection->url);
    take(connection->url.query().contains(QStringLiteral("baud=")) ? endpoint.baud : 0, endpoint.profile.isEmpty() ? QString(QLatin1StringView(automatic)) : endpoint.profile);
}

void ReadingDialog::fillProfiles()
{
    const QVariant before = m_profile->currentData();
    m_profile->clear();
    if (isOneOfAll())
        m_profile->addItem(tr("As the connection says"), QString());
    m_profile->addItem(tr("Automatic"), QString(QLatin1StringView(automatic)));
    for (const LinkProfile &profile : m_connections.profiles())
        m_profile->addItem(format::plain(profile.name, 80), profile.id);
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(before)));
}

void ReadingDialog::take(int baud, const QString &profile)
{
    if (m_profile->findData(profile) < 0)
        m_profile->addItem(profile, profile); // one that is gone, or the path of one
    m_profile->setCurrentIndex(m_profile->findData(profile));
    m_rate->setCurrentText(baud > 0 ? QString::number(baud) : QString());
}

QUrl ReadingDialog::port() const
{
    SerialEndpoint endpoint;
    endpoint.port = m_identity;
    return toUrl(endpoint);
}

void ReadingDialog::keep(Connection &connection) const
{
    const int baud = m_rate->currentText().trimmed().toInt();
    const QString profile = m_profile->currentData().toString();
    if (isOverBluetooth()) {
        connection.url = withBleReading(connection.url, m_identity, profile);
    } else if (isOneOfAll()) {
        connection.url = withBoardReading(connection.url, m_identity, {baud, profile});
    } else {
        SerialEndpoint endpoint = serialEndpoint(connection.url);
        endpoint.baud = baud > 0 ? baud : SerialEndpoint::usualBaud;
        endpoint.profile = profile == QLatin1String(automatic) ? QString() : profile;
        connection.url = toUrl(endpoint);
    }
}

void ReadingDialog::accept()
{
    if (const Connection *known = m_connections.find(m_connection)) {
        Connection connection = *known;
        keep(connection);
        if (!(connection == *known))
            m_connections.change(connection);
    }
    QDialog::accept();
}

void ReadingDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReadingDialog::retranslate()
{
    setWindowTitle(tr("How %1 is read").arg(m_name));
    m_intro->setText(isOverBluetooth() ? tr("This holds for %1 alone. Its link stays.").arg(m_name)
            : isOneOfAll()             ? tr("This holds for %1 alone, whatever port it is plugged into. It is opened anew, the other boards are not.").arg(m_name)
                                       : tr("This holds for the connection of %1, which is opened anew.").arg(m_name));
    m_profileLabel->setText(tr("&Profile"));
    m_rateLabel->setText(tr("&Rate"));
    m_rate->lineEdit()->setPlaceholderText(tr("As the profile or the connection says"));
    m_rate->setToolTip(tr("In Bd, as the device is set. Boards on USB often ignore it"));
    m_probe->setText(tr("&Find out what it speaks…"));
    m_edit->setText(tr("&Edit profiles…"));
    m_accept->setText(tr("Apply"));
    m_cancel->setText(tr("Cancel"));
    fillProfiles();
}

} // namespace muster
