#include "core/identity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace muster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::Identity)
};

bool share(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.cbegin(), a.cend(), [&b](const QString &address) { return b.contains(address); });
}

QStringList without(QStringList list, const QStringList &gone)
{
    list.removeIf([&gone](const QString &address) { return gone.contains(address); });
    return list;
}

QStringList united(QStringList list, const QStringList &more)
{
    for (const QString &address : more) {
        if (!list.contains(address))
            list.append(address);
    }
    return list;
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &item : array) {
        if (const QString text = item.toString(); !text.isEmpty())
            list.append(text);
    }
    return list;
}

} // namespace

QStringList Identity::parted(const QStringList &addresses) const
{
    QStringList left = addresses;
    for (const Apart &rule : apart) {
        if (share(addresses, rule.own))
            left = without(left, rule.others);
    }
    return left.isEmpty() ? addresses : left; // decisions that contradict each other
}

QStringList Identity::addresses() const
{
    QStringList all;
    for (const QStringList &same : together)
        all += same;
    for (const Apart &rule : apart)
        all += rule.own + rule.others;
    all.removeDuplicates();
    return all;
}

Identity joined(Identity identity, const QList<QStringList> &devices)
{
    QStringList all;
    QStringList firsts;
    for (const QStringList &addresses : devices) {
        all += addresses;
        firsts.append(addresses.mid(0, 1));
    }
    identity.apart.removeIf([&all](const Identity::Apart &rule) { return share(rule.own, all) && share(rule.others, all); });
    // Decisions about the same devices become one.
    identity.together.removeIf([&](const QStringList &same) {
        if (!share(same, all))
            return false;
        firsts = united(firsts, same);
        return true;
    });
    if (identity.together.size() < Identity::maxDecisions)
        identity.together.append(firsts);
    return identity;
}

Split splitOf(const QList<QStringList> &sources, const QString &address)
{
    Split split;
    for (const QStringList &source : sources) {
        QStringList &side = source.contains(address) ? split.own : split.stays;
        side = united(side, source);
    }
    split.own = without(split.own, split.stays);
    if (split.own.isEmpty() || split.stays.isEmpty())
        return {};
    return split;
}

Identity parted(Identity identity, const Split &split)
{
    QList<QStringList> kept;
    for (const QStringList &same : std::as_const(identity.together)) {
        for (const QStringList &side : {without(same, split.own), without(same, without(same, split.own))}) {
            if (side.size() > 1)
                kept.append(side);
        }
    }
    identity.together = kept;
    if (identity.apart.size() < Identity::maxDecisions)
        identity.apart.append({split.own, split.stays});
    return identity;
}

QString toText(const Identity &identity)
{
    QJsonArray together;
    for (const QStringList &same : identity.together)
        together.append(QJsonArray::fromStringList(same));
    QJsonArray apart;
    for (const Identity::Apart &rule : identity.apart)
        apart.append(QJsonObject {{QStringLiteral("own"), QJsonArray::fromStringList(rule.own)}, {QStringLiteral("others"), QJsonArray::fromStringList(rule.others)}});
    return QString::fromUtf8(QJsonDocument(QJsonObject {{QStringLiteral("together"), together}, {QStringLiteral("apart"), apart}}).toJson(QJsonDocument::Compact));
}

Result<Identity> identityFrom(const QString &text)
{
    Identity identity;
    if (text.isEmpty())
        return identity;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return failure(Error::Code::Corrupt, Words::tr("What was decided about devices on several roads could not be read. Merge them again."));
    const QJsonArray together = document.object().value(QStringLiteral("together")).toArray();
    for (const auto &item : together) {
        const QStringList same = texts(item);
        if (same.size() > 1 && identity.together.size() < Identity::maxDecisions)
            identity.together.append(same);
    }
    const QJsonArray apart = document.object().value(QStringLiteral("apart")).toArray();
    for (const auto &item : apart) {
        const Identity::Apart rule {texts(item.toObject().value(QStringLiteral("own"))), texts(item.toObject().value(QStringLiteral("others")))};
        if (!rule.own.isEmpty() && !rule.others.isEmpty() && identity.apart.size() < Identity::maxDecisions)
            identity.apart.append(rule);
    }
    return identity;
}

} // namespace muster
