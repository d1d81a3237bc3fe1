#include "ui/chart/chartpanel.h"

#include "ui/analysis/chartanalysis.h"
#include "ui/analysis/statisticspanel.h"
#include "ui/chart/exportdialog.h"
#include "ui/chart/legendbar.h"
#include "ui/chart/metricpicker.h"
#include "ui/chart/picture.h"
#include "ui/chart/valuetable.h"
#include "ui/dragdata.h"
#include "ui/drophint.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/rules/alarmlines.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace muster {

namespace {

constexpr int refreshMs = 250;        ///< legend values: fast enough to look live, slow enough to be read
constexpr Micros second = 1'000'000;
constexpr Micros day = 86'400 * second;
constexpr std::array<Micros, 11> windows {10 * second, 60 * second, 300 * second, 900 * second, 3'600 * second, 21'600 * second, day, 7 * day, 30 * day,
    365 * day, TimeView::everything};

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QToolButton *flatButton()
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setMinimumHeight(28);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void name(QToolButton &button, const QString &text, const QString &tip)
{
    button.setText(text);
    button.setAccessibleName(text);
    button.setToolTip(tip.toHtmlEscaped());
}

/// A small coloured note that lies over the chart.
void paintAsNote(QWidget &widget, const QColor &background, const QColor &text)
{
    QPalette palette = widget.palette();
    palette.setColor(QPalette::Window, background);
    palette.setColor(QPalette::WindowText, text);
    widget.setPalette(palette);
    widget.setAutoFillBackground(true);
}

} // namespace

ChartPanel::ChartPanel(const ChartParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_fleet(parts.fleet)
    , m_parts(parts)
    , m_view(new ChartView(parts))
    , m_cursors(parts.cursors)
    , m_table(new ValueTable(*m_view, parts.cursors))
    , m_legend(new LegendBar(*m_view))
    , m_analysis(new ChartAnalysis(parts, *m_view, this))
    , m_window(new QComboBox)
{
    setAcceptDrops(true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(2);
    buildHeader();
    buildNotice();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_view, 1);
    middle->addWidget(m_table);
    m_table->hide();
    layout->addLayout(middle, 1);
    layout->addWidget(m_analysis->panel());
    buildOverlays();
    m_hint = new DropHint(this);

    connect(m_view, &ChartView::tracesChanged, this, &ChartPanel::followView);
    connect(m_view, &ChartView::viewChanged, this, &ChartPanel::followView);
    connect(m_view, &ChartView::tracesChanged, this, &ChartPanel::changed);
    connect(m_view, &ChartView::menuRequested, this, [this](const QPoint &at) {
        QMenu *actions = menu(m_view->mapFromGlobal(at).x());
        actions->setAttribute(Qt::WA_DeleteOnClose);
        actions->popup(at);
    });
    connect(m_table, &ValueTable::closed, this, [this] { showTable(false); });
    connect(&m_cursors, &CursorLink::marksChanged, this, [this] {
        if (m_cursors.hasMarks() && isVisible() && m_view->hasFocus())
            showTable(true);
    });
    connect(m_analysis, &ChartAnalysis::plotRequested, this, &ChartPanel::plot);
    if (parts.alarms)
        new AlarmLines(*m_view, *parts.alarms, this);
    connect(m_analysis, &ChartAnalysis::changed, this, &ChartPanel::changed);
    connect(m_analysis, &ChartAnalysis::noteChanged, this, [this] { m_legend->setNote(m_analysis->note()); });
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &ChartPanel::refresh);
    m_refresh.start();
    retranslate();
}

void ChartPanel::retranslate()
{
    const std::array<QString, windows.size()> names {tr("10 s"), tr("1 min"), tr("5 min"), tr("15 min"), tr("1 h"), tr("6 h"), tr("1 day"), tr("1 week"),
        tr("30 days"), tr("1 year"), tr("All")};
    for (size_t i = 0; i < windows.size(); ++i)
        m_window->setItemText(int(i), names[i]);
    m_window->setAccessibleName(tr("Time shown"));
    m_window->setToolTip(tr("How much time the chart shows"));
    name(*m_fit, tr("Fit"), tr("Show everything remembered and recorded (F)"));
    name(*m_more, tr("More"), tr("Add a metric, export, copy, split"));
    name(*m_noticeNew, tr("New chart"), tr("Put what did not fit on a chart of its own"));
    name(*m_dismiss, tr("Dismiss"), tr("Hide this notice"));
    m_emptyText->setText(tr("Drop devices or metrics here to plot them live."));
    m_add->setText(tr("Add metric…"));
    m_view->setAccessibleName(ChartView::tr("Chart"));
    showIcons();
    followView();
}

void ChartPanel::showIcons()
{
    m_fit->setIcon(icons::icon("zoom-reset"));
    m_more->setIcon(icons::icon("dots-vertical"));
    m_dismiss->setIcon(icons::icon("x"));
}

void ChartPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && m_add) {
        showIcons();
        followView();
    }
}

void ChartPanel::buildHeader()
{
    for (const Micros window : windows)
        m_window->addItem(QString(), qint64(window));
    m_window->setMinimumContentsLength(11); // "25 min 37 s"
    m_live = flatButton();
    m_live->setCheckable(true);
    m_pause = flatButton();
    m_pause->setCheckable(true);
    m_fit = flatButton();
    m_more = flatButton();
    m_more->setPopupMode(QToolButton::InstantPopup);

    auto *header = new QHBoxLayout;
    header->setSpacing(2);
    header->addWidget(m_legend, 1);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_window, m_live, m_pause, m_fit, m_more})
        header->addWidget(widget, 0, Qt::AlignTop);
    static_cast<QVBoxLayout *>(layout())->addLayout(header);

    connect(m_window, &QComboBox::activated, this, [this](int i) {
        if (const QVariant window = m_window->itemData(i); window.isValid() && window.toLongLong() >= 0)
            m_view->setWindow(window.toLongLong());
    });
    connect(m_live, &QToolButton::clicked, m_view, &ChartView::follow);
    connect(m_pause, &QToolButton::clicked, m_view, &ChartView::setPaused);
    connect(m_fit, &QToolButton::clicked, m_view, &ChartView::fit);
    connect(m_more, &QToolButton::clicked, this, [this] {
        QMenu *actions = menu();
        actions->setAttribute(Qt::WA_DeleteOnClose);
        actions->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
    });
}

void ChartPanel::buildNotice()
{
    m_notice = new QWidget;
    m_noticeText = plainLabel(m_notice);
    m_noticeText->setWordWrap(true);
    m_noticeNew = flatButton();
    m_dismiss = flatButton();
    auto *row = new QHBoxLayout(m_notice);
    row->setContentsMargins(8, 0, 0, 0);
    row->addWidget(m_noticeText, 1);
    row->addWidget(m_noticeNew);
    row->addWidget(m_dismiss);
    m_notice->hide();
    layout()->addWidget(m_notice);
    connect(m_dismiss, &QToolButton::clicked, m_notice, &QWidget::hide);
    connect(m_noticeNew, &QToolButton::clicked, this, [this] {
        m_notice->hide();
        Q_EMIT newChartRequested(m_refused);
    });
}

void ChartPanel::buildOverlays()
{
    m_ribbon = plainLabel(m_view);
    m_ribbon->setAlignment(Qt::AlignCenter);
    m_ribbon->setContentsMargins(10, 3, 10, 3);
    m_ribbon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_ribbon->hide();

    m_empty = new QWidget(m_view);
    m_emptyText = plainLabel(m_empty);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_add = new QPushButton;
    auto *column = new QVBoxLayout(m_empty);
    column->addStretch(1);
    column->addWidget(m_emptyText);
    column->addWidget(m_add, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &ChartPanel::pickMetric);
    m_view->installEventFilter(this);
}

bool ChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize)
        placeOverlays();
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_J)
            askForTime();
        else if (key == Qt::Key_T)
            showTable(m_table->isHidden());
        if (key == Qt::Key_J || key == Qt::Key_T)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartPanel::placeOverlays()
{
    m_empty->setGeometry(m_view->rect());
    m_ribbon->adjustSize();
    m_ribbon->move((m_view->width() - m_ribbon->width()) / 2, 4);
}

void ChartPanel::followView()
{
    const TimeView &time = m_view->time();
    m_live->setChecked(time.isFollowing() && !time.isPaused());
    m_live->setEnabled(!m_view->traces().isEmpty());
    name(*m_live, m_live->isChecked() ? tr("● Live") : tr("▸ Follow live"), tr("Follow the latest values (L)"));
    m_pause->setChecked(time.isPaused());
    name(*m_pause, time.isPaused() ? tr("Resume") : tr("Pause"), tr("Stop the picture; recording continues (Space)"));
    m_pause->setIcon(icons::icon(time.isPaused() ? "player-play" : "player-pause"));
    const int known = m_window->findData(qint64(time.window()));
    // A window that was zoomed to has a line of its own while it lasts.
    if (m_window->count() > int(windows.size()))
        m_window->removeItem(int(windows.size()));
    if (known < 0 || known >= int(windows.size()))
        m_window->addItem(format::duration(time.window()), qint64(-1));
    m_window->setCurrentIndex(known >= 0 && known < int(windows.size()) ? known : int(windows.size()));
    m_ribbon->setVisible(time.isPaused());
    if (time.isPaused()) {
        const theme::Colours &colours = theme::colours(palette());
        paintAsNote(*m_ribbon, colours.stale, theme::isDark(palette()) ? colours.window : QColor(Qt::black));
        m_ribbon->setText(tr("Paused at %1 · recording continues").arg(format::clock(time.pausedAt())));
    }
    m_empty->setVisible(m_view->traces().isEmpty());
    placeOverlays();
    refresh();
}

void ChartPanel::refresh()
{
    if (!isVisible())
        return;
    m_legend->refreshValues();
    describe();
}

void ChartPanel::describe()
{
    QStringList parts;
    for (qsizetype i = 0; i < m_view->traces().size(); ++i)
        parts.append(tr("%1: %2").arg(m_view->traces().at(i).name(), m_view->latest(i)));
    const QString text = parts.isEmpty() ? tr("An empty chart.") : tr("Traces: %1.").arg(parts.join(QStringLiteral("; ")));
    if (text != m_view->accessibleDescription())
        m_view->setAccessibleDescription(text);
}

QList<MetricId> ChartPanel::plot(const QList<MetricId> &metrics)
{
    QList<MetricId> refused;
    std::optional<Error> why;
    for (const MetricId metric : metrics) {
        const Result<void> added = m_view->add(metric);
        if (added)
            continue;
        const bool helps = added.error().code == Error::Code::Refused || added.error().code == Error::Code::TooLarge;
        if (helps)
            refused.append(metric);
        if (!why || (helps && refused.size() == 1))
            why = added.error();
    }
    if (why)
        showNotice(why->text, refused);
    else
        m_notice->hide();
    return refused;
}

void ChartPanel::showNotice(const QString &text, const QList<MetricId> &others)
{
    const theme::Colours &colours = theme::colours(palette());
    paintAsNote(*m_notice, colours.window, colours.text);
    m_refused = others;
    m_noticeText->setText(text);
    m_noticeNew->setVisible(!others.isEmpty());
    m_notice->show();
}

void ChartPanel::pickMetric()
{
    auto *picker = new MetricPicker(m_fleet, this);
    connect(picker, &MetricPicker::picked, this, [this](MetricId metric) { plot({metric}); });
    picker->popup(m_view->mapToGlobal(QPoint(m_view->width() / 2 - picker->width() / 2, 32)));
}

} // namespace muster
