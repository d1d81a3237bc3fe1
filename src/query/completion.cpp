#include "query/completion.h"

#include "query/fields.h"
#include "query/query.h"

#include <algorithm>

namespace muster {

namespace {

using Latin = QLatin1StringView;

/// Where the cursor stands: in which word, and behind which field.
struct Place
{
    QString field {};     ///< lower case; empty: at the start of a term
    QString word {};      ///< what of it has been typed
    qsizetype column = 0; ///< of the word
    qsizetype end = 0;
    bool isOrder = false; ///< behind sort:
    bool closed = false;  ///< nothing can be offered here
};

bool endsWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u'[' || c == u']' || c == u'{' || c == u'}';
}

/// A field name that ends right before `at`, where its operator begins.
QString fieldBefore(const QString &text, qsizetype at)
{
    qsizetype from = at;
    if (from > 0 && text[from - 1] == u'"') {
        const qsizetype open = from >= 2 ? text.lastIndexOf(u'"', from - 2) : -1;
        return open >= 0 ? u'"' + text.mid(open + 1, from - open - 2).toLower() : QString();
    }
    while (from > 0 && !endsWord(text[from - 1]) && text[from - 1] != u'"' && text[from - 1] != u':')
        --from;
    QString name = text.mid(from, at - from).toLower();
    return name.startsWith(u'-') ? name.sliced(1) : name;
}

/// Walks from the start to the cursor, because quotation marks and groups can only be understood from there.
Place placeOf(const QString &text, qsizetype cursor)
{
    Place place;
    QStringList groups; // the field of each open parenthesis
    QString field;      // of the operator just passed
    bool quoted = false;
    qsizetype from = 0;
    const auto startWord = [&](qsizetype at) { from = at; };
    for (qsizetype i = 0; i < cursor; ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u'(') {
            groups.append(field.isEmpty() ? groups.value(groups.size() - 1) : field);
            field.clear();
            startWord(i + 1);
        } else if (endsWord(c)) {
            if (c == u')' && !groups.isEmpty())
                groups.removeLast();
            if (from < i) // "status: off" is still about status
                field.clear();
            startWord(i + 1);
        } else if ((c == u':' || c == u'<' || c == u'>' || c == u'=') && field.isEmpty() && groups.value(groups.size() - 1).isEmpty()) {
            field = fieldBefore(text, i);
            startWord(i + 1);
        } else if ((from == i && (c == u'<' || c == u'>' || c == u'=' || c == u'-')) || (c == u',' && field == Latin("sort"))) {
            startWord(i + 1);
        }
    }
    place.field = field.isEmpty() ? groups.value(groups.size() - 1) : field;
    place.isOrder = place.field == Latin("sort");
    if (place.isOrder && text.mid(from, 1) == QStringLiteral("-") && from < cursor)
        ++from;
    place.column = from;
    place.end = cursor;
    while (place.end < text.size() && !endsWord(text[place.end]) && text[place.end] != u'"' && text[place.end] != u':')
        ++place.end;
    if (quoted && place.end < text.size() && text[place.end] == u'"')
        ++place.end;
    place.word = text.mid(from, cursor - from);
    place.closed = place.word.startsWith(u'/');
    if (place.word.startsWith(u'"'))
        place.word.remove(0, 1);
    place.word.remove(u'"');
    return place;
}

QString quotedIfNeeded(const QString &value)
{
    const bool plain = !value.isEmpty() && !value.startsWith(u'-') && !value.startsWith(u'/') &&
                       std::all_of(value.cbegin(), value.cend(), [](QChar c) { return !endsWord(c) && !QStringView(u"\"\\*?:<>=!").contains(c); });
    if (plain && value != Latin("AND") && value != Latin("OR") && value != Latin("NOT"))
        return value;
    QString escaped = value;
    escaped.replace(u'\\', Latin("\\\\")).replace(u'"', Latin("\\\""));
    return u'"' + escaped + u'"';
}

QStringList valuesOf(const Place &place, const Vocabulary &vocabulary)
{
    const FieldInfo *field = findField(place.field);
    if (!field)
        return {};
    QStringList words;
    for (const Latin &word : field->words)
        words.append(word);
    switch (field->field) {
    case Field::Tag:
        return vocabulary.tags;
    case Field::Group:
        return vocabulary.groups;
    case Field::Model:
        return vocabulary.models;
    case Field::Manufacturer:
        return vocabulary.manufacturers;
    case Field::Firmware:
        return vocabulary.firmwares;
    case Field::Link:
        return vocabulary.links;
    case Field::Backend:
        return vocabulary.backends;
    default:
        return words;
    }
}

/// The candidates the word could become: those that begin with it, then those that have it inside.
QStringList fitting(const QStringList &candidates, const QString &word, qsizetype most)
{
    QStringList begin;
    QStringList inside;
    for (const QString &candidate : candidates) {
        if (candidate.compare(word, Qt::CaseInsensitive) == 0)
            continue;
        if (candidate.startsWith(word, Qt::CaseInsensitive))
            begin.append(candidate);
        else if (candidate.contains(word, Qt::CaseInsensitive))
            inside.append(candidate);
        if (begin.size() >= most)
            break;
    }
    return (begin + inside).mid(0, most);
}

QStringList fieldNames(const Vocabulary &vocabulary)
{
    QStringList names;
    for (const FieldInfo &field : knownFields())
        names.append(field.name);
    names << QStringLiteral("sort") << QStringLiteral("limit") << QStringLiteral("attr.hardware") << QStringLiteral("attr.serial") << QStringLiteral("attr.via")
          << QStringLiteral("attr.convention");
    for (const QString &metric : vocabulary.metrics)
        if (const QString name = spelled(Field::Metric, metric); !names.contains(name))
            names.append(name);
    return names;
}

} // namespace

QList<Completion> complete(const QString &text, qsizetype cursor, const Vocabulary &vocabulary, qsizetype most)
{
    if (text.size() > Query::maxLength)
        return {};
    const Place place = placeOf(text, std::clamp<qsizetype>(cursor, 0, text.size()));
    if (place.closed)
        return {};
    QList<Completion> result;
    const auto offer = [&](const QString &word, bool isField) { result.append({word, place.column, place.end - place.column, isField}); };
    if (place.field.isEmpty() || place.isOrder) {
        const QStringList names = fitting(fieldNames(vocabulary), place.word, most);
        for (const QString &name : names) {
            if (!place.isOrder)
                offer(name + u':', true);
            else if (name != Latin("sort") && name != Latin("limit"))
                offer(name, false);
        }
        return result;
    }
    const QStringList values = fitting(valuesOf(place, vocabulary), place.word, most);
    for (const QString &value : values)
        offer(quotedIfNeeded(value), false);
    return result;
}

} // namespace muster
