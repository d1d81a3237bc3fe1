#include "ui/conventionfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace muster {

namespace {

struct Way
{
    const char *name;  ///< in the URL
    const char *title; ///< what it calls itself
};
constexpr std::array ways {Way {"homeassistant", "Home Assistant"}, Way {"zigbee2mqtt", "Zigbee2MQTT"}, Way {"tasmota", "Tasmota"}, Way {"shelly", "Shelly Gen2+"},
    Way {"shellygen1", "Shelly Gen1"}, Way {"homie", "Homie"}, Way {"sparkplug", "Sparkplug B"}, Way {"esphome", "ESPHome"}, Way {"wled", "WLED"},
    Way {"openmqttgateway", "OpenMQTTGateway"}, Way {"meshtastic", "Meshtastic"}, Way {"chirpstack", "ChirpStack"}, Way {"ttn", "The Things Stack"},
    Way {"aws", "AWS IoT"}};
constexpr std::array roles {"host", "listen", "primary"}; ///< of the URL; the first one is what it is without

QString item(const QUrlQuery &query, const char *key)
{
    return query.queryItemValue(QLatin1StringView(key), QUrl::FullyDecoded);
}

void setItem(QUrlQuery &query, const char *key, const QString &value)
{
    query.removeAllQueryItems(QLatin1StringView(key));
    if (!value.isEmpty())
        query.addQueryItem(QLatin1StringView(key), QString::fromLatin1(QUrl::toPercentEncoding(value, "/:,")));
}

QString offOr(bool on)
{
    return on ? QString() : QStringLiteral("off");
}

} // namespace

ConventionFields::ConventionFields(QWidget *parent)
    : QWidget(parent)
{
    build();
    retranslate();
    setQuery({});
}

void ConventionFields::build()
{
    m_prefix = new QLineEdit(this);
    m_sparkplug = new QComboBox(this);
    m_host = new QLineEdit(this);
    m_generic = new QCheckBox(this);
    m_retained = new QCheckBox(this);
    auto *grid = new QWidget(this);
    m_grid = new QGridLayout(grid);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(2);
    int place = 0;
    for (const Way &way : ways) {
        auto *check = new QCheckBox(QString::fromLatin1(way.title), grid);
        connect(check, &QCheckBox::toggled, this, [this] {
            enableFields();
            Q_EMIT edited();
        });
        m_grid->addWidget(check, place / 2, place % 2);
        ++place;
        m_checks.emplace(QString::fromLatin1(way.name), check);
    }
    for (size_t i = 0; i < roles.size(); ++i)
        m_sparkplug->addItem(QString());
    m_layout = new QFormLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->addRow(QStringLiteral("-"), grid);
    m_layout->addRow(QStringLiteral("-"), m_prefix);
    m_layout->addRow(QStringLiteral("-"), m_sparkplug);
    m_layout->addRow(QStringLiteral("-"), m_host);
    m_layout->addRow(QString(), m_generic);
    m_layout->addRow(QString(), m_retained);
    connect(m_prefix, &QLineEdit::textEdited, this, &ConventionFields::edited);
    connect(m_host, &QLineEdit::textEdited, this, &ConventionFields::edited);
    connect(m_generic, &QCheckBox::toggled, this, &ConventionFields::edited);
    connect(m_retained, &QCheckBox::toggled, this, &ConventionFields::edited);
    connect(m_sparkplug, &QComboBox::currentIndexChanged, this, [this] {
        enableFields();
        Q_EMIT edited();
    });
}

QStringList ConventionFields::names()
{
    QStringList names;
    for (const Way &way : ways)
        names.append(QString::fromLatin1(way.name));
    return names;
}

bool ConventionFields::concerns(const QUrlQuery &query)
{
    static constexpr std::array keys {"conventions", "discovery", "generic", "retained", "sparkplug", "host"};
    return std::any_of(keys.begin(), keys.end(), [&query](const char *key) { return query.hasQueryItem(QLatin1StringView(key)); });
}

void ConventionFields::setQuery(const QUrlQuery &query)
{
    const QSignalBlocker blocker(this);
    const auto setText = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text) // else the cursor of what is being typed would jump
            edit->setText(text);
    };
    check(item(query, "conventions"));
    const QString prefix = item(query, "discovery");
    if (prefix == QLatin1String("off"))
        m_checks[QStringLiteral("homeassistant")]->setChecked(false);
    setText(m_prefix, prefix == QLatin1String("off") || prefix == QLatin1String("homeassistant") ? QString() : prefix);
    const QString role = item(query, "sparkplug");
    const auto known = std::find_if(roles.begin(), roles.end(), [&role](const char *name) { return role == QLatin1StringView(name); });
    m_sparkplug->setCurrentIndex(known == roles.end() ? 0 : int(known - roles.begin()));
    setText(m_host, item(query, "host"));
    m_generic->setChecked(item(query, "generic") != QLatin1String("off"));
    m_retained->setChecked(item(query, "retained") != QLatin1String("off"));
    enableFields();
}

// "tasmota,shelly": these alone. "-tasmota": all but that.
void ConventionFields::check(const QString &conventions)
{
    const QStringList list = conventions.split(u',', Qt::SkipEmptyParts);
    const bool only = std::any_of(list.cbegin(), list.cend(), [](const QString &name) { return !name.startsWith(u'-'); });
    for (const auto &[name, box] : m_checks)
        box->setChecked(only ? list.contains(name) : !list.contains(QLatin1Char('-') + name));
}

QString ConventionFields::chosen() const
{
    QStringList on;
    QStringList off;
    for (const Way &way : ways) {
        const QString name = QString::fromLatin1(way.name);
        (m_checks.at(name)->isChecked() ? on : off).append(name);
    }
    if (off.isEmpty())
        return {};
    if (!on.isEmpty() && on.size() <= off.size())
        return on.join(u',');
    return QLatin1Char('-') + off.join(QStringLiteral(",-"));
}

void ConventionFields::writeTo(QUrlQuery &query) const
{
    setItem(query, "conventions", chosen());
    setItem(query, "discovery", m_checks.at(QStringLiteral("homeassistant"))->isChecked() ? m_prefix->text().trimmed() : QString());
    const int role = m_sparkplug->currentIndex();
    const bool sparkplug = m_checks.at(QStringLiteral("sparkplug"))->isChecked();
    setItem(query, "sparkplug", sparkplug && role > 0 ? QString::fromLatin1(roles[size_t(role)]) : QString());
    setItem(query, "host", sparkplug && role == 2 ? m_host->text().trimmed() : QString());
    setItem(query, "generic", offOr(m_generic->isChecked()));
    setItem(query, "retained", offOr(m_retained->isChecked()));
}

void ConventionFields::enableFields()
{
    m_prefix->setEnabled(m_checks[QStringLiteral("homeassistant")]->isChecked());
    const bool sparkplug = m_checks[QStringLiteral("sparkplug")]->isChecked();
    m_sparkplug->setEnabled(sparkplug);
    m_host->setEnabled(sparkplug && m_sparkplug->currentIndex() == 2);
}

void ConventionFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConventionFields::retranslate()
{
    const auto label = [this](QWidget *field, const QString &text) {
        if (auto *shown = qobject_cast<QLabel *>(m_layout->labelForField(field)))
            shown->setText(text);
        field->setAccessibleName(text);
    };
    label(m_grid->parentWidget(), tr("Understand"));
    label(m_prefix, tr("Discovery prefix"));
    label(m_sparkplug, tr("In Sparkplug"));
    label(m_host, tr("Host id"));
    m_prefix->setPlaceholderText(QStringLiteral("homeassistant"));
    m_prefix->setToolTip(tr("Where Home Assistant's discovery messages are"));
    m_sparkplug->setItemText(0, tr("Host: asks for births that are missing"));
    m_sparkplug->setItemText(1, tr("Listen: sends nothing by itself"));
    m_sparkplug->setItemText(2, tr("Primary host: publishes its STATE, too"));
    m_host->setPlaceholderText(tr("needed by a primary host"));
    m_generic->setText(tr("Make devices of topics that nobody announced"));
    m_retained->setText(tr("Take in values the broker kept"));
    for (const auto &[name, box] : m_checks)
        box->setToolTip(tr("Switched off, its messages are taken for plain topics"));
}

} // namespace muster
