#include "ui/rules/weekplanedit.h"

#include "ui/chart/flowlayout.h"
#include "ui/rules/weekblocks.h"
#include "ui/rules/weekplan.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTimeEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr double widest = 1e9;
constexpr int fieldHeight = 28;
constexpr double fine = 0.1; ///< a step below it needs more decimals than one
constexpr double comfort = 21; ///< what a new block has: most plans are about warmth
constexpr double economy = 16;
constexpr quint8 workdays = 0x1f;
constexpr quint8 weekend = 0x60;

QTimeEdit *clockField(const QString &name)
{
    auto *edit = new QTimeEdit;
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setAccessibleName(name);
    edit->setMinimumHeight(fieldHeight);
    return edit;
}

QDoubleSpinBox *valueField(const QString &name)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(-widest, widest);
    box->setDecimals(1);
    box->setSingleStep(0.5);
    box->setMaximumWidth(130);
    box->setMinimumHeight(fieldHeight);
    box->setAccessibleName(name);
    return box;
}

int secondsOf(const QTimeEdit &edit)
{
    return edit.time().msecsSinceStartOfDay() / 1'000;
}

} // namespace

WeekPlanEdit::WeekPlanEdit(QWidget *parent)
    : QWidget(parent)
    , m_plan(new WeekPlan)
    , m_day(new QComboBox)
    , m_from(clockField(tr("From")))
    , m_to(clockField(tr("To")))
    , m_value(valueField(tr("Value of the block")))
    , m_between(valueField(tr("Value between the blocks")))
    , m_add(new QPushButton(tr("Add block")))
    , m_remove(new QPushButton(tr("Delete block")))
    , m_copy(new QToolButton)
{
    auto *fields = new QWidget;
    auto *line = new FlowLayout(fields, 6);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred); // Minimum would keep room for one field below the other
    policy.setHeightForWidth(true);
    fields->setSizePolicy(policy);
    buildFields(*line);
    m_between->setValue(economy);
    m_plan->setNewValue(comfort);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_plan, 1);
    column->addWidget(fields);
    connect(m_plan, &WeekPlan::changed, this, &WeekPlanEdit::changed);
    connect(m_plan, &WeekPlan::selectionChanged, this, &WeekPlanEdit::showSelected);
    connect(m_plan, &WeekPlan::valueRequested, this, [this] {
        m_value->setFocus(Qt::OtherFocusReason);
        m_value->selectAll();
    });
    connect(m_between, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_plan->setBlocks(m_plan->blocks(), value);
        Q_EMIT changed();
    });
    set({}, economy);
    showSelected();
}

void WeekPlanEdit::say(FlowLayout &line, const QString &word)
{
    auto *label = new QLabel(word);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumHeight(fieldHeight);
    line.addWidget(label);
}

void WeekPlanEdit::buildFields(FlowLayout &line)
{
    m_day->setAccessibleName(tr("Weekday of the block"));
    for (int day = 1; day <= 7; ++day)
        m_day->addItem(QLocale().standaloneDayName(day));
    m_to->setToolTip(tr("00:00 is the end of the day"));
    m_copy->setText(tr("Copy day to"));
    m_copy->setAccessibleName(tr("Copy day to"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMinimumHeight(fieldHeight);
    auto *menu = new QMenu(m_copy);
    buildCopies(*menu);
    m_copy->setMenu(menu);
    for (QPushButton *button : {m_add, m_remove})
        button->setAutoDefault(false);
    line.addWidget(m_day);
    line.addWidget(m_from);
    say(line, tr("to"));
    line.addWidget(m_to);
    say(line, QStringLiteral("="));
    line.addWidget(m_value);
    for (QWidget *widget : QList<QWidget *> {m_remove, m_add, m_copy})
        line.addWidget(widget);
    auto *otherwise = new QWidget; // the word and its field stay side by side
    auto *pair = new QHBoxLayout(otherwise);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(6);
    auto *word = new QLabel(tr("otherwise"));
    word->setTextFormat(Qt::PlainText);
    word->setBuddy(m_between);
    pair->addWidget(word);
    pair->addWidget(m_between);
    line.addWidget(otherwise);
    connect(m_day, &QComboBox::activated, this, &WeekPlanEdit::readFields);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::editingFinished, this, &WeekPlanEdit::readFields);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &WeekPlanEdit::readFields);
    connect(m_remove, &QPushButton::clicked, m_plan, &WeekPlan::removeSelected);
    connect(m_add, &QPushButton::clicked, m_plan, &WeekPlan::insertBlock);
}

void WeekPlanEdit::buildCopies(QMenu &menu)
{
    const auto add = [this, &menu](const QString &text, quint8 days) {
        connect(menu.addAction(text), &QAction::triggered, m_plan, [this, days] { m_plan->copyDay(days); });
    };
    add(tr("Every day"), Schedule::everyDay);
    add(tr("Monday to Friday"), workdays);
    add(tr("Saturday and Sunday"), weekend);
    menu.addSeparator();
    for (int day = 1; day <= 7; ++day)
        add(QLocale().standaloneDayName(day), quint8(1U << unsigned(day - 1)));
}

void WeekPlanEdit::set(const QList<WeekBlock> &blocks, double between)
{
    m_between->setValue(between);
    m_shownBetween = m_between->value();
    m_exactBetween = between;
    m_plan->setBlocks(blocks, between);
}

QList<WeekBlock> WeekPlanEdit::blocks() const
{
    return m_plan->blocks();
}

double WeekPlanEdit::between() const
{
    return m_between->value() == m_shownBetween ? m_exactBetween : m_between->value();
}

void WeekPlanEdit::setRange(double least, double most, double step, const QString &unit)
{
    const QString suffix = unit.isEmpty() ? QString() : u' ' + unit;
    for (QDoubleSpinBox *box : {m_value, m_between}) {
        box->setSuffix(suffix);
        box->setSingleStep(step);
        box->setDecimals(step < fine ? 3 : 1);
        box->setToolTip(least < most ? tr("From %1 to %2").arg(QLocale().toString(least), QLocale().toString(most)) : QString());
    }
    m_plan->setUnit(unit);
}

void WeekPlanEdit::showSelected()
{
    const std::optional<WeekBlock> &block = m_plan->selected();
    for (QWidget *widget : QList<QWidget *> {m_day, m_from, m_to, m_value, m_remove})
        widget->setEnabled(block.has_value());
    m_showing = true;
    m_day->setCurrentIndex(m_plan->weekday() - 1);
    if (block) {
        m_from->setTime(QTime(0, 0).addSecs(block->from));
        m_to->setTime(QTime(0, 0).addSecs(block->to));
        m_value->setValue(block->value);
        m_shownValue = m_value->value();
    }
    m_showing = false;
}

void WeekPlanEdit::readFields()
{
    const std::optional<WeekBlock> block = m_plan->selected();
    if (m_showing || !block)
        return;
    const int to = secondsOf(*m_to);
    const int length = block->to - block->from;
    WeekBlock wanted {m_day->currentIndex() + 1, secondsOf(*m_from), to == 0 ? weekblocks::day : to, m_value->value() == m_shownValue ? block->value : m_value->value()};
    m_plan->setNewValue(wanted.value);
    if (wanted.from >= wanted.to && wanted.from != block->from) // beyond its end: it moves there as a whole
        wanted.to = std::min(wanted.from + length, weekblocks::day);
    else if (wanted.from >= wanted.to)
        wanted.from = std::max(wanted.to - length, 0);
    if (wanted != *block)
        m_plan->replaceSelected(wanted);
}

} // namespace muster
