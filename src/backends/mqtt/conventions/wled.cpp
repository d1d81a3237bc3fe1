#include "backends/mqtt/conventions/wled.h"

#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/words.h"

#include <QXmlStreamReader>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxXml = 16 * 1'024;

struct Parts
{
    QByteArray base {};
    QByteArray word {}; ///< "g", "c", "v", "status"; empty: an order to the base itself
};

std::optional<Parts> partsOf(QByteArrayView topic)
{
    const QByteArrayList levels = levelsOf(topic, 6);
    const bool usual = levels.value(0) == "wled" && levels.value(1).size() > 0;
    const QByteArray word = levels.isEmpty() ? QByteArray() : levels.constLast();
    static const QByteArrayList words {"g", "c", "v", "status", "col", "api"};
    if (usual && levels.size() == 2)
        return Parts {topic.toByteArray(), {}};
    if (levels.size() < 2 || !words.contains(word) || !(usual ? levels.size() == 3 : word == "v"))
        return std::nullopt;
    return Parts {levels.first(levels.size() - 1).join('/'), word};
}

// "#FFA000", or "#32FFA000" with the white first.
bool isColor(QByteArrayView text)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); };
    return (text.size() == 7 || text.size() == 9) && text.front() == '#' && std::all_of(text.begin() + 1, text.end(), isHex);
}

class Wled : public Convention
{
public:
    [[nodiscard]] QByteArray name() const override { return QByteArrayLiteral("wled"); }
    [[nodiscard]] bool claims(QByteArrayView topic) const override { return partsOf(topic).has_value(); }
    [[nodiscard]] Digest digest(QByteArrayView topic, QByteArrayView payload) override;

private:
    void announce(Digest &digest, const QByteArray &base, const QString &name = {});
    [[nodiscard]] Digest everything(const QByteArray &base, QByteArrayView payload);

    Announced m_announced;
};

void addNumber(Announcement &made, const char *key, const QString &name, const QByteArray &topic, const QByteArray &before, double most)
{
    CommandInfo info;
    info.key = QLatin1String(key);
    info.name = name;
    info.argument = ArgumentType::Number;
    info.maximum = most;
    info.metric = info.key;
    addCommand(made, info, topic, CommandEncoding::Form::Value, before);
}

void Wled::announce(Digest &digest, const QByteArray &base, const QString &name)
{
    const QByteArray origin = "wled/" + base;
    if (m_announced.contains(origin) && name.isEmpty()) // only the XML says what it is called
        return;
    const QString title = QString::fromUtf8(base);
    Announcement made = announcementFor(origin, QStringLiteral("WLED"), {QStringLiteral("wled:") + title});
    made.device.name = name.isEmpty() ? title.section(QLatin1Char('/'), -1) : name;
    made.device.manufacturer = QStringLiteral("WLED");
    made.availability.topics = {{base + "/status", {}, "online", "offline"}};
    made.topics = {base + "/#"};
    CommandInfo power;
    power.key = QStringLiteral("on");
    power.name = Words::tr("On");
    power.argument = ArgumentType::Boolean;
    power.metric = power.key;
    addCommand(made, power, base, CommandEncoding::Form::OnOff, "ON", "OFF");
    addNumber(made, "brightness", Words::tr("Brightness"), base, {}, 255);
    CommandInfo color;
    color.key = QStringLiteral("color");
    color.name = Words::tr("Colour (#RRGGBB)");
    color.argument = ArgumentType::Text;
    color.metric = color.key;
    addCommand(made, color, base + "/col", CommandEncoding::Form::Value);
    addNumber(made, "effect", Words::tr("Effect"), base + "/api", "FX=", 255);
    addNumber(made, "preset", Words::tr("Preset"), base + "/api", "PL=", 250);
    m_announced.put(digest, made);
}

// <vs><ac>128</ac><cl>255</cl>…<fx>0</fx>…<ds>Desk</ds></vs>
Digest Wled::everything(const QByteArray &base, QByteArrayView payload)
{
    if (payload.size() > maxXml || !payload.trimmed().startsWith('<') || payload.indexOf("<vs>") < 0)
        return notMine();
    static const QHash<QString, QString> keys {{QStringLiteral("ac"), QStringLiteral("brightness")}, {QStringLiteral("fx"), QStringLiteral("effect")}, {QStringLiteral("sx"), QStringLiteral("speed")},
                                               {QStringLiteral("ix"), QStringLiteral("intensity")}, {QStringLiteral("fp"), QStringLiteral("palette")}, {QStringLiteral("ps"), QStringLiteral("preset")},
                                               {QStringLiteral("wv"), QStringLiteral("white")}};
    QXmlStreamReader xml(payload.toByteArray());
    QHash<QString, double> values;
    QString name;
    while (!xml.atEnd() && values.size() < 64) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() == QLatin1String("vs"))
            continue;
        const QString key = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
        if (key == QLatin1String("ds"))
            name = text.left(100);
        else if (const auto number = strictNumber(text.toUtf8()); number && keys.contains(key))
            values.insert(keys.value(key), *number);
    }
    if (xml.hasError())
        return malformed(Words::tr("broken XML"));
    Digest digest;
    announce(digest, base, name);
    Report report(digest, "wled/" + base);
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        report.number(it.key(), *it);
    if (values.contains(QStringLiteral("brightness")))
        report.boolean(QStringLiteral("on"), values.value(QStringLiteral("brightness")) > 0);
    return digest;
}

Digest Wled::digest(QByteArrayView topic, QByteArrayView payload)
{
    const auto parts = partsOf(topic);
    if (!parts)
        return notMine();
    if (parts->word == "v")
        return everything(parts->base, payload);
    if (parts->word.isEmpty() || parts->word == "col" || parts->word == "api" || parts->base == "wled/all")
        return ignored(); // what somebody wants of it
    const auto number = strictNumber(payload);
    const bool fits = parts->word == "g" ? number && *number >= 0 && *number <= 255 : parts->word == "c" ? isColor(payload) : payload == "online" || payload == "offline";
    if (!fits)
        return payload.isEmpty() ? ignored() : notMine();
    Digest digest;
    announce(digest, parts->base);
    Report report(digest, "wled/" + parts->base);
    if (parts->word == "c") {
        report.text(QStringLiteral("color"), QString::fromLatin1(payload));
    } else if (number) {
        report.number(QStringLiteral("brightness"), *number);
        report.boolean(QStringLiteral("on"), *number > 0);
    }
    return digest; // the status is read by its availability
}

} // namespace

std::unique_ptr<Convention> wled()
{
    return std::make_unique<Wled>();
}

} // namespace muster::mqtt
