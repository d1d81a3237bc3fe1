#pragma once

#include "core/result.h"
#include "script/scriptmessages.h"

#include <QJSEngine>

namespace muster::script {

/// The script of one profile: its decode() and encode(), called one after the other. It has JavaScript's own objects and nothing else: no files, no network, no
/// timers. Nothing here bounds how long it takes or how much it allocates; that is done to the process around it.
class ScriptEngine
{
public:
    static constexpr qsizetype longestReadings = 64 * 1024, longestCommand = 64 * 1024; ///< bytes; more is a failure

    /// What came of a call: its bytes, or where and why it failed.
    using Outcome = tl::expected<QByteArray, Fault>;

    ScriptEngine();
    /// Once. The functions there are as in Kind::Loaded.
    [[nodiscard]] Outcome load(const QByteArray &source);
    /// A frame to readings, as JSON.
    [[nodiscard]] Outcome decode(QByteArrayView frame);
    /// A command, as JSON, to bytes.
    [[nodiscard]] Outcome encode(QByteArrayView order);

private:
    [[nodiscard]] Outcome outcome(const QJSValue &result) const;

    QJSEngine m_engine;
    QJSValue m_around;        ///< what stands between the script and us; made before it
    QJSValue m_decode;
    QJSValue m_encode;
    bool m_wantsText = false; ///< decode() takes the frame as text, too
};

} // namespace muster::script
