#include "ui/chart/chartarea.h"

#include "core/fleet.h"
#include "ui/chart/chartpanel.h"
#include "ui/drophint.h"
#include "ui/icons.h"

#include <QApplication>
#include <QDropEvent>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace muster {

ChartArea::ChartArea(Fleet &fleet, Past &past, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_watches(fleet)
    , m_parts {fleet, m_watches, past, m_cursors}
    , m_tabs(new QTabWidget)
    , m_new(new QToolButton)
    , m_empty(new QWidget)
{
    build();
    connect(m_new, &QToolButton::clicked, this, [this] { addChart(); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &ChartArea::changed);
    connect(m_tabs->tabBar(), &QTabBar::tabMoved, this, &ChartArea::changed);
    connect(m_tabs, &QTabWidget::tabBarDoubleClicked, this, &ChartArea::editTabName);
    connect(m_tabs->tabBar(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        showTabMenu(m_tabs->tabBar()->tabAt(at), m_tabs->tabBar()->mapToGlobal(at));
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (QWidget *widget = now; widget && isAncestorOf(widget); widget = widget->parentWidget()) {
            if (auto *panel = qobject_cast<ChartPanel *>(widget))
                m_used = panel;
        }
    });
    showEmptiness();
}

ChartArea::~ChartArea()
{
    // The charts use m_watches, which goes before the widgets that QWidget's destructor deletes.
    disconnect(qApp, nullptr, this, nullptr);
    disconnect(m_tabs, nullptr, this, nullptr);
    qDeleteAll(findChildren<ChartPanel *>());
}

void ChartArea::build()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_new->setAutoRaise(true);
    m_tabs->setCornerWidget(m_new, Qt::TopRightCorner);

    m_emptyText = new QLabel;
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_start = new QPushButton;
    auto *column = new QVBoxLayout(m_empty);
    column->addStretch(1);
    column->addWidget(m_emptyText);
    column->addWidget(m_start, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    connect(m_start, &QPushButton::clicked, this, [this] { addChart(); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_tabs, 1);
    m_emptyHint = new DropHint(m_empty);
    m_tabHint = new DropHint(m_tabs->tabBar());
    for (QWidget *place : std::initializer_list<QWidget *> {m_empty, m_tabs->tabBar(), m_new}) {
        place->setAcceptDrops(true);
        place->installEventFilter(this);
    }
    retranslate();
}

void ChartArea::retranslate()
{
    m_tabs->setAccessibleName(tr("Charts"));
    m_tabs->tabBar()->setAccessibleName(tr("Charts"));
    m_new->setIcon(icons::icon("plus"));
    m_new->setAccessibleName(tr("New chart"));
    m_new->setToolTip(tr("New chart; devices and metrics can be dropped here"));
    m_emptyText->setText(tr("Charts show live values. Drop a device or a metric here, or start with an empty chart."));
    m_start->setText(tr("New chart"));
}

void ChartArea::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || (event->type() == QEvent::PaletteChange && m_start))
        retranslate();
}

bool ChartArea::eventFilter(QObject *watched, QEvent *event)
{
    auto *place = qobject_cast<QWidget *>(watched);
    return (place && acceptDrag(*event, *place)) || QWidget::eventFilter(watched, event);
}

bool ChartArea::acceptDrag(QEvent &event, QWidget &place)
{
    DropHint *hint = &place == m_empty ? m_emptyHint : m_tabHint;
    if (event.type() == QEvent::DragLeave) {
        hint->hide();
        return false;
    }
    const bool arrives = event.type() == QEvent::DragEnter || event.type() == QEvent::DragMove;
    if (!arrives && event.type() != QEvent::Drop)
        return false;
    auto &drop = static_cast<QDropEvent &>(event);
    const QList<MetricId> metrics = ChartPanel::droppedMetrics(m_fleet, *drop.mimeData());
    if (metrics.isEmpty())
        return false;
    drop.setDropAction(Qt::CopyAction);
    drop.accept();
    if (arrives) {
        hint->invite(tr("Plot on a new chart"));
    } else {
        hint->hide();
        addChart(metrics);
    }
    return true;
}

QSplitter *ChartArea::page(int index) const
{
    return qobject_cast<QSplitter *>(m_tabs->widget(index));
}

QSplitter *ChartArea::pageOf(const ChartPanel &panel) const
{
    return qobject_cast<QSplitter *>(panel.parentWidget());
}

QList<ChartPanel *> ChartArea::charts() const
{
    QList<ChartPanel *> all;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        for (int i = 0; i < page(tab)->count(); ++i) {
            if (auto *panel = qobject_cast<ChartPanel *>(page(tab)->widget(i)))
                all.append(panel);
        }
    }
    return all;
}

ChartPanel *ChartArea::current() const
{
    const QSplitter *shown = page(m_tabs->currentIndex());
    if (!shown || shown->count() == 0)
        return nullptr;
    if (m_used && pageOf(*m_used) == shown)
        return m_used;
    return qobject_cast<ChartPanel *>(shown->widget(shown->count() - 1));
}

void ChartArea::plot(const QList<MetricId> &metrics)
{
    if (ChartPanel *panel = current())
        panel->plot(metrics);
    else
        addChart(metrics);
}

QString ChartArea::freeName() const
{
    for (int n = 1;; ++n) {
        const QString name = tr("Chart %1").arg(n);
        bool taken = false;
        for (int tab = 0; tab < m_tabs->count(); ++tab)
            taken = taken || m_tabs->tabText(tab) == name;
        if (!taken)
            return name;
    }
}

QSplitter *ChartArea::addPage(const QString &name)
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    connect(splitter, &QSplitter::splitterMoved, this, &ChartArea::changed);
    const int index = m_tabs->addTab(splitter, QString());
    auto *closer = new QToolButton;
    closer->setIcon(icons::icon("x"));
    closer->setIconSize({12, 12});
    closer->setAutoRaise(true);
    closer->setAccessibleName(tr("Close"));
    closer->setToolTip(tr("Close"));
    connect(closer, &QToolButton::clicked, this, [this, splitter] { closePage(m_tabs->indexOf(splitter)); });
    m_tabs->tabBar()->setTabButton(index, QTabBar::RightSide, closer);
    renameTab(index, name);
    showEmptiness();
    return splitter;
}

ChartPanel *ChartArea::addPanel(QSplitter &page, const QList<MetricId> &metrics)
{
    auto *panel = new ChartPanel(m_parts);
    connect(panel, &ChartPanel::alarmRequested, this, &ChartArea::alarmRequested);
    page.addWidget(panel);
    page.setSizes(QList<int>(page.count(), std::max(1, page.height() / page.count())));
    connect(panel, &ChartPanel::changed, this, &ChartArea::changed);
    connect(panel, &ChartPanel::newChartRequested, this, &ChartArea::addChart);
    connect(panel, &ChartPanel::splitRequested, this, [this, panel] {
        m_used = panel;
        split();
    });
    connect(panel, &ChartPanel::closeRequested, this, [this, panel] { close(panel); });
    m_used = panel;
    if (!metrics.isEmpty())
        panel->plot(metrics);
    Q_EMIT changed();
    return panel;
}

ChartPanel *ChartArea::addChart(const QList<MetricId> &metrics)
{
    if (charts().size() >= mostCharts)
        return nullptr;
    QSplitter *fresh = addPage(freeName());
    m_tabs->setCurrentWidget(fresh);
    return addPanel(*fresh, metrics);
}

ChartPanel *ChartArea::split(const QList<MetricId> &metrics)
{
    QSplitter *shown = page(m_tabs->currentIndex());
    if (!shown)
        return addChart(metrics);
    return charts().size() < mostCharts ? addPanel(*shown, metrics) : nullptr;
}

void ChartArea::close(ChartPanel *panel)
{
    QSplitter *splitter = pageOf(*panel);
    if (m_used == panel)
        m_used = nullptr;
    if (splitter && splitter->count() == 1)
        return closePage(m_tabs->indexOf(splitter));
    panel->hide();
    panel->setParent(this);
    panel->deleteLater();
    Q_EMIT changed();
}

void ChartArea::closePage(int index)
{
    QWidget *closed = m_tabs->widget(index);
    if (!closed)
        return;
    m_tabs->removeTab(index);
    closed->deleteLater();
    if (m_used && closed->isAncestorOf(m_used))
        m_used = nullptr;
    showEmptiness();
    Q_EMIT changed();
}

void ChartArea::showEmptiness()
{
    m_empty->setVisible(m_tabs->count() == 0);
    m_tabs->setVisible(m_tabs->count() > 0);
}

void ChartArea::renameTab(int index, const QString &name)
{
    const QString plain = name.simplified().left(60);
    if (!page(index) || plain.isEmpty())
        return;
    page(index)->setProperty("name", plain);
    m_tabs->setTabText(index, QString(plain).replace(u'&', QStringLiteral("&&")));
    Q_EMIT changed();
}

void ChartArea::editTabName(int index)
{
    if (!page(index))
        return;
    auto *edit = new QLineEdit(page(index)->property("name").toString(), m_tabs->tabBar());
    edit->setAccessibleName(tr("Name of the chart's tab"));
    edit->setMaxLength(60);
    edit->setGeometry(m_tabs->tabBar()->tabRect(index));
    edit->selectAll();
    edit->show();
    edit->setFocus();
    const auto done = [this, edit, splitter = page(index)] {
        if (m_tabs->indexOf(splitter) >= 0 && edit->isVisible())
            renameTab(m_tabs->indexOf(splitter), edit->text());
        edit->hide();
        edit->deleteLater();
    };
    connect(edit, &QLineEdit::editingFinished, this, done);
}

void ChartArea::showTabMenu(int index, const QPoint &globalPos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icons::icon("plus"), tr("New chart"), this, [this] { addChart(); });
    if (page(index)) {
        menu->addAction(icons::icon("pencil"), tr("Rename…"), this, [this, index] { editTabName(index); });
        menu->addAction(icons::icon("columns"), tr("Split"), this, [this, index] {
            m_tabs->setCurrentIndex(index);
            split();
        });
        menu->addSeparator();
        menu->addAction(icons::icon("x"), tr("Close"), this, [this, index] { closePage(index); });
    }
    menu->popup(globalPos);
}

void ChartArea::exportCurrent()
{
    if (ChartPanel *panel = current())
        panel->exportChart();
}

QJsonObject ChartArea::save() const
{
    QJsonArray pages;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        QJsonArray panels;
        QJsonArray sizes;
        for (int i = 0; i < page(tab)->count(); ++i) {
            panels.append(qobject_cast<ChartPanel *>(page(tab)->widget(i))->save());
            sizes.append(page(tab)->sizes().at(i));
        }
        pages.append(QJsonObject {{QStringLiteral("name"), page(tab)->property("name").toString()}, {QStringLiteral("charts"), panels},
            {QStringLiteral("sizes"), sizes}});
    }
    return {{QStringLiteral("version"), 1}, {QStringLiteral("tabs"), pages}, {QStringLiteral("current"), m_tabs->currentIndex()}};
}

void ChartArea::restore(const QJsonObject &stored)
{
    const QSignalBlocker quiet(this);
    while (m_tabs->count() > 0)
        closePage(0);
    const QJsonArray pages = stored.value(QStringLiteral("tabs")).toArray();
    for (const QJsonValue &value : pages) {
        const QJsonArray panels = value[QStringLiteral("charts")].toArray();
        if (panels.isEmpty() || charts().size() + panels.size() > mostCharts)
            continue;
        QSplitter *splitter = addPage(freeName());
        renameTab(m_tabs->indexOf(splitter), value[QStringLiteral("name")].toString());
        for (const QJsonValue &panel : panels)
            addPanel(*splitter, {})->restore(panel.toObject());
        QList<int> sizes;
        const QJsonArray heights = value[QStringLiteral("sizes")].toArray();
        for (const QJsonValue &size : heights)
            sizes.append(std::max(0, size.toInt()));
        if (sizes.size() == panels.size())
            splitter->setSizes(sizes);
    }
    m_tabs->setCurrentIndex(std::clamp(stored.value(QStringLiteral("current")).toInt(), 0, std::max(0, m_tabs->count() - 1)));
    m_used = nullptr;
}

} // namespace muster
