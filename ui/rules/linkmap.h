#pragma once

#include "ui/rules/linkwords.h"

#include <QHash>
#include <QPainterPath>
#include <QWidget>

namespace muster {

/// The links as a map: devices are boxes, links are arrows from what is read to what is commanded, with their counts, last values and troubles. The
/// arrow keys go from link to link, Enter opens one. What it says is also in the list beside it.
class LinkMap : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostNodes = 400; ///< the others are left out, and said

    LinkMap(const Fleet &fleet, const Links &links, QWidget *parent = nullptr);

    /// After links came or went.
    void arrange();
    void setCurrent(LinkId link);
    [[nodiscard]] LinkId current() const { return m_current; }
    /// Where a device's box is; null: it has none.
    [[nodiscard]] QRectF boxOf(const QString &address) const;

    [[nodiscard]] QSize sizeHint() const override { return m_size; }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_size; }

Q_SIGNALS:
    void currentChanged(muster::LinkId link);
    void openRequested(muster::LinkId link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Arrow
    {
        DeviceLink link {};
        QPainterPath path {};
        QPointF label {}; ///< its centre
    };
    [[nodiscard]] QHash<QString, int> columns(const QList<DeviceLink> &links) const;
    void place(const QList<DeviceLink> &links);
    void route(const QList<DeviceLink> &links);
    void paintArrow(QPainter &painter, const Arrow &arrow) const;
    void paintNode(QPainter &painter, const QString &address, const QRectF &box) const;
    [[nodiscard]] const Arrow *arrowAt(QPointF place) const;
    [[nodiscard]] QString nodeOf(const QString &address) const;
    [[nodiscard]] QString pairOf(const DeviceLink &link) const;
    [[nodiscard]] QHash<QString, int> lanes(const QList<DeviceLink> &links) const;

    const Fleet &m_fleet;
    const Links &m_links;
    QHash<QString, QRectF> m_nodes; ///< by a device's first address
    QList<Arrow> m_arrows;
    LinkId m_current {};
    int m_leftOut = 0;
    QSize m_size {320, 200};
};

} // namespace muster
