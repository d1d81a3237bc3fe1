#include "ui/archive/rangechoice.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QBoxLayout>
#include <QLabel>

#include <limits>

namespace muster {

namespace {

constexpr qint64 everything = -1;
constexpr qint64 fromTo = 0;

Micros micros(const QDateTime &time) { return time.toMSecsSinceEpoch() * 1'000; }

} // namespace

RangeChoice::RangeChoice(QWidget *parent)
    : QWidget(parent)
    , m_preset(new QComboBox)
    , m_from(new QDateTimeEdit)
    , m_to(new QDateTimeEdit)
{
    m_preset->setAccessibleName(tr("Range"));
    m_preset->setObjectName(QStringLiteral("rangePreset"));
    constexpr qint64 hour = 3'600;
    const std::initializer_list<std::pair<QString, qint64>> presets {{tr("Last hour"), hour}, {tr("Last 24 hours"), 24 * hour}, {tr("Last 7 days"), 7 * 24 * hour},
        {tr("Last 30 days"), 30 * 24 * hour}, {tr("Last 365 days"), 365 * 24 * hour}, {tr("Everything recorded"), everything}, {tr("From … to …"), fromTo}};
    for (const auto &[name, seconds] : presets)
        m_preset->addItem(name, seconds);
    m_preset->setCurrentIndex(1);
    const QDateTime now = QDateTime::currentDateTime();
    m_from->setDateTime(now.addDays(-1));
    m_to->setDateTime(now);
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    for (QDateTimeEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        edit->setCalendarPopup(true);
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &RangeChoice::changed);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_preset);
    auto *row = new QHBoxLayout;
    row->addWidget(m_from, 1);
    row->addWidget(new QLabel(QStringLiteral("–")));
    row->addWidget(m_to, 1);
    column->addLayout(row);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &RangeChoice::follow);
    follow();
}

void RangeChoice::follow()
{
    const qint64 seconds = m_preset->currentData().toLongLong();
    for (QDateTimeEdit *edit : {m_from, m_to})
        edit->setEnabled(seconds == fromTo);
    if (seconds > 0) {
        const QDateTime now = QDateTime::currentDateTime();
        m_from->setDateTime(now.addSecs(-seconds));
        m_to->setDateTime(now);
    }
    Q_EMIT changed();
}

RangeChoice::Range RangeChoice::range() const
{
    if (m_preset->currentData().toLongLong() == everything)
        return {std::numeric_limits<Micros>::min(), std::numeric_limits<Micros>::max()};
    return {micros(m_from->dateTime()), micros(m_to->dateTime())};
}

} // namespace muster
