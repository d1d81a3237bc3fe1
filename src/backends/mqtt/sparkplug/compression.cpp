#include "backends/mqtt/sparkplug/compression.h"
#include "backends/mqtt/sparkplug/words.h"

#include <zlib.h>

#include <algorithm>

namespace muster::mqtt::sparkplug {

namespace {

struct Stream
{
    Stream() { ready = inflateInit2(&z, MAX_WBITS + 32) == Z_OK; } // + 32: gzip or zlib, by the header
    ~Stream()
    {
        if (ready)
            inflateEnd(&z);
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    z_stream z {};
    bool ready = false;
};

} // namespace

Result<QByteArray> inflated(QByteArrayView data, qsizetype limit)
{
    Stream stream;
    if (!stream.ready)
        return failure(Error::Code::Io, Words::tr("no memory to unpack it"));
    QByteArray input = data.toByteArray(); // zlib's input is not const
    stream.z.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.z.avail_in = uInt(input.size());
    QByteArray output;
    int code = Z_OK;
    while (code == Z_OK) {
        const qsizetype done = output.size();
        if (done >= limit)
            return failure(Error::Code::TooLarge, Words::tr("unpacked it is too large"));
        const qsizetype room = std::min<qsizetype>(limit - done, std::max<qsizetype>(4'096, done));
        output.resize(done + room);
        stream.z.next_out = reinterpret_cast<Bytef *>(output.data() + done);
        stream.z.avail_out = uInt(room);
        code = inflate(&stream.z, Z_NO_FLUSH);
        output.resize(done + room - qsizetype(stream.z.avail_out));
        if (code == Z_OK && stream.z.avail_in == 0 && stream.z.avail_out > 0)
            break; // it wants more than there is
    }
    if (code != Z_STREAM_END)
        return failure(Error::Code::Corrupt, Words::tr("it cannot be unpacked"));
    return output;
}

} // namespace muster::mqtt::sparkplug
