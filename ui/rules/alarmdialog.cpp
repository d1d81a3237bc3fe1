#include "ui/rules/alarmdialog.h"

#include "rules/webaddress.h"
#include "ui/format.h"
#include "ui/rules/alarmwords.h"
#include "ui/rules/devicechoice.h"
#include "ui/rules/durationedit.h"
#include "ui/rules/hoursedit.h"
#include "ui/rules/numberbox.h"
#include "ui/search/queryedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr double widest = 1e12;
constexpr Micros usualAgain = 1'800'000'000;
enum Of : int { OneDevice, EveryDevice, WhatFits };

QDoubleSpinBox *numberField(const QString &name)
{
    auto *box = new NumberBox;
    box->setAccessibleName(name);
    box->setRange(-widest, widest);
    box->setDecimals(3);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return box;
}

} // namespace

AlarmDialog::AlarmDialog(const Parts &parts, const AlarmRule &rule, MetricId metric, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_rule(rule)
    , m_metric(metric)
    , m_address(rule.address)
    , m_scope(parts.columns)
    , m_preview(parts.fleet, parts.past)
    , m_rest(this)
    , m_named(!rule.name.isEmpty())
    , m_name(new QLineEdit)
    , m_key(new QComboBox)
    , m_of(new QComboBox)
    , m_query(new QueryEdit)
    , m_test(new QComboBox)
    , m_limit(numberField(tr("Limit")))
    , m_upper(numberField(tr("Upper limit")))
    , m_limitKey(new QComboBox)
    , m_limitOf(new DeviceChoice(parts.fleet, parts.columns, true, false))
    , m_hold(new DurationEdit(tr("For how long")))
    , m_severity(new QComboBox)
    , m_enabled(new QCheckBox(tr("This alarm is on")))
    , m_times(new QSpinBox)
    , m_deadband(numberField(tr("Deadband")))
    , m_offDelay(new DurationEdit(tr("Delay until it is over")))
    , m_onSilence(new QComboBox)
    , m_silence(new DurationEdit(tr("Silence")))
    , m_hours(new HoursEdit)
    , m_tellAgain(new QComboBox)
    , m_again(new DurationEdit(tr("Tell again after")))
    , m_postTo(new QLineEdit)
    , m_mailTo(new QLineEdit)
    , m_past(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(rule.id.isValid() ? tr("Edit alarm") : tr("New alarm"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    build();
    fill(rule);
    listen();
    changed();
}

void AlarmDialog::build()
{
    setMinimumWidth(560);
    auto *pages = new QTabWidget;
    pages->tabBar()->setAccessibleName(tr("Pages of the alarm"));
    pages->addTab(buildWhen(), tr("When"));
    pages->addTab(buildThen(), tr("What then"));
    pages->setTabVisible(0, !m_rule.isTold());
    for (QWidget *field : QList<QWidget *> {m_severity, m_name, m_deadband, m_offDelay})
        m_then->setRowVisible(field, !m_rule.isTold());
    m_past->setTextFormat(Qt::PlainText);
    m_past->setWordWrap(true);
    m_past->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_past->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_store = buttons->addButton(m_rule.id.isValid() ? tr("Save") : tr("Create alarm"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(pages, 1);
    column->addWidget(m_past);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AlarmDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QWidget *AlarmDialog::buildWhen()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    m_key->setEditable(true);
    m_key->setAccessibleName(tr("Metric"));
    m_key->addItems(m_parts.columns.vocabulary().metrics);
    m_of->setAccessibleName(tr("Of which devices"));
    m_query->setAccessibleName(tr("Search"));
    m_query->setPlaceholderText(tr("A search: group:Hall"));
    m_query->setColumns(&m_parts.columns);
    form->addRow(tr("When"), m_key);
    auto *of = new QHBoxLayout;
    of->setSpacing(4);
    of->addWidget(m_of);
    of->addWidget(m_query, 1);
    form->addRow(tr("of"), of);
    buildCondition(*form);
    buildMore(*form);
    return page;
}

void AlarmDialog::buildCondition(QFormLayout &form)
{
    m_test->setAccessibleName(tr("Condition"));
    m_test->addItems({tr("above"), tr("below"), tr("equal to"), tr("not"), tr("outside"), tr("silent"), tr("between")});
    auto *condition = new QHBoxLayout;
    condition->setSpacing(4);
    condition->addWidget(m_test);
    condition->addWidget(m_limit, 1);
    condition->addWidget(m_upper, 1);
    form.addRow(tr("is"), condition);
    m_limitKey->setEditable(true);
    m_limitKey->setAccessibleName(tr("Metric that is the limit"));
    m_limitKey->addItems(m_parts.columns.vocabulary().metrics);
    m_limitKey->lineEdit()->setPlaceholderText(tr("nothing else"));
    m_limitKey->setToolTip(tr("Another metric, such as a setpoint, whose latest value the number is added to"));
    m_limitOf->nameOwn(tr("the same device"));
    auto *limit = new QHBoxLayout;
    limit->setSpacing(4);
    limit->addWidget(m_limitKey, 1);
    limit->addWidget(new QLabel(tr("of")));
    limit->addWidget(m_limitOf);
    form.addRow(tr("plus the value of"), limit);
    form.addRow(tr("for"), m_hold);
}

void AlarmDialog::buildMore(QFormLayout &form)
{
    m_times->setRange(1, AlarmRule::maxTimes);
    m_times->setAccessibleName(tr("Values in a row"));
    m_times->setToolTip(tr("So many values in a row must say so"));
    form.addRow(tr("Values in a row"), m_times);
    m_onSilence->setAccessibleName(tr("When no value arrives"));
    m_onSilence->addItems({tr("leave it as it is"), tr("raise the alarm after"), tr("the alarm is over after")});
    auto *silence = new QHBoxLayout;
    silence->setSpacing(4);
    silence->addWidget(m_onSilence);
    silence->addWidget(m_silence, 1);
    form.addRow(tr("No value"), silence);
    form.addRow(tr("It counts"), m_hours);
}

QWidget *AlarmDialog::buildThen()
{
    auto *page = new QWidget;
    m_then = new QFormLayout(page);
    QFormLayout *const form = m_then;
    m_severity->setAccessibleName(tr("Severity"));
    for (int n = 0; n < alarmSeverities; ++n)
        m_severity->addItem(alarmwords::severity(AlarmSeverity(n)));
    form->addRow(tr("raise an alarm"), m_severity);
    m_name->setMaxLength(int(AlarmRule::maxName));
    m_name->setAccessibleName(tr("Name"));
    form->addRow(tr("Name"), m_name);
    m_deadband->setRange(0, widest);
    m_deadband->setToolTip(tr("How far a value must come back behind the limit for the alarm to be over"));
    form->addRow(tr("Deadband"), m_deadband);
    form->addRow(tr("Over after"), m_offDelay);
    m_tellAgain->setAccessibleName(tr("Tell again"));
    m_tellAgain->addItems({tr("never"), tr("until somebody acknowledges it, every")});
    auto *again = new QHBoxLayout;
    again->setSpacing(4);
    again->addWidget(m_tellAgain);
    again->addWidget(m_again, 1);
    form->addRow(tr("Tell again"), again);
    m_postTo->setMaxLength(int(maxWebAddress));
    m_postTo->setAccessibleName(tr("Web address that is told"));
    m_postTo->setPlaceholderText(QStringLiteral("https://example.org/hook"));
    m_postTo->setToolTip(tr("Gets an HTTP POST with JSON when it is raised, over, or told again. What stands behind the host may be a secret: it is kept in the keychain, not with the alarm."));
    form->addRow(tr("Tell the web address"), m_postTo);
    m_mailTo->setMaxLength(int(AlarmRule::maxMail));
    m_mailTo->setAccessibleName(tr("E-mail address that is told"));
    m_mailTo->setPlaceholderText(QStringLiteral("ada@example.org"));
    m_mailTo->setToolTip(tr("Gets an e-mail when it is raised, over, or told again. The mail server is named in the settings, under E-mail."));
    form->addRow(tr("E-mail to"), m_mailTo);
    form->addRow(QString(), m_enabled);
    return page;
}

void AlarmDialog::fill(const AlarmRule &rule)
{
    const DeviceId device = m_parts.fleet.findByAddress(m_address);
    if (!m_address.isEmpty())
        m_of->addItem(device.isValid() ? alarmwords::device(m_parts.fleet, device) : format::plain(m_address, 100), OneDevice);
    m_of->addItem(tr("every device"), EveryDevice);
    m_of->addItem(tr("every device that fits"), WhatFits);
    m_of->setCurrentIndex(m_address.isEmpty() && !rule.query.isEmpty() ? m_of->findData(WhatFits) : 0);
    m_key->setCurrentText(rule.key);
    m_query->setText(rule.query);
    m_test->setCurrentIndex(int(rule.test));
    m_limit->setValue(rule.limit);
    m_upper->setValue(rule.upper);
    m_hold->setValue(rule.hold);
    m_severity->setCurrentIndex(int(rule.severity));
    m_enabled->setChecked(rule.enabled);
    m_times->setValue(rule.times);
    m_deadband->setValue(rule.clearAt ? std::abs(*rule.clearAt - rule.limit) : rule.deadband);
    m_offDelay->setValue(rule.offDelay);
    m_onSilence->setCurrentIndex(int(rule.silencePolicy));
    m_silence->setValue(rule.silence);
    m_limitKey->setCurrentText(rule.limitKey);
    m_limitOf->set(rule.limitAddress, {});
    m_hours->setValue(rule.hours);
    m_tellAgain->setCurrentIndex(rule.again == 0 ? 0 : 1);
    m_again->setValue(rule.again == 0 ? usualAgain : rule.again);
    m_postTo->setText(webaddress::shown(rule.postTo));
    m_mailTo->setText(rule.mailTo);
    m_name->setText(rule.name);
}

void AlarmDialog::listen()
{
    for (QComboBox *box : {m_of, m_test, m_severity, m_onSilence, m_tellAgain})
        connect(box, &QComboBox::currentIndexChanged, this, &AlarmDialog::changed);
    for (QComboBox *box : {m_key, m_limitKey})
        connect(box, &QComboBox::currentTextChanged, this, &AlarmDialog::changed);
    connect(m_limitOf, &DeviceChoice::changed, this, &AlarmDialog::changed);
    connect(m_hours, &HoursEdit::changed, this, &AlarmDialog::changed);
    connect(m_postTo, &QLineEdit::textChanged, this, &AlarmDialog::changed);
    connect(m_mailTo, &QLineEdit::textChanged, this, &AlarmDialog::changed);
    for (QDoubleSpinBox *box : {m_limit, m_upper, m_deadband})
        connect(box, &QDoubleSpinBox::valueChanged, this, &AlarmDialog::changed);
    connect(m_times, &QSpinBox::valueChanged, this, &AlarmDialog::changed);
    for (DurationEdit *edit : {m_hold, m_offDelay, m_silence, m_again})
        connect(edit, &DurationEdit::changed, this, &AlarmDialog::changed);
    connect(m_query, &QLineEdit::textChanged, this, &AlarmDialog::changed);
    connect(m_query, &QueryEdit::complaintChanged, this, &AlarmDialog::changed);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_named = !text.isEmpty();
        changed();
    });
    connect(&m_rest, &QTimer::timeout, this, &AlarmDialog::lookBack);
    connect(&m_preview, &AlarmPreview::looked, this, &AlarmDialog::tell);
}

AlarmRule AlarmDialog::rule() const
{
    AlarmRule rule = m_rule;
    rule.enabled = m_enabled->isChecked();
    rule.again = m_tellAgain->currentIndex() == 0 ? 0 : m_again->value();
    rule.postTo = m_postTo->text() == webaddress::shown(m_rule.postTo) ? m_rule.postTo : m_postTo->text().trimmed();
    rule.mailTo = m_mailTo->text().trimmed();
    if (rule.isTold())
        return rule;
    const int of = m_of->currentData().toInt();
    rule.key = m_key->currentText().trimmed();
    rule.address = of == OneDevice ? m_address : QString();
    rule.query = of == WhatFits ? m_query->text() : QString();
    rule.test = AlarmRule::Test(m_test->currentIndex());
    rule.limit = m_limit->value();
    rule.upper = m_upper->value();
    rule.hold = m_hold->value();
    rule.severity = AlarmSeverity(m_severity->currentIndex());
    rule.times = m_times->value();
    rule.deadband = m_deadband->value();
    rule.clearAt.reset();
    rule.offDelay = m_offDelay->value();
    rule.silencePolicy = SilencePolicy(m_onSilence->currentIndex());
    rule.silence = rule.silencePolicy == SilencePolicy::Keep ? 0 : m_silence->value();
    rule.limitKey = rule.test == AlarmRule::Test::Silent ? QString() : m_limitKey->currentText().trimmed();
    rule.limitAddress = rule.isRelative() ? m_limitOf->address() : QString();
    rule.hours = m_hours->value();
    rule.name = m_name->text();
    return rule;
}

QList<AlarmPreview::Looked> AlarmDialog::metrics() const
{
    const AlarmRule current = rule();
    const Fleet &fleet = m_parts.fleet;
    QList<AlarmPreview::Looked> metrics;
    const QList<DeviceId> devices = current.address.isEmpty() ? m_scope.devices() : QList<DeviceId> {fleet.findByAddress(current.address)};
    for (const DeviceId device : devices)
        if (const MetricId metric = fleet.findMetric(device, current.key); metric.isValid())
            metrics.append({metric, fleet.findMetric(current.limitAddress.isEmpty() ? device : fleet.findByAddress(current.limitAddress), current.limitKey)});
    return metrics;
}

void AlarmDialog::showWhatCounts()
{
    const auto test = AlarmRule::Test(m_test->currentIndex());
    const bool isSilent = test == AlarmRule::Test::Silent;
    m_query->setVisible(m_of->currentData().toInt() == WhatFits);
    m_limit->setVisible(!isSilent);
    m_upper->setVisible(test == AlarmRule::Test::Outside || test == AlarmRule::Test::Inside);
    for (QWidget *widget : QList<QWidget *> {m_limitKey, m_times, m_deadband, m_offDelay, m_onSilence})
        widget->setEnabled(!isSilent);
    m_limitOf->setEnabled(!isSilent && !m_limitKey->currentText().trimmed().isEmpty());
    m_again->setEnabled(m_tellAgain->currentIndex() > 0);
    m_silence->setEnabled(!isSilent && m_onSilence->currentIndex() > 0);
    const MetricState *const metric = m_parts.fleet.metric(m_metric);
    const QString unit = metric && metric->info.key == m_key->currentText() && !metric->info.unit.isEmpty() ? u' ' + format::plain(metric->info.unit, 20) : QString();
    for (QDoubleSpinBox *box : {m_limit, m_upper, m_deadband})
        box->setSuffix(unit);
}

void AlarmDialog::changed()
{
    showWhatCounts();
    if (!m_query->error())
        m_scope.setQuery(parseQuery(rule().query).value_or(Query()));
    if (!m_named) {
        const MetricState *const metric = m_parts.fleet.metric(m_metric);
        m_name->setText(alarmwords::name(rule(), metric && metric->info.key == m_key->currentText() ? &metric->info : nullptr).left(AlarmRule::maxName));
    }
    const Result<void> valid = check();
    m_store->setEnabled(valid.has_value());
    m_preview.stop();
    if (valid && m_rule.isTold()) {
        m_past->setText(tr("Automations raise the alarm “%1” and say when it is over and how grave it is.").arg(format::plain(m_rule.name, 100)));
    } else if (valid) {
        m_past->setText(tr("Looking at the last 7 days…"));
        m_rest.start();
    } else {
        m_rest.stop();
        m_past->setText(valid.error().text);
    }
}

Result<void> AlarmDialog::check() const
{
    if (m_of->currentData().toInt() == WhatFits && m_query->text().trimmed().isEmpty())
        return failure(Error::Code::Invalid, tr("“Every device that fits” needs a search: write which ones, name:* for all."));
    return rule().validate();
}

void AlarmDialog::lookBack()
{
    const QList<AlarmPreview::Looked> found = metrics();
    if (found.isEmpty())
        m_past->setText(tr("No device has this metric now."));
    else
        m_preview.look(rule(), found);
}

void AlarmDialog::tell(const AlarmPreview::Result &result)
{
    const QString times = result.isExact ? tr("%n time(s)", nullptr, int(std::min<qint64>(result.firings, 1'000'000)))
                                         : tr("about %n time(s)", nullptr, int(std::min<qint64>(result.firings, 1'000'000)));
    QString text = tr("Over the last 7 days it would have fired %1 on %2.", "times, devices").arg(times, format::devices(result.metrics));
    if (!result.isKnown)
        text = tr("How often it would have fired is not known: of the metric that is the limit there are no recorded values, or too many to compare one by one.");
    else if (result.limitFrom != 0)
        text += u' ' + tr("Before %1 there was no limit.").arg(format::exactTime(result.limitFrom));
    if (!result.isWhole)
        text = tr("%1 More devices fit; these are the first.").arg(text);
    if (!result.problem.isEmpty())
        text += u' ' + result.problem;
    m_past->setText(text);
}

void AlarmDialog::store()
{
    const AlarmRule wanted = rule();
    const Result<void> stored = wanted.id.isValid() ? m_parts.alarms.change(wanted)
                                                    : m_parts.alarms.add(wanted).map([](AlarmRuleId) {});
    if (!stored)
        m_past->setText(stored.error().text);
    else
        accept();
}

} // namespace muster
