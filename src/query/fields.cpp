#include "query/fields.h"

#include <algorithm>
#include <span>
#include <vector>

namespace muster {

namespace {

using Name = QLatin1StringView;

struct Synonym
{
    Name word {};
    Name meaning {};
};
constexpr Synonym fieldSynonyms[] {{Name("tags"), Name("tag")}, {Name("groups"), Name("group")}, {Name("addresses"), Name("address")},
    {Name("make"), Name("manufacturer")}, {Name("connection"), Name("link")}};
constexpr Synonym wordSynonyms[] {{Name("online"), Name("live")}, {Name("silent"), Name("stale")}};

Name resolved(std::span<const Synonym> synonyms, QStringView word)
{
    for (const Synonym &synonym : synonyms)
        if (word.compare(synonym.word, Qt::CaseInsensitive) == 0)
            return synonym.meaning;
    return {};
}

/// How many letters must be added, taken away, changed or swapped with their neighbour to make one word the other.
int distance(QStringView a, QStringView b)
{
    std::vector<int> before(size_t(b.size()) + 1);
    std::vector<int> last(before.size());
    std::vector<int> now(before.size());
    for (size_t j = 0; j < last.size(); ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1].toLower() == b[j - 1].toLower();
            const auto at = size_t(j);
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1].toLower() == b[j - 2].toLower() && a[i - 2].toLower() == b[j - 1].toLower())
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last.back();
}

} // namespace

const QList<FieldInfo> &knownFields()
{
    static const QList<FieldInfo> fields {
        {Field::Name, FieldType::Prose, Name("name"), {}},
        {Field::Status, FieldType::Words, Name("status"), {Name("unknown"), Name("live"), Name("stale"), Name("offline")}},
        {Field::Kind, FieldType::Words, Name("kind"), {Name("m2m"), Name("iot")}},
        {Field::Tag, FieldType::Word, Name("tag"), {}},
        {Field::Group, FieldType::Word, Name("group"), {}},
        {Field::Battery, FieldType::Number, Name("battery"), {}},
        {Field::Signal, FieldType::Number, Name("signal"), {}},
        {Field::LastSeen, FieldType::Age, Name("lastSeen"), {}},
        {Field::Model, FieldType::Prose, Name("model"), {}},
        {Field::Manufacturer, FieldType::Prose, Name("manufacturer"), {}},
        {Field::Firmware, FieldType::Version, Name("firmware"), {}},
        {Field::Address, FieldType::Prose, Name("address"), {}},
        {Field::Link, FieldType::Word, Name("link"), {}},
        {Field::Backend, FieldType::Word, Name("backend"), {}},
        {Field::Alarm, FieldType::Words, Name("alarm"), {Name("active"), Name("cleared"), Name("acked"), Name("unacked"), Name("shelved")}},
        {Field::Severity, FieldType::Grades, Name("severity"), {Name("info"), Name("warning"), Name("minor"), Name("major"), Name("critical")}},
        {Field::Id, FieldType::Number, Name("id"), {}},
    };
    return fields;
}

const FieldInfo *findField(QStringView name)
{
    const Name meaning = resolved(fieldSynonyms, name);
    for (const FieldInfo &info : knownFields())
        if (meaning.isEmpty() ? name.compare(info.name, Qt::CaseInsensitive) == 0 : info.name == meaning)
            return &info;
    return nullptr;
}

const FieldInfo &infoOf(Field field)
{
    static const FieldInfo any {Field::Any, FieldType::Prose, {}, {}};
    static const FieldInfo metric {Field::Metric, FieldType::Metric, {}, {}};
    static const FieldInfo attribute {Field::Attribute, FieldType::Word, {}, {}};
    for (const FieldInfo &info : knownFields())
        if (info.field == field)
            return info;
    return field == Field::Metric ? metric : field == Field::Attribute ? attribute : any;
}

FieldType typeOf(Field field)
{
    return infoOf(field).type;
}

QString spelled(Field field, const QString &key)
{
    if (field == Field::Attribute)
        return QStringLiteral("attr.") + key;
    if (field != Field::Metric)
        return infoOf(field).name;
    const bool plain = std::all_of(key.cbegin(), key.cend(), [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-'; });
    if (!plain)
        return u'"' + QString(key).replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")) + u'"';
    return findField(key) || key == QLatin1StringView("sort") || key == QLatin1StringView("limit") ? QStringLiteral("metric.") + key : key;
}

int wordOf(const FieldInfo &field, QStringView word)
{
    const Name meaning = field.field == Field::Status ? resolved(wordSynonyms, word) : Name();
    for (qsizetype i = 0; i < field.words.size(); ++i)
        if (meaning.isEmpty() ? word.compare(field.words[i], Qt::CaseInsensitive) == 0 : field.words[i] == meaning)
            return int(i);
    return -1;
}

QStringList synonymsOf(const FieldInfo &field)
{
    QStringList words;
    if (field.field == Field::Status)
        for (const Synonym &synonym : wordSynonyms)
            words.append(synonym.word);
    return words;
}

QString nearest(QStringView word, const QStringList &candidates)
{
    constexpr qsizetype longest = 64;
    if (word.size() < 3 || word.size() > longest)
        return {};
    QString best;
    int least = word.size() < 5 ? 2 : 3; // one slip in a short word, two in a long one
    for (const QString &candidate : candidates) {
        if (candidate.size() > longest || std::abs(candidate.size() - word.size()) >= least)
            continue;
        if (const int far = distance(word, candidate); far < least && far > 0) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

} // namespace muster
