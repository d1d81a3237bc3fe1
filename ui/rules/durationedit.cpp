#include "ui/rules/durationedit.h"
#include "ui/rules/numberbox.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>

#include <array>
#include <cmath>

namespace muster {

namespace {

constexpr std::array<Micros, 4> units {1'000'000, 60'000'000, 3'600'000'000, 86'400'000'000};
constexpr double most = 9'999;

} // namespace

DurationEdit::DurationEdit(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_number(new NumberBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setAccessibleName(accessibleName);
    m_number->setRange(0, most);
    m_number->setDecimals(1);
    m_unit->setAccessibleName(tr("Unit of time"));
    m_unit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days")});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch();
    setFocusProxy(m_number);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &DurationEdit::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DurationEdit::changed);
}

Micros DurationEdit::value() const
{
    return Micros(std::llround(m_number->value() * double(units.at(size_t(std::max(0, m_unit->currentIndex()))))));
}

void DurationEdit::setValue(Micros span)
{
    size_t unit = units.size() - 1;
    while (unit > 0 && (span < units.at(unit) || span % units.at(unit) != 0))
        --unit;
    if (span == 0)
        unit = 0;
    m_unit->setCurrentIndex(int(unit));
    m_number->setValue(double(span) / double(units.at(unit)));
}

} // namespace muster
