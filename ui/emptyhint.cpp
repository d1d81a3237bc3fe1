#include "ui/emptyhint.h"

#include <QAbstractItemModel>
#include <QAbstractScrollArea>
#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

namespace muster {

EmptyHint::EmptyHint(QAbstractScrollArea &area, const QAbstractItemModel &rows)
    : EmptyState(&area)
    , m_area(area)
    , m_viewport(area.viewport())
    , m_rows(rows)
    , m_soon(this)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &EmptyHint::follow);
    m_viewport->installEventFilter(this);
    connect(&rows, &QAbstractItemModel::rowsInserted, &m_soon, qOverload<>(&QTimer::start));
    connect(&rows, &QAbstractItemModel::rowsRemoved, &m_soon, qOverload<>(&QTimer::start));
    connect(&rows, &QAbstractItemModel::modelReset, &m_soon, qOverload<>(&QTimer::start));
    follow();
}

void EmptyHint::follow()
{
    const bool isEmpty = m_rows.rowCount() == 0;
    if (auto *const tree = qobject_cast<QTreeView *>(&m_area))
        tree->header()->setVisible(!isEmpty);
    setGeometry(m_viewport->geometry());
    setVisible(isEmpty);
    raise();
    Q_EMIT shown(isEmpty);
}

bool EmptyHint::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_viewport && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        setGeometry(m_viewport->geometry());
    return EmptyState::eventFilter(watched, event);
}

} // namespace muster
