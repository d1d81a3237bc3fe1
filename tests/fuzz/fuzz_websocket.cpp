// What a server sends over a WebSocket: its answer to the request, and frames in pieces of any size.
#include "backends/mqtt/websocketframes.h"

#include <cstdint>

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    (void) websocket::answerOf(bytes, "dGhlIHNhbXBsZSBub25jZQ==");
    const qsizetype piece = 1 + data[0];
    websocket::FrameReader reader;
    QByteArray payload;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        (void) reader.take(bytes.sliced(at, std::min(piece, bytes.size() - at)), payload);
    (void) reader.takePing();
    if (payload.size() > bytes.size())
        __builtin_trap(); // more than came
    return 0;
}
