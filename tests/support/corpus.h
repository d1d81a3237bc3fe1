#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTextStream>

#include <array>
#include <cstdio>

/// Recorded payloads with the results they must give: one JSON object a line. They lie beside the project, in the folder that the environment
/// variable MUSTER_CORPUS names, or the one that was given when the project was configured.
namespace support {

inline QString corpusFolder()
{
    const QString named = qEnvironmentVariable("MUSTER_CORPUS");
    return named.isEmpty() ? QStringLiteral(MUSTER_CORPUS_DEFAULT) : named;
}

inline QList<QJsonObject> corpusLines(const char *file)
{
    QList<QJsonObject> lines;
    QFile in(QDir(corpusFolder()).filePath(QLatin1String(file)));
    if (!in.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(in.fileName()));
    while (!in.atEnd())
        lines.append(QJsonDocument::fromJson(in.readLine()).object());
    return lines;
}

enum Verdict { Right, NotYet, Wrong };

/// Counts verdicts by kind, prints a table and every wrong case.
class Tally
{
public:
    explicit Tally(const QString &title) : m_title(title) {}

    void count(const QString &kind, Verdict verdict, const QByteArray &details)
    {
        ++m_kinds[kind][size_t(verdict)];
        if (verdict == Wrong)
            m_wrong.append(details);
        else if (verdict == NotYet)
            m_notYet.append(details);
    }
    void count(const char *kind, Verdict verdict, const QByteArray &details) { count(QLatin1String(kind), verdict, details); }

    /// How many were wrong.
    int report(bool listNotYet = false) const
    {
        QTextStream out(stdout);
        out << '\n' << m_title << '\n' << QStringLiteral("%1 %2 %3 %4\n").arg(QStringLiteral("kind"), -22).arg(QStringLiteral("right"), 7)
                   .arg(QStringLiteral("not yet"), 8).arg(QStringLiteral("wrong"), 6);
        std::array<int, 3> sum {};
        for (auto it = m_kinds.cbegin(); it != m_kinds.cend(); ++it) {
            row(out, it.key(), *it);
            for (size_t i = 0; i < sum.size(); ++i)
                sum[i] += (*it)[i];
        }
        row(out, QStringLiteral("in all"), sum);
        for (const QByteArray &details : m_wrong)
            out << "  WRONG " << QString::fromUtf8(details) << '\n';
        for (const QByteArray &details : listNotYet ? m_notYet : QList<QByteArray>())
            out << "  not yet " << QString::fromUtf8(details) << '\n';
        return sum[Wrong];
    }

private:
    static void row(QTextStream &out, const QString &kind, const std::array<int, 3> &n)
    {
        out << QStringLiteral("%1 %2 %3 %4\n").arg(kind, -22).arg(n[Right], 7).arg(n[NotYet], 8).arg(n[Wrong], 6);
    }

    QString m_title;
    QMap<QString, std::array<int, 3>> m_kinds;
    QList<QByteArray> m_wrong;
    QList<QByteArray> m_notYet;
};

} // namespace support

/// A test program over recorded payloads: exit code 77 where they are absent.
#define MUSTER_CORPUS_MAIN(TestClass) \
    int main(int argc, char **argv) \
    { \
        QCoreApplication app(argc, argv); \
        if (!QFile::exists(support::corpusFolder())) { \
            std::printf("SKIPPED: no recorded payloads in %s (set MUSTER_CORPUS)\n", qPrintable(support::corpusFolder())); \
            return 77; \
        } \
        TestClass test; \
        return QTest::qExec(&test, argc, argv); \
    }
