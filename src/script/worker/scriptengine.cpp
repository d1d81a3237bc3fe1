#include "script/worker/scriptengine.h"

namespace muster::script {

namespace {

// What stands between the script and us. It gives a text, or [line, what was thrown] when the script fails. It keeps JSON and the like for itself before the
// script can replace them.
constexpr char16_t around[] = uR"((function () {
    const write = JSON.stringify, read = JSON.parse, Bytes = Uint8Array, List = Array.from, Words = String, isList = Array.isArray
    const isBytes = ArrayBuffer.isView, Buffer = ArrayBuffer
    const failed = function (e) {
        const line = e !== null && typeof e === "object" && e.fileName === "file:script" ? e.lineNumber | 0 : 0 // else it is one of ours
        return [line, Words(e)]
    }
    const asBytes = function (made) {
        if (typeof made === "string")
            return made
        if (made instanceof Buffer)
            made = new Bytes(made)
        if (!isList(made) && !isBytes(made))
            throw new TypeError("encode() gave neither a text nor a list of bytes")
        const bytes = List(made)
        for (let i = 0; i < bytes.length; ++i) {
            if (!(bytes[i] >= 0 && bytes[i] <= 255 && bytes[i] === (bytes[i] | 0)))
                throw new RangeError("encode() gave something that is no byte from 0 to 255")
        }
        return new Bytes(bytes).buffer
    }
    const asReadings = function (made) {
        if (made === undefined || made === null)
            return "null"
        if (typeof made !== "object" || isList(made))
            throw new TypeError("decode() gave no object of values")
        return write(made)
    }
    return function (decode, encode) {
        return {
            decode: function (frame, text) {
                try {
                    return asReadings(decode(new Bytes(frame), text))
                } catch (e) {
                    return failed(e)
                }
            },
            encode: function (text) {
                try {
                    const order = read(text)
                    return asBytes(encode(order.command, order.value))
                } catch (e) {
                    return failed(e)
                }
            },
        }
    }
})())";

constexpr qsizetype longestFault = 1'000; // bytes

QString string(const char16_t *text) { return QString::fromUtf16(text); }

} // namespace

ScriptEngine::ScriptEngine()
    : m_around(m_engine.evaluate(string(around)))
{
}

ScriptEngine::Outcome ScriptEngine::load(const QByteArray &source)
{
    const auto plainly = [](const QJSValue &value) { return Fault {value.property(QStringLiteral("lineNumber")).toUInt(), value.toString().toUtf8().left(longestFault)}; };
    // What it names at its top, in whichever way, is seen from there alone.
    const QString whole = QString::fromUtf8(source) + QStringLiteral("\n;[typeof decode === 'function' ? decode : null, typeof encode === 'function' ? encode : null]");
    QStringList trace;
    const QJSValue made = m_engine.evaluate(whole, QStringLiteral("script"), 1, &trace);
    if (made.isError())
        return tl::unexpected(plainly(made));
    if (!trace.isEmpty() || !made.isArray()) // it threw what is no Error
        return tl::unexpected(Fault {0, made.toString().toUtf8().left(longestFault)});
    const QJSValue decode = made.property(0);
    const QJSValue encode = made.property(1);
    m_wantsText = decode.isCallable() && decode.property(QStringLiteral("length")).toInt() >= 2;
    const QJSValue calls = m_around.call({decode, encode});
    if (calls.isError())
        return tl::unexpected(plainly(calls));
    m_decode = calls.property(QStringLiteral("decode"));
    m_encode = calls.property(QStringLiteral("encode"));
    return QByteArray(1, char((decode.isCallable() ? 1 : 0) | (encode.isCallable() ? 2 : 0)));
}

ScriptEngine::Outcome ScriptEngine::outcome(const QJSValue &result) const
{
    if (result.isString())
        return result.toString().toUtf8();
    if (result.isArray())
        return tl::unexpected(Fault {result.property(0).toUInt(), result.property(1).toString().toUtf8().left(longestFault)});
    if (result.isError())
        return tl::unexpected(Fault {result.property(QStringLiteral("lineNumber")).toUInt(), result.toString().toUtf8().left(longestFault)});
    return qjsvalue_cast<QByteArray>(result);
}

ScriptEngine::Outcome ScriptEngine::decode(QByteArrayView frame)
{
    QJSValueList arguments {m_engine.toScriptValue(frame.toByteArray())};
    if (m_wantsText)
        arguments.append(QString::fromUtf8(frame));
    Outcome made = outcome(m_decode.call(arguments));
    if (made && made->size() > longestReadings)
        return tl::unexpected(Fault {0, QByteArrayLiteral("RangeError: decode() gave more than 64 KiB")});
    return made;
}

ScriptEngine::Outcome ScriptEngine::encode(QByteArrayView order)
{
    Outcome made = outcome(m_encode.call({QString::fromUtf8(order)}));
    if (made && made->size() > longestCommand)
        return tl::unexpected(Fault {0, QByteArrayLiteral("RangeError: encode() gave more than 64 KiB")});
    return made;
}

} // namespace muster::script
