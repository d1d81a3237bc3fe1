#include "ui/connectionwords.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainterPath>
#include <QPixmap>
#include <QStringList>

namespace muster::words {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(muster::words)
};

QString sentence(Count what, int number)
{
    switch (what) {
    case Count::Messages:
        return Text::tr("%n message(s) received", nullptr, number);
    case Count::Samples:
        return Text::tr("%n value(s) taken from them", nullptr, number);
    case Count::Sent:
        return Text::tr("%n message(s) sent", nullptr, number);
    case Count::Ignored:
        return Text::tr("%n message(s) without a value for Muster", nullptr, number);
    case Count::Malformed:
        return Text::tr("%n payload(s) did not decode", nullptr, number);
    case Count::Oversized:
        return Text::tr("%n payload(s) were larger than the limit and were dropped", nullptr, number);
    case Count::TypeChanged:
        return Text::tr("%n value(s) had another type than their metric and were not stored", nullptr, number);
    case Count::BadTime:
        return Text::tr("%n value(s) bore an unbelievable time; their arrival counts instead", nullptr, number);
    case Count::LimitReached:
        return Text::tr("%n device(s) or metric(s) beyond the limits were not made", nullptr, number);
    case Count::Late:
        return Text::tr("%n value(s) came too late for the live memory", nullptr, number);
    case Count::Dropped:
        return Text::tr("%n value(s) were lost because the window could not keep up", nullptr, number);
    case Count::Reconnects:
        return Text::tr("%n reconnect(s)", nullptr, number);
    case Count::Bytes:
        break;
    }
    return {};
}

} // namespace

QString stateWord(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Closed:
        return Text::tr("closed");
    case ConnectionState::Connecting:
        return Text::tr("connecting");
    case ConnectionState::Open:
        return Text::tr("connected");
    case ConnectionState::Waiting:
        return Text::tr("trying again");
    case ConnectionState::Failed:
        return Text::tr("failed");
    }
    return {};
}

QString stateSentence(const ConnectionStatus &status)
{
    if (status.state == ConnectionState::Waiting && status.retryAt > 0) {
        const auto time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(status.retryAt / 1'000).time(), QStringLiteral("HH:mm:ss"));
        return status.detail.isEmpty() ? Text::tr("Next attempt at %1.").arg(time) : Text::tr("%1 Next attempt at %2.").arg(status.detail, time);
    }
    if (!status.detail.isEmpty())
        return status.detail;
    switch (status.state) {
    case ConnectionState::Closed:
        return Text::tr("The connection is closed.");
    case ConnectionState::Connecting:
        return Text::tr("The connection is being made.");
    case ConnectionState::Open:
        return Text::tr("The connection is open.");
    case ConnectionState::Waiting:
        return Text::tr("The connection dropped and will be tried again.");
    case ConnectionState::Failed:
        return Text::tr("The connection failed. Check its settings in Connections.");
    }
    return {};
}

QString countSentence(Count what, quint64 number)
{
    if (number == 0)
        return {};
    if (what == Count::Bytes)
        return Text::tr("%1 received").arg(QLocale().formattedDataSize(qint64(number)));
    return sentence(what, int(qMin<quint64>(number, INT_MAX)));
}

QString summary(const ConnectionStatus &status, const Counters &counters)
{
    QStringList lines {stateSentence(status)};
    for (size_t i = 0; i < counters.size(); ++i) {
        const QString line = countSentence(Count(i), counters[i]);
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

QString rate(double perSecond)
{
    const int decimals = perSecond > 0 && perSecond < 9.95 ? 1 : 0;
    return Text::tr("%1/s").arg(QLocale().toString(perSecond, 'f', decimals));
}

void paintMark(QPainter &painter, const QRectF &rect, ConnectionState state, const QPalette &palette)
{
    const auto &colours = theme::colours(palette);
    const double side = qMin(rect.width(), rect.height());
    const QRectF box(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    const QRectF ring = box.adjusted(0.75, 0.75, -0.75, -0.75);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (state) {
    case ConnectionState::Open:
        painter.setBrush(colours.live);
        painter.drawEllipse(box);
        break;
    case ConnectionState::Connecting:
    case ConnectionState::Waiting:
        painter.setBrush(colours.stale);
        painter.drawPie(ring, 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.stale, 1.5));
        painter.drawEllipse(ring);
        break;
    case ConnectionState::Closed:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.offline, 1.5));
        painter.drawEllipse(ring);
        break;
    case ConnectionState::Failed: {
        painter.setBrush(colours.alarm);
        painter.drawPolygon(QPolygonF {QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()});
        break;
    }
    }
    painter.restore();
}

QPixmap markPixmap(ConnectionState state, const QPalette &palette, int size, qreal scale)
{
    QPixmap pixmap(QSize(size, size) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMark(painter, QRectF(0, 0, size, size), state, palette);
    return pixmap;
}

} // namespace muster::words
