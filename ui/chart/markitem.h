#pragma once

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QList>

namespace muster {

/// The marks of the delta cursor on one chart: a line each, named A and B, and a tint between them.
class MarkItem : public QGraphicsItem
{
public:
    struct Mark
    {
        QString name {};
        double x = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };

    explicit MarkItem(QGraphicsItem *parent);

    void setLook(const QFont &font, const QColor &line, const QColor &text);
    /// Marks outside of the area are not drawn; the tint between two reaches to the area's edge.
    void setMarks(const QRectF &area, const QList<Mark> &marks);
    [[nodiscard]] const QList<Mark> &marks() const { return m_marks; }

    [[nodiscard]] QRectF boundingRect() const override { return m_area.adjusted(-10, -2, 10, 2); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_area;
    QList<Mark> m_marks;
    QFont m_font;
    QColor m_line;
    QColor m_text;
};

} // namespace muster
