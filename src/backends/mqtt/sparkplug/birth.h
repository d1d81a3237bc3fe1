#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/sparkplug/datatypes.h"
#include "backends/mqtt/sparkplug/sparkplugtopic.h"

#include <QHash>

namespace muster::mqtt::sparkplug {

/// A metric as its birth certificate describes it.
struct Known
{
    QByteArray name {};          ///< members of a template instance: "instance/member"
    DataType type = DataType::Unknown;
    std::optional<quint64> alias {};
    muster::Metric info {};
    std::optional<CommandInfo> command {};
    int quality = -1;            ///< index of the metric that shows its quality; -1: it has none
    Micros live = 0;             ///< time of the latest live value; 0: none yet
};

/// The metrics of an edge node or a device in one session.
struct MetricTable
{
    std::vector<Known> metrics {};
    QHash<QByteArray, int> byName {};

    [[nodiscard]] int find(const QByteArray &name) const { return byName.value(name, -1); }
};

/// Members of template definitions and their types, by the definition's name.
using Definitions = QHash<QByteArray, QHash<QByteArray, quint32>>;

/// What a birth certificate says.
struct Birth
{
    MetricTable table {};
    Device identity {};  ///< what it says of its make
    int unfit = 0;       ///< metrics without name, type …
    int beyond = 0;      ///< metrics beyond the limit
};

inline constexpr int maxMetrics = 20'000;       ///< of an edge node or device
inline constexpr qsizetype maxNameLength = 512; ///< bytes

void learnDefinitions(const Payload &payload, Definitions &definitions);
[[nodiscard]] Birth readBirth(const Payload &payload, const Definitions &definitions);

/// The device that Muster shows for it: metrics with units, commands for what can be written.
[[nodiscard]] Announcement announcementOf(const Place &place, const Birth &birth);
/// A device by the convention's name for it.
[[nodiscard]] QByteArray originOf(const Place &place);

/// The value of the property Quality: 0 bad, 192 good, 500 stale, as an option's place in the metric that shows it. None: it has none.
[[nodiscard]] std::optional<int> qualityOf(const Metric &metric);
inline constexpr int goodQuality = 0;

} // namespace muster::mqtt::sparkplug
