#include "ui/topics/payloadtext.h"

#include "ui/console/consolelog.h"

#include <QCborValue>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace muster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(muster::payloadtext)
};

/// The bytes as UTF-8, if they are and have no control characters but blanks.
QString asText(const QByteArray &payload)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(payload);
    const bool odd = decoder.hasError() || std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t'; });
    return odd ? QString() : text;
}

QString asCbor(const QByteArray &payload)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(payload, &error);
    if (error.error != QCborError::NoError || error.offset != payload.size())
        return {};
    return value.toDiagnosticNotation(QCborValue::LineWrapped);
}

QString asHex(const QByteArray &payload)
{
    return consoleHex(payload).join(QLatin1Char('\n'));
}

PayloadText guess(const QByteArray &payload)
{
    if (const QString json = prettyJson(payload); !json.isEmpty())
        return {PayloadForm::Json, json, {}};
    if (const QString text = asText(payload); !text.isEmpty() || payload.isEmpty())
        return {PayloadForm::Text, text, {}};
    // A map or an array: anything is some CBOR number.
    if (const auto major = quint8(payload.at(0)) >> 5U; major == 4 || major == 5)
        if (const QString cbor = asCbor(payload); !cbor.isEmpty())
            return {PayloadForm::Cbor, cbor, {}};
    return {PayloadForm::Hex, asHex(payload), {}};
}

PayloadText instead(const QByteArray &payload, const QString &problem)
{
    PayloadText text = guess(payload);
    text.problem = problem;
    return text;
}

PayloadText read(const QByteArray &payload, PayloadForm wanted)
{
    switch (wanted) {
    case PayloadForm::Text:
        return {PayloadForm::Text, consoleText(payload), {}};
    case PayloadForm::Hex:
        return {PayloadForm::Hex, asHex(payload), {}};
    case PayloadForm::Json: {
        const QString json = prettyJson(payload);
        return json.isEmpty() ? instead(payload, Words::tr("This is no JSON.")) : PayloadText {PayloadForm::Json, json, {}};
    }
    case PayloadForm::Cbor: {
        const QString cbor = asCbor(payload);
        return cbor.isEmpty() ? instead(payload, Words::tr("This is no CBOR.")) : PayloadText {PayloadForm::Cbor, cbor, {}};
    }
    case PayloadForm::Automatic:
        break;
    }
    return guess(payload);
}

/// Writes JSON anew, line by line. Only for what is known to be JSON.
class Indenter
{
public:
    [[nodiscard]] QString written(const QString &json)
    {
        for (qsizetype i = 0; i < json.size() && m_out.size() < PayloadText::mostShown; ++i)
            put(json[i], i + 1 < json.size() ? json[i + 1] : QChar());
        return m_out;
    }

private:
    void put(QChar c, QChar next)
    {
        if (m_quoted) {
            m_out += c;
            m_quoted = m_escaped || c != u'"';
            m_escaped = !m_escaped && c == u'\\';
        } else if (!c.isSpace()) {
            putBare(c, next);
        }
    }

    void putBare(QChar c, QChar next)
    {
        const bool closes = c == u'}' || c == u']';
        if (closes && m_depth > 0)
            --m_depth;
        if (closes && !m_empty)
            newLine();
        m_out += c;
        m_quoted = c == u'"';
        m_empty = c == u'{' || c == u'[';
        if (m_empty)
            ++m_depth;
        if (c == u',')
            newLine();
        else if (c == u':')
            m_out += u' ';
        else if (m_empty && next != u'}' && next != u']')
            openLine();
    }

    void openLine()
    {
        newLine();
        m_empty = false;
    }

    void newLine()
    {
        m_out += u'\n';
        m_out += QString(2 * qMin(m_depth, 64), u' ');
    }

    QString m_out;
    int m_depth = 0;
    bool m_quoted = false;
    bool m_escaped = false;
    bool m_empty = false; ///< an object or array has just been opened
};

void addAll(QList<DiffLine> &out, DiffLine::Kind kind, const QStringList &lines, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i)
        out.append({kind, lines[i]});
}

} // namespace

PayloadText payloadText(const QByteArray &payload, PayloadForm wanted)
{
    PayloadText text = read(payload, wanted);
    text.text.truncate(PayloadText::mostShown);
    return text;
}

QString prettyJson(const QByteArray &json)
{
    const QByteArray trimmed = json.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('['))
        return {};
    QJsonParseError error;
    QJsonDocument::fromJson(trimmed, &error);
    return error.error == QJsonParseError::NoError ? Indenter().written(QString::fromUtf8(trimmed)) : QString();
}

// The longest common subsequence by the plain table, which mostCompared bounds.
QList<DiffLine> diffLines(const QString &before, const QString &after)
{
    const QStringList a = before.split(QLatin1Char('\n'));
    const QStringList b = after.split(QLatin1Char('\n'));
    QList<DiffLine> out;
    if (a.size() > mostCompared || b.size() > mostCompared) {
        addAll(out, DiffLine::Kind::Gone, a, 0, a.size());
        addAll(out, DiffLine::Kind::Come, b, 0, b.size());
        return out;
    }
    const auto width = size_t(b.size()) + 1;
    std::vector<int> common((size_t(a.size()) + 1) * width, 0);
    const auto cell = [&common, width](qsizetype i, qsizetype j) -> int & { return common[size_t(i) * width + size_t(j)]; };
    for (qsizetype i = a.size() - 1; i >= 0; --i)
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            cell(i, j) = a[i] == b[j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            out.append({DiffLine::Kind::Same, a[i++]});
            ++j;
        } else if (cell(i + 1, j) >= cell(i, j + 1)) {
            out.append({DiffLine::Kind::Gone, a[i++]});
        } else {
            out.append({DiffLine::Kind::Come, b[j++]});
        }
    }
    addAll(out, DiffLine::Kind::Gone, a, i, a.size());
    addAll(out, DiffLine::Kind::Come, b, j, b.size());
    return out;
}

Result<QByteArray> payloadFrom(const QString &text, PayloadForm form)
{
    if (form == PayloadForm::Hex)
        return bytesFromHex(text);
    const QByteArray bytes = text.toUtf8();
    if (form != PayloadForm::Json)
        return bytes;
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(Error::Code::Invalid, Words::tr("This is not valid JSON: %1 at character %2.").arg(error.errorString()).arg(error.offset));
    return bytes;
}

} // namespace muster
