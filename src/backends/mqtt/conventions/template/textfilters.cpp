// Filters on texts, lists and patterns.
#include "backends/mqtt/conventions/template/callables.h"

#include <QRegularExpression>

namespace muster::mqtt {

namespace {

using Kind = Datum::Kind;

constexpr qsizetype maxPattern = 1'000;

Datum failed(Allowance &allowance, Rendered how = Rendered::Error)
{
    allowance.end(how);
    return {};
}

Datum bounded(const QString &text, Allowance &allowance)
{
    return text.size() > Allowance::maxText ? failed(allowance, Rendered::Exhausted) : Datum::string(text);
}

QString textOf(const std::u32string_view &characters)
{
    return QString::fromUcs4(characters.data(), qsizetype(characters.size()));
}

std::u32string charactersOf(const QString &text)
{
    const auto list = text.toUcs4();
    return std::u32string(list.begin(), list.end());
}

// A pattern of Python's re; PCRE stops by itself when it would take too long.
std::optional<QRegularExpression> pattern(const Arguments &arguments, size_t flagAt, Allowance &allowance)
{
    const QString text = arguments.text(0, allowance);
    if (text.size() > maxPattern || !allowance.take(100)) {
        allowance.end(Rendered::Exhausted);
        return std::nullopt;
    }
    QRegularExpression made(QStringLiteral("(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=1000)") + text);
    if (arguments.flag(flagAt, false))
        made.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    if (made.isValid())
        return made;
    allowance.end(Rendered::Error);
    return std::nullopt;
}

// \1, \g<1> and \g<name> in a replacement.
QString replacement(const QString &with, const QRegularExpressionMatch &match, Allowance &allowance)
{
    QString out;
    for (qsizetype i = 0; i < with.size(); ++i) {
        if (with[i] != QLatin1Char('\\') || i + 1 >= with.size()) {
            out += with[i];
            continue;
        }
        const QChar next = with[++i];
        if (next >= QLatin1Char('0') && next <= QLatin1Char('9')) {
            out += match.captured(next.digitValue());
        } else if (next == QLatin1Char('g') && i + 1 < with.size() && with[i + 1] == QLatin1Char('<')) {
            const qsizetype end = with.indexOf(QLatin1Char('>'), i);
            const QString group = with.mid(i + 2, end - i - 2);
            bool number = false;
            const int index = group.toInt(&number);
            out += number ? match.captured(index) : match.captured(group);
            i = end < 0 ? with.size() : end;
        } else if (next == QLatin1Char('n')) {
            out += QLatin1Char('\n');
        } else if (next == QLatin1Char('\\')) {
            out += next;
        } else {
            allowance.end(Rendered::Error);
        }
    }
    return out;
}

Datum found(const Datum &value, const Arguments &arguments, Allowance &allowance, QRegularExpression::MatchOption option)
{
    const auto expression = pattern(arguments, 1, allowance);
    if (!expression || !value.is(Kind::String))
        return failed(allowance);
    const auto match = expression->match(value.text, 0, QRegularExpression::NormalMatch, option);
    return match.isValid() ? Datum::boolean(match.hasMatch()) : failed(allowance, Rendered::Exhausted);
}

} // namespace

namespace filters {

Datum regexSearch(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    return found(value, arguments, allowance, QRegularExpression::NoMatchOption);
}

Datum regexMatch(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    return found(value, arguments, allowance, QRegularExpression::AnchorAtOffsetMatchOption);
}

Datum regexReplace(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto expression = pattern(arguments, 2, allowance);
    if (!expression || !value.is(Kind::String))
        return failed(allowance);
    const QString with = arguments.text(1, allowance);
    QString out;
    qsizetype at = 0;
    auto matches = expression->globalMatch(value.text);
    while (matches.hasNext() && allowance.take()) {
        const QRegularExpressionMatch match = matches.next();
        out += QStringView(value.text).sliced(at, match.capturedStart() - at);
        out += replacement(with, match, allowance);
        at = match.capturedEnd();
        if (out.size() > Allowance::maxText)
            allowance.end(Rendered::Exhausted);
    }
    return matches.isValid() ? bounded(out + value.text.mid(at), allowance) : failed(allowance, Rendered::Exhausted);
}

Datum regexFindallIndex(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto expression = pattern(arguments, 2, allowance);
    if (!expression || !value.is(Kind::String))
        return failed(allowance);
    const qint64 index = arguments[1] ? arguments[1]->toInteger() : 0;
    if (expression->captureCount() > 1 || index < 0)
        return failed(allowance, Rendered::Exhausted);
    auto matches = expression->globalMatch(value.text);
    for (qint64 i = 0; matches.hasNext() && allowance.take(); ++i) {
        const QRegularExpressionMatch match = matches.next();
        if (i == index)
            return Datum::string(match.captured(expression->captureCount()));
    }
    return failed(allowance); // IndexError
}

Datum lower(const Datum &value, const Arguments &, Allowance &allowance)
{
    return Datum::string(pythonText(value, allowance).toLower());
}

Datum upper(const Datum &value, const Arguments &, Allowance &allowance)
{
    return Datum::string(pythonText(value, allowance).toUpper());
}

// The first letter of every word large, the others small; Jinja's words end at white space, - ( [ { and <.
Datum title(const Datum &value, const Arguments &, Allowance &allowance)
{
    QString text = pythonText(value, allowance).toLower();
    bool begins = true;
    for (QChar &c : text) {
        if (begins)
            c = c.toUpper();
        begins = c.isSpace() || QStringLiteral("-([{<").contains(c);
    }
    return Datum::string(text);
}

Datum capitalize(const Datum &value, const Arguments &, Allowance &allowance)
{
    const QString text = pythonText(value, allowance).toLower();
    return Datum::string(text.isEmpty() ? text : text.first(1).toUpper() + text.sliced(1));
}

Datum trim(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const QString text = pythonText(value, allowance);
    if (!arguments[0] || arguments[0]->is(Kind::None))
        return Datum::string(text.trimmed());
    const QString unwanted = arguments.text(0, allowance);
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && unwanted.contains(text[from]))
        ++from;
    while (to > from && unwanted.contains(text[to - 1]))
        --to;
    return Datum::string(text.sliced(from, to - from));
}

Datum replace(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const QString text = pythonText(value, allowance);
    const QString old = arguments.text(0, allowance);
    const QString with = arguments.text(1, allowance);
    qint64 most = arguments[2] && arguments[2]->isWhole() ? arguments[2]->toInteger() : -1;
    if (old.isEmpty()) // Python puts it between all characters
        return failed(allowance, Rendered::Exhausted);
    QString out;
    qsizetype at = 0;
    for (qsizetype next = text.indexOf(old); next >= 0 && most != 0 && allowance.take(); next = text.indexOf(old, at), --most) {
        out += QStringView(text).sliced(at, next - at);
        out += with;
        at = next + old.size();
        if (out.size() > Allowance::maxText)
            allowance.end(Rendered::Exhausted);
    }
    return bounded(out + text.mid(at), allowance);
}

// jinja2.filters.do_truncate.
Datum truncate(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto number = [&](size_t at, qint64 otherwise) { return arguments[at] && arguments[at]->isWhole() ? arguments[at]->toInteger() : otherwise; };
    const std::u32string text = charactersOf(pythonText(value, allowance));
    const QString end = arguments.text(2, allowance, QStringLiteral("..."));
    const qint64 length = number(0, 255);
    const qint64 leeway = number(3, 5);
    const auto tail = qint64(charactersOf(end).size());
    if (length < tail || leeway < 0)
        return failed(allowance);
    if (qint64(text.size()) <= length + leeway)
        return Datum::string(textOf(text));
    std::u32string kept = text.substr(0, size_t(length - tail));
    if (!arguments.flag(1, false)) {
        if (const size_t space = kept.rfind(U' '); space != std::u32string::npos)
            kept.resize(space);
    }
    return Datum::string(textOf(kept) + end);
}

Datum join(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto items = iterated(value, allowance);
    if (!items || arguments[1])
        return failed(allowance, items ? Rendered::Exhausted : Rendered::Error);
    const QString between = arguments.text(0, allowance);
    QString out;
    for (qsizetype i = 0; i < items->size() && allowance.take(); ++i) {
        out += (i > 0 ? between : QString()) + pythonText(items->at(i), allowance);
        if (out.size() > Allowance::maxText)
            allowance.end(Rendered::Exhausted);
    }
    return Datum::string(out);
}

Datum format(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    QList<Datum> values;
    for (size_t i = 0; arguments[i]; ++i)
        values.append(*arguments[i]);
    return formatted(pythonText(value, allowance), values, allowance);
}

} // namespace filters

} // namespace muster::mqtt
