#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>
#include <string_view>

namespace muster::codec {

/// What went wrong first while a file was read, and where: a path of member names and element numbers.
struct JsonFault
{
    QStringList path {};
    QString text {};            ///< empty: nothing is wrong
};

/// Where the value at a path begins in a JSON text that is valid; `name`: where the name of that member begins. -1: there is none.
[[nodiscard]] qsizetype jsonOffset(QByteArrayView json, const QStringList &path, bool name = false);

/// One object of a JSON file, described once for reading and writing: each call names a member and the variable it belongs to. Reading: the
/// variable keeps its value where there is no such member, and what was not named is a fault with a suggestion. Writing: what is as in a
/// default-constructed value is left out.
class JsonFields
{
public:
    /// Reads.
    JsonFields(const QJsonObject &in, QStringList path, JsonFault &fault);
    /// Writes.
    JsonFields() = default;

    [[nodiscard]] bool isReading() const { return m_fault != nullptr; }
    [[nodiscard]] bool has(const char *name) const { return m_in.contains(QLatin1StringView(name)); }
    [[nodiscard]] const QJsonObject &written() const { return m_out; }

    [[nodiscard]] bool isList(const char *name) const { return m_in.value(QLatin1StringView(name)).isArray(); }
    void text(const char *name, QString &value, bool required = false);
    void texts(const char *name, QStringList &value);
    /// Text, or "hex:AA 55" for any bytes. `hex`: written so, or to be.
    void bytes(const char *name, QByteArray &value, bool *hex = nullptr, bool required = false);
    void flag(const char *name, bool &value);
    void integer(const char *name, int &value, int least, int most, bool required = false);
    void number(const char *name, double &value);
    void character(const char *name, char &value);
    template<class Enum>
    void choice(const char *name, Enum &value, std::span<const std::string_view> names)
    {
        value = Enum(choose(name, int(value), names));
    }
    /// fill(JsonFields &): the members of an object.
    template<class Fill>
    void object(const char *name, Fill fill)
    {
        if (!isReading()) {
            JsonFields inner;
            fill(inner);
            m_out[QLatin1StringView(name)] = inner.m_out;
        } else if (const QJsonValue value = take(name, QJsonValue::Object); value.isObject()) {
            JsonFields inner(value.toObject(), pathOf(name), *m_fault);
            fill(inner);
            inner.refuseUnknown();
        }
    }
    /// fill(JsonFields &, Item &): the members of each element.
    template<class Item, class Fill>
    void list(const char *name, QList<Item> &items, Fill fill)
    {
        QJsonArray out;
        const QJsonArray in = isReading() ? take(name, QJsonValue::Array).toArray() : QJsonArray();
        if (in.size() > most)
            return fail(pathOf(name), tooMany());
        if (isReading())
            items = QList<Item>(in.size());
        for (qsizetype i = 0; i < items.size(); ++i) {
            JsonFields inner = isReading() ? element(name, i, in) : JsonFields();
            fill(inner, items[i]);
            inner.refuseUnknown();
            JsonFields usual;
            if (Item item; !isReading())
                fill(usual, item);
            out.append(without(inner.m_out, usual.m_out));
        }
        if (!out.isEmpty() && !isReading())
            m_out[QLatin1StringView(name)] = out;
    }
    /// For what has no call of its own: the member's value, null when there is none or it is of another type; and writing one.
    [[nodiscard]] QJsonValue take(const char *name, QJsonValue::Type type, bool required = false);
    void put(const char *name, const QJsonValue &value) { m_out[QLatin1StringView(name)] = value; }
    void fail(const char *name, const QString &text) { fail(pathOf(name), text); }
    void failAt(const char *name, qsizetype element, const QString &text) { fail(pathOf(name) + QStringList {QString::number(element)}, text); }
    void refuseUnknown();
    /// An object less what is the same in another.
    [[nodiscard]] static QJsonObject without(QJsonObject object, const QJsonObject &usual);

    static constexpr qsizetype most = 1'000; ///< elements of a list

private:
    [[nodiscard]] int choose(const char *name, int value, std::span<const std::string_view> names);
    [[nodiscard]] QStringList pathOf(const char *name) const { return m_path + QStringList {QString::fromLatin1(name)}; }
    [[nodiscard]] JsonFields element(const char *name, qsizetype index, const QJsonArray &in);
    [[nodiscard]] static QString tooMany();
    void fail(const QStringList &path, const QString &text);

    QJsonObject m_in {};
    QJsonObject m_out {};
    QStringList m_path {};
    QStringList m_named {};
    JsonFault *m_fault = nullptr;
};

/// The one of `words` that `word` was probably meant to be; empty: none is near.
[[nodiscard]] QString nearest(const QString &word, const QStringList &words);

} // namespace muster::codec
