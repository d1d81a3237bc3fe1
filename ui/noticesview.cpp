#include "ui/noticesview.h"

#include "ui/icons.h"
#include "ui/noticesmodel.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace muster {

namespace {

/// Colours a message by its severity and gives it a shape beside it.
class NoticeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto &colours = theme::colours(option->palette);
        if (index.column() != NoticesModel::What) {
            option->palette.setColor(QPalette::Text, colours.muted);
            return;
        }
        const auto severity = Severity(index.data(NoticesModel::SeverityRole).toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = icons::icon(severity == Severity::Error ? "alert-circle" : severity == Severity::Warning ? "alert-triangle" : "info-circle");
        if (severity == Severity::Error)
            option->palette.setColor(QPalette::Text, colours.alarm);
    }
};

} // namespace

NoticesView::NoticesView(const Diagnostics &diagnostics, const Connections &connections, QWidget *parent)
    : QWidget(parent)
    , m_model(new NoticesModel(diagnostics, connections, this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_copy(new QToolButton(this))
    , m_clear(new QToolButton(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new NoticeDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(NoticesModel::What, QHeaderView::Stretch);
    m_view->header()->resizeSection(NoticesModel::Time, 80);
    m_view->header()->resizeSection(NoticesModel::From, 140);
    auto *copyKey = new QAction(m_view);
    copyKey->setShortcut(QKeySequence::Copy);
    copyKey->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(copyKey);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setIcon(icons::icon("copy"));
    m_clear->setIcon(icons::icon("eraser"));
    for (auto *button : {m_copy, m_clear})
        button->setAutoRaise(true);

    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(4, 4, 4, 4);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 0, 0);
    layout->addWidget(m_empty, 0, 0, Qt::AlignCenter);
    layout->addLayout(buttons, 0, 1);
    layout->setColumnStretch(0, 1);

    connect(copyKey, &QAction::triggered, this, &NoticesView::copy);
    connect(m_copy, &QToolButton::clicked, this, &NoticesView::copy);
    connect(m_clear, &QToolButton::clicked, m_model, &NoticesModel::clear);
    connect(m_model, &QAbstractItemModel::modelReset, this, &NoticesView::updateEmpty);
    retranslate();
    updateEmpty();
}

void NoticesView::copy()
{
    auto rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const auto &row : rows)
        lines.append(m_model->line(row.row()));
    for (int row = 0; rows.isEmpty() && row < m_model->rowCount(); ++row)
        lines.append(m_model->line(row));
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void NoticesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    QWidget::changeEvent(event);
}

void NoticesView::retranslate()
{
    m_view->setAccessibleName(tr("Messages"));
    m_empty->setText(tr("Nothing to report. What connections have to say appears here."));
    m_copy->setToolTip(tr("Copy the selected messages, or all"));
    m_copy->setAccessibleName(tr("Copy messages"));
    m_clear->setToolTip(tr("Clear the list"));
    m_clear->setAccessibleName(tr("Clear messages"));
}

void NoticesView::updateEmpty()
{
    const bool empty = m_model->rowCount() == 0;
    m_empty->setVisible(empty);
    m_copy->setEnabled(!empty);
    m_clear->setEnabled(!empty);
}

} // namespace muster
