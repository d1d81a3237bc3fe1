#pragma once

namespace muster::codec {

/// How a link is read and written. Without anything said: automatic.
struct Profile
{
};

} // namespace muster::codec
