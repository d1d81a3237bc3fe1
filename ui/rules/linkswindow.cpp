#include "ui/rules/linkswindow.h"

#include "ui/emptyhint.h"
#include "ui/format.h"
#include "ui/rules/linkends.h"
#include "ui/rules/linkmap.h"
#include "ui/rules/linkwords.h"
#include "ui/rules/rulelist.h"
#include "ui/undobar.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int idRole = Qt::UserRole;
enum Column { Name, From, To, Calculation, Count, Last, State };

} // namespace

LinksWindow::LinksWindow(const Fleet &fleet, Links &links, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_links(links)
    , m_metrics(new LinkEnds(LinkEnds::Kind::Metrics, fleet))
    , m_commands(new LinkEnds(LinkEnds::Kind::Commands, fleet))
    , m_map(new LinkMap(fleet, links))
    , m_list(new RuleTree)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Links"));
    rulelist::resize(*this, {1'200, 660});
    build();
    listen();
    refresh();
}

void LinksWindow::build()
{
    m_list->setAccessibleName(tr("Links"));
    m_list->setHeaderLabels({tr("Link"), tr("Reads"), tr("Commands"), tr("Value"), tr("Sent"), tr("Last"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (const auto &[column, width] : {std::pair(int(Name), 180), std::pair(int(From), 170), std::pair(int(To), 170), std::pair(int(Calculation), 120), std::pair(int(Count), 90), std::pair(int(Last), 80)})
        m_list->header()->resizeSection(column, width);
    auto *sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(makeEnds(m_metrics, tr("Drag a metric …")));
    sides->addWidget(makeMap());
    sides->addWidget(makeEnds(m_commands, tr("… onto a command")));
    sides->setStretchFactor(1, 1);
    sides->setSizes({180, 820, 180});
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(sides);
    parts->addWidget(m_list);
    parts->setSizes({380, 200});
    m_problem = new QLabel;
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->addWidget(parts, 1);
    column->addWidget(m_problem);
    m_undo = new UndoBar;
    column->addWidget(m_undo);
    column->addLayout(makeButtons());
}

QWidget *LinksWindow::makeEnds(LinkEnds *ends, const QString &title)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(4, 0, 4, 0);
    column->setSpacing(4);
    auto *heading = new QLabel(title);
    heading->setForegroundRole(QPalette::PlaceholderText);
    auto *search = new QLineEdit;
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search in: %1").arg(ends->accessibleName()));
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, ends, &LinkEnds::search);
    column->addWidget(heading);
    column->addWidget(search);
    column->addWidget(ends, 1);
    return side;
}

QWidget *LinksWindow::makeMap()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(m_map);
    auto *none = new EmptyHint(*area, *m_list->model());
    none->setText(tr("No links yet."), tr("Drag a metric from the left onto a command on the right: what it says is sent on from then on."));
    connect(none->addButton(tr("New link…")), &QPushButton::clicked, this, [this] { Q_EMIT newRequested({}); });
    m_list->setVisible(m_list->topLevelItemCount() > 0);
    connect(none, &EmptyHint::shown, m_list, &QWidget::setHidden);
    return area;
}

QLayout *LinksWindow::makeButtons()
{
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const QString &text, const QKeySequence &keys, const std::function<void()> &order) {
        return rulelist::addButton(*row, *m_list, text, keys, order);
    };
    add(tr("New link…"), {}, [this] { Q_EMIT newRequested({}); });
    m_edit = add(tr("Edit…"), {}, [this] {
        if (const QList<LinkId> links = selected(); !links.isEmpty())
            Q_EMIT editRequested(links.constFirst());
    });
    m_remove = add(tr("Delete"), QKeySequence(Qt::Key_Delete), [this] { removeSelected(); });
    m_again = add(tr("Start again"), {}, [this] {
        const QList<LinkId> links = selected();
        for (const LinkId link : links)
            m_links.startAgain(link);
    });
    m_again->setToolTip(tr("After it was stopped because it set off itself"));
    row->addStretch();
    m_copy = add(tr("Copy as JSON"), QKeySequence::Copy, [this] { copy(); });
    add(tr("Paste"), QKeySequence::Paste, [this] { paste(); });
    return row;
}

void LinksWindow::listen()
{
    connect(&m_links, &Links::linksChanged, this, &LinksWindow::refresh);
    connect(&m_links, &Links::statesChanged, this, &LinksWindow::refreshStates);
    connect(m_list, &QTreeWidget::itemChanged, this, &LinksWindow::toggled);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { Q_EMIT editRequested({item->data(Name, idRole).toUInt()}); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        showButtons();
        if (const QList<LinkId> links = selected(); !links.isEmpty() && !m_filling)
            m_map->setCurrent(links.constFirst());
    });
    connect(m_map, &LinkMap::currentChanged, this, &LinksWindow::select);
    connect(m_map, &LinkMap::openRequested, this, &LinksWindow::editRequested);
    connect(m_metrics, &LinkEnds::metricChosen, this, [this](MetricId metric) { ask(metric, {}, {}); });
    connect(m_commands, &LinkEnds::commandChosen, this, [this](DeviceId device, const QString &key) { ask({}, device, key); });
    connect(m_commands, &LinkEnds::dropped, this, &LinksWindow::ask);
}

/// A new link, with what is known of it.
void LinksWindow::ask(MetricId metric, DeviceId device, const QString &key)
{
    DeviceLink link;
    const MetricState *const state = m_fleet.metric(metric);
    if (const Device *const from = state ? m_fleet.device(state->device) : nullptr) {
        link.fromAddress = from->addresses.value(0);
        link.fromKey = state->info.key;
    }
    if (const Device *const to = m_fleet.device(device)) {
        link.toAddress = to->addresses.value(0);
        link.toKey = key;
    }
    Q_EMIT newRequested(link);
}

void LinksWindow::refresh()
{
    const QList<LinkId> before = selected();
    m_filling = true;
    m_list->clear();
    const QList<DeviceLink> links = m_links.all();
    for (const DeviceLink &link : links) {
        auto *item = new QTreeWidgetItem(m_list, {linkwords::name(m_fleet, link), linkwords::source(m_fleet, link), linkwords::target(m_fleet, link), linkwords::calculation(link)});
        item->setData(Name, idRole, link.id.n);
        item->setCheckState(Name, link.enabled ? Qt::Checked : Qt::Unchecked);
        item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(Last, Qt::AlignRight | Qt::AlignVCenter);
        showState(item, link);
        item->setSelected(before.contains(link.id));
    }
    m_filling = false;
    m_map->arrange();
    showButtons();
}

void LinksWindow::refreshStates()
{
    m_filling = true;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *const item = m_list->topLevelItem(i);
        if (const DeviceLink *const link = m_links.find({item->data(Name, idRole).toUInt()}))
            showState(item, *link);
    }
    m_filling = false;
    showButtons();
}

void LinksWindow::showState(QTreeWidgetItem *item, const DeviceLink &link)
{
    const LinkState state = m_links.state(link.id);
    const linkwords::Mood mood = linkwords::mood(link, state);
    item->setText(Count, format::count(qint64(state.sent)));
    item->setText(Last, linkwords::last(m_fleet, link, state));
    item->setText(State, linkwords::state(link, state));
    item->setForeground(State, linkwords::colour(mood, palette()));
    item->setToolTip(State, format::tip(item->text(State)));
    item->setToolTip(Count, format::tip(tr("%1 sent, %2 failed, %3 overtaken by a newer value").arg(format::count(qint64(state.sent)), format::count(qint64(state.failed)), format::count(qint64(state.skipped)))));
    item->setToolTip(Last, format::tip(format::exactTime(state.lastTime)));
}

void LinksWindow::showButtons()
{
    const QList<LinkId> links = selected();
    for (QPushButton *button : {m_edit, m_remove, m_copy})
        button->setEnabled(!links.isEmpty());
    m_again->setEnabled(std::any_of(links.begin(), links.end(), [this](LinkId link) { return !m_links.state(link).loop.isEmpty(); }));
}

QList<LinkId> LinksWindow::selected() const
{
    QList<LinkId> links;
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    for (const QTreeWidgetItem *item : items)
        links.append(LinkId {item->data(Name, idRole).toUInt()});
    return links;
}

void LinksWindow::select(LinkId link)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *const item = m_list->topLevelItem(i);
        if (LinkId {item->data(Name, idRole).toUInt()} == link && !item->isSelected())
            m_list->setCurrentItem(item);
    }
}

void LinksWindow::toggled(QTreeWidgetItem *item)
{
    const DeviceLink *const found = m_filling ? nullptr : m_links.find({item->data(Name, idRole).toUInt()});
    if (!found)
        return;
    DeviceLink link = *found;
    link.enabled = item->checkState(Name) == Qt::Checked;
    if (link.enabled != found->enabled)
        // The list is filled anew, which must not happen while it tells of this change.
        QMetaObject::invokeMethod(this, [this, link] { std::ignore = m_links.change(link); }, Qt::QueuedConnection);
}

void LinksWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshStates(); // their colours are the palette's
}

/// Enter opens what is selected. A dialog would hand it on to the default button of the form that has just been opened.
void LinksWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

void LinksWindow::removeSelected()
{
    QList<DeviceLink> removed;
    QStringList names;
    const QList<LinkId> ids = selected();
    for (const LinkId id : ids) {
        if (const DeviceLink *const link = m_links.find(id)) {
            removed.append(*link);
            names.append(linkwords::name(m_fleet, *link));
        }
        m_links.remove(id);
    }
    rulelist::offerUndo(*m_undo, names, [this, removed] {
        for (const DeviceLink &link : removed)
            std::ignore = m_links.add(link);
    });
}

void LinksWindow::copy()
{
    QJsonArray links;
    const QList<LinkId> ids = selected();
    for (const LinkId id : ids)
        if (const DeviceLink *const link = m_links.find(id))
            links.append(linkjson::toJson(*link));
    rulelist::copy(links);
}

void LinksWindow::paste()
{
    const QString problem = rulelist::paste(tr("The clipboard holds no link. Copy one as JSON first."), [this](const QJsonObject &json) -> Result<void> {
        return linkjson::linkOf(json).and_then([this](const DeviceLink &link) { return m_links.add(link); }).map([](LinkId) {});
    });
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace muster
