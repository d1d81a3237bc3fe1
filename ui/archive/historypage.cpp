#include "ui/archive/historypage.h"

#include "core/recordingrules.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStorageInfo>
#include <QTableWidget>

namespace muster {

namespace {

constexpr Micros day = 86'400LL * 1'000'000;
constexpr double gigabyte = 1e9;
constexpr int refreshMs = 2'000;
constexpr int longestDays = 36'500;
enum Column : int { Pattern, Samples, Minutes, Hours, ColumnCount };

QSpinBox *days(QTableWidget *table, int row, int column)
{
    return qobject_cast<QSpinBox *>(table->cellWidget(row, column));
}

} // namespace

HistoryPage::HistoryPage(Archive &archive, QWidget *parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_job(archive)
    , m_whatLabel(new QLabel(this))
    , m_what(new QComboBox(this))
    , m_patterns(new QPlainTextEdit(this))
    , m_keepLabel(new QLabel(this))
    , m_rules(new QTableWidget(0, ColumnCount, this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_capLabel(new QLabel(this))
    , m_cap(new QDoubleSpinBox(this))
    , m_placeLabel(new QLabel(this))
    , m_place(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_compact(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
{
    for (int i = 0; i < 3; ++i)
        m_what->addItem(QString());
    build();
    retranslate();
    showRules(archive.rules());
    connect(m_what, &QComboBox::currentIndexChanged, this, &HistoryPage::readRules);
    connect(m_patterns, &QPlainTextEdit::textChanged, this, &HistoryPage::readRules);
    connect(m_cap, &QDoubleSpinBox::valueChanged, this, &HistoryPage::readRules);
    connect(m_rules, &QTableWidget::itemChanged, this, &HistoryPage::readRules);
    connect(m_add, &QPushButton::clicked, this, &HistoryPage::addRule);
    connect(m_remove, &QPushButton::clicked, this, &HistoryPage::removeRule);
    connect(m_compact, &QPushButton::clicked, this, &HistoryPage::compact);
    connect(&archive, &Archive::statisticsArrived, this, &HistoryPage::showFacts);
    connect(&m_job, &ArchiveJob::finished, this, [this](const Result<qint64> &result) {
        m_progress->hide();
        m_compact->setEnabled(true);
        m_message->setText(result ? tr("The history is compact.") : result.error().text);
        m_archive.askStatistics();
    });
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, &archive, &Archive::askStatistics);
}

void HistoryPage::build()
{
    auto *grid = new QGridLayout(this);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    m_whatLabel->setBuddy(m_what);
    grid->addWidget(m_whatLabel, 0, 0);
    grid->addWidget(m_what, 0, 1);
    m_patterns->setMaximumHeight(64);
    m_patterns->setTabChangesFocus(true);
    grid->addWidget(m_patterns, 1, 1);
    grid->addWidget(m_keepLabel, 2, 0, Qt::AlignTop);
    m_rules->verticalHeader()->hide();
    m_rules->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rules->setMinimumHeight(110);
    m_rules->setMaximumHeight(180);
    m_rules->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rules->horizontalHeader()->setSectionResizeMode(Pattern, QHeaderView::Stretch);
    m_rules->setTabKeyNavigation(false);
    grid->addWidget(m_rules, 2, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    grid->addLayout(buttons, 3, 1);
    m_capLabel->setBuddy(m_cap);
    m_cap->setRange(0, 100'000);
    m_cap->setDecimals(1);
    grid->addWidget(m_capLabel, 4, 0);
    grid->addWidget(m_cap, 4, 1, Qt::AlignLeft);
    grid->addWidget(m_placeLabel, 5, 0, Qt::AlignTop);
    for (QLabel *label : {m_place, m_facts, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->setFont(theme::small(font()));
    grid->addWidget(m_place, 5, 1);
    grid->addWidget(m_facts, 6, 1);
    auto *tidy = new QHBoxLayout;
    tidy->addWidget(m_compact);
    m_progress->setRange(0, 0);
    m_progress->hide();
    tidy->addWidget(m_progress, 1);
    tidy->addStretch();
    grid->addLayout(tidy, 7, 1);
    grid->addWidget(m_message, 8, 1);
    grid->setRowStretch(9, 1);
}

void HistoryPage::retranslate()
{
    m_whatLabel->setText(tr("&Record"));
    m_what->setItemText(0, tr("Everything that arrives"));
    m_what->setItemText(1, tr("The devices in the fleet"));
    m_what->setItemText(2, tr("Metrics that fit a pattern:"));
    m_what->setAccessibleName(tr("Record"));
    m_patterns->setPlaceholderText(tr("Pump */pressure\none pattern a line: device/metric, with * and ?"));
    m_patterns->setAccessibleName(tr("Patterns of what is recorded"));
    m_keepLabel->setText(tr("Keep"));
    m_rules->setHorizontalHeaderLabels({tr("Device/metric"), tr("Values"), tr("Minutes"), tr("Hours")});
    m_rules->horizontalHeaderItem(Samples)->setToolTip(tr("How long every value is kept"));
    m_rules->horizontalHeaderItem(Minutes)->setToolTip(tr("How long minimum, maximum and mean of each minute are kept"));
    m_rules->horizontalHeaderItem(Hours)->setToolTip(tr("How long minimum, maximum and mean of each hour are kept"));
    m_rules->setAccessibleName(tr("How long what is kept; the first line that fits counts"));
    m_rules->setToolTip(tr("The first line that fits a metric counts; what none fits is kept for ever."));
    m_add->setText(tr("Add rule"));
    m_remove->setText(tr("Remove rule"));
    m_capLabel->setText(tr("&At most"));
    m_cap->setSuffix(tr(" GB"));
    m_cap->setSpecialValueText(tr("no bound"));
    m_cap->setToolTip(tr("Beyond it the oldest values go first, then the minutes, then the hours."));
    m_cap->setAccessibleName(tr("Largest size"));
    m_placeLabel->setText(tr("Kept in"));
    m_compact->setText(tr("Compact now"));
    m_compact->setToolTip(tr("Merges small pieces, applies the rules and gives room back. Recording goes on."));
    m_progress->setAccessibleName(tr("Compacting"));
    showFacts(m_last);
}

void HistoryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_firstAt = 0;
    m_archive.askStatistics();
    m_refresh.start();
}

void HistoryPage::hideEvent(QHideEvent *event)
{
    m_refresh.stop();
    QWidget::hideEvent(event);
}

void HistoryPage::putRule(int row, const HistoryRule &rule)
{
    m_rules->setItem(row, Pattern, new QTableWidgetItem(rule.pattern));
    const auto put = [&](Column column, Micros span) {
        auto *box = new QSpinBox;
        box->setRange(0, longestDays);
        box->setSpecialValueText(tr("for ever"));
        box->setSuffix(tr(" days"));
        box->setValue(int(std::min<Micros>(longestDays, (span + day - 1) / day)));
        box->setFrame(false);
        box->setAccessibleName(m_rules->horizontalHeaderItem(column)->text());
        connect(box, &QSpinBox::valueChanged, this, &HistoryPage::readRules);
        m_rules->setCellWidget(row, column, box);
    };
    put(Samples, rule.raw);
    put(Minutes, rule.minutes);
    put(Hours, rule.hours);
}

void HistoryPage::showRules(const RecordingRules &rules)
{
    m_showing = true;
    m_what->setCurrentIndex(int(rules.what));
    m_patterns->setPlainText(rules.patterns.join(u'\n'));
    m_patterns->setVisible(rules.what == RecordingRules::What::Patterns);
    m_rules->setRowCount(int(rules.policy.rules.size()));
    for (int row = 0; row < rules.policy.rules.size(); ++row)
        putRule(row, rules.policy.rules.at(row));
    m_remove->setEnabled(m_rules->rowCount() > 0);
    m_cap->setValue(double(rules.policy.maxBytes) / gigabyte);
    m_showing = false;
}

void HistoryPage::readRules()
{
    if (m_showing)
        return;
    RecordingRules rules;
    rules.what = RecordingRules::What(m_what->currentIndex());
    const QStringList lines = m_patterns->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            rules.patterns.append(line.trimmed());
    }
    for (int row = 0; row < m_rules->rowCount(); ++row) {
        const QTableWidgetItem *const pattern = m_rules->item(row, Pattern);
        if (!pattern || pattern->text().trimmed().isEmpty() || !days(m_rules, row, Hours))
            continue;
        rules.policy.rules.append({pattern->text().trimmed(), days(m_rules, row, Samples)->value() * day, days(m_rules, row, Minutes)->value() * day,
            days(m_rules, row, Hours)->value() * day});
    }
    rules.policy.maxBytes = qint64(m_cap->value() * gigabyte);
    m_patterns->setVisible(rules.what == RecordingRules::What::Patterns);
    m_archive.setRules(rules);
}

void HistoryPage::addRule()
{
    const int row = m_rules->rowCount();
    m_showing = true;
    m_rules->insertRow(row);
    putRule(row, {QStringLiteral("*"), 90 * day, 365 * day, 0});
    m_showing = false;
    m_remove->setEnabled(true);
    m_rules->setCurrentCell(row, Pattern);
    m_rules->editItem(m_rules->item(row, Pattern));
    readRules();
}

void HistoryPage::removeRule()
{
    const int row = m_rules->currentRow() >= 0 ? m_rules->currentRow() : m_rules->rowCount() - 1;
    if (row >= 0)
        m_rules->removeRow(row);
    m_remove->setEnabled(m_rules->rowCount() > 0);
    readRules();
}

void HistoryPage::showFacts(const HistoryStatistics &facts)
{
    m_last = facts;
    if (facts.path.isEmpty()) {
        m_place->setText(tr("Nothing is being recorded."));
        m_facts->clear();
        m_compact->setEnabled(false);
        return;
    }
    m_compact->setEnabled(!m_job.isRunning());
    m_place->setText(QDir::toNativeSeparators(facts.path));
    const qint64 samples = facts.samples + facts.openSamples;
    QStringList lines {tr("%1, %2 values").arg(format::bytes(facts.fileBytes), format::count(samples))};
    if (facts.oldest > 0)
        lines.append(tr("since %1").arg(format::exactTime(facts.oldest)));
    const QStorageInfo disk(QFileInfo(facts.path).path());
    const Micros now = nowMicros();
    if (m_firstAt == 0) {
        m_first = facts;
        m_firstAt = now;
    }
    // Blocks are written now and then; what arrives, and what a value takes on average, say sooner how fast it grows.
    const double perSample = facts.samples > 100'000 ? double(facts.usedBytes) / double(samples) : 3.0;
    const auto lasts = diskLasts(disk.bytesAvailable(), qint64(double(facts.recorded - m_first.recorded) * perSample), now - m_firstAt);
    lines.append(tr("%1 free on the disk").arg(format::bytes(disk.bytesAvailable())));
    if (lasts && *lasts / day >= 36'500)
        lines.append(tr("at this rate the disk lasts for decades"));
    else if (lasts)
        lines.append(*lasts >= 2 * day ? tr("at this rate the disk lasts %n day(s)", nullptr, int(*lasts / day)) : tr("at this rate the disk lasts %1").arg(format::duration(*lasts)));
    if (facts.damaged > 0)
        lines.append(tr("%n piece(s) cannot be read", nullptr, int(std::min<qint64>(facts.damaged, 1'000'000))));
    m_facts->setText(lines.join(u'\n'));
}

void HistoryPage::compact()
{
    m_compact->setEnabled(false);
    m_progress->show();
    m_message->setText(tr("Compacting… recording goes on."));
    m_job.follow(m_archive.compact());
}

} // namespace muster
