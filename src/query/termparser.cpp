// The half of Parser that reads single terms: fields, values, comparisons, ranges, and the orders sort: and limit:.
#include "query/parser.h"

#include "query/literals.h"
#include "query/texttest.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster {

namespace {

using Latin = QLatin1StringView;

QString tell(const char *text)
{
    return QCoreApplication::translate("Query", text);
}

bool isComparison(QChar c, QChar next)
{
    return c == u'<' || c == u'>' || c == u'=' || (c == u'!' && next == u'=');
}

} // namespace

void Parser::failWord(const Word &word, const QString &text, const QString &suggestion)
{
    m_scan.fail(word.column, word.length, text, suggestion);
}

/// Blames the word, or, when a better term is known, the whole term it belongs to.
void Parser::failTerm(const Context &context, const Word &word, const QString &text, const QString &suggestion)
{
    const qsizetype from = suggestion.isEmpty() ? word.column : context.column;
    m_scan.fail(from, word.column + word.length - from, text, suggestion);
}

int Parser::add(Term term, const Context &context)
{
    if (m_query.m_terms.size() >= Query::maxTerms) {
        m_scan.fail(m_scan.at() - 1, 1, QCoreApplication::translate("Query", "These are too many terms; %1 are possible.").arg(Query::maxTerms));
        return -1;
    }
    if (context.field) {
        term.field = context.field->field;
        term.key = context.key;
    }
    term.column = context.column;
    term.length = m_scan.at() - term.column;
    m_query.m_terms.append(term);
    m_query.m_nodes.append(Node {Node::Type::Leaf, {}, int(m_query.m_terms.size()) - 1});
    return int(m_query.m_nodes.size()) - 1;
}

Parser::Context Parser::contextOf(const Word &name) const
{
    const auto known = [&](Field field, const QString &key) { return Context {&infoOf(field), key, name.column}; };
    if (!name.quoted) {
        if (const FieldInfo *info = findField(name.text))
            return {info, {}, name.column};
        const QString key = name.text.toLower();
        if (key.startsWith(Latin("attr.")) && key.size() > 5)
            return known(Field::Attribute, key.sliced(5));
        if (key.startsWith(Latin("metric.")) && key.size() > 7)
            return known(Field::Metric, key.sliced(7));
    }
    static const FieldInfo metric = infoOf(Field::Metric);
    return {&metric, name.text.toLower(), name.column};
}

/// `field:…`, `field<…`, or a bare word.
int Parser::parseField()
{
    if (m_scan.peek() == u'/')
        return parseRegex({&infoOf(Field::Any), {}, m_scan.at()});
    if (const qsizetype length = m_scan.hardwareAddress()) {
        Word address {.text = m_scan.slice(m_scan.at(), m_scan.at() + length), .pattern = {}, .column = m_scan.at(), .length = length};
        address.pattern = address.text;
        m_scan.moveTo(m_scan.at() + length);
        return parseBare(address);
    }
    const Word name = m_scan.word(Scanner::Place::Bare);
    if (m_scan.failed())
        return -1;
    const qsizetype behind = m_scan.at();
    m_scan.skipSpace();
    const bool compares = isComparison(m_scan.peek(), m_scan.peek(1));
    if (name.length == 0) {
        if (compares)
            m_scan.fail(behind, 1, tell(QT_TRANSLATE_NOOP("Query", "A comparison needs a field in front of it, such as battery<20.")));
        else if (m_scan.peek() == u':')
            m_scan.fail(behind, 1, tell(QT_TRANSLATE_NOOP("Query", "A field name is missing in front of the colon.")));
        else if (m_scan.peek() == u'[' || m_scan.peek() == u'{')
            m_scan.fail(behind, 1, tell(QT_TRANSLATE_NOOP("Query", "A range needs a field in front of it, such as battery:[10 TO 20].")));
        return -1;
    }
    if (name.wild && (compares || m_scan.peek() == u':')) {
        failWord(name, tell(QT_TRANSLATE_NOOP("Query", "A field name has no wildcards.")));
        return -1;
    }
    const bool colon = behind == m_scan.at() && m_scan.peek() == u':';
    if (!colon && !compares) {
        m_scan.moveTo(behind);
        return parseBare(name);
    }
    if (colon)
        m_scan.moveTo(m_scan.at() + 1);
    if (!name.quoted && name.text.compare(Latin("sort"), Qt::CaseInsensitive) == 0) {
        parseSort(name);
        return -1;
    }
    if (!name.quoted && name.text.compare(Latin("limit"), Qt::CaseInsensitive) == 0) {
        parseLimit(name);
        return -1;
    }
    const Context context = contextOf(name);
    m_scan.skipSpace();
    if (m_scan.peek() == u'(')
        return parseGroup(context);
    return parseValue(context);
}

int Parser::parseBare(const Word &word)
{
    const Context context {&infoOf(Field::Any), {}, word.column};
    if (word.isAnything())
        return join(Node::Type::All, {});
    return parseWord(context, word, false);
}

int Parser::parseValue(const Context &context)
{
    m_scan.skipSpace();
    const QChar next = m_scan.peek();
    if (isComparison(next, m_scan.peek(1)))
        return parseComparison(context);
    if (next == u'[' || next == u'{')
        return parseRange(context);
    if (next == u'/')
        return parseRegex(context);
    const Word word = m_scan.word(Scanner::Place::Value);
    if (m_scan.failed())
        return -1;
    if (word.length == 0) {
        m_scan.fail(m_scan.at(), 0, QCoreApplication::translate("Query", "A value is missing behind “%1”.").arg(named(context)));
        return -1;
    }
    return parseWord(context, word, false);
}

int Parser::parseWord(const Context &context, const Word &word, bool whole)
{
    Term term;
    if (word.isAnything())
        return add(term, context);
    if (word.text.isEmpty()) {
        failWord(word, tell(QT_TRANSLATE_NOOP("Query", "There is nothing between these quotation marks.")));
        return -1;
    }
    return fill(term, context, word, whole) ? add(term, context) : -1;
}

bool Parser::fill(Term &term, const Context &context, const Word &word, bool whole)
{
    if (word.wild && word.text.size() > Query::maxRegex) {
        failWord(word, QCoreApplication::translate("Query", "This pattern is too long; it may have %1 characters.").arg(Query::maxRegex));
        return false;
    }
    const FieldType type = context.field->type;
    if (type == FieldType::Words || type == FieldType::Grades)
        return fillWords(term, context, word);
    if (type == FieldType::Number || type == FieldType::Age) {
        const Bound bound {word, false, false};
        if (type == FieldType::Age) {
            failTerm(
                context, word, QCoreApplication::translate("Query", "“%1” is compared with < or >.").arg(named(context)), named(context) + u'<' + word.text);
            return false;
        }
        return fillNumbers(term, context, bound, bound);
    }
    const bool prose = type == FieldType::Prose;
    term.test = Term::Test::Text;
    term.match = word.wild ? Term::Match::Glob : prose && !whole ? Term::Match::Contains : Term::Match::Whole;
    term.pattern = (word.wild ? word.pattern : word.text).toLower();
    return type == FieldType::Metric ? fillMetric(term, context, word) : true;
}

bool Parser::fillMetric(Term &term, const Context &, const Word &word)
{
    term.test = Term::Test::Value;
    term.isText = true;
    if (word.wild || word.quoted)
        return true;
    if (const auto quantity = readQuantity(word.text)) {
        term.isNumber = true;
        term.range = {quantity->value, quantity->value, false, false};
        term.unit = quantity->unit;
    }
    const auto isOne = [&](std::initializer_list<Latin> words) { return std::any_of(words.begin(), words.end(), [&](Latin w) { return term.pattern == w; }); };
    if (isOne({Latin("on"), Latin("true"), Latin("yes")}))
        term.truth = 1;
    else if (isOne({Latin("off"), Latin("false"), Latin("no")}))
        term.truth = 0;
    return true;
}

bool Parser::fillWords(Term &term, const Context &context, const Word &word)
{
    term.test = Term::Test::Words;
    const FieldInfo &field = *context.field;
    if (word.wild) {
        TextTest test(Term::Match::Glob, word.pattern.toLower());
        for (qsizetype i = 0; i < field.words.size(); ++i)
            if (test.accepts(QByteArrayView(field.words[i].data(), field.words[i].size())))
                term.words |= quint8(1U << i);
    } else if (const int bit = wordOf(field, word.text); bit >= 0) {
        term.words = quint8(1U << bit);
    }
    if (term.words != 0)
        return true;
    QStringList words;
    for (const Latin &known : field.words)
        words.append(known);
    const QString near = word.wild ? QString() : nearest(word.text, words + synonymsOf(field));
    const QString text = QCoreApplication::translate("Query", "“%1” can be %2, but not “%3”.").arg(field.name, words.join(QStringLiteral(", ")), word.text);
    failTerm(context, word, text, near.isEmpty() ? QString() : field.name + QStringLiteral(":") + near);
    return false;
}

QString Parser::validRegex(const QString &pattern, qsizetype column)
{
    if (m_scan.failed())
        return {};
    const qsizetype length = m_scan.at() - column;
    if (pattern.isEmpty())
        m_scan.fail(
            column, length, tell(QT_TRANSLATE_NOOP("Query", "The regular expression is empty. Put quotation marks around a text that begins with a slash.")));
    else if (pattern.size() > Query::maxRegex)
        m_scan.fail(column, length, QCoreApplication::translate("Query", "This pattern is too long; it may have %1 characters.").arg(Query::maxRegex));
    else if (++m_regexes > Query::maxRegexes)
        m_scan.fail(column, length, QCoreApplication::translate("Query", "These are too many regular expressions; %1 are possible.").arg(Query::maxRegexes));
    else if (const auto fault = TextTest::fault(pattern))
        m_scan.fail(std::min(column + 1 + fault->at, m_scan.at()), 1,
            QCoreApplication::translate("Query", "The regular expression is not valid: %1.").arg(fault->text));
    return pattern;
}

int Parser::parseRegex(const Context &context)
{
    const qsizetype column = m_scan.at();
    Term term;
    term.test = context.field->type == FieldType::Metric ? Term::Test::Value : Term::Test::Text;
    term.isText = true;
    term.match = Term::Match::Regex;
    term.pattern = validRegex(m_scan.regex(), column);
    if (m_scan.failed())
        return -1;
    const FieldType type = context.field->type;
    if (type == FieldType::Number || type == FieldType::Age) {
        m_scan.fail(
            column, m_scan.at() - column, QCoreApplication::translate("Query", "“%1” is a number; a regular expression finds texts.").arg(named(context)));
        return -1;
    }
    if (type == FieldType::Words || type == FieldType::Grades) {
        term.test = Term::Test::Words;
        TextTest test(Term::Match::Regex, term.pattern);
        for (qsizetype i = 0; i < context.field->words.size(); ++i)
            if (test.accepts(QByteArrayView(context.field->words[i].data(), context.field->words[i].size())))
                term.words |= quint8(1U << i);
    }
    return add(term, context);
}

int Parser::parseComparison(const Context &context)
{
    const QChar sign = m_scan.peek();
    const qsizetype column = m_scan.at();
    const bool differs = m_scan.take(Latin("!="));
    const bool orEqual = !differs && (m_scan.take(Latin("<=")) || m_scan.take(Latin(">=")));
    if (!differs && !orEqual)
        m_scan.moveTo(column + 1);
    if (!differs && sign == u'=')
        m_scan.take(Latin("=")); // as programmers write it
    const qsizetype behind = m_scan.at();
    Bound bound = parseBound(context);
    if (m_scan.failed())
        return -1;
    if (bound.missing) {
        m_scan.fail(behind, 0, QCoreApplication::translate("Query", "A value is missing behind “%1”.").arg(named(context) + m_scan.slice(column, behind)));
        return -1;
    }
    if (differs || sign == u'=') {
        const int same = parseWord(context, bound.word, true);
        return same >= 0 && differs ? join(Node::Type::Not, {same}) : same;
    }
    bound.open = !orEqual;
    return sign == u'<' ? addBetween(context, {}, bound) : addBetween(context, bound, {});
}

Parser::Bound Parser::parseBound(const Context &)
{
    m_scan.skipSpace();
    const Word word = m_scan.word(Scanner::Place::Value);
    return {word, false, word.length == 0};
}

int Parser::parseRange(const Context &context)
{
    const qsizetype column = m_scan.at();
    const bool lowOpen = m_scan.peek() == u'{';
    m_scan.moveTo(column + 1);
    Bound low = parseBound(context);
    m_scan.skipSpace();
    const Word to = m_scan.word(Scanner::Place::Value);
    if (!m_scan.failed() && (low.missing || to.text.compare(Latin("TO"), Qt::CaseInsensitive) != 0))
        m_scan.fail(column, m_scan.at() - column, tell(QT_TRANSLATE_NOOP("Query", "A range is written as [10 TO 20].")));
    Bound high = parseBound(context);
    m_scan.skipSpace();
    const QChar end = m_scan.peek();
    if (!m_scan.failed() && high.missing)
        m_scan.fail(column, m_scan.at() - column, tell(QT_TRANSLATE_NOOP("Query", "A range is written as [10 TO 20].")));
    if (!m_scan.failed() && end != u']' && end != u'}')
        m_scan.fail(column, m_scan.at() - column, tell(QT_TRANSLATE_NOOP("Query", "The range is not closed by ] or }.")));
    if (m_scan.failed())
        return -1;
    m_scan.moveTo(m_scan.at() + 1);
    low.open = lowOpen;
    high.open = end == u'}';
    low.missing = low.word.isAnything();
    high.missing = high.word.isAnything();
    return addBetween(context, low, high);
}

int Parser::addBetween(const Context &context, const Bound &low, const Bound &high)
{
    Term term;
    if (low.missing && high.missing)
        return add(term, context);
    switch (context.field->type) {
    case FieldType::Number:
    case FieldType::Age:
    case FieldType::Metric:
        return fillNumbers(term, context, low, high) ? add(term, context) : -1;
    case FieldType::Grades:
        return fillGrades(term, context, low, high) ? add(term, context) : -1;
    case FieldType::Version:
        term.test = Term::Test::Version;
        term.low = low.word.text.toLower();
        term.high = high.word.text.toLower();
        term.lowOpen = low.open;
        term.highOpen = high.open;
        return add(term, context);
    case FieldType::Prose:
    case FieldType::Word:
    case FieldType::Words:
        break;
    }
    const QString text = QCoreApplication::translate("Query", "“%1” has no order: it cannot be compared with < or >, nor have a range.").arg(named(context));
    m_scan.fail(context.column, m_scan.at() - context.column, text);
    return -1;
}

bool Parser::readNumber(const Context &context, const Bound &bound, double &value, QString &unit)
{
    if (bound.missing)
        return true;
    const QString &text = bound.word.text;
    if (context.field->type == FieldType::Age) {
        const auto seconds = readDuration(text);
        if (seconds)
            value = *seconds;
        else
            failWord(bound.word, QCoreApplication::translate("Query", "“%1” is no duration such as 30s, 5m, 2h or 7d.").arg(text),
                readQuantity(text) && readDuration(text + u'm') ? text + u'm' : QString());
        return seconds.has_value();
    }
    const auto quantity = bound.word.quoted && context.field->type == FieldType::Metric ? std::nullopt : readQuantity(text);
    if (!quantity) {
        failWord(bound.word, QCoreApplication::translate("Query", "“%1” is no number.").arg(text));
        return false;
    }
    value = quantity->value;
    if (!quantity->unit.isEmpty())
        unit = quantity->unit;
    return true;
}

bool Parser::fillNumbers(Term &term, const Context &context, const Bound &low, const Bound &high)
{
    const FieldType type = context.field->type;
    term.test = type == FieldType::Metric ? Term::Test::Value : type == FieldType::Age ? Term::Test::Age : Term::Test::Number;
    term.isNumber = true;
    if (!readNumber(context, low, term.range.low, term.unit) || !readNumber(context, high, term.range.high, term.unit))
        return false;
    term.range.lowOpen = low.open;
    term.range.highOpen = high.open;
    if (term.range.low > term.range.high) {
        const QString turned = named(context) + QStringLiteral(":[%1 TO %2]").arg(high.word.text, low.word.text);
        m_scan.fail(context.column, m_scan.at() - context.column, tell(QT_TRANSLATE_NOOP("Query", "The range begins behind its end.")), turned);
        return false;
    }
    return true;
}

bool Parser::fillGrades(Term &term, const Context &context, const Bound &low, const Bound &high)
{
    Term at;
    int from = 0;
    int to = int(context.field->words.size()) - 1;
    if (!low.missing) {
        if (!fillWords(at, context, low.word))
            return false;
        from = wordOf(*context.field, low.word.text) + (low.open ? 1 : 0);
    }
    if (!high.missing) {
        if (!fillWords(at, context, high.word))
            return false;
        to = wordOf(*context.field, high.word.text) - (high.open ? 1 : 0);
    }
    term.test = Term::Test::Words;
    for (int bit = from; bit <= to; ++bit)
        term.words |= quint8(1U << bit);
    return true;
}

void Parser::parseSort(const Word &name)
{
    const Word keys = m_scan.word(Scanner::Place::Value);
    if (m_scan.failed())
        return;
    if (!m_topLevel || keys.text.isEmpty()) {
        m_scan.fail(name.column, m_scan.at() - name.column,
            !m_topLevel ? QCoreApplication::translate("Query", "sort: and limit: stand on their own, outside of parentheses, OR and NOT.")
                        : QCoreApplication::translate("Query", "sort: wants a field, such as sort:-battery."));
        return;
    }
    const QStringList fields = keys.quoted ? QStringList {keys.text} : keys.text.split(u',', Qt::SkipEmptyParts);
    for (QString field : fields) {
        SortKey key;
        key.descending = !keys.quoted && field.startsWith(u'-');
        if (key.descending)
            field.remove(0, 1);
        const Context context = contextOf(Word {.text = field, .pattern = {}, .quoted = keys.quoted});
        key.field = context.field->field;
        key.key = context.key;
        if (m_query.m_order.size() >= Query::maxSortKeys) {
            m_scan.fail(name.column, m_scan.at() - name.column,
                QCoreApplication::translate("Query", "These are too many fields to sort by; %1 are possible.").arg(Query::maxSortKeys));
            return;
        }
        if (field.isEmpty()) {
            m_scan.fail(name.column, m_scan.at() - name.column, QCoreApplication::translate("Query", "sort: wants a field, such as sort:-battery."));
            return;
        }
        m_query.m_order.append(key);
    }
}

void Parser::parseLimit(const Word &name)
{
    const Word number = m_scan.word(Scanner::Place::Value);
    if (m_scan.failed())
        return;
    bool ok = false;
    const int limit = number.text.toInt(&ok);
    if (!m_topLevel)
        m_scan.fail(name.column, m_scan.at() - name.column,
            QCoreApplication::translate("Query", "sort: and limit: stand on their own, outside of parentheses, OR and NOT."));
    else if (!ok || limit < 1 || limit > Query::maxLimit)
        m_scan.fail(
            name.column, m_scan.at() - name.column, QCoreApplication::translate("Query", "limit: wants a whole number from 1 to %1.").arg(Query::maxLimit));
    else
        m_query.m_limit = limit;
}

} // namespace muster
