#pragma once

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QVariantMap>

namespace muster::ble {

/// The tree of BlueZ's objects, as GetManagedObjects answers (a{oa{sa{sv}}}): visit(path, interface, properties) for each. False: the answer is none.
template<class Visit>
bool visitObjects(const QDBusMessage &reply, Visit visit)
{
    if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != QLatin1String("a{oa{sa{sv}}}"))
        return false;
    const QDBusArgument objects = reply.arguments().constFirst().value<QDBusArgument>();
    objects.beginMap();
    while (!objects.atEnd()) {
        QDBusObjectPath path;
        objects.beginMapEntry();
        objects >> path;
        objects.beginMap();
        while (!objects.atEnd()) {
            QString interface;
            QVariantMap properties;
            objects.beginMapEntry();
            objects >> interface >> properties;
            objects.endMapEntry();
            visit(path.path(), interface, properties);
        }
        objects.endMap();
        objects.endMapEntry();
    }
    objects.endMap();
    return true;
}

} // namespace muster::ble
