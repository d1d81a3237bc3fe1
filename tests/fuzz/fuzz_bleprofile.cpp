// Hostile text for the reader of profiles of Bluetooth devices: a sentence, or a profile that fits names and reads values without harm. Behind the first line
// that is "--" stands what a device calls itself and says.

#include "tests/fuzz/codecfuzz.h"

#include "codec/bleprofile.h"

using namespace fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView all = view(data, size);
    const qsizetype end = all.indexOf("\n--\n");
    const QByteArrayView json = end < 0 ? all : all.first(end);
    const QByteArrayView said = end < 0 ? all : all.sliced(end + 4);
    qsizetype fault = -1;
    const auto read = readBleProfile(json, &fault);
    check(fault >= -1 && fault <= json.size());
    (void)isBleProfile(json);
    if (!read) {
        check(!read.error().text.isEmpty());
        return 0;
    }
    const std::vector<BleProfile> one {*read};
    const BleProfile *const fits = bleProfileFor(one, QString::fromUtf8(said.first(std::min<qsizetype>(said.size(), 248))), {}, {quint16(said.size())});
    check(!fits || fits == one.data());
    for (const ProfilePlace &place : one.front().places) {
        link(place.profile, said, 3);
        check(one.front().place(place.service, place.characteristic) != nullptr);
    }
    return 0;
}
