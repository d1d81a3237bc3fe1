#include "query/query.h"

#include "query/fields.h"
#include "query/predicate.h"
#include "query/vocabulary.h"

#include <QCoreApplication>

namespace muster {

namespace {

constexpr qsizetype maxDoubts = 8;

/// A bare word that is rather a value of a field, or an operator in small letters; empty: it is just a word.
QString rather(const Term &term)
{
    for (const char *word : {"and", "or", "not"})
        if (term.pattern == QLatin1StringView(word))
            return term.pattern.toUpper();
    for (const FieldInfo &field : knownFields())
        if (wordOf(field, term.pattern) >= 0)
            return field.name + QStringLiteral(":") + term.pattern;
    return {};
}

QueryError doubtBare(const Term &term, const QString &written)
{
    const QString suggestion = rather(term);
    return {
        term.column, term.length, QCoreApplication::translate("Query", "“%1” is looked for in names, addresses, models and tags.").arg(written), suggestion};
}

QueryError doubtMetric(const Term &term, const QString &written, const QStringList &metrics)
{
    QStringList names = metrics;
    for (const FieldInfo &field : knownFields())
        names.append(field.name);
    const QString near = nearest(term.key, names);
    QString suggestion;
    if (!near.isEmpty() && written.startsWith(term.key, Qt::CaseInsensitive))
        suggestion = near + written.mid(term.key.size());
    else if (near.isEmpty() && written.contains(u':') && !written.contains(u'"'))
        suggestion = u'"' + written + u'"'; // an address or URL has a colon too
    return {term.column, term.length, QCoreApplication::translate("Query", "No device has a metric “%1”.").arg(term.key), suggestion};
}

} // namespace

Query::Query()
    : m_nodes {Node {}}
{}

bool Query::matches(Columns &columns, DeviceId device, Micros now) const
{
    return Predicate(*this, columns).matches(device.n, now);
}

QList<QueryError> Query::doubts(const Vocabulary &vocabulary) const
{
    QList<QueryError> found;
    for (const Term &term : m_terms) {
        if (found.size() >= maxDoubts)
            break;
        const QString written = m_text.mid(term.column, term.length);
        if (term.field == Field::Any && term.match == Term::Match::Contains && !written.startsWith(u'"') && !rather(term).isEmpty())
            found.append(doubtBare(term, written));
        if (term.field == Field::Metric && !vocabulary.metrics.contains(term.key, Qt::CaseInsensitive))
            found.append(doubtMetric(term, written, vocabulary.metrics));
    }
    return found;
}

} // namespace muster
