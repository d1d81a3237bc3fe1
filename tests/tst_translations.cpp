// Every text that a person can see has its German translation, also the ones written since the .ts file was last brought up to date.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context {};
    QString source {};
    QStringList forms {};   ///< one, or one per plural form
    bool numerus = false;
    bool finished = true;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.numerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            QString plain;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isStartElement())
                    message.forms.append(xml.readElementText());
                else if (xml.isCharacters())
                    plain += xml.text();
                else if (xml.isEndElement())
                    break;
            }
            if (!message.numerus)
                message.forms = {plain};
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readTs(const QString &path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append(readMessage(xml, context));
    }
    return messages;
}

/// The %1, %n … of a text.
QSet<QString> places(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?(\\d+|n)"));
    QSet<QString> found;
    for (auto it = place.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured(1));
    return found;
}

/// A copy of a .ts file as lupdate leaves it after reading today's sources.
QList<Message> updated(const QTemporaryDir &folder, const QString &name)
{
    const QString copy = folder.filePath(name);
    QFile::copy(QStringLiteral(MUSTER_SOURCE_DIR "/translations/") + name, copy);
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.start(QStringLiteral(MUSTER_LUPDATE), {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
        QStringLiteral("-I"), QStringLiteral(MUSTER_SOURCE_DIR "/src"), QStringLiteral("-I"), QStringLiteral(MUSTER_SOURCE_DIR),
        QStringLiteral("@" MUSTER_TRANSLATED_SOURCES), QStringLiteral("-ts"), copy});
    if (!lupdate.waitForFinished(100'000) || lupdate.exitCode() != 0)
        return {};
    return readTs(copy);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanIsComplete();
    void germanKeepsThePlaces();
    void englishHasItsPlurals();
    void everyContextThatIsAskedForExists();
    void everyContextIsAskedFor();

private:
    QTemporaryDir m_folder;
};

void TestTranslations::germanIsComplete()
{
    const auto messages = updated(m_folder, QStringLiteral("muster_de.ts"));
    QVERIFY(messages.size() > 100);
    QStringList missing;
    for (const Message &message : messages) {
        bool complete = message.finished && !message.forms.isEmpty();
        for (const QString &form : message.forms)
            complete = complete && !form.isEmpty();
        if (!complete)
            missing.append(message.context + QStringLiteral(": ") + message.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("%1 texts have no German (ninja update_translations, then translate):\n").arg(missing.size())
        + missing.mid(0, 40).join(QLatin1Char('\n'))));
}

void TestTranslations::germanKeepsThePlaces()
{
    const auto messages = readTs(QStringLiteral(MUSTER_SOURCE_DIR "/translations/muster_de.ts"));
    QStringList wrong;
    for (const Message &message : messages) {
        for (const QString &form : message.forms) {
            QSet<QString> wanted = places(message.source);
            QSet<QString> given = places(form);
            if (message.numerus) { // "one device" needs no number
                wanted.remove(QStringLiteral("n"));
                given.remove(QStringLiteral("n"));
            }
            if (!form.isEmpty() && wanted != given)
                wrong.append(message.source + QStringLiteral(" → ") + form);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestTranslations::englishHasItsPlurals()
{
    const auto messages = updated(m_folder, QStringLiteral("muster_en.ts"));
    QStringList missing;
    for (const Message &message : messages) {
        if (message.numerus && (!message.finished || message.forms.size() != 2 || message.forms.contains(QString())))
            missing.append(message.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

/// A text looked up in another context than the one lupdate put it into would stay English without anyone noticing.
void TestTranslations::everyContextThatIsAskedForExists()
{
    QSet<QString> known;
    const auto messages = readTs(QStringLiteral(MUSTER_SOURCE_DIR "/translations/muster_de.ts"));
    for (const Message &message : messages)
        known.insert(message.context);
    static const QRegularExpression asked(QStringLiteral(R"((?:translate\(\s*"|Q_DECLARE_TR_FUNCTIONS\()([\w:]+))"));
    QFile list(QStringLiteral(MUSTER_TRANSLATED_SOURCES));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QStringList files = QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList unknown;
    for (const QString &path : files) {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = asked.globalMatch(text); it.hasNext();) {
            const QString context = it.next().captured(1);
            if (!known.contains(context))
                unknown.append(path + QStringLiteral(": ") + context);
        }
    }
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char('\n'))));
}

/// A function of its own called tr() is read by lupdate as that of the class it is used in: such texts are never looked up where they were put.
void TestTranslations::everyContextIsAskedFor()
{
    static const QRegularExpression asked(QStringLiteral(R"((?:translate\(\s*"|Q_DECLARE_TR_FUNCTIONS\()([\w:]+))"));
    static const QRegularExpression object(QStringLiteral(R"(class (\w+)[^;{}]*\{\s*Q_OBJECT)"));
    QSet<QString> contexts;
    QSet<QString> classes;
    for (const char *root : {"/src", "/app", "/ui"}) {
        QDirIterator files(QStringLiteral(MUSTER_SOURCE_DIR) + QLatin1StringView(root), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto it = asked.globalMatch(text); it.hasNext();)
                contexts.insert(it.next().captured(1));
            for (auto it = object.globalMatch(text); it.hasNext();)
                classes.insert(it.next().captured(1));
        }
    }
    QSet<QString> never;
    const auto messages = updated(m_folder, QStringLiteral("muster_en.ts")); // as the sources are today
    const auto german = readTs(QStringLiteral(MUSTER_SOURCE_DIR "/translations/muster_de.ts"));
    for (const Message &message : messages + german) {
        if (!contexts.contains(message.context) && !classes.contains(message.context.section(QStringLiteral("::"), -1)))
            never.insert(message.context);
    }
    QVERIFY2(never.isEmpty(), qPrintable(QStringList(never.values()).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
