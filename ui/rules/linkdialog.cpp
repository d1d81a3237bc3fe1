#include "ui/rules/linkdialog.h"

#include "ui/format.h"
#include "ui/rules/numberbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr double widest = 1e9;
constexpr int refreshMs = 500;

QDoubleSpinBox *number(const QString &name, double low = -widest, double high = widest, int decimals = 4)
{
    auto *box = new NumberBox;
    box->setAccessibleName(name);
    box->setRange(low, high);
    box->setDecimals(decimals);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return box;
}

QLayout *beside(QWidget *first, QWidget *second)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(first);
    row->addWidget(second, 1);
    return row;
}

} // namespace

LinkDialog::LinkDialog(const Fleet &fleet, Links &links, const DeviceLink &link, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_links(links)
    , m_link(link)
    , m_refresh(this)
    , m_from(new QComboBox)
    , m_metric(new QComboBox)
    , m_to(new QComboBox)
    , m_command(new QComboBox)
    , m_scale(number(tr("Multiplied by")))
    , m_offset(number(tr("Plus")))
    , m_hasLeast(new QCheckBox(tr("at least")))
    , m_least(number(tr("Least value")))
    , m_hasMost(new QCheckBox(tr("at most")))
    , m_most(number(tr("Largest value")))
    , m_apart(number(tr("Seconds between two commands"), 0.02, 86'400, 2))
    , m_onChange(new QCheckBox(tr("Send only what has changed")))
    , m_stale(number(tr("Seconds of silence after which it stops"), 0, 2'678'400, 1))
    , m_hasFallback(new QCheckBox(tr("and send")))
    , m_fallback(number(tr("Value to send when it stops")))
    , m_dangerous(new QCheckBox(tr("Send it without asking, although it is dangerous")))
    , m_name(new QLineEdit)
    , m_enabled(new QCheckBox(tr("This link is on")))
    , m_preview(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(link.id.isValid() ? tr("Edit link") : tr("New link"));
    build();
    fill(link);
    listen();
    showWhatCounts();
}

void LinkDialog::build()
{
    setMinimumWidth(480);
    auto *form = new QFormLayout;
    buildEnds(*form);
    buildCalculation(*form);
    buildRules(*form);
    m_name->setMaxLength(int(DeviceLink::maxName));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Metric and command"));
    form->addRow(tr("Name"), m_name);
    form->addRow(QString(), m_enabled);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_store = buttons->addButton(m_link.id.isValid() ? tr("Save") : tr("Create link"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_preview);
    column->addStretch();
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &LinkDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void LinkDialog::buildEnds(QFormLayout &form)
{
    m_from->setAccessibleName(tr("Device that is read"));
    m_metric->setAccessibleName(tr("Metric"));
    m_to->setAccessibleName(tr("Device that is commanded"));
    m_command->setAccessibleName(tr("Command"));
    for (QComboBox *box : {m_from, m_metric, m_to, m_command})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fillDevices(*m_from, false);
    fillDevices(*m_to, true);
    form.addRow(tr("Read"), m_from);
    form.addRow(QString(), m_metric);
    form.addRow(tr("Command"), m_to);
    form.addRow(QString(), m_command);
}

void LinkDialog::buildCalculation(QFormLayout &form)
{
    form.addRow(tr("Value ×"), m_scale);
    form.addRow(tr("+"), m_offset);
    form.addRow(tr("Keep it"), beside(m_hasLeast, m_least));
    form.addRow(QString(), beside(m_hasMost, m_most));
}

void LinkDialog::buildRules(QFormLayout &form)
{
    m_apart->setSuffix(tr(" s apart"));
    m_stale->setSuffix(tr(" s of silence"));
    m_stale->setSpecialValueText(tr("Never"));
    form.addRow(tr("Commands"), m_apart);
    form.addRow(QString(), m_onChange);
    form.addRow(tr("Stop after"), m_stale);
    form.addRow(QString(), beside(m_hasFallback, m_fallback));
    form.addRow(QString(), m_dangerous);
}

void LinkDialog::fillDevices(QComboBox &box, bool commands) const
{
    QList<std::pair<QString, DeviceId>> devices;
    const QList<DeviceId> members = m_fleet.members();
    for (const DeviceId id : members) {
        const Device *const device = m_fleet.device(id);
        if (device && !(commands ? device->commands.isEmpty() : device->metrics.isEmpty()))
            devices.append({format::plain(m_fleet.displayName(id), 100), id});
    }
    std::sort(devices.begin(), devices.end(), [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    for (const auto &[name, id] : std::as_const(devices))
        box.addItem(name, m_fleet.device(id)->addresses.value(0));
}

const Device *LinkDialog::deviceOf(const QComboBox &box) const
{
    return m_fleet.device(m_fleet.findByAddress(box.currentData().toString()));
}

const CommandInfo *LinkDialog::command() const
{
    const Device *const device = deviceOf(*m_to);
    if (!device)
        return nullptr;
    const QString key = m_command->currentData().toString();
    const auto found = std::find_if(device->commands.begin(), device->commands.end(), [&key](const CommandInfo &info) { return info.key == key; });
    return found == device->commands.end() ? nullptr : &*found;
}

void LinkDialog::fillMetrics()
{
    m_metric->clear();
    if (const Device *const device = deviceOf(*m_from))
        for (const Metric &metric : device->metrics)
            if (linklogic::canDrive(metric))
                m_metric->addItem(format::metricName(metric), metric.key);
}

void LinkDialog::fillCommands()
{
    m_command->clear();
    if (const Device *const device = deviceOf(*m_to))
        for (const CommandInfo &info : device->commands)
            if (linklogic::canBeDriven(info, true))
                m_command->addItem(format::commandName(info), info.key);
}

void LinkDialog::fill(const DeviceLink &link)
{
    // What is not there at the moment keeps its place in the form.
    const auto choose = [](QComboBox &box, const QString &data) {
        if (data.isEmpty())
            return;
        if (box.findData(data) < 0)
            box.addItem(format::plain(data, 100), data);
        box.setCurrentIndex(box.findData(data));
    };
    const auto addressOf = [this](const QString &address) {
        const Device *const device = m_fleet.device(m_fleet.findByAddress(address));
        return device ? device->addresses.value(0) : address;
    };
    choose(*m_from, addressOf(link.fromAddress));
    fillMetrics();
    choose(*m_metric, link.fromKey);
    choose(*m_to, addressOf(link.toAddress));
    fillCommands();
    choose(*m_command, link.toKey);
    m_scale->setValue(link.scale);
    m_offset->setValue(link.offset);
    m_hasLeast->setChecked(link.least.has_value());
    m_least->setValue(link.least.value_or(0));
    m_hasMost->setChecked(link.most.has_value());
    m_most->setValue(link.most.value_or(100));
    m_apart->setValue(double(link.apart) / 1e6);
    m_onChange->setChecked(link.onChange);
    m_stale->setValue(double(link.stale) / 1e6);
    m_hasFallback->setChecked(link.whenStale.has_value());
    m_fallback->setValue(link.whenStale.value_or(0));
    m_dangerous->setChecked(link.mayBeDangerous);
    m_name->setText(link.name);
    m_enabled->setChecked(link.enabled);
}

void LinkDialog::listen()
{
    connect(m_from, &QComboBox::currentIndexChanged, this, &LinkDialog::fillMetrics);
    connect(m_to, &QComboBox::currentIndexChanged, this, &LinkDialog::fillCommands);
    for (QComboBox *box : {m_from, m_metric, m_to, m_command})
        connect(box, &QComboBox::currentIndexChanged, this, &LinkDialog::showWhatCounts);
    for (QDoubleSpinBox *box : {m_scale, m_offset, m_least, m_most, m_apart, m_stale, m_fallback})
        connect(box, &QDoubleSpinBox::valueChanged, this, &LinkDialog::showWhatCounts);
    for (QCheckBox *box : {m_hasLeast, m_hasMost, m_hasFallback, m_dangerous})
        connect(box, &QCheckBox::toggled, this, &LinkDialog::showWhatCounts);
    connect(&m_refresh, &QTimer::timeout, this, &LinkDialog::showWhatCounts); // values change
    m_refresh.start(refreshMs);
}

DeviceLink LinkDialog::link() const
{
    DeviceLink link = m_link;
    link.name = m_name->text().simplified();
    link.enabled = m_enabled->isChecked();
    link.fromAddress = m_from->currentData().toString();
    link.fromKey = m_metric->currentData().toString();
    link.toAddress = m_to->currentData().toString();
    link.toKey = m_command->currentData().toString();
    link.scale = m_scale->value();
    link.offset = m_offset->value();
    const auto optional = [](const QCheckBox &has, const QDoubleSpinBox &value) { return has.isChecked() ? std::optional(value.value()) : std::nullopt; };
    link.least = optional(*m_hasLeast, *m_least);
    link.most = optional(*m_hasMost, *m_most);
    link.apart = std::llround(m_apart->value() * 1e6);
    link.onChange = m_onChange->isChecked();
    link.stale = std::llround(m_stale->value() * 1e6);
    link.whenStale = link.stale > 0 ? optional(*m_hasFallback, *m_fallback) : std::nullopt;
    link.mayBeDangerous = m_dangerous->isChecked();
    return link;
}

/// What it would send now, or what is wrong; what cannot be used is not offered.
void LinkDialog::showWhatCounts()
{
    const CommandInfo *const info = command();
    m_least->setEnabled(m_hasLeast->isChecked());
    m_most->setEnabled(m_hasMost->isChecked());
    m_hasFallback->setEnabled(m_stale->value() > 0);
    m_fallback->setEnabled(m_hasFallback->isEnabled() && m_hasFallback->isChecked());
    m_dangerous->setVisible(info && info->dangerous);
    const DeviceLink made = link();
    Result<void> valid = made.validate();
    if (valid && info)
        valid = linklogic::canBeDriven(*info, made.mayBeDangerous);
    m_store->setEnabled(valid.has_value());
    if (!valid)
        return m_preview->setText(format::plain(valid.error().text));
    const MetricState *const metric = m_fleet.metric(m_fleet.findMetric(m_fleet.findByAddress(made.fromAddress), made.fromKey));
    if (!metric || !info || metric->time == 0)
        return m_preview->setText(tr("It begins with the next value."));
    const auto out = linklogic::outcome(made, *info, metric->value);
    const QString value = format::quantity(*metric).joined();
    m_preview->setText(out ? tr("%1 becomes %2. It begins with the next value.").arg(value, format::argument(*info, linklogic::argument(*info, *out)))
                           : tr("%1 cannot be sent: it is outside what the command takes.").arg(value));
}

void LinkDialog::store()
{
    const DeviceLink made = link();
    Result<void> stored;
    if (made.id.isValid())
        stored = m_links.change(made);
    else if (const auto added = m_links.add(made); !added)
        stored = tl::unexpected(added.error());
    if (stored)
        accept();
    else
        m_preview->setText(format::plain(stored.error().text));
}

} // namespace muster
