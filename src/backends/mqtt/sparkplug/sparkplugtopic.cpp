#include "backends/mqtt/sparkplug/sparkplugtopic.h"

#include <QList>

#include <array>

namespace muster::mqtt::sparkplug {

namespace {

constexpr QByteArrayView space("spBv1.0/");

using Verb = SparkplugTopic::Verb;
struct Word
{
    const char *text;
    Verb verb;
};
constexpr std::array<Word, 8> nodeAndDevice {{{"NBIRTH", Verb::NodeBirth}, {"NDEATH", Verb::NodeDeath}, {"NDATA", Verb::NodeData}, {"NCMD", Verb::NodeCommand},
    {"DBIRTH", Verb::DeviceBirth}, {"DDEATH", Verb::DeviceDeath}, {"DDATA", Verb::DeviceData}, {"DCMD", Verb::DeviceCommand}}};

} // namespace

bool isSparkplug(QByteArrayView topic)
{
    return topic.startsWith(space);
}

std::optional<SparkplugTopic> sparkplugTopic(QByteArrayView topic)
{
    if (!isSparkplug(topic))
        return std::nullopt;
    const QList<QByteArray> levels = topic.sliced(space.size()).toByteArray().split('/');
    for (const QByteArray &level : levels) {
        if (level.isEmpty())
            return std::nullopt;
    }
    SparkplugTopic made;
    if (levels.size() == 2 && levels[0] == "STATE") {
        made.host = levels[1];
        return made;
    }
    if (levels.size() < 3 || levels.size() > 4)
        return std::nullopt;
    for (const Word &word : nodeAndDevice) {
        if (levels[1] != word.text)
            continue;
        if ((levels.size() == 4) != (word.verb >= Verb::DeviceBirth))
            return std::nullopt;
        made.verb = word.verb;
        made.place = {levels[0], levels[2], levels.value(3)};
        return made;
    }
    return std::nullopt;
}

QByteArray commandTopic(const Place &place)
{
    const QByteArray node = space.toByteArray() + place.group + (place.device.isEmpty() ? "/NCMD/" : "/DCMD/") + place.node;
    return place.device.isEmpty() ? node : node + '/' + place.device;
}

QByteArray stateTopic(const QByteArray &host)
{
    return space.toByteArray() + "STATE/" + host;
}

} // namespace muster::mqtt::sparkplug
