#include "ui/rules/sitepage.h"

#include "rules/automations.h"

#include <QDateTime>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace muster {

namespace {

constexpr double unsetStep = 0.0001; ///< below the least value: nothing is said there

QDoubleSpinBox *degrees(double most)
{
    auto *box = new QDoubleSpinBox;
    box->setDecimals(4);
    box->setRange(-most - unsetStep, most);
    box->setMinimumHeight(28);
    box->setSuffix(QStringLiteral("°"));
    box->setKeyboardTracking(false);
    box->setValue(box->minimum());
    return box;
}

QString clock(const std::optional<Micros> &moment, const QTimeZone &zone)
{
    return moment ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*moment / 1'000, zone).time(), QLocale::ShortFormat) : QStringLiteral("–");
}

} // namespace

SitePage::SitePage(Automations &automations, QWidget *parent)
    : QWidget(parent)
    , m_automations(automations)
    , m_what(new QLabel)
    , m_latitudeLabel(new QLabel)
    , m_longitudeLabel(new QLabel)
    , m_latitude(degrees(90))
    , m_longitude(degrees(180))
    , m_today(new QLabel)
{
    m_what->setWordWrap(true);
    m_today->setWordWrap(true);
    m_today->setTextFormat(Qt::PlainText);
    m_latitudeLabel->setBuddy(m_latitude);
    m_longitudeLabel->setBuddy(m_longitude);
    auto *form = new QFormLayout(this);
    form->addRow(m_what);
    form->addRow(m_latitudeLabel, m_latitude);
    form->addRow(m_longitudeLabel, m_longitude);
    form->addRow(m_today);
    for (QDoubleSpinBox *box : {m_latitude, m_longitude})
        connect(box, &QDoubleSpinBox::valueChanged, this, &SitePage::store);
    connect(&automations, &Automations::siteChanged, this, &SitePage::showSite);
    retranslate();
}

void SitePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SitePage::retranslate()
{
    m_what->setText(tr("Where this site is. Automations at sunrise and sunset need it; it is not told to anybody."));
    m_latitudeLabel->setText(tr("L&atitude, north positive"));
    m_longitudeLabel->setText(tr("L&ongitude, east positive"));
    m_latitude->setAccessibleName(tr("Latitude"));
    m_longitude->setAccessibleName(tr("Longitude"));
    for (QDoubleSpinBox *box : {m_latitude, m_longitude})
        box->setSpecialValueText(tr("not set"));
    showSite();
}

void SitePage::showSite()
{
    const std::optional<Site> &site = m_automations.site();
    if (site || (m_latitude->value() == m_latitude->minimum() && m_longitude->value() == m_longitude->minimum())) {
        m_showing = true;
        m_latitude->setValue(site ? site->latitude : m_latitude->minimum());
        m_longitude->setValue(site ? site->longitude : m_longitude->minimum());
        m_showing = false;
    }
    if (!site) {
        m_today->setText(tr("Both numbers are needed. Maps show them for any place, such as 52.52° and 13.41° for Berlin."));
        return;
    }
    const QDate today = QDateTime::currentDateTime().toTimeZone(m_automations.zone()).date();
    m_today->setText(tr("Today the sun rises at %1 and sets at %2.").arg(clock(sun::moment(SunEvent::Sunrise, today, *site), m_automations.zone()),
        clock(sun::moment(SunEvent::Sunset, today, *site), m_automations.zone())));
}

void SitePage::store()
{
    if (m_showing)
        return;
    const Site site {m_latitude->value(), m_longitude->value()};
    m_automations.setSite(site.isValid() ? std::optional(site) : std::nullopt);
    showSite();
}

} // namespace muster
