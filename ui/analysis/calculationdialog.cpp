#include "ui/analysis/calculationdialog.h"

#include "ui/analysis/expressionedit.h"
#include "ui/chart/metricpicker.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr int settleMs = 150;
constexpr int refreshMs = 1'000;
constexpr qsizetype mostLabels = 20'000;
constexpr int controlHeight = 28;

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

TryoutPlot::TryoutPlot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("tryout"));
    setAccessibleName(CalculationDialog::tr("The last ten minutes"));
}

void TryoutPlot::setPoints(std::vector<TriedPoint> points)
{
    m_points = std::move(points);
    update();
}

void TryoutPlot::paintEvent(QPaintEvent *)
{
    const theme::Colours &colours = theme::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.surface);
    painter.setPen(colours.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_points.size() < 2) {
        painter.setPen(colours.muted);
        painter.drawText(rect(), Qt::AlignCenter, CalculationDialog::tr("What comes out is drawn here."));
        return;
    }
    const auto [low, high] = std::minmax_element(m_points.begin(), m_points.end(), [](const TriedPoint &a, const TriedPoint &b) { return a.value < b.value; });
    const QRectF area = QRectF(rect()).adjusted(6, 6, -6, -6);
    const double span = high->value - low->value;
    const double from = double(m_points.front().time);
    const double length = std::max(1.0, double(m_points.back().time) - from);
    QPainterPath path;
    for (size_t i = 0; i < m_points.size(); ++i) {
        const double x = area.left() + (double(m_points[i].time) - from) / length * area.width();
        const double part = span > 0 && std::isfinite(span) ? (m_points[i].value - low->value) / span : 0.5;
        const QPointF point(x, area.bottom() - part * area.height());
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::trace(0, palette()), 1.5));
    painter.drawPath(path);
}

CalculationDialog::CalculationDialog(Calculations &calculations, const Fleet &fleet, const QString &key, const QString &expression, QWidget *parent)
    : QDialog(parent)
    , m_calculations(calculations)
    , m_fleet(fleet)
    , m_form(new QFormLayout)
    , m_name(new QLineEdit)
    , m_expression(new ExpressionEdit)
    , m_verdict(plainLabel())
    , m_unit(new QLineEdit)
    , m_decimals(new QSpinBox)
    , m_plot(new TryoutPlot)
    , m_help(plainLabel())
    , m_pick(new QPushButton)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
    , m_accept(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    if (const Calculation *const known = calculations.find(key))
        m_calculation = *known;
    build();
    fill(expression);
    retranslate();
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &CalculationDialog::validate);
    connect(m_expression, &QPlainTextEdit::textChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_accept->setEnabled(m_checked && !m_name->text().trimmed().isEmpty()); });
    connect(m_unit, &QLineEdit::textChanged, this, &CalculationDialog::tryOutNow);
    connect(m_decimals, &QSpinBox::valueChanged, this, &CalculationDialog::tryOutNow);
    connect(m_expression, &ExpressionEdit::accepted, this, [this] {
        validate();
        if (m_accept->isEnabled())
            accept();
    });
    connect(m_pick, &QPushButton::clicked, this, &CalculationDialog::pickMetric);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &CalculationDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &CalculationDialog::reject);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &CalculationDialog::tryOutNow);
    m_refresh.start();
    validate();
}

void CalculationDialog::build()
{
    m_name->setMaxLength(100);
    m_unit->setMaxLength(20);
    m_decimals->setRange(-1, 9);
    for (QWidget *control : std::initializer_list<QWidget *> {m_name, m_unit, m_decimals})
        control->setMinimumHeight(controlHeight);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_verdict->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_verdict->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_accept->setDefault(true);
    auto *formula = new QVBoxLayout;
    formula->setSpacing(4);
    formula->addWidget(m_expression);
    formula->addWidget(m_pick, 0, Qt::AlignLeft);
    formula->addWidget(m_verdict);
    formula->addWidget(m_plot);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QLabel *&label : m_labels)
        label = new QLabel;
    m_labels[1]->setContentsMargins(0, 6, 0, 0);
    m_form->addRow(m_labels[0], m_name);
    m_form->addRow(m_labels[1], formula);
    m_form->addRow(m_labels[2], m_unit);
    m_form->addRow(m_labels[3], m_decimals);
    m_labels[0]->setBuddy(m_name);
    m_labels[1]->setBuddy(m_expression);
    m_labels[2]->setBuddy(m_unit);
    m_labels[3]->setBuddy(m_decimals);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_help);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    resize(560, 420);
}

void CalculationDialog::fill(const QString &expression)
{
    m_expression->setLabels(metricnames::all(m_fleet, mostLabels));
    m_name->setText(m_calculation.name);
    m_expression->setPlainText(m_calculation.key.isEmpty() ? expression : m_calculations.currentExpression(m_calculation));
    m_unit->setText(m_calculation.unit);
    m_decimals->setValue(m_calculation.decimals);
    // Bound by what the labels are now: those that were bound before may be called otherwise.
    if (m_expression->toPlainText() != m_calculation.expression)
        m_calculation.inputs.clear();
}

void CalculationDialog::retranslate()
{
    const bool isNew = m_calculation.key.isEmpty();
    setWindowTitle(isNew ? tr("New calculated metric") : tr("Calculated metric"));
    m_accept->setText(isNew ? tr("Create") : tr("Save"));
    const std::array<QString, 4> names {tr("Name"), tr("Expression"), tr("Unit"), tr("Decimals")};
    for (size_t i = 0; i < names.size(); ++i) {
        m_labels[i]->setText(names[i]);
        m_labels[i]->buddy()->setAccessibleName(names[i]);
    }
    m_expression->setPlaceholderText(tr("\"Pump 3/Pressure\" - \"Pump 4/Pressure\""));
    m_name->setPlaceholderText(tr("Pressure difference"));
    m_decimals->setSpecialValueText(tr("As needed"));
    m_pick->setText(tr("Insert metric…"));
    m_help->setText(tr("+ - * / ^ ( )  < > = and or not if(…)  ·  mean min max sum count stddev(value, 5m)  ·  rate(value)  delta(value)  ·  abs sqrt log "
                       "exp round clamp  ·  value to \"°F\". Calculated from now on; the result belongs to the device “Calculated”."));
}

void CalculationDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CalculationDialog::say(const QString &text, bool isWrong)
{
    QPalette palette = m_verdict->palette();
    const theme::Colours &colours = theme::colours(this->palette());
    palette.setColor(QPalette::WindowText, isWrong ? colours.alarm : colours.muted);
    m_verdict->setPalette(palette);
    m_verdict->setText(text);
    m_expression->setAccessibleDescription(text);
}

void CalculationDialog::validate()
{
    m_settle.stop();
    const QString text = m_expression->toPlainText();
    auto checked = m_calculations.check(text, m_calculation.key, m_calculation.inputs);
    m_checked.reset();
    if (checked) {
        m_checked = std::move(*checked);
        m_expression->setError(nullptr);
    } else {
        m_expression->setError(&checked.error());
        const bool isEmpty = text.trimmed().isEmpty();
        say(isEmpty ? checked.error().text : checked.error().describe(), !isEmpty);
        m_plot->setPoints({});
    }
    m_unit->setPlaceholderText(m_checked ? m_checked->program.unit() : QString());
    m_accept->setEnabled(m_checked && !m_name->text().trimmed().isEmpty());
    tryOutNow();
}

void CalculationDialog::tryOutNow()
{
    if (!m_checked)
        return;
    QList<const Series *> inputs;
    for (const MetricId metric : std::as_const(m_checked->inputs)) {
        const MetricState *const state = m_fleet.metric(metric);
        inputs.append(state ? &state->series : nullptr);
    }
    auto points = tryOut(m_checked->program, inputs, nowMicros() - tried, triedSamples);
    Metric shown;
    shown.unit = m_unit->text().isEmpty() ? m_checked->program.unit() : m_unit->text();
    shown.decimals = m_decimals->value();
    if (points.empty())
        say(tr("Understood. There is no result yet: not every metric in it has a value, or the result is no number."), false);
    else
        say(tr("Now: %1. In the last ten minutes:").arg(format::quantity(shown, points.back().value).joined()), false);
    m_plot->setPoints(std::move(points));
}

void CalculationDialog::pickMetric()
{
    auto *picker = new MetricPicker(m_fleet, this);
    connect(picker, &MetricPicker::picked, this, [this, picker](MetricId metric) {
        picker->close();
        m_expression->insertLabel(metricnames::labelOf(m_fleet, metric));
    });
    picker->popup(m_pick->mapToGlobal(QPoint(0, m_pick->height())));
}

void CalculationDialog::accept()
{
    Calculation wanted = m_calculation;
    wanted.name = m_name->text();
    wanted.expression = m_expression->toPlainText().simplified();
    wanted.unit = m_unit->text();
    wanted.decimals = m_decimals->value();
    Result<QString> key = wanted.key;
    if (wanted.key.isEmpty())
        key = m_calculations.add(wanted);
    else if (const auto changed = m_calculations.change(wanted); !changed)
        key = tl::unexpected(changed.error());
    if (!key) {
        say(key.error().text, true);
        return;
    }
    QDialog::accept();
    Q_EMIT finishedWith(*key);
}

} // namespace muster
