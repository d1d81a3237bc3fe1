#pragma once

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

namespace muster {

/// Why an expected failure happened: a code for programs and one sentence for people, naming the thing and the remedy.
struct Error
{
    enum class Code : quint8 {
        Invalid,     ///< what was asked for makes no sense (bad URL, argument out of range)
        NotFound,    ///< no such device, command, file, host
        Refused,     ///< the other side said no (certificate, permission)
        Unauthorized,///< the other side said no to this login: another user name or password may help
        Unreachable, ///< nobody answered there
        TimedOut,    ///< nobody answered in time
        Corrupt,     ///< bytes that do not decode
        Unsupported, ///< known, but not (yet) handled
        TooLarge,    ///< beyond a bound
        Cancelled,   ///< a person or the end of the program stopped it
        Io,          ///< the file system or the operating system failed
    };
    Code code = Code::Invalid;
    QString text {}; ///< translated, one sentence

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value, or the Error that explains why there is none.
template<class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error::Code code, QString text)
{
    return tl::unexpected<Error>(Error {code, std::move(text)});
}

} // namespace muster

// expected<void>'s operator== is declared for every type but compiles for few; QMetaType must not try it.
template<>
struct QTypeTraits::has_operator_equal<muster::Result<void>> : std::false_type
{};

Q_DECLARE_METATYPE(muster::Error)
Q_DECLARE_METATYPE(muster::Result<void>)
