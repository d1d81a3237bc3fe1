#include "ui/inspector/numbercontrol.h"

#include "ui/format.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSlider>

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster {

namespace {

constexpr int finest = 1'000; ///< slider positions: more cannot be told apart by hand

// Digits a step needs: 0.25 → 2, 5 → 0; at most 6.
int decimalsOf(double step)
{
    int decimals = 0;
    for (double rest = step; decimals < 6 && std::abs(rest - std::round(rest)) > 1e-9 * std::abs(rest); ++decimals)
        rest *= 10;
    return decimals;
}

} // namespace

NumberControl::NumberControl(const CommandInfo &info, QWidget *parent)
    : CommandControl(parent)
    , m_minimum(std::isfinite(info.minimum) ? info.minimum : 0)
    , m_maximum(std::isfinite(info.maximum) && info.maximum > m_minimum ? info.maximum : m_minimum + 1)
    , m_step(std::isfinite(info.step) && info.step > 0 ? info.step : 1)
    , m_positions(int(std::clamp((m_maximum - m_minimum) / m_step, 1.0, double(finest))))
    , m_reported(std::numeric_limits<double>::quiet_NaN())
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_field(new QDoubleSpinBox(this))
    , m_set(new QPushButton(tr("Set"), this))
{
    build(info);
    put(m_minimum);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        if (!m_isFilling)
            edit(valueOf(position));
    });
    connect(m_slider, &QSlider::sliderReleased, this, [this] {
        if (m_isEdited)
            send();
    });
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!m_isFilling)
            edit(value);
    });
    connect(m_set, &QPushButton::clicked, this, &NumberControl::send);
}

void NumberControl::build(const CommandInfo &info)
{
    const QString name = format::commandName(info);
    m_slider->setRange(0, m_positions);
    m_slider->setPageStep(std::max(1, m_positions / 10));
    m_slider->setAccessibleName(name);
    m_slider->setMinimumWidth(48);
    m_field->setDecimals(decimalsOf(m_step));
    m_field->setRange(m_minimum, m_maximum);
    m_field->setSingleStep(m_step);
    m_field->setKeyboardTracking(true);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setAccessibleName(name);
    m_field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    if (!info.unit.isEmpty())
        m_field->setSuffix(QChar(0x00A0) + format::plain(info.unit, 12));
    m_set->setAccessibleName(tr("Set %1").arg(name));
    m_set->setAutoDefault(false);
    m_set->setEnabled(false);
    m_set->setMaximumWidth(m_set->fontMetrics().horizontalAdvance(m_set->text()) + 24); // the style's least width would push the row out of a narrow dock
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_slider, 1);
    row->addWidget(m_field);
    row->addWidget(m_set);
    // A wheel turned over them while scrolling the inspector must not command a device.
    for (QWidget *widget : {static_cast<QWidget *>(m_slider), static_cast<QWidget *>(m_field)}) {
        widget->setFocusPolicy(Qt::StrongFocus);
        widget->installEventFilter(this);
    }
    setFocusProxy(m_field);
}

double NumberControl::valueOf(int position) const
{
    if (position >= m_positions)
        return m_maximum;
    const double raw = m_minimum + (m_maximum - m_minimum) * position / m_positions;
    return std::min(m_minimum + std::round((raw - m_minimum) / m_step) * m_step, m_maximum);
}

void NumberControl::report(const MetricState *state)
{
    m_reported = state && state->time != 0 ? state->value : std::numeric_limits<double>::quiet_NaN();
    if (!m_isEdited && !m_slider->isSliderDown() && std::isfinite(m_reported))
        put(m_reported);
}

void NumberControl::put(double value)
{
    m_isFilling = true;
    const double share = (std::clamp(value, m_minimum, m_maximum) - m_minimum) / (m_maximum - m_minimum);
    if (!m_slider->isSliderDown())
        m_slider->setValue(int(std::lround(share * m_positions)));
    m_field->setValue(value);
    m_isFilling = false;
}

void NumberControl::edit(double value)
{
    m_isEdited = true;
    m_isFilling = true;
    if (!m_field->hasFocus())
        m_field->setValue(value);
    if (!m_slider->isSliderDown() && !m_slider->hasFocus())
        m_slider->setValue(int(std::lround((value - m_minimum) / (m_maximum - m_minimum) * m_positions)));
    m_isFilling = false;
    m_set->setEnabled(true);
}

void NumberControl::send()
{
    const double value = m_field->value();
    revert();
    Q_EMIT asked(value);
}

// Back to what the device reports: the new value shows when the device says so.
void NumberControl::revert()
{
    m_isEdited = false;
    m_set->setEnabled(false);
    if (std::isfinite(m_reported))
        put(m_reported);
}

bool NumberControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_field->interpretText();
            send();
            return true;
        }
        if (key == Qt::Key_Escape && m_isEdited) {
            revert();
            return true;
        }
    }
    return CommandControl::eventFilter(watched, event);
}

} // namespace muster
