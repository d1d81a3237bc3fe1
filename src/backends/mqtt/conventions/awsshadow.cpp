#include "backends/mqtt/conventions/awsshadow.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxShadows = 20'000;
constexpr qsizetype maxCommands = 256;
constexpr int maxDepth = 8;

struct Parts
{
    QByteArray base {};   ///< up to "shadow", or to the shadow's name
    QByteArray thing {};
    QByteArray shadow {}; ///< empty: the thing's unnamed one
    QByteArray what {};   ///< "update/accepted" …
};

std::optional<Parts> partsOf(QByteArrayView topic)
{
    const QByteArrayList levels = levelsOf(topic, 12);
    if (levels.size() < 5 || levels[0] != "$aws" || levels[1] != "things" || levels[2].isEmpty() || levels[3] != "shadow")
        return std::nullopt;
    const bool named = levels[4] == "name" && levels.size() > 6;
    const qsizetype end = named ? 6 : 4;
    return Parts {levels.first(end).join('/'), levels[2], named ? levels[5] : QByteArray(), levels.sliced(end).join('/')};
}

// What is known of one shadow.
struct Shadow
{
    double version = -1;
    QMap<QString, QJsonValue> settable {}; ///< by key: an example of the values
    bool isNews = true;
};

class AwsShadow : public Convention
{
public:
    explicit AwsShadow(bool isAmazon) : m_isAmazon(isAmazon) {}
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("aws"); }
    [[nodiscard]] QByteArrayList filters() const override { return m_isAmazon ? QByteArrayList {QByteArrayLiteral("$aws/things/+/shadow/#")} : QByteArrayList(); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return partsOf(topic).has_value(); }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    void announce(Digest &digest, const Parts &parts, Shadow &shadow) const;
    [[nodiscard]] Digest refused(const QJsonObject &message) const;

    bool m_isAmazon;
    QByteArray m_own = ownName();
    QHash<QByteArray, Shadow> m_shadows; ///< by base
};

// What can be wished for: every scalar that somebody wished for before.
void note(Shadow &shadow, const QString &key, const QJsonValue &value, int depth = 0)
{
    if (depth > maxDepth || value.isNull() || value.isArray() || key.size() > 200)
        return;
    if (!value.isObject()) {
        if (shadow.settable.size() < maxCommands && !shadow.settable.contains(key)) {
            shadow.settable.insert(key, value);
            shadow.isNews = true;
        }
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.key().contains(QLatin1Char('.')))
            note(shadow, key.isEmpty() ? it.key() : key + QLatin1Char('.') + it.key(), *it, depth + 1);
    }
}

QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

void addWish(Announcement &made, const QByteArray &base, const QByteArray &own, const QString &key, const QJsonValue &example)
{
    CommandInfo info;
    info.key = key;
    info.metric = key;
    info.argument = example.isBool() ? ArgumentType::Boolean : example.isDouble() ? ArgumentType::Number : ArgumentType::Text;
    info.minimum = -1e9;
    info.maximum = 1e9;
    QByteArray before = R"({"state":{"desired":)";
    QByteArray after;
    for (const QString &name : key.split(QLatin1Char('.'))) {
        before += '{' + quoted(name) + ':';
        after += '}';
    }
    after += R"(},"clientToken":")" + own + '-' + requestMark + R"("})";
    if (example.isBool())
        addCommand(made, info, base + "/update", CommandEncoding::Form::OnOff, before + "true" + after, before + "false" + after);
    else
        addCommand(made, info, base + "/update", CommandEncoding::Form::Json, before, after);
    made.commands.last().answered = true;
    made.commands.last().qos = 1;
}

void AwsShadow::announce(Digest &digest, const Parts &parts, Shadow &shadow) const
{
    if (!std::exchange(shadow.isNews, false))
        return;
    const QByteArray id = parts.thing + (parts.shadow.isEmpty() ? QByteArray() : '/' + parts.shadow);
    Announcement made = announcementFor("aws/" + id, QStringLiteral("AWS IoT"), {QStringLiteral("aws:") + QString::fromUtf8(id)});
    made.device.name = QString::fromUtf8(id);
    if (!parts.shadow.isEmpty())
        made.device.via = QStringLiteral("aws:") + QString::fromUtf8(parts.thing);
    made.topics = {parts.base + "/#"};
    for (auto it = shadow.settable.cbegin(); it != shadow.settable.cend(); ++it)
        addWish(made, parts.base, m_own, it.key(), *it);
    CommandInfo ask;
    ask.key = QStringLiteral("read_shadow");
    ask.name = Words::tr("Ask for all values");
    addCommand(made, ask, parts.base + "/get", CommandEncoding::Form::Fixed);
    digest.announced.append(made);
}

// A wish that the service did not take; that it took one says nothing of the device.
Digest AwsShadow::refused(const QJsonObject &message) const
{
    Digest digest;
    const QByteArray token = message.value(QStringLiteral("clientToken")).toString().toUtf8();
    if (token.startsWith(m_own + '-'))
        digest.answers.append({token.sliced(m_own.size() + 1).toUInt(), Words::tr("The shadow was not changed: %1.").arg(message.value(QStringLiteral("message")).toString().left(200))});
    return digest;
}

Digest AwsShadow::digest(QByteArrayView topic, QByteArrayView payload)
{
    const auto parts = partsOf(topic);
    if (!parts)
        return notMine();
    const auto message = objectOf(payload);
    if (!message)
        return payload.isEmpty() ? ignored() : malformed(Words::tr("no shadow of a thing"));
    if (parts->what.endsWith("/rejected"))
        return refused(*message);
    const bool documents = parts->what == "update/documents";
    const QJsonObject document = documents ? message->value(QStringLiteral("current")).toObject() : *message;
    const QJsonObject state = document.value(QStringLiteral("state")).toObject();
    static const QByteArrayList known {"update", "update/accepted", "get/accepted", "update/delta"};
    if (state.isEmpty() || !(documents || known.contains(parts->what)))
        return ignored();
    if (m_shadows.size() >= maxShadows)
        m_shadows.clear();
    Shadow &shadow = m_shadows[parts->base];
    const double version = document.value(QStringLiteral("version")).toDouble(-1);
    if (version >= 0 && version < shadow.version) // overtaken on its way
        return ignored();
    shadow.version = std::max(version, shadow.version);
    const bool delta = parts->what == "update/delta";
    note(shadow, {}, delta ? QJsonValue(state) : state.value(QStringLiteral("desired")));
    Digest digest;
    announce(digest, *parts, shadow);
    Report report(digest, "aws/" + parts->thing + (parts->shadow.isEmpty() ? QByteArray() : '/' + parts->shadow));
    if (delta) {
        report.leaves(QStringLiteral("delta"), state);
    } else {
        report.leaves({}, state.value(QStringLiteral("reported")));
        report.leaves(QStringLiteral("desired"), state.value(QStringLiteral("desired")));
    }
    return digest;
}

} // namespace

std::unique_ptr<Convention> awsShadow(bool isAmazon)
{
    return std::make_unique<AwsShadow>(isAmazon);
}

} // namespace muster::mqtt
