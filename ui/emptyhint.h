#pragma once

#include "ui/emptystate.h"

#include <QTimer>

class QAbstractItemModel;
class QAbstractScrollArea;

namespace muster {

/// An EmptyState in the place of a list's rows and header, or of what else shows them, as long as there are none.
class EmptyHint : public EmptyState
{
    Q_OBJECT

public:
    /// The area owns it; the model is one for as long as the area lives.
    EmptyHint(QAbstractScrollArea &area, const QAbstractItemModel &rows);

Q_SIGNALS:
    void shown(bool empty);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QAbstractScrollArea &m_area;
    QWidget *m_viewport; ///< of the area; itself asked for no more, for events come while it is destroyed
    const QAbstractItemModel &m_rows;
    QTimer m_soon; ///< many rows come at once, and the last ones go while the area is destroyed
};

} // namespace muster
