#pragma once

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QList>
#include <QString>

namespace muster {

/// What the traces were worth at the cursor's time.
struct Readout
{
    struct Row
    {
        QColor colour {};
        QString name {};
        QString value {};
        QString note {};       ///< when the nearest sample was, if it was not at the cursor
        QPointF point {};      ///< of that sample
        bool inside = false;   ///< the point is within the plot area
    };
    double x = 0;
    QString time {};
    QList<Row> rows {};
};

/// The line under the cursor, a dot on each trace, and a panel with the values.
class Crosshair : public QGraphicsItem
{
public:
    struct Look
    {
        QFont font {};
        QColor surface {};
        QColor line {};
        QColor text {};
        QColor muted {};
    };

    explicit Crosshair(QGraphicsItem *parent);

    void setLook(const Look &look);
    void setReadout(const QRectF &area, const Readout &readout);
    [[nodiscard]] const Readout &readout() const { return m_readout; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void measure();
    void paintRow(QPainter &painter, const Readout::Row &row, double top) const;

    QRectF m_area;
    Readout m_readout;
    Look m_look;
    QRectF m_panel;
    double m_rowHeight = 16;
    double m_nameWidth = 0;
    double m_valueWidth = 0;
};

} // namespace muster
