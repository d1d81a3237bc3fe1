#pragma once

#include <QList>
#include <QString>

#include <simdjson.h>

#include <optional>

namespace muster::mqtt {

/// How a rendering ended. Value: there is a text. NoUpdate: `is_defined` met a missing value: the last one stays. Error: the template
/// fails on this payload, as it would in Home Assistant: the last value stays. Exhausted: it did more than templates may.
enum class Rendered : quint8 { Value, NoUpdate, Error, Exhausted };

/// What a rendering may still do, and how it ended. Everything that takes time or memory asks first.
struct Allowance
{
    static constexpr int maxSteps = 20'000;
    static constexpr qsizetype maxText = 64 * 1024; ///< characters of one text
    static constexpr int maxDepth = 48;             ///< of documents and expressions

    int steps = maxSteps;
    Rendered state = Rendered::Value;

    [[nodiscard]] bool isFine() const { return state == Rendered::Value; }
    void end(Rendered how)
    {
        if (isFine())
            state = how;
    }
    /// Takes `count` steps; false when there are not as many left.
    bool take(qsizetype count = 1)
    {
        if (count > steps)
            end(Rendered::Exhausted);
        else
            steps -= int(count);
        return isFine();
    }
};

/// A value inside a template, with the meaning Python gives it. Json: an object or array of the payload that was not looked into yet;
/// expanded() makes a Dict or List of it.
struct Datum
{
    enum class Kind : quint8 { Undefined, None, Boolean, Integer, Real, String, List, Tuple, Dict, Json };
    Kind kind = Kind::Undefined;
    bool flag = false;
    qint64 integer = 0;
    double real = 0;
    QString text {};
    QList<Datum> items {};             ///< List, Tuple; of a Dict keys and values in turn
    simdjson::dom::element json {};

    [[nodiscard]] static Datum none();
    [[nodiscard]] static Datum boolean(bool value);
    [[nodiscard]] static Datum number(qint64 value);
    [[nodiscard]] static Datum number(double value);
    [[nodiscard]] static Datum string(const QString &value);
    [[nodiscard]] static Datum list(const QList<Datum> &values, Kind kind = Kind::List);
    [[nodiscard]] static Datum ofJson(simdjson::dom::element element);

    [[nodiscard]] bool is(Kind k) const { return kind == k; }
    /// Boolean, Integer or Real: Python counts True as 1.
    [[nodiscard]] bool isNumber() const { return kind == Kind::Boolean || kind == Kind::Integer || kind == Kind::Real; }
    [[nodiscard]] bool isWhole() const { return kind == Kind::Boolean || kind == Kind::Integer; }
    [[nodiscard]] bool isSequence() const { return kind == Kind::List || kind == Kind::Tuple; }
    [[nodiscard]] double toReal() const { return kind == Kind::Real ? real : double(toInteger()); }
    [[nodiscard]] qint64 toInteger() const { return kind == Kind::Boolean ? qint64(flag) : integer; }
};

/// A Json as Dict or List, one level deep; anything else as it is.
[[nodiscard]] Datum expanded(const Datum &value, Allowance &allowance);
/// Python's bool().
[[nodiscard]] bool isTrue(const Datum &value);
/// Python's str(), and repr() for what stands inside lists and dicts: true → "True", {'a': 1.0}.
[[nodiscard]] QString pythonText(const Datum &value, Allowance &allowance);
[[nodiscard]] QString pythonRepr(const Datum &value, Allowance &allowance, int depth = 0);
/// As Home Assistant's to_json writes it: compact. Error where a key is no text.
[[nodiscard]] QString jsonText(const Datum &value, Allowance &allowance, int depth = 0);
[[nodiscard]] bool equal(const Datum &a, const Datum &b, Allowance &allowance, int depth = 0);
/// -1, 0 or 1; none where Python raises TypeError.
[[nodiscard]] std::optional<int> ordered(const Datum &a, const Datum &b, Allowance &allowance, int depth = 0);

/// Member of a mapping, or element of a sequence or text (negative: from its end). Undefined when there is none.
[[nodiscard]] Datum memberOf(const Datum &value, const QString &name, Allowance &allowance);
[[nodiscard]] Datum elementOf(const Datum &value, qint64 index, Allowance &allowance);
/// Python's len(); -1 where it raises.
[[nodiscard]] qsizetype lengthOf(const Datum &value);
/// What iterating gives: the elements, a mapping's keys, a text's characters, nothing for Undefined. None where Python raises.
[[nodiscard]] std::optional<QList<Datum>> iterated(const Datum &value, Allowance &allowance);

/// Python's float() and int() of a text: white space and single underscores between digits are allowed, "nan" and "inf" are numbers.
[[nodiscard]] std::optional<double> pythonFloat(const QString &text);
[[nodiscard]] std::optional<qint64> pythonInt(const QString &text, int base = 10);

} // namespace muster::mqtt
