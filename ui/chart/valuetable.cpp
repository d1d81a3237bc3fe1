#include "ui/chart/valuetable.h"

#include "ui/chart/chartview.h"
#include "ui/chart/cursorlink.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>

namespace muster {

namespace {

constexpr int widest = 420;
constexpr int mostNameWidth = 160;
constexpr int mostValueWidth = 96; ///< a text may be long; its tool tip has all of it

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(10, 10);
    pixmap.fill(colour);
    return QIcon(pixmap);
}

} // namespace

ValueTable::ValueTable(ChartView &chart, CursorLink &cursors, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_cursors(cursors)
    , m_when(new QLabel)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_close(new QToolButton)
{
    m_when->setTextFormat(Qt::PlainText);
    m_when->setFont(theme::small(font()));
    m_when->setMargin(2);
    m_close->setAutoRaise(true);
    m_close->setIconSize({12, 12});
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setFont(theme::tabular(theme::small(font())));
    m_table->setIconSize({10, 10});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *top = new QHBoxLayout;
    top->addWidget(m_when, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &ValueTable::refresh);
    const auto soon = [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    };
    connect(&chart, &ChartView::drawn, this, soon);
    connect(&cursors, &CursorLink::moved, this, soon);
    connect(&cursors, &CursorLink::marksChanged, this, soon);
    connect(m_close, &QToolButton::clicked, this, &ValueTable::closed);
    retranslate();
}

void ValueTable::retranslate()
{
    m_table->setAccessibleName(tr("Values at the cursor and the marks"));
    m_table->setHorizontalHeaderLabels({tr("Trace"), tr("Cursor"), tr("A", "first mark"), tr("B", "second mark"), tr("Δ", "difference")});
    m_table->horizontalHeaderItem(Name)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const Column column : {Cursor, MarkA, MarkB, Delta})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_close->setIcon(icons::icon("x"));
    m_close->setAccessibleName(tr("Hide the value table"));
    m_close->setToolTip(tr("Hide the value table (T)"));
}

void ValueTable::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ValueTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

QString ValueTable::when() const
{
    QStringList lines;
    if (m_cursors.time())
        lines.append(tr("Cursor %1").arg(scale::clockTime(*m_cursors.time())));
    if (const auto a = m_cursors.mark(0)) {
        lines.append(tr("A %1").arg(scale::clockTime(*a)));
        if (const auto b = m_cursors.mark(1))
            lines.append(tr("B %1 · Δt %2").arg(scale::clockTime(*b), format::duration(std::abs(*b - *a))));
        else if (m_cursors.time())
            lines.append(tr("Cursor to A: Δt %1").arg(format::duration(std::abs(*m_cursors.time() - *a))));
    }
    return lines.isEmpty() ? tr("Point at the chart, or press M to place marks.") : lines.join(u'\n');
}

void ValueTable::put(int row, Column column, const QString &text)
{
    QTableWidgetItem *item = m_table->item(row, column);
    if (!item) {
        item = new QTableWidgetItem;
        item->setTextAlignment((column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
    if (item->text() == text)
        return;
    item->setText(text);
    item->setToolTip(format::tip(text));
}

void ValueTable::fill(int row, qsizetype trace)
{
    const Trace &shown = m_chart.traces().at(trace);
    const auto read = [&](std::optional<Micros> time) { return time ? m_chart.read(trace, *time) : std::nullopt; };
    const auto words = [&](const auto &reading) { return reading ? reading->words(shown.info) : format::none(); };
    const auto cursor = read(m_cursors.time());
    const auto a = read(m_cursors.mark(0));
    const auto b = read(m_cursors.mark(1));
    put(row, Name, shown.name());
    m_table->item(row, Name)->setIcon(swatch(m_chart.colour(trace)));
    put(row, Cursor, words(cursor));
    put(row, MarkA, words(a));
    put(row, MarkB, words(b));
    const auto &end = m_cursors.mark(1) ? b : cursor;
    QString delta = format::none();
    if (a && end && shown.info.type == MetricType::Number && std::isfinite(end->value - a->value)) {
        const double by = end->value - a->value;
        delta = (by > 0 ? QStringLiteral("+") : QString()) + format::quantity(shown.info, by).joined();
    }
    put(row, Delta, delta);
}

void ValueTable::refresh()
{
    m_when->setText(when());
    const TraceSet &traces = m_chart.traces();
    int rows = 0;
    for (qsizetype i = 0; i < traces.size(); ++i) {
        if (!traces.at(i).shown)
            continue;
        if (rows >= m_table->rowCount())
            m_table->setRowCount(rows + 1);
        fill(rows++, i);
    }
    m_table->setRowCount(rows);
    for (const Column column : {MarkA, MarkB, Delta})
        m_table->setColumnHidden(column, column == MarkB ? !m_cursors.mark(1) : !m_cursors.hasMarks());
    m_table->resizeColumnsToContents();
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setColumnWidth(column, std::min(column == Name ? mostNameWidth : mostValueWidth, m_table->columnWidth(column)));
    updateGeometry();
}

QSize ValueTable::sizeHint() const
{
    int width = 24;
    for (int column = 0; column < ColumnCount; ++column)
        width += m_table->isColumnHidden(column) ? 0 : m_table->columnWidth(column);
    return {std::clamp(width, 240, widest), 120};
}

} // namespace muster
