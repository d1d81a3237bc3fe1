#pragma once

#include "backends/mqtt/conventions/convention.h"

#include <QHash>
#include <QJsonObject>

namespace muster::mqtt {

/// Puts what a message says of one device into a Digest.
class Report
{
public:
    Report(Digest &digest, const QByteArray &origin, Micros time = 0) : m_digest(digest), m_origin(origin), m_time(time) {}

    void number(const QString &key, double value, const QString &unit = {}, const QString &name = {});
    void boolean(const QString &key, bool value, const QString &name = {});
    void text(const QString &key, const QString &value, const QString &name = {});
    void event(const QString &key, const QString &value, const QString &name = {});
    /// A JSON scalar as what it is; null says nothing.
    void scalar(const QString &key, const QJsonValue &value, const QString &unit = {});
    /// Every scalar below a JSON value, with its path behind `key`: "em:0.a_voltage". At most maxLeaves, arrays of at most maxElements.
    void leaves(const QString &key, const QJsonValue &value, QString (*unitOf)(const QString &name) = nullptr);
    void presence(bool online);
    /// Whether what follows is about the device itself rather than what it is for.
    void setDiagnostic(bool on) { m_diagnostic = on; }

private:
    static constexpr int maxLeaves = 512;
    static constexpr qsizetype maxElements = 16;
    static constexpr int maxDepth = 16;
    void walk(const QString &key, const QJsonValue &value, QString (*unitOf)(const QString &), int depth);
    void add(const QString &key, MetricType type, const Value &value, const QString &unit, const QString &name);

    Digest &m_digest;
    QByteArray m_origin;
    Micros m_time = 0;
    int m_left = maxLeaves;
    bool m_diagnostic = false;
};

/// What a convention announced last of each device, so that only news are announced. Bounded: beyond maxDevices all is forgotten and told again.
class Announced
{
public:
    static constexpr qsizetype maxDevices = 50'000;
    void put(Digest &digest, const Announcement &announcement);
    void forget(const QByteArray &origin) { m_known.remove(origin); }
    [[nodiscard]] bool contains(const QByteArray &origin) const { return m_known.contains(origin); }

private:
    QHash<QByteArray, Announcement> m_known;
};

/// A device on an MQTT connection, announced by `convention`, which people know by that name.
[[nodiscard]] Announcement announcementFor(const QByteArray &origin, const QString &convention, const QStringList &addresses);
/// A command whose argument stands between two pieces of text.
void addCommand(Announcement &announcement, const CommandInfo &info, const QByteArray &topic, CommandEncoding::Form form, const QByteArray &before = {}, const QByteArray &after = {});

/// "aabbccddeeff", "aa:bb:…" or "aa-bb-…" as "AA:BB:CC:DD:EE:FF"; empty: it is none.
[[nodiscard]] QString hardwareAddress(const QString &text);
/// A topic's levels; none where there are more than `most`.
[[nodiscard]] QByteArrayList levelsOf(QByteArrayView topic, qsizetype most = 32);
/// A name for this program among others that ask devices of the same broker, made up once per connection: "muster-1a2b3c4d".
[[nodiscard]] QByteArray ownName();
/// A payload that is a JSON object; none when it is none.
[[nodiscard]] std::optional<QJsonObject> objectOf(QByteArrayView payload);
[[nodiscard]] Digest malformed(const QString &reason);
[[nodiscard]] Digest ignored();
[[nodiscard]] Digest notMine();

} // namespace muster::mqtt
