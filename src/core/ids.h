#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace muster {

/// A small number that names one thing of one kind; 0 names nothing. Ids of different kinds do not mix.
/// Device and metric ids are dense (1, 2, 3 …), so they index plain vectors, and stay the same over restarts
/// for everything that is in the fleet.
template<class Tag>
struct Id
{
    quint32 n = 0;

    [[nodiscard]] constexpr bool isValid() const { return n != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.n, seed); }
};

using DeviceId = Id<struct DeviceTag>;
using MetricId = Id<struct MetricTag>;
using ConnectionId = Id<struct ConnectionTag>;
using GroupId = Id<struct GroupTag>;
using CommandId = Id<struct CommandTag>;

} // namespace muster
