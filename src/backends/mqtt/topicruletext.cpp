// The text of a rule, read.
#include "backends/mqtt/topicrule.h"

#include "backends/mqtt/conventions/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace muster::mqtt {

namespace {

using Kind = TopicRule::Level::Kind;
using Done = tl::expected<void, RuleFault>;

/// Part of the rule's text.
struct Piece
{
    qsizetype at = 0;
    QString text {};
};

tl::unexpected<RuleFault> fault(qsizetype at, const QString &text)
{
    return tl::unexpected(RuleFault {int(at) + 1, text});
}

Piece trimmed(const Piece &piece)
{
    qsizetype first = 0;
    while (first < piece.text.size() && piece.text[first].isSpace())
        ++first;
    return {piece.at + first, piece.text.sliced(first).trimmed()};
}

Piece part(const Piece &piece, qsizetype from, qsizetype count = -1)
{
    return trimmed({piece.at + from, piece.text.mid(from, count)});
}

QList<Piece> split(const Piece &piece, QChar between)
{
    QList<Piece> parts;
    for (qsizetype from = 0; from <= piece.text.size();) {
        const qsizetype end = piece.text.indexOf(between, from) < 0 ? piece.text.size() : piece.text.indexOf(between, from);
        parts.append({piece.at + from, piece.text.mid(from, end - from)});
        from = end + 1;
    }
    return parts;
}

bool isName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]{0,31}$"));
    return form.match(text).hasMatch();
}

// ---- topics -----------------------------------------------------------------------------------------------------------------------

Done takeName(const Piece &level, const QString &name, TopicRule &rule)
{
    if (!isName(name))
        return fault(level.at + 1, Words::tr("“%1” is no name for a level: it may have letters, digits and _.").arg(name));
    if (name == QLatin1String("value"))
        return fault(level.at + 1, Words::tr("{value} stands for what is sent; give the level another name."));
    if (rule.names.contains(name))
        return fault(level.at + 1, Words::tr("Two levels are named “%1”.").arg(name));
    rule.levels.push_back({Kind::Named, {}, rule.names.size()});
    rule.names.append(name);
    return {};
}

Done takeLevel(const Piece &level, bool last, TopicRule &rule)
{
    if (rule.levels.size() >= size_t(TopicRule::maxLevels))
        return fault(level.at, Words::tr("A rule can have %1 levels.").arg(TopicRule::maxLevels));
    static const QRegularExpression wildcard(QStringLiteral("[+#{}]"));
    const QString &text = level.text;
    if (text == QLatin1String("+"))
        rule.levels.push_back({Kind::Any, {}, -1});
    else if (text == QLatin1String("#") && !last)
        return fault(level.at, Words::tr("# stands for all levels that follow, so it can only be the last one."));
    else if (text == QLatin1String("#"))
        rule.levels.push_back({Kind::Rest, {}, -1});
    else if (text.size() > 1 && text.startsWith(u'{') && text.endsWith(u'}'))
        return takeName(level, text.sliced(1, text.size() - 2), rule);
    else if (const qsizetype odd = text.indexOf(wildcard); odd >= 0)
        return fault(level.at + odd, Words::tr("+, # and a name in braces stand for a whole level, between slashes."));
    else
        rule.levels.push_back({Kind::Written, text.toUtf8(), -1});
    return {};
}

// Which device it is where nothing is said about it: by the names, or by what is written out.
Done nameDevice(const Piece &pattern, TopicRule &rule)
{
    QStringList names;
    QByteArrayList written;
    for (const QString &name : std::as_const(rule.names))
        if (name != QLatin1String("metric"))
            names.append(QLatin1Char('{') + name + QLatin1Char('}'));
    for (const TopicRule::Level &level : rule.levels)
        if (level.kind == Kind::Written && !level.text.isEmpty())
            written.append(level.text);
    const bool any = std::any_of(rule.levels.begin(), rule.levels.end(), [](const TopicRule::Level &level) { return level.kind == Kind::Any; });
    if (names.isEmpty() && (any || written.isEmpty()))
        return fault(pattern.at, Words::tr("Nothing says which device it is: name a level, such as {device}."));
    rule.device = names.isEmpty() ? QString::fromUtf8(written.join('/')) : names.join(QLatin1Char(' '));
    return {};
}

Done takePattern(const Piece &pattern, TopicRule &rule)
{
    if (pattern.text.isEmpty())
        return fault(pattern.at, Words::tr("A rule begins with a topic, such as plant/{line}/{device}/state."));
    const QList<Piece> levels = split(pattern, u'/');
    for (const Piece &level : levels) {
        if (const Done taken = takeLevel(level, &level == &levels.constLast(), rule); !taken)
            return taken;
    }
    return {};
}

// Names in braces must be those of the pattern.
Done checkNames(const Piece &text, const QStringList &names)
{
    static const QRegularExpression form(QStringLiteral("\\{([^{}]*)\\}"));
    for (auto it = form.globalMatch(text.text); it.hasNext();) {
        const auto found = it.next();
        if (!names.contains(found.captured(1)))
            return fault(text.at + found.capturedStart(), Words::tr("No level is named “%1”.").arg(found.captured(1)));
    }
    return {};
}

// ---- what there is to say ---------------------------------------------------------------------------------------------------------

Done takeDevice(const Piece &text, TopicRule &rule)
{
    if (text.text.isEmpty())
        return fault(text.at, Words::tr("Behind “device” follows its name, such as {line} {device}."));
    rule.device = text.text;
    return checkNames(text, rule.names);
}

Done takeFormat(const Piece &text, TopicRule &rule)
{
    static const QStringList formats {QStringLiteral("auto"), QStringLiteral("json"), QStringLiteral("cbor"), QStringLiteral("msgpack"), QStringLiteral("text"), QStringLiteral("pairs")};
    const qsizetype known = formats.indexOf(text.text);
    if (known < 0)
        return fault(text.at, Words::tr("“%1” is no format; there are %2.").arg(text.text, formats.join(QStringLiteral(", "))));
    rule.format = RuleFormat(known);
    return {};
}

// place = key [unit] name; only the place has to be there.
Done takeKept(const Piece &item, TopicRule &rule)
{
    if (item.text.isEmpty())
        return fault(item.at, Words::tr("A value is missing here."));
    const qsizetype open = item.text.indexOf(u'[');
    const qsizetype close = open < 0 ? -1 : item.text.indexOf(u']', open);
    if (open >= 0 && close < 0)
        return fault(item.at + open, Words::tr("The unit ends with ]."));
    const Piece front = part(item, 0, open);
    const qsizetype equals = front.text.indexOf(u'=');
    TopicRule::Kept kept;
    Piece words = equals < 0 ? front : part(front, equals + 1);
    const qsizetype blank = words.text.indexOf(u' ');
    kept.key = words.text.left(blank);
    kept.place = equals < 0 ? kept.key : part(front, 0, equals).text;
    kept.name = blank < 0 ? QString() : words.text.sliced(blank).trimmed();
    if (kept.key.isEmpty() || kept.place.isEmpty())
        return fault(front.at, Words::tr("Write which value it is, and behind = how it is called."));
    if (open >= 0) {
        kept.unit = part(item, open + 1, close - open - 1).text;
        kept.name = part(item, close + 1).text.isEmpty() ? kept.name : part(item, close + 1).text;
    }
    const auto same = [&kept](const TopicRule::Kept &other) { return other.key == kept.key || other.place == kept.place; };
    if (std::any_of(rule.keep.begin(), rule.keep.end(), same))
        return fault(item.at, Words::tr("“%1” is there twice.").arg(kept.key));
    rule.keep.push_back(kept);
    return {};
}

template<class Take>
Done takeItems(const Piece &list, TopicRule &rule, Take take)
{
    const QList<Piece> items = split(list, u',');
    if (items.size() > TopicRule::maxItems)
        return fault(items[TopicRule::maxItems].at, Words::tr("There can be %1 of them.").arg(TopicRule::maxItems));
    for (const Piece &item : items) {
        if (const Done taken = take(trimmed(item), rule); !taken)
            return taken;
    }
    return {};
}

// key, or key low..high
Done takeSettable(const Piece &item, TopicRule &rule)
{
    static const QRegularExpression form(QStringLiteral("^(\\S+)(?:\\s+(-?[0-9.]+?)\\.\\.(-?[0-9.]+))?$"));
    const auto found = form.match(item.text);
    if (!found.hasMatch())
        return fault(item.at, Words::tr("Write the key of a value, and behind it the range of a number, such as speed 0..1500."));
    TopicRule::Settable settable;
    settable.key = found.captured(1);
    if (!found.captured(2).isEmpty()) {
        bool low = false;
        bool high = false;
        settable.minimum = found.captured(2).toDouble(&low);
        settable.maximum = found.captured(3).toDouble(&high);
        if (!low || !high || settable.minimum >= settable.maximum)
            return fault(item.at + found.capturedStart(2), Words::tr("A range goes from a number to a larger one, such as 0..1500."));
    }
    if (rule.command(settable.key))
        return fault(item.at, Words::tr("“%1” is there twice.").arg(settable.key));
    rule.settable.push_back(settable);
    return {};
}

Done takeCommand(const Piece &text, TopicRule &rule)
{
    static const QRegularExpression at(QStringLiteral("(?:^|\\s)at(?:\\s|$)"));
    static const QRegularExpression send(QStringLiteral("\\ssend(?:\\s|$)"));
    const auto where = at.match(text.text);
    if (!where.hasMatch())
        return fault(text.at, Words::tr("Write which values can be set, and behind “at” the topic to send to."));
    if (const Done taken = takeItems(part(text, 0, where.capturedStart()), rule, takeSettable); !taken)
        return taken;
    const Piece rest = part(text, where.capturedEnd());
    const auto what = send.match(rest.text);
    const Piece topic = part(rest, 0, what.hasMatch() ? what.capturedStart() : -1);
    if (topic.text.isEmpty() || topic.text.contains(u'+') || topic.text.contains(u'#'))
        return fault(topic.at, Words::tr("Behind “at” follows the topic to send to, without + and #."));
    rule.commandTopic = topic.text;
    rule.commandPayload = QStringLiteral("{value}");
    if (what.hasMatch()) {
        const Piece payload = part(rest, what.capturedEnd());
        if (!payload.text.contains(QLatin1String("{value}")))
            return fault(payload.at, Words::tr("What is sent has {value} in it, where the value belongs."));
        rule.commandPayload = payload.text;
    }
    return checkNames(topic, rule.names + QStringList {QStringLiteral("metric")});
}

Done takeClause(const Piece &clause, TopicRule &rule)
{
    const qsizetype blank = clause.text.indexOf(u' ');
    const QString word = clause.text.left(blank);
    const Piece rest = blank < 0 ? Piece {clause.at + clause.text.size(), {}} : part(clause, blank);
    if (word == QLatin1String("device"))
        return takeDevice(rest, rule);
    if (word == QLatin1String("format"))
        return takeFormat(rest, rule);
    if (word == QLatin1String("keep"))
        return takeItems(rest, rule, takeKept);
    if (word == QLatin1String("command"))
        return takeCommand(rest, rule);
    return fault(clause.at, Words::tr("“%1” says nothing here; there are device, format, keep and command.").arg(word.left(40)));
}

// What is sent may have semicolons in it: a command goes on to the end.
qsizetype endOf(const QString &text, qsizetype from)
{
    static const QRegularExpression last(QStringLiteral("\\s*command\\s[^;]*\\ssend\\s"));
    const auto found = last.match(text, from, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    const qsizetype end = found.hasMatch() ? -1 : text.indexOf(u';', from);
    return end < 0 ? text.size() : end;
}

Done takeClauses(const QString &text, qsizetype from, TopicRule &rule)
{
    QStringList seen;
    while (from < text.size()) {
        const qsizetype end = endOf(text, from);
        const Piece clause = trimmed({from, text.mid(from, end - from)});
        from = end + 1;
        if (clause.text.isEmpty())
            continue;
        const QString word = clause.text.section(u' ', 0, 0);
        if (seen.contains(word))
            return fault(clause.at, Words::tr("“%1” is there twice.").arg(word));
        seen.append(word);
        if (const Done taken = takeClause(clause, rule); !taken)
            return taken;
    }
    return {};
}

} // namespace

tl::expected<TopicRule, RuleFault> topicRule(const QString &text)
{
    if (text.size() > TopicRule::maxLength)
        return fault(TopicRule::maxLength, Words::tr("A rule can be %1 characters long.").arg(TopicRule::maxLength));
    const auto control = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
    if (control != text.cend())
        return fault(control - text.cbegin(), Words::tr("A rule is one line of plain text."));
    TopicRule rule;
    const qsizetype end = text.indexOf(u';') < 0 ? text.size() : text.indexOf(u';');
    const Piece pattern = trimmed({0, text.left(end)});
    if (const Done taken = takePattern(pattern, rule); !taken)
        return tl::unexpected(taken.error());
    if (const Done taken = takeClauses(text, end + 1, rule); !taken)
        return tl::unexpected(taken.error());
    if (rule.device.isEmpty()) {
        if (const Done named = nameDevice(pattern, rule); !named)
            return tl::unexpected(named.error());
    }
    for (const TopicRule::Settable &settable : rule.settable) {
        const bool kept = rule.keep.empty() || std::any_of(rule.keep.begin(), rule.keep.end(), [&](const TopicRule::Kept &one) { return one.key == settable.key; });
        if (!kept)
            return fault(std::max<qsizetype>(0, text.lastIndexOf(QLatin1String("command"))), Words::tr("“%1” is not among the values that are kept.").arg(settable.key));
    }
    return tl::expected<TopicRule, RuleFault>(std::move(rule));
}

} // namespace muster::mqtt
