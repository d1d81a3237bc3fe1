#pragma once

#include "rules/schedule.h"

#include <QWidget>

namespace muster {

/// The blocks of a week as seven rows of 24 hours. With the mouse: drag where there is nothing to make a block, drag a block to move it and its ends to
/// make it longer or shorter; Esc while dragging puts it back. With the keyboard: Left and Right go from block to block, Up and Down from day to day;
/// Insert makes one, Ctrl with arrows moves it, Shift with Left and Right its end, Ctrl+Shift its beginning, Delete deletes it.
class WeekPlan : public QWidget
{
    Q_OBJECT

public:
    explicit WeekPlan(QWidget *parent = nullptr);

    void setBlocks(const QList<WeekBlock> &blocks, double between);
    [[nodiscard]] const QList<WeekBlock> &blocks() const { return m_blocks; }
    void setUnit(const QString &unit);
    /// What a new block has.
    void setNewValue(double value) { m_newValue = value; }

    [[nodiscard]] const std::optional<WeekBlock> &selected() const { return m_selected; }
    /// Of the selected block, or where the keyboard is.
    [[nodiscard]] int weekday() const { return m_selected ? m_selected->weekday : m_weekday; }
    void select(const std::optional<WeekBlock> &block);
    /// Puts another in the place of the selected one, or a new one.
    void replaceSelected(const WeekBlock &block);
    void removeSelected();
    /// An hour where there is room on the day that is chosen.
    void insertBlock();
    /// The day that is chosen becomes that of all in `days`, bit 0 is Monday.
    void copyDay(quint8 days);

    [[nodiscard]] QRectF rectOf(const WeekBlock &block) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();
    void selectionChanged();
    void valueRequested(); ///< a person wants to say the value of the selected block

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag : quint8 { None, Make, Move, Begin, End };

    [[nodiscard]] QRectF field() const;
    [[nodiscard]] double xOf(int seconds) const;
    [[nodiscard]] int secondsAt(double x) const;
    [[nodiscard]] int weekdayAt(double y) const;
    [[nodiscard]] Drag dragAt(const QPointF &point, std::optional<WeekBlock> &block) const;
    void drag(const QPointF &to);
    void endDrag(bool keep);
    void keyOnBlock(int key, bool control, bool shift);
    void goTo(int key);
    void take(const QList<WeekBlock> &blocks, const std::optional<WeekBlock> &chosen);
    void tell();
    void paintGrid(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    void paintBlock(QPainter &painter, const WeekBlock &block, double least, double most) const;
    [[nodiscard]] QString words(const WeekBlock &block) const;
    [[nodiscard]] QString valueText(double value) const;

    QList<WeekBlock> m_blocks {};
    double m_between = 0;
    double m_newValue = 1;
    QString m_unit {};
    std::optional<WeekBlock> m_selected {};
    int m_weekday = 1;               ///< where the keyboard is while nothing is selected
    Drag m_drag = Drag::None;
    QPointF m_pressed {};
    QList<WeekBlock> m_before {};    ///< the drag
    std::optional<WeekBlock> m_held {}; ///< as it was before the drag
};

} // namespace muster
