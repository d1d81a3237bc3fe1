#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace muster::icons {

namespace {

/// Puts the palette's colour in the place of "currentColor"; so a theme switched at run time needs no new icons.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(QString name, QByteArray svg)
        : m_name(std::move(name))
        , m_svg(std::move(svg))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        QSvgRenderer(svg.replace("currentColor", colour(mode).name().toLatin1())).render(painter, square(rect));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }

    // `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QString key = QStringLiteral("muster-icon/%1/%2/%3x%4@%5").arg(m_name, colour(mode).name()).arg(size.width()).arg(size.height()).arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(*this); }
    bool isNull() override { return m_svg.isEmpty(); }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] static QColor colour(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
    }

    [[nodiscard]] static QRectF square(const QRect &rect)
    {
        const int side = qMin(rect.width(), rect.height());
        return QRectF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side);
    }

    QString m_name;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const char *name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedEngine(QString::fromLatin1(name), file.readAll()));
}

QIcon application()
{
    return QIcon(QStringLiteral(":/icons/muster.svg"));
}

} // namespace muster::icons
