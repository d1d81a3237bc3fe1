#include "ui/rules/rulerow.h"

#include "ui/rules/devicechoice.h"
#include "ui/search/queryedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimeEdit>

namespace muster {

namespace {

constexpr int minutesOfHour = 60;
enum Kind : int { ValueKind, FitsKind, AnyFitsKind, TimeKind };

const QList<AlarmRule::Test> &tests()
{
    using Test = AlarmRule::Test;
    static const QList<Test> all {Test::Above, Test::Below, Test::Equal, Test::Unequal, Test::Inside, Test::Outside};
    return all;
}

QTimeEdit *clockField(const QString &name, int minutes)
{
    auto *edit = new QTimeEdit(QTime(minutes / minutesOfHour % 24, minutes % minutesOfHour));
    edit->setAccessibleName(name);
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    return edit;
}

int minutesOf(const QTimeEdit &edit)
{
    return edit.time().hour() * minutesOfHour + edit.time().minute();
}

} // namespace

ConditionRow::ConditionRow(const Fleet &fleet, FleetColumns &columns, const RuleCondition &condition, bool metricOnly, QWidget *parent)
    : RuleRow(fleet, columns, tr("If"), parent)
    , m_condition(condition)
    , m_type(choice(tr("What must be so"), {tr("the value"), tr("it fits"), tr("some device fits"), tr("the time is between")}))
    , m_key(metricField())
    , m_of(say(tr("of")))
    , m_device(deviceField(true, false))
    , m_test(choice(tr("Comparison"), {tr("is above"), tr("is below"), tr("is"), tr("is not"), tr("is between"), tr("is outside")}))
    , m_limit(numberField(tr("Limit")))
    , m_and(nullptr)
    , m_upper(nullptr)
    , m_word(textField(tr("Value"), tr("on")))
    , m_query(nullptr)
    , m_from(clockField(tr("From"), condition.from))
    , m_to(clockField(tr("To"), condition.to))
    , m_not(new QCheckBox(tr("not so")))
{
    build();
    const RuleCondition::Type type = condition.type;
    m_type->setCurrentIndex(type == RuleCondition::Type::Metric ? ValueKind : type == RuleCondition::Type::Time ? TimeKind : condition.any ? AnyFitsKind : FitsKind);
    m_key->setCurrentText(condition.key);
    m_device->set(condition.address, {});
    m_test->setCurrentIndex(int(std::max<qsizetype>(0, tests().indexOf(condition.test))));
    m_limit->setValue(condition.limit);
    m_upper->setValue(condition.upper);
    m_word->setText(condition.word);
    m_query->setText(condition.query);
    m_not->setChecked(condition.negated);
    m_not->setToolTip(tr("The steps are taken when this is not so"));
    connect(this, &RuleRow::changed, this, &ConditionRow::showWhatCounts);
    showWhatCounts();
    showEach({m_type, m_not}, !metricOnly);
}

void ConditionRow::build()
{
    auto *query = new QueryEdit;
    query->setColumns(&m_columns);
    query->setAccessibleName(tr("Search"));
    query->setPlaceholderText(tr("A search: motion:on"));
    query->setMinimumWidth(220);
    m_query = query;
    put(query);
    connect(query, &QLineEdit::textChanged, this, &RuleRow::changed);
    put(m_from);
    m_and = say(tr("and"));
    m_upper = numberField(tr("Upper limit"));
    put(m_to);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &RuleRow::changed);
    for (int day = 1; day <= 7; ++day) {
        auto *box = new QCheckBox(QLocale().standaloneDayName(day, QLocale::ShortFormat));
        box->setAccessibleName(QLocale().standaloneDayName(day));
        box->setChecked((m_condition.days >> unsigned(day - 1) & 1U) != 0);
        connect(box, &QCheckBox::toggled, this, &RuleRow::changed);
        put(box);
        m_days.append(box);
    }
    put(m_not);
    connect(m_not, &QCheckBox::toggled, this, &RuleRow::changed);
}

void ConditionRow::showWhatCounts()
{
    const int kind = m_type->currentIndex();
    const AlarmRule::Test test = tests().at(m_test->currentIndex());
    const bool isWord = test == AlarmRule::Test::Equal || test == AlarmRule::Test::Unequal;
    const bool isBand = test == AlarmRule::Test::Inside || test == AlarmRule::Test::Outside;
    showEach({m_key, m_of, m_device, m_test}, kind == ValueKind);
    showEach({m_limit}, kind == ValueKind && !isWord);
    showEach({m_word}, kind == ValueKind && isWord);
    showEach({m_upper}, kind == ValueKind && isBand);
    showEach({m_and}, (kind == ValueKind && isBand) || kind == TimeKind);
    showEach({m_query}, kind == FitsKind || kind == AnyFitsKind);
    showEach({m_from, m_to}, kind == TimeKind);
    for (QCheckBox *box : std::as_const(m_days))
        box->setVisible(kind == TimeKind);
}

RuleCondition ConditionRow::condition() const
{
    RuleCondition condition = m_condition;
    const int kind = m_type->currentIndex();
    condition.type = kind == ValueKind ? RuleCondition::Type::Metric : kind == TimeKind ? RuleCondition::Type::Time : RuleCondition::Type::Query;
    condition.negated = m_not->isChecked();
    condition.key = kind == ValueKind ? m_key->currentText().trimmed() : QString();
    condition.address = kind == ValueKind ? m_device->address() : QString();
    condition.test = tests().at(m_test->currentIndex());
    condition.limit = m_limit->value();
    condition.upper = m_upper->value();
    condition.word = m_word->text().trimmed();
    condition.query = condition.type == RuleCondition::Type::Query ? m_query->text().trimmed() : QString();
    condition.any = kind == AnyFitsKind;
    condition.from = minutesOf(*m_from);
    condition.to = minutesOf(*m_to);
    condition.days = 0;
    for (qsizetype day = 0; day < m_days.size(); ++day)
        if (m_days.at(day)->isChecked())
            condition.days |= quint8(1U << unsigned(day));
    return condition;
}

} // namespace muster
