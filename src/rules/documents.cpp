#include "rules/documents.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace muster {

DocumentQueue::DocumentQueue(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(gatherMs);
    connect(&m_timer, &QTimer::timeout, this, &DocumentQueue::flush);
}

void DocumentQueue::put(const QString &name, const QString &text)
{
    m_waiting.insert(name, text);
    if (!m_timer.isActive())
        m_timer.start();
}

void DocumentQueue::put(const QString &name, const QJsonObject &json)
{
    put(name, storedjson::compact(json));
}

void DocumentQueue::flush()
{
    m_timer.stop();
    if (!m_waiting.isEmpty())
        Q_EMIT toStore(std::exchange(m_waiting, {}));
}

namespace storedjson {

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

quint32 idOf(const QJsonValue &value)
{
    return quint32(std::clamp<qint64>(value.toInteger(), 0, std::numeric_limits<qint32>::max()));
}

} // namespace storedjson
} // namespace muster
