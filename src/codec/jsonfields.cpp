#include "codec/jsonfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace muster::codec {

namespace {

QString quoted(const QString &text)
{
    return QStringLiteral("“%1”").arg(text.size() > 40 ? text.left(40) + QStringLiteral("…") : text);
}

QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Bool: return QCoreApplication::translate("Profile", "true or false");
    case QJsonValue::Double: return QCoreApplication::translate("Profile", "a number");
    case QJsonValue::String: return QCoreApplication::translate("Profile", "a text");
    case QJsonValue::Array: return QCoreApplication::translate("Profile", "a list");
    default: return QCoreApplication::translate("Profile", "an object");
    }
}

qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype above = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({above + 1, row[size_t(j)] + 1, diagonal + (a[i].toLower() == b[j].toLower() ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

/// Goes through a text that is known to be valid JSON.
class Walker
{
public:
    explicit Walker(QByteArrayView json)
        : m_json(json)
    {}

    qsizetype find(const QStringList &path, bool name)
    {
        for (qsizetype depth = 0; depth < path.size(); ++depth) {
            skipSpace();
            if (!enter(path[depth]))
                return -1;
            if (name && depth + 1 == path.size() && m_name >= 0)
                return m_name;
        }
        skipSpace();
        return m_at;
    }

private:
    [[nodiscard]] char now() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void skipSpace()
    {
        while (m_at < m_json.size() && (now() == ' ' || now() == '\n' || now() == '\r' || now() == '\t' || now() == ',' || now() == ':'))
            ++m_at;
    }
    // Goes behind a value: strings are skipped whole, brackets counted.
    void skipValue()
    {
        int depth = 0;
        do {
            skipSpace();
            const char c = now();
            if (c == '"')
                skipString();
            else if (c == '{' || c == '[')
                ++depth, ++m_at;
            else if (c == '}' || c == ']')
                --depth, ++m_at;
            else
                while (m_at < m_json.size() && !QByteArrayView(" \n\r\t,:]}").contains(now()))
                    ++m_at;
        } while (depth > 0 && m_at < m_json.size());
    }
    void skipString()
    {
        for (++m_at; m_at < m_json.size() && now() != '"'; ++m_at) {
            if (now() == '\\')
                ++m_at;
        }
        ++m_at;
    }
    // Goes to the value of a member or element. Of members of the same name the last one counts, as QJsonDocument has it.
    bool enter(const QString &step)
    {
        const bool object = now() == '{';
        m_name = -1;
        qsizetype found = -1;
        ++m_at;
        skipSpace();
        for (qsizetype index = 0; m_at < m_json.size() && now() != '}' && now() != ']'; ++index) {
            const qsizetype from = m_at;
            bool here = !object && QString::number(index) == step;
            if (object) {
                skipString();
                here = QString::fromUtf8(m_json.sliced(from + 1, std::max<qsizetype>(m_at - from - 2, 0))) == step;
                skipSpace();
            }
            if (here) {
                found = m_at;
                m_name = object ? from : -1;
            }
            skipValue();
            skipSpace();
        }
        m_at = found;
        return found >= 0;
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
    qsizetype m_name = -1;
};

} // namespace

QString nearest(const QString &word, const QStringList &words)
{
    QString best;
    qsizetype least = word.size() > 40 ? 0 : std::max<qsizetype>(word.size() / 3, 1) + 1;
    for (const QString &candidate : words) {
        if (const qsizetype d = distance(word, candidate); d < least) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

qsizetype jsonOffset(QByteArrayView json, const QStringList &path, bool name)
{
    return Walker(json).find(path, name);
}

JsonFields::JsonFields(const QJsonObject &in, QStringList path, JsonFault &fault)
    : m_in(in)
    , m_path(std::move(path))
    , m_fault(&fault)
{
}

void JsonFields::fail(const QStringList &path, const QString &text)
{
    if (m_fault && m_fault->text.isEmpty())
        *m_fault = {path, text};
}

QString JsonFields::tooMany()
{
    return QCoreApplication::translate("Profile", "has more than %1 elements.").arg(most);
}

QJsonObject JsonFields::without(QJsonObject object, const QJsonObject &usual)
{
    for (auto it = usual.constBegin(); it != usual.constEnd(); ++it) {
        if (object[it.key()].isObject()) {
            if (const QJsonObject inner = without(object[it.key()].toObject(), it->toObject()); !inner.isEmpty())
                object[it.key()] = inner;
            else
                object.remove(it.key());
        } else if (object[it.key()] == *it) {
            object.remove(it.key());
        }
    }
    return object;
}

JsonFields JsonFields::element(const char *name, qsizetype index, const QJsonArray &in)
{
    const QStringList path = pathOf(name) + QStringList {QString::number(index)};
    if (!in[index].isObject())
        fail(path, QCoreApplication::translate("Profile", "must be %1.").arg(typeName(QJsonValue::Object)));
    return JsonFields(in[index].toObject(), path, *m_fault);
}

void JsonFields::refuseUnknown()
{
    if (!isReading())
        return;
    for (auto it = m_in.constBegin(); it != m_in.constEnd(); ++it) {
        if (m_named.contains(it.key()) || it.key().startsWith(QLatin1Char('$')))
            continue;
        const QString meant = nearest(it.key(), m_named);
        fail(m_path + QStringList {it.key()}, meant.isEmpty() ? QCoreApplication::translate("Profile", "is not known here. Known are: %1.").arg(m_named.join(QStringLiteral(", ")))
                                                   : QCoreApplication::translate("Profile", "is not known here. Did you mean %1?").arg(quoted(meant)));
    }
}

QJsonValue JsonFields::take(const char *name, QJsonValue::Type type, bool required)
{
    const QString key = QString::fromLatin1(name);
    m_named.append(key);
    if (!m_in.contains(key)) {
        if (required)
            fail(m_path, QCoreApplication::translate("Profile", "lacks %1.").arg(quoted(key)));
        return {};
    }
    const QJsonValue value = m_in[key];
    if (value.type() == type)
        return value;
    fail(pathOf(name), QCoreApplication::translate("Profile", "must be %1.").arg(typeName(type)));
    return {};
}

void JsonFields::text(const char *name, QString &value, bool required)
{
    if (!isReading()) {
        if (!value.isEmpty())
            put(name, value);
    } else if (const QJsonValue in = take(name, QJsonValue::String, required); in.isString()) {
        value = in.toString();
        if (required && value.isEmpty())
            fail(name, QCoreApplication::translate("Profile", "must not be empty."));
    }
}

void JsonFields::texts(const char *name, QStringList &value)
{
    if (!isReading()) {
        if (!value.isEmpty())
            put(name, QJsonArray::fromStringList(value));
    } else if (const QJsonValue in = take(name, QJsonValue::Array); in.isArray()) {
        const QJsonArray array = in.toArray();
        if (array.size() > most)
            fail(name, tooMany());
        for (const QJsonValue &element : array) {
            if (!element.isString())
                return fail(name, QCoreApplication::translate("Profile", "must hold texts alone."));
            value.append(element.toString());
        }
    }
}

void JsonFields::bytes(const char *name, QByteArray &value, bool *hex, bool required)
{
    const QLatin1StringView mark("hex:");
    if (!isReading()) {
        const bool plain = QString::fromUtf8(value).toUtf8() == value;
        if (hex ? *hex : !plain)
            put(name, QString(mark) + (hex ? QString::fromLatin1(value) : QString::fromLatin1(value.toHex(' '))));
        else if (!value.isEmpty() || required)
            put(name, QString::fromUtf8(value));
        return;
    }
    const QJsonValue in = take(name, QJsonValue::String, required);
    if (!in.isString())
        return;
    const QString text = in.toString();
    const bool isHex = text.startsWith(mark);
    if (hex)
        *hex = isHex;
    if (!isHex || hex != nullptr) {
        value = isHex ? text.mid(mark.size()).toLatin1().trimmed() : text.toUtf8();
        return;
    }
    const QString digits = text.mid(mark.size()).remove(QLatin1Char(' '));
    value = QByteArray::fromHex(digits.toLatin1());
    if (value.size() * 2 != digits.size())
        fail(name, QCoreApplication::translate("Profile", "must have two hexadecimal digits for each byte behind “hex:”."));
}

void JsonFields::flag(const char *name, bool &value)
{
    if (!isReading()) {
        if (value)
            put(name, true);
    } else if (const QJsonValue in = take(name, QJsonValue::Bool); in.isBool()) {
        value = in.toBool();
    }
}

void JsonFields::integer(const char *name, int &value, int least, int most, bool required)
{
    if (!isReading()) {
        put(name, value);
        return;
    }
    const QJsonValue in = take(name, QJsonValue::Double, required);
    if (!in.isDouble())
        return;
    const double number = in.toDouble();
    if (number < least || number > most || std::floor(number) != number)
        fail(name, QCoreApplication::translate("Profile", "must be a whole number from %1 to %2.").arg(least).arg(most));
    else
        value = int(number);
}

void JsonFields::number(const char *name, double &value)
{
    if (!isReading()) {
        if (std::isfinite(value))
            put(name, value);
    } else if (const QJsonValue in = take(name, QJsonValue::Double); in.isDouble()) {
        value = in.toDouble();
    }
}

void JsonFields::character(const char *name, char &value)
{
    if (!isReading()) {
        if (value)
            put(name, QString(QLatin1Char(value)));
    } else if (const QJsonValue in = take(name, QJsonValue::String); in.isString()) {
        const QString text = in.toString();
        if (text.size() != 1 || text[0].unicode() == 0 || text[0].unicode() > 0x7E)
            fail(name, QCoreApplication::translate("Profile", "must be one character."));
        else
            value = text[0].toLatin1();
    }
}

int JsonFields::choose(const char *name, int value, std::span<const std::string_view> names)
{
    const auto word = [&](size_t i) { return QString::fromLatin1(names[i].data(), qsizetype(names[i].size())); };
    if (!isReading()) {
        put(name, word(size_t(value)));
        return value;
    }
    const QJsonValue in = take(name, QJsonValue::String);
    if (!in.isString())
        return value;
    QStringList words;
    for (size_t i = 0; i < names.size(); ++i)
        words.append(word(i));
    if (const qsizetype found = words.indexOf(in.toString()); found >= 0)
        return int(found);
    const QString meant = nearest(in.toString(), words);
    fail(name, meant.isEmpty() ? QCoreApplication::translate("Profile", "cannot be %1; it can be: %2.").arg(quoted(in.toString()), words.join(QStringLiteral(", ")))
                               : QCoreApplication::translate("Profile", "cannot be %1. Did you mean %2?").arg(quoted(in.toString()), quoted(meant)));
    return value;
}

} // namespace muster::codec
