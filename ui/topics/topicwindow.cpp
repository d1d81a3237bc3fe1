#include "ui/topics/topicwindow.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/topics/brokerview.h"
#include "ui/topics/messageview.h"
#include "ui/topics/publishpanel.h"
#include "ui/topics/retaineddialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr qsizetype maxFilter = 1'000;
constexpr qsizetype mostOpened = 200; ///< topics that are opened by themselves at first

} // namespace

TopicWindow::TopicWindow(Topics &topics, ConnectionId connection, QWidget *parent)
    : QWidget(parent)
    , m_topics(topics)
    , m_connection(connection)
    , m_scope({QStringLiteral("#"), false, 0})
    , m_find(new QLineEdit(this))
    , m_filter(new QLineEdit(this))
    , m_pause(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_retained(new QPushButton(this))
    , m_rules(new QPushButton(this))
    , m_view(new QTreeView(this))
    , m_count(new QLabel(this))
    , m_note(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_message(new MessageView)
    , m_publish(new PublishPanel(topics, connection))
    , m_broker(new BrokerView(m_tree))
{
    build();
    wireUp();
    retranslate();
    m_sinceRates.start();
    m_rates.start(rateMs);
    m_topics.listen(m_connection, m_scope);
    refreshCount();
}

TopicWindow::~TopicWindow()
{
    m_topics.listen(m_connection, {});
}

void TopicWindow::build()
{
    m_view->setObjectName(QStringLiteral("topics"));
    m_view->setModel(&m_tree);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->resizeSection(TopicTree::Name, 220);
    m_view->header()->resizeSection(TopicTree::Value, 140);
    m_view->header()->resizeSection(TopicTree::Messages, 80);
    for (const int column : {TopicTree::Rate, TopicTree::Size})
        m_view->header()->resizeSection(column, 68);
    m_find->setClearButtonEnabled(true);
    m_find->setMaxLength(200);
    m_filter->setMaxLength(maxFilter);
    m_filter->setText(m_scope.filter);
    m_pause->setCheckable(true);
    m_pause->setIcon(icons::icon("player-pause"));
    m_clear->setIcon(icons::icon("eraser"));
    for (auto *label : {m_count, m_note})
        label->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_tabs->addTab(m_message, QString());
    m_tabs->addTab(m_publish, QString());
    m_tabs->addTab(m_broker, QString());
    m_tabs->setDocumentMode(true);
    arrange();
}

void TopicWindow::arrange()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_find, 2);
    top->addWidget(m_filter, 1);
    for (auto *button : {m_pause, m_clear}) {
        button->setAutoRaise(true);
        top->addWidget(button);
    }
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_rules);
    bottom->addWidget(m_retained);
    column->addLayout(bottom);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_tabs);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({680, 420});
    auto *all = new QVBoxLayout(this);
    all->addLayout(top);
    all->addWidget(m_note);
    all->addWidget(splitter, 1);
    setFocusProxy(m_find);
}

void TopicWindow::wireUp()
{
    m_pace.setSingleShot(true);
    m_detail.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, [this] { m_topics.acknowledge(m_connection); });
    connect(&m_detail, &QTimer::timeout, this, &TopicWindow::refreshDetail);
    connect(&m_rates, &QTimer::timeout, this, [this] {
        m_tree.roll(double(m_sinceRates.restart()) / 1'000.0);
        m_view->viewport()->update();
        refreshCount();
    });
    connect(&m_topics, &Topics::arrived, this, &TopicWindow::take);
    connect(&m_topics, &Topics::told, this, [this](ConnectionId id, const QString &problem) {
        if (id != m_connection)
            return;
        m_note->setText(problem);
        m_note->setVisible(!problem.isEmpty());
    });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_tree.setFilter(text);
        if (!text.isEmpty() && m_tree.topics() < 2'000) // to open more takes longer than to look
            m_view->expandAll();
    });
    connect(m_filter, &QLineEdit::editingFinished, this, [this] {
        const QString filter = m_filter->text().trimmed().isEmpty() ? QStringLiteral("#") : m_filter->text().trimmed();
        m_filter->setText(filter);
        if (std::exchange(m_scope.filter, filter) != filter) {
            clear();
            listen();
        }
    });
    connect(m_pause, &QToolButton::toggled, this, &TopicWindow::pause);
    connect(m_clear, &QToolButton::clicked, this, &TopicWindow::clear);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TopicWindow::refreshDetail);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TopicWindow::openMenu);
    connect(m_retained, &QPushButton::clicked, this, &TopicWindow::clearRetained);
    connect(m_rules, &QPushButton::clicked, this, [this] { Q_EMIT rulesRequested(m_tree.path(m_view->currentIndex())); });
    connect(m_message, &MessageView::editRequested, this, [this](const QString &topic, const QByteArray &payload, int qos) {
        m_publish->take(topic, payload, qos);
        m_tabs->setCurrentWidget(m_publish);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_scope.system = m_tabs->currentWidget() == m_broker;
        listen();
    });
}

void TopicWindow::listen()
{
    if (!m_pause->isChecked())
        m_topics.listen(m_connection, m_scope);
}

void TopicWindow::take(const TopicBatch &batch)
{
    if (batch.connection != m_connection)
        return;
    const bool first = m_tree.topics() == 0;
    m_tree.apply(batch);
    m_view->viewport()->update(); // the model only tells of the first level
    if (first && m_tree.topics() <= mostOpened)
        m_view->expandToDepth(1);
    if (m_pause->isChecked())
        return;
    m_pace.start(paceMs);
    if (!m_detail.isActive())
        m_detail.start(detailMs);
}

void TopicWindow::pause(bool on)
{
    if (on) {
        m_pace.stop(); // nothing more comes without it
        return refreshCount();
    }
    listen();
    m_topics.acknowledge(m_connection);
    refreshCount();
}

void TopicWindow::clear()
{
    m_tree.clear();
    refreshDetail();
    refreshCount();
}

void TopicWindow::refreshDetail()
{
    m_message->show(m_tree.record(m_view->currentIndex()));
    if (m_tabs->currentWidget() == m_broker)
        m_broker->refresh();
}

void TopicWindow::refreshCount()
{
    QStringList parts {tr("%n topic(s)", nullptr, int(m_tree.topics())), format::rate(m_tree.rate())};
    if (m_pause->isChecked())
        parts.prepend(tr("Paused"));
    if (m_tree.untold() > 0)
        parts.append(tr("%1 messages of further topics not shown").arg(format::count(qint64(m_tree.untold()))));
    if (m_tree.shortened() > 0)
        parts.append(tr("%1 payloads shortened").arg(format::count(qint64(m_tree.shortened()))));
    m_count->setText(parts.join(QStringLiteral(" · ")));
    m_count->setToolTip(format::tip(m_count->text()));
}

void TopicWindow::openMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at).siblingAtColumn(TopicTree::Name);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString path = m_tree.path(index);
    connect(menu->addAction(icons::icon("link"), tr("Copy the topic")), &QAction::triggered, this, [path] { QGuiApplication::clipboard()->setText(path); });
    connect(menu->addAction(icons::icon("pencil"), tr("Send to it…")), &QAction::triggered, this, [this, path] {
        m_publish->take(path, {}, 0);
        m_tabs->setCurrentWidget(m_publish);
    });
    connect(menu->addAction(tr("Open all below")), &QAction::triggered, this, [this, index = QPersistentModelIndex(index)] { m_view->expandRecursively(index); });
    connect(menu->addAction(icons::icon("stack-2"), tr("Make devices of these topics…")), &QAction::triggered, this, [this, path] { Q_EMIT rulesRequested(path); });
    menu->addSeparator();
    connect(menu->addAction(icons::icon("eraser"), tr("Clear what is retained below…")), &QAction::triggered, this, &TopicWindow::clearRetained);
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

// What is retained may have changed since it was told: it is asked for anew first.
void TopicWindow::clearRetained()
{
    m_pause->setChecked(false);
    m_tree.forgetRetained();
    ++m_scope.round;
    listen();
    auto *dialog = new RetainedDialog(m_topics, m_connection, m_tree, m_tree.path(m_view->currentIndex()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void TopicWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopicWindow::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    m_find->setPlaceholderText(tr("Find topics"));
    m_find->setAccessibleName(tr("Find topics"));
    m_filter->setAccessibleName(tr("Topics to listen to"));
    m_filter->setToolTip(tr("Which topics to listen to: + stands for a whole level, # for all that follow"));
    name(m_pause, tr("Pause the view"));
    name(m_clear, tr("Clear the view"));
    m_retained->setText(tr("Clear &retained…"));
    m_rules->setText(tr("&Devices…"));
    m_rules->setToolTip(tr("Makes devices of topics like the selected one, by rules"));
    m_retained->setToolTip(tr("Takes retained messages at and below the selected topic away from the broker"));
    m_view->setAccessibleName(tr("Topics"));
    m_tabs->setTabText(0, tr("Message"));
    m_tabs->setTabText(1, tr("Publish"));
    m_tabs->setTabText(2, tr("Broker"));
    refreshCount();
}

} // namespace muster
