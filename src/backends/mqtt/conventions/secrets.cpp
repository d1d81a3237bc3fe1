#include "backends/mqtt/conventions/secrets.h"

#include <algorithm>

namespace muster::mqtt {

namespace {

// Behind the end of a string that begins at `at`; behind the payload's end if it has none.
qsizetype behindString(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return std::min(at + 1, text.size());
}

qsizetype behindSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r'))
        ++at;
    return at;
}

qsizetype behindValue(QByteArrayView text, qsizetype at)
{
    if (at < text.size() && text[at] == '"')
        return behindString(text, at);
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = behindString(text, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return at;
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        ++at;
    }
    return at;
}

} // namespace

bool isSecretName(QByteArrayView name)
{
    static constexpr const char *words[] = {"password", "passwd", "passphrase", "secret", "apikey", "privatekey", "networkkey", "accesstoken", "authtoken", "appkey", "nwkkey", "appskey", "nwkskey"};
    QByteArray plain = name.first(std::min<qsizetype>(name.size(), 100)).toByteArray().toLower();
    plain.replace("_", "").replace("-", "");
    return plain == "psk" || plain == "pass" || plain == "pwd" || std::any_of(std::begin(words), std::end(words), [&plain](const char *word) { return plain.contains(word); });
}

QByteArray withoutSecrets(QByteArrayView payload)
{
    QByteArray shown;
    qsizetype done = 0;
    for (qsizetype at = payload.indexOf('"'); at >= 0 && at < payload.size(); at = payload.indexOf('"', at)) {
        const qsizetype end = behindString(payload, at);
        const qsizetype colon = behindSpace(payload, end);
        const QByteArrayView name = payload.sliced(at + 1, std::max<qsizetype>(end - at - 2, 0));
        at = end;
        if (colon >= payload.size() || payload[colon] != ':' || !isSecretName(name))
            continue;
        const qsizetype value = behindSpace(payload, colon + 1);
        const qsizetype behind = behindValue(payload, value);
        const QByteArrayView held = payload.sliced(value, behind - value);
        at = behind;
        if (held.isEmpty() || held == "\"\"" || held == "null" || held == "true" || held == "false")
            continue;
        shown += payload.sliced(done, value - done);
        shown += "\"•••\"";
        done = behind;
    }
    return shown.append(payload.sliced(done));
}

} // namespace muster::mqtt
