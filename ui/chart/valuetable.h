#pragma once

#include "ui/chart/tracesource.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableWidget;
class QToolButton;

namespace muster {

class ChartView;
class CursorLink;

/// What each trace of a chart is worth at the cursor and at the marks, and the difference. Reads at most once per refreshMs, and only while
/// it is seen.
class ValueTable : public QWidget
{
    Q_OBJECT

public:
    static constexpr int refreshMs = 100;

    ValueTable(ChartView &chart, CursorLink &cursors, QWidget *parent = nullptr);

    [[nodiscard]] QTableWidget *table() const { return m_table; }
    [[nodiscard]] QString when() const;
    void refresh(); ///< at once

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void closed();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Column { Name, Cursor, MarkA, MarkB, Delta, ColumnCount };
    void retranslate();
    void fill(int row, qsizetype trace);
    void put(int row, Column column, const QString &text);

    ChartView &m_chart;
    CursorLink &m_cursors;
    QLabel *m_when;
    QTableWidget *m_table;
    QToolButton *m_close;
    QTimer m_refresh;
};

} // namespace muster
