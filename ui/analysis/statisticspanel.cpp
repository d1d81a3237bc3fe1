#include "ui/analysis/statisticspanel.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace muster {

namespace {

constexpr int compactRow = 22;
constexpr int mostRows = 8;

QToolButton *flatButton()
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void name(QToolButton &button, const QString &text, const QString &tip)
{
    button.setText(text);
    button.setAccessibleName(text);
    button.setToolTip(tip.toHtmlEscaped());
}

} // namespace

StatisticsPanel::StatisticsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new StatisticsModel(this))
    , m_table(new QTableView)
    , m_title(new QLabel)
    , m_about(new QLabel)
    , m_histogram(flatButton())
    , m_copy(flatButton())
    , m_close(flatButton())
{
    build();
    connect(m_model, &QAbstractItemModel::modelReset, this, &StatisticsPanel::fitHeight);
    connect(m_histogram, &QToolButton::clicked, this, &StatisticsPanel::askForHistogram);
    connect(m_table, &QTableView::doubleClicked, this, &StatisticsPanel::askForHistogram);
    connect(m_copy, &QToolButton::clicked, this, &StatisticsPanel::copy);
    connect(m_close, &QToolButton::clicked, this, &StatisticsPanel::closeRequested);
    m_table->installEventFilter(this);
    retranslate();
    fitHeight();
}

void StatisticsPanel::build()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->setFont(theme::tabular(font()));
    m_table->setIconSize({10, 10});
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(compactRow);
    m_table->verticalHeader()->setMinimumSectionSize(compactRow);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(StatisticsModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(76);
    for (QLabel *label : {m_title, m_about})
        label->setTextFormat(Qt::PlainText);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_histogram->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_title);
    line->addWidget(m_about, 1);
    for (QWidget *button : std::initializer_list<QWidget *> {m_histogram, m_copy, m_close})
        line->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_table);
}

void StatisticsPanel::retranslate()
{
    m_title->setText(tr("Statistics"));
    m_table->setAccessibleName(tr("Statistics of the visible range"));
    name(*m_histogram, tr("Histogram"), tr("How often the selected trace had which value"));
    name(*m_copy, tr("Copy"), tr("Copy the table as tab-separated text (Ctrl+C)"));
    name(*m_close, tr("Close"), tr("Hide the statistics"));
    m_copy->setIcon(icons::icon("copy"));
    m_close->setIcon(icons::icon("x"));
}

void StatisticsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

bool StatisticsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            askForHistogram();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StatisticsPanel::setRows(const QList<StatisticsRow> &rows, Micros from, Micros to)
{
    m_model->setRows(rows);
    m_histogram->setEnabled(!rows.isEmpty());
    m_copy->setEnabled(!rows.isEmpty());
    describe(from, to);
}

void StatisticsPanel::describe(Micros from, Micros to)
{
    const auto &rows = m_model->rows();
    const bool estimated = std::any_of(rows.begin(), rows.end(), [](const StatisticsRow &row) { return row.statistics.isEstimated; });
    const auto problem = std::find_if(rows.begin(), rows.end(), [](const StatisticsRow &row) { return !row.problem.isEmpty(); });
    constexpr Micros day = 86'400'000'000;
    const auto time = [&](Micros at) { return to - from < day / 2 ? format::clock(at) : format::exactTime(at); };
    // A chart is some whole pixels long: nearly what it was asked to be.
    constexpr Micros second = 1'000'000;
    const Micros length = to - from < 10 * second ? to - from : (to - from + second / 2) / second * second;
    QString text = tr("%1 – %2 (%3)").arg(time(from), time(to), format::duration(length));
    if (problem != rows.end())
        text = tr("%1 · only what is in memory: %2").arg(text, problem->problem);
    else
        text = estimated ? tr("%1 · from summaries, because there are too many samples").arg(text) : tr("%1 · all samples").arg(text);
    m_about->setText(text);
    m_about->setToolTip(format::tip(text));
}

void StatisticsPanel::fitHeight()
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * compactRow + 2);
}

void StatisticsPanel::copy() const
{
    QGuiApplication::clipboard()->setText(m_model->text());
}

void StatisticsPanel::askForHistogram()
{
    const int row = std::max(0, m_table->currentIndex().row());
    if (row < m_model->rowCount())
        Q_EMIT histogramRequested(m_model->rows().at(row).metric, mapToGlobal(QPoint(width(), 0)));
}

} // namespace muster
