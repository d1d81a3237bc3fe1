#include "backends/mqtt/conventions/valuepath.h"

#include "backends/mqtt/conventions/template/program.h"

#include <QRegularExpression>

#include <charconv>

namespace muster::mqtt {

namespace {

constexpr qsizetype maxTemplate = 4'096;

bool isName(QChar c, bool first)
{
    return c == QLatin1Char('_') || (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        || (!first && c >= QLatin1Char('0') && c <= QLatin1Char('9'));
}

// Takes the leading characters that satisfy `take` off `rest`.
template<class Predicate>
QStringView takeWhile(QStringView &rest, Predicate take)
{
    qsizetype n = 0;
    while (n < rest.size() && take(rest[n], n == 0))
        ++n;
    const QStringView taken = rest.first(n);
    rest = rest.sliced(n);
    return taken;
}

bool takeDigits(QStringView &rest, std::string &path)
{
    const QStringView digits = takeWhile(rest, [](QChar c, bool) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (digits.isEmpty() || digits.size() > 6)
        return false;
    appendElement(path, digits.toUInt());
    return true;
}

bool takeMember(QStringView &rest, std::string &path)
{
    if (!rest.isEmpty() && rest.front() >= QLatin1Char('0') && rest.front() <= QLatin1Char('9'))
        return takeDigits(rest, path);
    const QStringView name = takeWhile(rest, isName);
    appendMember(path, name.toUtf8().toStdString());
    return !name.isEmpty();
}

bool takeSubscript(QStringView &rest, std::string &path)
{
    rest = rest.trimmed();
    if (rest.isEmpty())
        return false;
    const QChar quote = rest.front();
    if (quote == QLatin1Char('\'') || quote == QLatin1Char('"')) {
        const qsizetype end = rest.indexOf(quote, 1);
        if (end < 0)
            return false;
        const QStringView name = rest.sliced(1, end - 1);
        if (name.contains(QLatin1Char('\\')))
            return false;
        appendMember(path, name.toUtf8().toStdString());
        rest = rest.sliced(end + 1);
    } else if (!takeDigits(rest, path)) {
        return false;
    }
    rest = rest.trimmed();
    if (!rest.startsWith(QLatin1Char(']')))
        return false;
    rest = rest.sliced(1);
    return true;
}

// The expression between the braces, white space removed at both ends.
Place placeOfExpression(QStringView rest)
{
    const Place none {Place::Kind::None, {}, {}, false};
    const QStringView root = takeWhile(rest, isName);
    if (root == QLatin1String("value") && rest.isEmpty())
        return {};
    if (root != QLatin1String("value_json"))
        return none;
    std::string path;
    while (rest.startsWith(QLatin1Char('.')) || rest.startsWith(QLatin1Char('['))) {
        const bool dot = rest.front() == QLatin1Char('.');
        rest = rest.sliced(1);
        if (!(dot ? takeMember(rest, path) : takeSubscript(rest, path)))
            return none;
    }
    rest = rest.trimmed();
    // A missing member never changes a value here, so the filter that says just that adds nothing.
    if (rest.startsWith(QLatin1Char('|')) && rest.sliced(1).trimmed() == QLatin1String("is_defined"))
        rest = {};
    return rest.isEmpty() ? Place {Place::Kind::Json, QByteArray::fromStdString(path), {}, false} : none;
}

} // namespace

void appendMember(std::string &path, std::string_view name)
{
    path += memberMark;
    path += name;
}

void appendElement(std::string &path, size_t index)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, index).ptr;
    path += elementMark;
    path.append(digits, end);
}

QString dotted(std::string_view path)
{
    std::string text(path);
    for (char &c : text) {
        if (c == memberMark || c == elementMark)
            c = '.';
    }
    return text.empty() ? QString() : QString::fromUtf8(text.data() + 1, qsizetype(text.size()) - 1);
}

namespace {

Place plainPlace(const QString &valueTemplate)
{
    QStringView text = QStringView(valueTemplate).trimmed();
    const Place none {Place::Kind::None, {}, {}, false};
    if (text.size() > maxTemplate || text.size() < 4 || !text.startsWith(QLatin1String("{{")) || !text.endsWith(QLatin1String("}}")))
        return none;
    text = text.sliced(2, text.size() - 4);
    if (text.startsWith(QLatin1Char('-')))
        text = text.sliced(1);
    if (text.endsWith(QLatin1Char('-')))
        text.chop(1);
    return placeOfExpression(text.trimmed());
}

} // namespace

Place placeOf(const QString &valueTemplate)
{
    if (valueTemplate.trimmed().isEmpty())
        return {};
    const Place place = plainPlace(valueTemplate);
    if (place.kind != Place::Kind::None || !TemplateProgram::compile(valueTemplate))
        return place;
    return {Place::Kind::Template, valueTemplate.toUtf8(), {}, false};
}

Around aroundValue(const QString &commandTemplate)
{
    if (commandTemplate.trimmed().isEmpty())
        return {true, {}, {}};
    static const QRegularExpression plainValue(QStringLiteral("\\{\\{\\s*value\\s*\\}\\}"));
    const QRegularExpressionMatch match = plainValue.match(commandTemplate);
    if (!match.hasMatch() || commandTemplate.size() > maxTemplate)
        return {};
    const QString before = commandTemplate.first(match.capturedStart());
    const QString after = commandTemplate.sliced(match.capturedEnd());
    for (const QString &literal : {before, after}) {
        for (const auto tag : {"{{", "{%", "{#"}) {
            if (literal.contains(QLatin1String(tag)))
                return {};
        }
    }
    return {true, before.toUtf8(), after.toUtf8()};
}

} // namespace muster::mqtt
