#pragma once

#include <QHash>
#include <QJsonObject>
#include <QTimer>

namespace muster {

/// Documents of fleet.db on their way there, gathered for a moment so that what changes often is written seldom.
class DocumentQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int gatherMs = 200;

    explicit DocumentQueue(QObject *parent);

    /// An empty text: to be forgotten.
    void put(const QString &name, const QString &text);
    void put(const QString &name, const QJsonObject &json);
    /// Says what is waiting at once.
    void flush();

Q_SIGNALS:
    void toStore(const QHash<QString, QString> &documents);

private:
    QHash<QString, QString> m_waiting;
    QTimer m_timer;
};

namespace storedjson {

[[nodiscard]] QString compact(const QJsonObject &json);
[[nodiscard]] QJsonObject objectOf(const QString &text);
/// The number of an Id, whatever stands there.
[[nodiscard]] quint32 idOf(const QJsonValue &value);

} // namespace storedjson
} // namespace muster
