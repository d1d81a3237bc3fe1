#include "ui/rules/linkmap.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPathStroker>
#include <QToolTip>

#include <algorithm>

namespace muster {

namespace {

constexpr QSizeF node {144, 44};
constexpr double across = 176; ///< between columns, for the arrows and their words
constexpr double down = 24;
constexpr double lane = 36;    ///< for the words of one of several links between the same two
constexpr double margin = 16;
constexpr double head = 7;

} // namespace

LinkMap::LinkMap(const Fleet &fleet, const Links &links, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_links(links)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Map of the links"));
    connect(&links, &Links::statesChanged, this, QOverload<>::of(&QWidget::update));
    arrange();
}

QString LinkMap::nodeOf(const QString &address) const
{
    const Device *const device = m_fleet.device(m_fleet.findByAddress(address));
    return device ? device->addresses.value(0) : address;
}

QRectF LinkMap::boxOf(const QString &address) const
{
    return m_nodes.value(nodeOf(address));
}

/// Each device right of all it is commanded by, as far as there is no loop.
QHash<QString, int> LinkMap::columns(const QList<DeviceLink> &links) const
{
    QHash<QString, int> columns;
    for (const DeviceLink &link : links)
        for (const QString &address : {link.fromAddress, link.toAddress})
            if (columns.size() < mostNodes)
                columns.insert(nodeOf(address), 0);
    for (int round = 0; round < std::min<int>(int(columns.size()), 8); ++round) {
        bool isMoved = false;
        for (const DeviceLink &link : links) {
            const auto from = columns.constFind(nodeOf(link.fromAddress));
            const auto to = columns.find(nodeOf(link.toAddress));
            if (from == columns.cend() || to == columns.end() || from.key() == to.key() || *to > *from || *from >= 3)
                continue;
            *to = *from + 1;
            isMoved = true;
        }
        if (!isMoved)
            break;
    }
    return columns;
}

void LinkMap::arrange()
{
    const QList<DeviceLink> links = m_links.all();
    place(links);
    route(links);
    updateGeometry();
    update();
}

/// How many links lead from one device to the other.
QHash<QString, int> LinkMap::lanes(const QList<DeviceLink> &links) const
{
    QHash<QString, int> lanes;
    for (const DeviceLink &link : links)
        ++lanes[pairOf(link)];
    return lanes;
}

QString LinkMap::pairOf(const DeviceLink &link) const
{
    return nodeOf(link.fromAddress) + u'\n' + nodeOf(link.toAddress);
}

/// A box is as high as the most links need that it has with another one.
void LinkMap::place(const QList<DeviceLink> &links)
{
    const QHash<QString, int> where = columns(links);
    const QHash<QString, int> between = lanes(links);
    QHash<QString, double> heights;
    int most = 1;
    for (const DeviceLink &link : links) {
        const int count = between.value(pairOf(link));
        most = std::max(most, count);
        for (const QString &address : {link.fromAddress, link.toAddress}) {
            double &height = heights[nodeOf(address)];
            height = std::max({height, node.height(), count * lane});
        }
    }
    m_nodes.clear();
    QList<double> bottoms;
    for (const DeviceLink &link : links) {
        for (const QString &address : {link.fromAddress, link.toAddress}) {
            const QString name = nodeOf(address);
            const int column = where.value(name, -1);
            if (column < 0 || m_nodes.contains(name))
                continue;
            while (bottoms.size() <= column)
                bottoms.append(margin);
            const QSizeF size(node.width(), heights.value(name));
            m_nodes.insert(name, {{margin + column * (node.width() + across), bottoms[column]}, size});
            bottoms[column] += size.height() + down;
        }
    }
    const double width = 2 * margin + double(bottoms.size()) * node.width() + std::max<double>(double(bottoms.size()) - 1, 0) * across;
    const double bottom = bottoms.isEmpty() ? margin : *std::max_element(bottoms.cbegin(), bottoms.cend());
    m_size = QSizeF(std::max(width, 320.0), std::max(bottom + margin + 2 * down + (most - 1) * lane, 160.0)).toSize();
}

void LinkMap::route(const QList<DeviceLink> &links)
{
    m_arrows.clear();
    m_leftOut = 0;
    const QHash<QString, int> between = lanes(links);
    QHash<QString, int> uses; // several between the same two lie below each other
    for (const DeviceLink &link : links) {
        const QRectF from = boxOf(link.fromAddress);
        const QRectF to = boxOf(link.toAddress);
        if (from.isNull() || to.isNull()) {
            ++m_leftOut;
            continue;
        }
        const QString pair = pairOf(link);
        const int use = uses[pair]++;
        Arrow arrow {link, {}, {}};
        if (to.left() > from.right()) {
            const double shift = lane * (use - (between.value(pair) - 1) / 2.0);
            const QPointF begin(from.right(), from.center().y() + shift);
            const QPointF end(to.left(), to.center().y() + shift);
            const double bend = std::min(90.0, (end.x() - begin.x()) / 2);
            arrow.path.moveTo(begin);
            arrow.path.cubicTo(begin + QPointF(bend, 0), end - QPointF(bend, 0), end);
        } else { // back, below the boxes
            const QPointF begin(from.center().x() + 30, from.bottom());
            const QPointF end(to.center().x() - 30, to.bottom());
            const double low = std::max(begin.y(), end.y()) + 40 + 4 * lane / 3 * use; // the curve comes three quarters of the way
            arrow.path.moveTo(begin);
            arrow.path.cubicTo(QPointF(begin.x(), low), QPointF(end.x(), low), end);
        }
        arrow.label = arrow.path.pointAtPercent(0.5);
        m_arrows.append(arrow);
    }
}

void LinkMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Colours &colours = theme::colours(palette());
    painter.fillRect(rect(), colours.surface);
    for (const Arrow &arrow : std::as_const(m_arrows))
        if (arrow.link.id != m_current)
            paintArrow(painter, arrow);
    for (const Arrow &arrow : std::as_const(m_arrows))
        if (arrow.link.id == m_current)
            paintArrow(painter, arrow);
    for (auto it = m_nodes.cbegin(); it != m_nodes.cend(); ++it)
        paintNode(painter, it.key(), *it);
    painter.setPen(colours.muted);
    if (m_leftOut > 0)
        painter.drawText(rect().adjusted(8, 8, -8, -4), Qt::AlignBottom | Qt::AlignLeft, tr("%n more link(s) are in the list alone.", nullptr, m_leftOut));
}

void LinkMap::paintArrow(QPainter &painter, const Arrow &arrow) const
{
    const LinkState state = m_links.state(arrow.link.id);
    const linkwords::Mood mood = linkwords::mood(arrow.link, state);
    const bool isCurrent = arrow.link.id == m_current;
    const theme::Colours &colours = theme::colours(palette());
    const QColor colour = linkwords::colour(mood, palette());
    QPen pen(colour, isCurrent ? 3 : 1.5);
    if (mood == linkwords::Mood::Off || mood == linkwords::Mood::Stale)
        pen.setStyle(Qt::DashLine);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(arrow.path);
    const QPointF tip = arrow.path.pointAtPercent(1);
    const double angle = arrow.path.angleAtPercent(1);
    painter.save();
    painter.translate(tip);
    painter.rotate(-angle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({{0, 0}, {-head * 1.5, head / 1.5}, {-head * 1.5, -head / 1.5}}));
    painter.restore();

    const QString mark = mood == linkwords::Mood::Trouble ? QStringLiteral("▲ ") : mood == linkwords::Mood::Stale ? QStringLiteral("◐ ") : QString();
    const QString counts = state.failed > 0 ? tr("%1 sent, %2 failed").arg(format::count(qint64(state.sent)), format::count(qint64(state.failed)))
                                            : tr("%1 sent").arg(format::count(qint64(state.sent)));
    const QFont small = theme::small(font());
    const QFontMetricsF metrics(small);
    const QString name = metrics.elidedText(linkwords::name(m_fleet, arrow.link), Qt::ElideRight, across - 24);
    const QString line = metrics.elidedText(mark + counts + QStringLiteral(" · ") + linkwords::last(m_fleet, arrow.link, state), Qt::ElideRight, across - 24);
    const QSizeF size(std::max(metrics.horizontalAdvance(name), metrics.horizontalAdvance(line)) + 8, 2 * metrics.lineSpacing() + 2);
    const QRectF box(arrow.label - QPointF(size.width() / 2, size.height() / 2), size);
    painter.setFont(small);
    painter.setPen(isCurrent ? QPen(colours.accent) : QPen(Qt::NoPen));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(colours.text);
    painter.drawText(box.adjusted(0, 1, 0, -metrics.lineSpacing()), Qt::AlignCenter, name);
    painter.setPen(mood == linkwords::Mood::Trouble ? colours.alarm : colours.muted);
    painter.drawText(box.adjusted(0, metrics.lineSpacing(), 0, -1), Qt::AlignCenter, line);
    painter.setFont(font());
}

void LinkMap::paintNode(QPainter &painter, const QString &address, const QRectF &box) const
{
    const theme::Colours &colours = theme::colours(palette());
    const DeviceId id = m_fleet.findByAddress(address);
    const Device *const device = m_fleet.device(id);
    painter.setPen(QPen(colours.control, 1));
    painter.setBrush(colours.window);
    painter.drawRoundedRect(box, 6, 6);
    const double least = node.height() - 10;
    const QRectF inside(box.left() + 10, box.center().y() - least / 2, box.width() - 20, least);
    painter.setPen(device ? colours.text : colours.muted);
    const QString name = format::plain(device ? m_fleet.displayName(id) : address, 100);
    painter.drawText(inside, Qt::AlignTop | Qt::AlignLeft, QFontMetricsF(font()).elidedText(name, Qt::ElideRight, inside.width()));
    painter.setPen(colours.muted);
    painter.setFont(theme::small(font()));
    painter.drawText(inside, Qt::AlignBottom | Qt::AlignLeft, device ? tr("%1 · %2").arg(format::link(*device), format::status(m_fleet.status(id))) : tr("not there"));
    painter.setFont(font());
}

const LinkMap::Arrow *LinkMap::arrowAt(QPointF place) const
{
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    for (const Arrow &arrow : m_arrows) {
        const QRectF words(arrow.label - QPointF(70, 18), QSizeF(140, 36));
        if (words.contains(place) || stroker.createStroke(arrow.path).contains(place))
            return &arrow;
    }
    return nullptr;
}

void LinkMap::setCurrent(LinkId link)
{
    if (m_current == link)
        return;
    m_current = link;
    update();
    Q_EMIT currentChanged(link);
}

void LinkMap::mousePressEvent(QMouseEvent *event)
{
    if (const Arrow *const arrow = arrowAt(event->position()))
        setCurrent(arrow->link.id);
}

void LinkMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const Arrow *const arrow = arrowAt(event->position()))
        Q_EMIT openRequested(arrow->link.id);
}

void LinkMap::keyPressEvent(QKeyEvent *event)
{
    const auto found = std::find_if(m_arrows.cbegin(), m_arrows.cend(), [this](const Arrow &arrow) { return arrow.link.id == m_current; });
    const bool isForward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool isBack = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (isForward || isBack) {
        if (m_arrows.isEmpty())
            return;
        const qsizetype at = found == m_arrows.cend() ? (isForward ? -1 : 0) : found - m_arrows.cbegin();
        const qsizetype next = (at + (isForward ? 1 : -1) + m_arrows.size()) % m_arrows.size();
        setCurrent(m_arrows.at(next).link.id);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && found != m_arrows.cend()) {
        Q_EMIT openRequested(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool LinkMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    if (const Arrow *const arrow = arrowAt(help->pos()))
        QToolTip::showText(help->globalPos(),
            format::tip(tr("%1 → %2. %3").arg(linkwords::source(m_fleet, arrow->link), linkwords::target(m_fleet, arrow->link), linkwords::state(arrow->link, m_links.state(arrow->link.id)))),
            this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace muster
