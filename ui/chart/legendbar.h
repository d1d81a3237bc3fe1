#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QLabel;
class QMenu;

namespace muster {

class ChartView;

/// One trace in the legend: its colour, name and latest value; checked while the trace is shown.
class LegendButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LegendButton(QWidget *parent);

    void setTrace(const QString &name, const QColor &colour, bool known);
    void setValue(const QString &value);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_value;
    QColor m_colour;
    int m_valueWidth = 0;  ///< grows with the widest value seen, so that the legend does not jump about
    bool m_known = true;
};

/// The legend of a chart: a click shows or hides a trace, the context menu does the rest.
class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(ChartView &chart, QWidget *parent = nullptr);

    /// The menu of one trace. Caller owns it.
    [[nodiscard]] QMenu *menu(qsizetype trace);
    void refreshValues();
    /// What else the chart shows, behind the traces; empty: nothing.
    void setNote(const QString &note);

private:
    void rebuild();

    ChartView &m_chart;
    QList<LegendButton *> m_buttons;
    QLabel *m_note;
};

} // namespace muster
