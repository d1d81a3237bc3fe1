#include "ui/serialfields.h"

#include "ui/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace muster {

namespace {

constexpr int slowest = 50;
constexpr int fastest = 20'000'000;
constexpr char allBoards[] = "auto";

void setLabel(QFormLayout *layout, QWidget *field, const QString &text)
{
    if (auto *label = qobject_cast<QLabel *>(layout->labelForField(field)))
        label->setText(text);
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
}

QFormLayout *newForm(QWidget *parent)
{
    auto *layout = new QFormLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return layout;
}

QString targetOf(const NearbyEndpoint &nearby)
{
    return serialEndpoint(nearby.url).port;
}

} // namespace

SerialFields::SerialFields(const Connections &connections, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_port(new QComboBox(this))
    , m_baud(new QComboBox(this))
    , m_profile(new QComboBox(this))
    , m_find(new QPushButton(icons::icon("search"), QString(), this))
    , m_fold(new QToolButton(this))
    , m_more(new QWidget(this))
{
    build();
    retranslate();
    unfold(false);
    for (auto *box : {m_port, m_baud, m_profile})
        connect(box, &QComboBox::currentTextChanged, this, &SerialFields::edited);
    for (const Choice &choice : m_choices)
        connect(choice.box, &QComboBox::currentIndexChanged, this, &SerialFields::edited);
    const auto showFind = [this] { m_find->setEnabled(port() != QLatin1String(allBoards) && !port().isEmpty()); };
    connect(m_port, &QComboBox::currentTextChanged, this, showFind);
    connect(this, &SerialFields::edited, this, showFind);
    showFind();
    connect(m_find, &QPushButton::clicked, this, &SerialFields::probeRequested);
    connect(m_fold, &QToolButton::toggled, this, &SerialFields::unfold);
    connect(&connections, &Connections::nearbyChanged, this, &SerialFields::fillPorts);
    connect(&connections, &Connections::profilesChanged, this, &SerialFields::fillProfiles);
}

void SerialFields::build()
{
    for (auto *box : {m_port, m_baud, m_profile}) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    for (const int rate : {1'200, 2'400, 4'800, 9'600, 19'200, 38'400, 57'600, 115'200, 230'400, 460'800, 921'600, 1'000'000})
        m_baud->addItem(QString::number(rate));
    m_baud->setCurrentText(QString::number(SerialEndpoint::usualBaud));
    m_baud->setValidator(new QIntValidator(slowest, fastest, m_baud));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    m_layout = newForm(this);
    m_layout->addRow(QStringLiteral("-"), m_port);
    m_layout->addRow(QStringLiteral("-"), m_baud);
    m_layout->addRow(QStringLiteral("-"), m_profile);
    m_layout->addRow(QString(), m_find);
    m_layout->addRow(m_fold);
    m_layout->addRow(m_more);
    m_moreLayout = newForm(m_more);
    addChoice(&SerialEndpoint::bits, {"", "7", "6", "5"});
    addChoice(&SerialEndpoint::parity, {"", "even", "odd", "mark", "space"});
    addChoice(&SerialEndpoint::stop, {"", "1.5", "2"});
    addChoice(&SerialEndpoint::flow, {"", "rtscts", "xonxoff"});
    addChoice(&SerialEndpoint::dtr, {"", "on", "off"});
    addChoice(&SerialEndpoint::rts, {"", "on", "off"});
    addChoice(&SerialEndpoint::ending, {"", "crlf", "cr", "none"});
    fillPorts();
    fillProfiles();
}

QComboBox *SerialFields::addChoice(QString SerialEndpoint::*field, std::initializer_list<const char *> words)
{
    auto *box = new QComboBox(m_more);
    for (const char *word : words)
        box->addItem(QString(), QString(QLatin1StringView(word)));
    m_moreLayout->addRow(QStringLiteral("-"), box);
    m_choices.push_back({box, field});
    return box;
}

// --- the port

void SerialFields::fillPorts()
{
    const QString before = port();
    const QSignalBlocker blocker(m_port);
    m_port->clear();
    m_port->addItem(tr("All boards on USB"), QString(QLatin1StringView(allBoards)));
    for (const NearbyEndpoint &nearby : m_connections.nearby()) {
        if (!isSerial(nearby.url))
            continue;
        m_port->addItem(nearby.name, targetOf(nearby));
        m_port->setItemData(m_port->count() - 1, nearby.detail.toHtmlEscaped(), Qt::ToolTipRole);
    }
    showPort(before);
}

void SerialFields::fillProfiles()
{
    const QString before = m_profile->count() > 0 ? profile() : QString();
    const QSignalBlocker blocker(m_profile);
    m_profile->clear();
    m_profile->addItem(tr("Automatic"));
    for (const LinkProfile &profile : m_connections.profiles()) {
        m_profile->addItem(profile.name, profile.id);
        m_profile->setItemData(m_profile->count() - 1, profile.detail.toHtmlEscaped(), Qt::ToolTipRole);
    }
    showProfile(before);
}

void SerialFields::showProfile(const QString &profile)
{
    const bool isAutomatic = profile.isEmpty() || profile == QLatin1String("auto");
    const int known = isAutomatic ? 0 : m_profile->findData(profile);
    m_profile->setCurrentText(known >= 0 ? m_profile->itemText(known) : profile);
}

QString SerialFields::profile() const
{
    const QString text = m_profile->currentText().trimmed();
    const int known = m_profile->findText(text);
    return known >= 0 ? m_profile->itemData(known).toString() : text;
}

void SerialFields::showPort(const QString &port)
{
    const QSignalBlocker blocker(m_port);
    const int known = m_port->findData(port);
    m_port->setCurrentIndex(known);
    if (known < 0 && m_port->currentText() != port)
        m_port->setEditText(port);
}

QString SerialFields::port() const
{
    const int known = m_port->findText(m_port->currentText());
    return known >= 0 ? m_port->itemData(known).toString() : m_port->currentText().trimmed();
}

SerialEndpoint SerialFields::proposal() const
{
    SerialEndpoint endpoint;
    const bool onlyOne = m_port->count() == 2;
    endpoint.port = onlyOne ? m_port->itemData(1).toString() : QString(QLatin1StringView(allBoards));
    return endpoint;
}

QString SerialFields::nameFor(const SerialEndpoint &endpoint) const
{
    if (endpoint.port == QLatin1String(allBoards))
        return tr("Boards on USB");
    for (const NearbyEndpoint &nearby : m_connections.nearby()) {
        if (targetOf(nearby) == endpoint.port)
            return nearby.name.section(QStringLiteral(" · "), 0, 0);
    }
    return endpoint.port;
}

// --- all of it

void SerialFields::setEndpoint(const SerialEndpoint &endpoint)
{
    m_endpoint = endpoint;
    showPort(endpoint.port);
    m_find->setEnabled(endpoint.port != QLatin1String(allBoards) && !endpoint.port.isEmpty());
    const QSignalBlocker baud(m_baud);
    const QSignalBlocker profile(m_profile);
    m_baud->setCurrentText(QString::number(endpoint.baud));
    showProfile(endpoint.profile);
    for (const Choice &choice : m_choices) {
        const QSignalBlocker blocker(choice.box);
        choice.box->setCurrentIndex(std::max(0, choice.box->findData(endpoint.*choice.field)));
    }
    if (endpoint.hasUnusual())
        m_fold->setChecked(true);
}

void SerialFields::take(int baud, const QString &profile)
{
    {
        const QSignalBlocker blocker(m_profile);
        showProfile(profile);
    }
    m_baud->setCurrentText(QString::number(baud));
    Q_EMIT edited();
}

SerialEndpoint SerialFields::endpoint() const
{
    SerialEndpoint endpoint = m_endpoint;
    endpoint.port = port();
    bool isNumber = false;
    const int baud = m_baud->currentText().trimmed().toInt(&isNumber);
    endpoint.baud = isNumber ? baud : SerialEndpoint::usualBaud;
    endpoint.profile = profile();
    for (const Choice &choice : m_choices) {
        // A word only the address knows stays until another is chosen.
        const QString word = choice.box->currentData().toString();
        const bool isTouched = choice.box->currentIndex() != std::max(0, choice.box->findData(m_endpoint.*choice.field));
        if (isTouched)
            endpoint.*choice.field = word;
    }
    return endpoint;
}

void SerialFields::unfold(bool open)
{
    m_fold->setIcon(icons::icon(open ? "chevron-down" : "chevron-right"));
    m_more->setVisible(open);
}

void SerialFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SerialFields::retranslate()
{
    setLabel(m_layout, m_port, tr("&Port"));
    setLabel(m_layout, m_baud, tr("&Rate"));
    setLabel(m_layout, m_profile, tr("Pro&file"));
    m_port->setToolTip(tr("What is plugged in now, or the path of a port such as /dev/ttyS0"));
    m_baud->setToolTip(tr("In Bd, as the device is set. Boards on USB often ignore it"));
    m_profile->setToolTip(tr("How the bytes are understood. Automatic reads lines of names and values, CSV, JSON and NMEA 0183"));
    const QSignalBlocker profile(m_profile);
    m_profile->setItemText(0, tr("Automatic"));
    m_find->setText(tr("Find out what it &speaks…"));
    m_find->setToolTip(tr("Listens at the usual rates. Writes nothing."));
    m_fold->setText(tr("More settings"));
    fillPorts();
    retranslateChoices();
}

void SerialFields::retranslateChoices()
{
    const QString asOpened = tr("as opening leaves it");
    const QStringList labels {tr("&Data bits"), tr("Pari&ty"), tr("&Stop bits"), tr("F&low control"), tr("DT&R"), tr("RTS"), tr("Line &ending")};
    const QList<QStringList> words {{QStringLiteral("8"), QStringLiteral("7"), QStringLiteral("6"), QStringLiteral("5")},
        {tr("none", "parity"), tr("even"), tr("odd"), tr("mark"), tr("space")},
        {QStringLiteral("1"), QStringLiteral("1.5"), QStringLiteral("2")},
        {tr("none", "flow control"), QStringLiteral("RTS/CTS"), QStringLiteral("XON/XOFF")},
        {asOpened, tr("on"), tr("off")}, {asOpened, tr("on"), tr("off")},
        {QStringLiteral("LF"), QStringLiteral("CR LF"), QStringLiteral("CR"), tr("none", "line ending")}};
    for (size_t i = 0; i < m_choices.size(); ++i) {
        QComboBox *box = m_choices[i].box;
        const QSignalBlocker blocker(box);
        setLabel(m_moreLayout, box, labels[qsizetype(i)]);
        for (int row = 0; row < box->count(); ++row)
            box->setItemText(row, words[qsizetype(i)].value(row));
    }
}

} // namespace muster
