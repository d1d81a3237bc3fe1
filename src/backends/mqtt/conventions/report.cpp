#include "backends/mqtt/conventions/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxTopic = 1'024; ///< bytes; conventions have no longer ones

Role roleOf(const QString &key)
{
    const QString last = key.sliced(key.lastIndexOf(QLatin1Char('.')) + 1).toLower();
    if (last == QLatin1String("battery") || last == QLatin1String("batt") || last == QLatin1String("battery_level"))
        return Role::Battery;
    return last == QLatin1String("rssi") || last == QLatin1String("linkquality") ? Role::Signal : Role::None;
}

bool sameDevice(const Announcement &a, const Announcement &b)
{
    const auto sameEncoding = [](const CommandEncoding &x, const CommandEncoding &y) {
        return x.command == y.command && x.topic == y.topic && x.on == y.on && x.off == y.off && x.echo == y.echo && x.payloads == y.payloads && x.form == y.form;
    };
    const auto sameBinding = [](const Binding &x, const Binding &y) {
        return x.topic == y.topic && x.metric == y.metric && x.decoding == y.decoding && x.place == y.place && x.on == y.on && x.off == y.off && x.options == y.options;
    };
    return a.device == b.device && a.availability == b.availability && a.topics == b.topics
        && std::equal(a.commands.begin(), a.commands.end(), b.commands.begin(), b.commands.end(), sameEncoding)
        && std::equal(a.bindings.begin(), a.bindings.end(), b.bindings.begin(), b.bindings.end(), sameBinding);
}

} // namespace

void Report::add(const QString &key, MetricType type, const Value &value, const QString &unit, const QString &name)
{
    if (m_left-- <= 0 || key.isEmpty() || key.size() > 200)
        return;
    Reading reading;
    reading.origin = m_origin;
    reading.metric.key = key;
    reading.metric.name = name;
    reading.metric.type = type;
    reading.metric.unit = unit;
    reading.metric.diagnostic = m_diagnostic;
    reading.metric.role = type == MetricType::Number ? roleOf(key) : Role::None;
    reading.value = value;
    reading.time = m_time;
    m_digest.readings.append(reading);
}

void Report::number(const QString &key, double value, const QString &unit, const QString &name)
{
    add(key, MetricType::Number, value, unit, name);
}

void Report::boolean(const QString &key, bool value, const QString &name)
{
    add(key, MetricType::Boolean, value, {}, name);
}

void Report::text(const QString &key, const QString &value, const QString &name)
{
    add(key, MetricType::Text, value.left(1'000), {}, name);
}

void Report::event(const QString &key, const QString &value, const QString &name)
{
    add(key, MetricType::Event, value.left(1'000), {}, name);
}

void Report::scalar(const QString &key, const QJsonValue &value, const QString &unit)
{
    if (value.isDouble())
        number(key, value.toDouble(), unit);
    else if (value.isBool())
        boolean(key, value.toBool());
    else if (value.isString())
        text(key, value.toString());
}

void Report::leaves(const QString &key, const QJsonValue &value, QString (*unitOf)(const QString &))
{
    walk(key, value, unitOf, 0);
}

void Report::walk(const QString &key, const QJsonValue &value, QString (*unitOf)(const QString &), int depth)
{
    if (m_left <= 0 || depth > maxDepth)
        return;
    const QString before = key.isEmpty() ? key : key + QLatin1Char('.');
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            walk(before + it.key(), *it, unitOf, depth + 1);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < std::min(array.size(), maxElements); ++i)
            walk(before + QString::number(i), array.at(i), unitOf, depth + 1);
    } else {
        scalar(key, value, unitOf && value.isDouble() ? unitOf(key) : QString());
    }
}

void Report::presence(bool online)
{
    m_digest.sightings.append({m_origin, online ? Presence::Online : Presence::Offline});
}

void Announced::put(Digest &digest, const Announcement &announcement)
{
    const auto it = m_known.constFind(announcement.origin);
    if (it != m_known.cend() && sameDevice(*it, announcement))
        return;
    if (m_known.size() >= maxDevices)
        m_known.clear();
    m_known.insert(announcement.origin, announcement);
    digest.announced.append(announcement);
}

Announcement announcementFor(const QByteArray &origin, const QString &convention, const QStringList &addresses)
{
    Announcement made;
    made.origin = origin;
    made.group = origin;
    made.native = true;
    made.device.addresses = addresses;
    made.device.addresses.removeAll(QString());
    made.device.convention = convention;
    made.device.link = QStringLiteral("mqtt");
    return made;
}

void addCommand(Announcement &announcement, const CommandInfo &info, const QByteArray &topic, CommandEncoding::Form form, const QByteArray &before, const QByteArray &after)
{
    CommandEncoding encoding;
    encoding.command = info.key;
    encoding.topic = topic;
    encoding.form = form;
    encoding.on = before;
    encoding.off = after;
    encoding.echo = info.metric;
    announcement.device.commands.append(info);
    announcement.commands.append(encoding);
}

QString hardwareAddress(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A(?:[0-9a-fA-F]{2}[:-]?){5}[0-9a-fA-F]{2}\\z"));
    if (!shape.match(text).hasMatch())
        return {};
    QString digits = text.toUpper();
    digits.remove(QLatin1Char(':')).remove(QLatin1Char('-'));
    for (qsizetype i = 10; i > 0; i -= 2)
        digits.insert(i, QLatin1Char(':'));
    return digits;
}

QByteArrayList levelsOf(QByteArrayView topic, qsizetype most)
{
    return topic.size() > maxTopic || std::count(topic.begin(), topic.end(), '/') >= most ? QByteArrayList() : topic.toByteArray().split('/');
}

QByteArray ownName()
{
    return "muster-" + QByteArray::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, '0');
}

std::optional<QJsonObject> objectOf(QByteArrayView payload)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(payload.data(), payload.size()));
    return document.isObject() ? std::optional<QJsonObject>(document.object()) : std::nullopt;
}

Digest malformed(const QString &reason)
{
    Digest digest;
    digest.verdict = Digest::Verdict::Malformed;
    digest.reason = reason;
    return digest;
}

Digest ignored()
{
    Digest digest;
    digest.verdict = Digest::Verdict::Ignored;
    return digest;
}

Digest notMine()
{
    Digest digest;
    digest.verdict = Digest::Verdict::NotMine;
    return digest;
}

} // namespace muster::mqtt
