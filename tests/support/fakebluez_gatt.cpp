#include "tests/support/fakebluez.h"

#include "tests/support/fakebluez_names.h"

#include <QElapsedTimer>
#include <QtEndian>

#include <memory>

namespace muster::test {

using namespace bluez;

void FakeBlueZ::exportGatt(Dev &d)
{
    if (d.gattExported)
        return;
    d.gattExported = true;
    quint16 handle = 1;
    auto h = [&] { return QStringLiteral("%1").arg(handle++, 4, 16, QLatin1Char('0')); };
    d.chars.clear();
    for (int si = 0; si < d.p.services.size(); ++si) {
        const SimService &s = d.p.services.at(si);
        const QString sp = d.path + QStringLiteral("/service") + h();
        addObject(sp, {{IfService, {{QStringLiteral("UUID"), s.uuid}, {QStringLiteral("Device"), objPath(d.path)}, {QStringLiteral("Primary"), s.primary},
                                       {QStringLiteral("Includes"), QVariant::fromValue(QList<QDBusObjectPath> {})}}}});
        for (int ci = 0; ci < s.characteristics.size(); ++ci) {
            const SimCharacteristic &c = s.characteristics.at(ci);
            const QString cp = sp + QStringLiteral("/char") + h();
            ++handle; // value handle
            QVariantMap m {{QStringLiteral("UUID"), c.uuid}, {QStringLiteral("Service"), objPath(sp)}, {QStringLiteral("Flags"), c.flags},
                {QStringLiteral("MTU"), QVariant::fromValue<quint16>(247)}};
            if (c.flags.contains(QStringLiteral("notify")) || c.flags.contains(QStringLiteral("indicate")))
                m.insert(QStringLiteral("Notifying"), false);
            addObject(cp, {{IfChar, m}});
            d.chars.insert(cp, {si, ci});
            for (const SimDescriptor &ds : c.descriptors) {
                const QString dp = cp + QStringLiteral("/desc") + h();
                addObject(dp, {{IfDesc, {{QStringLiteral("UUID"), ds.uuid}, {QStringLiteral("Characteristic"), objPath(cp)}}}});
            }
        }
    }
}

bool FakeBlueZ::notify(const QString &a, const QString &u, const QByteArray &v)
{
    Dev *d = dev(a);
    if (!d || !d->connected)
        return false;
    const QString cp = charPath(*d, u);
    if (cp.isEmpty() || !m_objects[cp].value(IfChar).value(QStringLiteral("Notifying")).toBool())
        return false;
    ++counters.notifySent;
    changed(cp, IfChar, {{QStringLiteral("Value"), v}});
    return true;
}

void FakeBlueZ::stream(const QString &a, const QString &u, int count, int size, int intervalUs)
{
    auto seq = std::make_shared<quint32>(0);
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    auto *t = new QTimer(this);
    t->setTimerType(Qt::PreciseTimer);
    t->setInterval(intervalUs ? qMax(1, intervalUs / 1000) : 0);
    connect(t, &QTimer::timeout, this, [=, this] {
        qint64 due = intervalUs ? clock->nsecsElapsed() / 1000 / intervalUs : *seq + 64;
        for (; *seq < due && *seq < quint32(count); ++*seq) {
            QByteArray v(qMax(4, size), '\x55');
            qToLittleEndian<quint32>(*seq, v.data());
            if (!notify(a, u, v)) {
                t->stop();
                t->deleteLater();
                return;
            }
        }
        if (*seq >= quint32(count)) {
            t->stop();
            t->deleteLater();
        }
    });
    t->start();
}

QString FakeBlueZ::charPath(const Dev &d, const QString &uuid) const
{
    for (auto it = d.chars.begin(); it != d.chars.end(); ++it) {
        if (d.p.services[it->first].characteristics[it->second].uuid == uuid)
            return it.key();
    }
    return {};
}

FakeBlueZ::CharRef FakeBlueZ::charByPath(const QString &path)
{
    CharRef r;
    r.dev = devByPath(path);
    if (!r.dev)
        return {};
    const QString cp = path.contains(QLatin1String("/desc")) ? path.left(path.lastIndexOf(u'/')) : path;
    const auto at = r.dev->chars.constFind(cp);
    if (at != r.dev->chars.constEnd() && m_objects.contains(cp))
        r.ch = &r.dev->p.services[at->first].characteristics[at->second];
    if (r.ch && cp != path) {
        const QString du = m_objects.value(path).value(IfDesc).value(QStringLiteral("UUID")).toString();
        for (SimDescriptor &ds : r.ch->descriptors) {
            if (ds.uuid == du)
                r.desc = &ds;
        }
    }
    return r;
}

void FakeBlueZ::handleChar(const QDBusMessage &m)
{
    CharRef r = charByPath(m.path());
    if (!r.ch)
        return fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownObject"), QString());
    if (r.ch->silent)
        return;
    if (!r.dev->connected)
        return fail(m, ErrFailed, QStringLiteral("Not connected"));
    if (r.ch->needsPairing && !m_objects[r.dev->path].value(IfDevice).value(QStringLiteral("Paired")).toBool())
        return fail(m, QStringLiteral("org.bluez.Error.NotPermitted"), QStringLiteral("Not paired"));
    const QString addr = r.dev->p.address, uuid = r.ch->uuid, path = m.path();
    auto later = [&](std::function<void()> f) {
        if (r.ch->replyDelayMs > 0)
            QTimer::singleShot(r.ch->replyDelayMs, this, f);
        else
            f();
    };
    if (m.member() == QLatin1String("ReadValue")) {
        ++counters.reads;
        later([=, this] {
            SimCharacteristic *c = charByPath(path).ch;
            if (!c)
                return fail(m, ErrFailed, QStringLiteral("Not connected"));
            if (!c->flags.contains(QStringLiteral("read")))
                return fail(m, QStringLiteral("org.bluez.Error.NotPermitted"), QStringLiteral("Read not permitted"));
            if (c->readError)
                return fail(m, c->readError->name, c->readError->text);
            changed(path, IfChar, {{QStringLiteral("Value"), c->value}});
            reply(m, {c->value});
        });
    } else if (m.member() == QLatin1String("WriteValue")) {
        ++counters.writes;
        const QByteArray v = m.arguments().value(0).toByteArray();
        later([=, this] {
            SimCharacteristic *c = charByPath(path).ch;
            if (!c)
                return fail(m, ErrFailed, QStringLiteral("Not connected"));
            if (!c->flags.contains(QStringLiteral("write")) && !c->flags.contains(QStringLiteral("write-without-response")))
                return fail(m, QStringLiteral("org.bluez.Error.NotPermitted"), QStringLiteral("Write not permitted"));
            if (c->writeError)
                return fail(m, c->writeError->name, c->writeError->text);
            c->value = v;
            reply(m);
            if (onWrite)
                onWrite(addr, uuid, v);
        });
    } else if (m.member() == QLatin1String("StartNotify")) {
        ++counters.startNotify;
        if (r.ch->notifyError)
            return fail(m, r.ch->notifyError->name, r.ch->notifyError->text);
        changed(path, IfChar, {{QStringLiteral("Notifying"), true}});
        reply(m);
    } else if (m.member() == QLatin1String("StopNotify")) {
        ++counters.stopNotify;
        changed(path, IfChar, {{QStringLiteral("Notifying"), false}});
        reply(m);
    } else {
        fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownMethod"), m.member());
    }
}

void FakeBlueZ::handleDesc(const QDBusMessage &m)
{
    CharRef r = charByPath(m.path());
    if (!r.desc)
        return fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownObject"), QString());
    if (!r.dev->connected)
        return fail(m, ErrFailed, QStringLiteral("Not connected"));
    if (m.member() == QLatin1String("ReadValue")) {
        reply(m, {r.desc->value});
    } else {
        r.desc->value = m.arguments().value(0).toByteArray();
        reply(m);
    }
}

} // namespace muster::test
