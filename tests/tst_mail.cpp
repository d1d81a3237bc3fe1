// E-mail over real sockets, to a small mail server of this test's own in the same event loop: whoever waits for it without letting go of the loop waits for ever.

#include "app/mailer.h"
#include "tests/support/smtpserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace muster;
using namespace muster::test;

namespace {

using Encryption = SmtpServer::Encryption;
using Security = MailSettings::Security;
constexpr int patience = 60'000;
constexpr char password[] = "s3cret-pass";

MailLimits quick()
{
    MailLimits limits;
    limits.pauseMs = 10;
    return limits;
}

MailSettings settingsFor(const SmtpServer &server, Security security, bool hasLogin)
{
    MailSettings settings;
    settings.server = QStringLiteral("127.0.0.1");
    settings.port = server.serverPort();
    settings.security = security;
    settings.user = hasLogin ? QStringLiteral("ada") : QString();
    settings.sender = QStringLiteral("muster@example.org");
    settings.recipient = QStringLiteral("ada@example.org");
    settings.caFile = QFile::exists(server.caFile()) ? server.caFile() : QString();
    return settings;
}

SmtpServer::Options options(Encryption encryption, const QByteArray &logins = {})
{
    SmtpServer::Options options;
    options.encryption = encryption;
    options.logins = logins;
    options.user = logins.isEmpty() ? "" : "ada";
    options.password = logins.isEmpty() ? "" : password;
    return options;
}

QString problemOf(const QSignalSpy &ended, qsizetype which = 0)
{
    const auto result = ended.at(which).last().value<Result<void>>();
    return result ? QString() : result.error().text;
}

Mail hello()
{
    return {{}, QStringLiteral("Hello"), QStringLiteral("A text")};
}

/// A sentence with %1 for the port.
QString at(const SmtpServer &server, const QString &sentence)
{
    return QString(sentence).replace(QStringLiteral("PORT"), QString::number(server.serverPort()));
}

} // namespace

class TestMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailArrivesOverEveryRoad_data();
    void mailArrivesOverEveryRoad();
    void whatFailsIsSaid_data();
    void whatFailsIsSaid();
    void aMuteServerHoldsUpNobody_data();
    void aMuteServerHoldsUpNobody();
    void whoHangsUpIsToldApart_data();
    void whoHangsUpIsToldApart();
    void anEndlessAnswerIsCutOff();
    void aServerThatRepeatsThePasswordIsNotQuoted();
    void linesOfAnyLengthAndDotsArriveAsTheyWere();
    void headersAreWrittenInAscii_data();
    void headersAreWrittenInAscii();
    void headersCannotBeSmuggledIn_data();
    void headersCannotBeSmuggledIn();
    void addressesAreReadStrictly_data();
    void addressesAreReadStrictly();
    void whatMayPassIsTriedAgain();
    void aRefusedLoginIsNotTriedAgain();
    void nothingIsSentBeforeThePasswordIsKnown();
    void aStormBecomesOneMail();
    void mailIsSeldom();
    void settingsThatCannotWorkAreRefused_data();
    void settingsThatCannotWorkAreRefused();
    void settingsAreKeptWithoutAPassword();
    void anEndInTheMiddleIsQuiet();
};

void TestMail::mailArrivesOverEveryRoad_data()
{
    QTest::addColumn<int>("encryption");
    QTest::addColumn<int>("security");
    QTest::addColumn<QByteArray>("logins");
    for (const char *const logins : {"", "PLAIN", "LOGIN", "PLAIN LOGIN"}) {
        QTest::addRow("TLS, %s", logins) << int(Encryption::Tls) << int(Security::Tls) << QByteArray(logins);
        QTest::addRow("STARTTLS, %s", logins) << int(Encryption::StartTls) << int(Security::StartTls) << QByteArray(logins);
    }
    QTest::newRow("plain") << int(Encryption::None) << int(Security::None) << QByteArray();
}

void TestMail::mailArrivesOverEveryRoad()
{
    QFETCH(int, encryption);
    QFETCH(int, security);
    QFETCH(QByteArray, logins);
    SmtpServer server(options(Encryption(encryption), logins));
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.use(settingsFor(server, Security(security), !logins.isEmpty()), QString::fromLatin1(password));
    mailer.send(7, {QStringLiteral("bo@example.org, Cy@bücher.example"), QStringLiteral("Überhitzt: Kessel 2 🔥"), QStringLiteral("91 °C\nseit 12:04")});
    QVERIFY(ended.isEmpty()); // never from within
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), QString());
    QCOMPARE(ended.first().first().toULongLong(), 7ULL);
    QCOMPARE(mailer.sent(), 1);
    QCOMPARE(server.mails().size(), 1);
    const SmtpServer::Received &mail = server.mails().first();
    QCOMPARE(mail.from, QByteArray("<muster@example.org>"));
    QCOMPARE(mail.to, (QByteArrayList {"<bo@example.org>", "<Cy@xn--bcher-kva.example>"}));
    QCOMPARE(mail.user, QByteArray(logins.isEmpty() ? "" : "ada"));
    QCOMPARE(mail.encrypted, Security(security) != Security::None);
    QCOMPARE(mail.header("Subject"), QStringLiteral("Überhitzt: Kessel 2 🔥"));
    QCOMPARE(mail.header("To"), QStringLiteral("bo@example.org, Cy@xn--bcher-kva.example"));
    QCOMPARE(mail.header("From"), QStringLiteral("Muster <muster@example.org>"));
    QVERIFY2(QDateTime::fromString(mail.header("Date"), Qt::RFC2822Date).isValid(), qPrintable(mail.header("Date")));
    QVERIFY(mail.header("Message-ID").endsWith(QStringLiteral("@example.org>")));
    QCOMPARE(mail.body(), QStringLiteral("91 °C\r\nseit 12:04\r\n"));
}

void TestMail::whatFailsIsSaid_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *what, const char *sentence) { QTest::newRow(what) << QString::fromLatin1(what) << QString::fromUtf8(sentence); };
    row("nobody there", "Nobody answers at 127.0.0.1:PORT. Check server and port, and whether a firewall is between.");
    row("no such name", "There is no mail server nowhere.invalid in the network. Check its name.");
    row("other authority", "The certificate of 127.0.0.1 comes from an authority that is not trusted. If it is your own, choose its file.");
    row("authority of the system", "The certificate of 127.0.0.1 comes from an authority that is not trusted. If it is your own, choose its file.");
    row("other name", "The certificate of 127.0.0.1 is for another name. Write the server's name as its certificate has it.");
    row("expired", "The certificate of 127.0.0.1 is not valid now. Check this computer's clock, or tell whoever runs the server.");
    row("no such file", "The file /nonexistent/ca.pem holds no certificates of authorities in PEM. Choose another one.");
    row("no STARTTLS", "127.0.0.1:PORT offers no STARTTLS, so nothing was sent. Choose TLS, or the port for STARTTLS, which mostly is 587.");
    row("no TLS", "127.0.0.1:PORT does not speak TLS, or none that is safe. Choose STARTTLS, or the port for TLS, which mostly is 465.");
    row("wrong password", "127.0.0.1 refused the login of ada (535). Check user name and password.");
    row("no password", "The password of ada at 127.0.0.1 is not known, so no e-mail is sent. Type it in the settings, under E-mail.");
    row("no login", "127.0.0.1 wants a login (530 5.7.0 Authentication required). Write user name and password.");
    row("greeting", "127.0.0.1:PORT does not talk to this computer (554 5.7.1 go away). Ask whoever runs the server.");
    row("sender", "127.0.0.1 takes no mail from muster@example.org (550 5.7.1 not yours). Check the sender.");
    row("recipient", "127.0.0.1 takes no mail for ada@example.org (550 5.1.1 nobody here). Check the address.");
    row("data", "127.0.0.1 refused the mail (554 no).");
    row("content", "127.0.0.1 refused the mail (552 5.3.4 too large).");
    row("rubbish", "127.0.0.1:PORT broke off in the middle. Check the port, and whether it is a mail server.");
    row("no recipient", "This e-mail is for nobody. Name a recipient, or one for all mail in the settings, under E-mail.");
    row("no server", "No mail server is set up. Name one in the settings, under E-mail.");
}

void TestMail::whatFailsIsSaid()
{
    QFETCH(QString, what);
    QFETCH(QString, sentence);
    const bool startTls = what == QLatin1String("wrong password") || what == QLatin1String("no STARTTLS");
    SmtpServer::Options with = options(what.startsWith(QLatin1String("no STARTTLS")) || what == QLatin1String("no TLS") ? Encryption::None : startTls ? Encryption::StartTls : Encryption::Tls);
    if (what == QLatin1String("wrong password") || what == QLatin1String("no login")) {
        with.logins = "PLAIN";
        with.user = "ada";
        with.password = "another";
    }
    if (what == QLatin1String("other name"))
        with.certificateFor = QStringLiteral("DNS:mail.example.org");
    with.expired = what == QLatin1String("expired");
    SmtpServer server(with);
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    const QHash<QString, std::pair<QByteArray, QByteArray>> answers {{QStringLiteral("greeting"), {"greeting", "554 5.7.1 go away"}},
        {QStringLiteral("sender"), {"MAIL", "550 5.7.1 not yours"}}, {QStringLiteral("recipient"), {"RCPT", "550-5.1.1 listen\r\n550 5.1.1 nobody \a\xe2\x80\xaehere"}},
        {QStringLiteral("data"), {"DATA", "554 no"}}, {QStringLiteral("content"), {".", "552 5.3.4 too large"}}, {QStringLiteral("rubbish"), {"MAIL", "rubbish"}}};
    if (const auto answer = answers.constFind(what); answer != answers.cend())
        server.answer(answer->first, answer->second, 5);
    MailSettings settings = settingsFor(server, startTls ? Security::StartTls : Security::Tls, what.contains(QLatin1String("password")));
    if (what == QLatin1String("nobody there"))
        server.close();
    if (what == QLatin1String("no such name"))
        settings.server = QStringLiteral("nowhere.invalid");
    if (what == QLatin1String("other authority"))
        settings.caFile = server.otherCaFile();
    if (what == QLatin1String("authority of the system"))
        settings.caFile.clear();
    if (what == QLatin1String("no such file"))
        settings.caFile = QStringLiteral("/nonexistent/ca.pem");
    if (what == QLatin1String("no recipient"))
        settings.recipient.clear();
    if (what == QLatin1String("no server"))
        settings.server.clear();
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    QSignalSpy tested(&mailer, &Mailer::tested);
    mailer.use(settings, what == QLatin1String("no password") ? std::nullopt : std::optional(QString::fromLatin1(password)));
    const QString wanted = QString(sentence).replace(QStringLiteral("PORT"), QString::number(settings.port));
    mailer.send(1, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), wanted);
    mailer.test();
    QVERIFY(tested.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, patience);
    QCOMPARE(problemOf(tested), wanted);
    QCOMPARE(mailer.sent(), 0);
    QVERIFY(server.mails().isEmpty());
    if (settings.caFile != server.caFile() || what == QLatin1String("other name") || what == QLatin1String("expired") || startTls)
        QVERIFY(!server.commands().join().contains("MAIL")); // nothing before that is checked
}

void TestMail::aMuteServerHoldsUpNobody_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<int>("encryption");
    for (const char *const command : {"greeting", "EHLO", "AUTH", "LOGIN", "MAIL", "RCPT", "DATA", "."})
        QTest::newRow(command) << QByteArray(command) << int(Encryption::Tls);
    QTest::newRow("STARTTLS") << QByteArray("STARTTLS") << int(Encryption::StartTls);
    QTest::newRow("QUIT") << QByteArray("QUIT") << int(Encryption::Tls);
}

void TestMail::aMuteServerHoldsUpNobody()
{
    QFETCH(QByteArray, command);
    QFETCH(int, encryption);
    SmtpServer server(options(Encryption(encryption), "PLAIN"));
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    server.answer(command, {}, 5);
    MailLimits limits = quick();
    limits.attemptMs = 2'000;
    limits.tries = 1;
    Mailer mailer(limits);
    QSignalSpy ended(&mailer, &Mailer::ended);
    QElapsedTimer since;
    qint64 longest = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, since.restart()); });
    beat.start(10);
    since.start();
    mailer.use(settingsFor(server, encryption == int(Encryption::Tls) ? Security::Tls : Security::StartTls, true), QString::fromLatin1(password));
    mailer.send(1, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    const QString problem = problemOf(ended);
    if (command == "QUIT")
        QCOMPARE(problem, QString()); // the mail had arrived
    else if (QByteArrayList {"MAIL", "RCPT", "DATA", "."}.contains(command))
        QCOMPARE(problem, at(server, QStringLiteral("127.0.0.1:PORT was silent for too long; the mail was given up after 2 s.")));
    else
        QCOMPARE(problem, at(server, QStringLiteral("127.0.0.1:PORT did not answer within 2 s. Check server, port and encryption.")));
    QVERIFY2(longest < 1'500, qPrintable(QString::number(longest)));
}

void TestMail::whoHangsUpIsToldApart_data()
{
    QTest::addColumn<QByteArray>("command");
    for (const char *const command : {"greeting", "EHLO", "LOGIN", "MAIL", "RCPT", "DATA", "."})
        QTest::newRow(command) << QByteArray(command);
}

void TestMail::whoHangsUpIsToldApart()
{
    QFETCH(QByteArray, command);
    SmtpServer server(options(Encryption::Tls, "PLAIN"));
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    server.answer(command, "close", 5);
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.use(settingsFor(server, Security::Tls, true), QString::fromLatin1(password));
    mailer.send(1, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), at(server, QStringLiteral("127.0.0.1:PORT broke off in the middle. Check the port, and whether it is a mail server.")));
    QCOMPARE(server.connections(), 3); // it may pass
}

void TestMail::anEndlessAnswerIsCutOff()
{
    SmtpServer server(options(Encryption::None));
    server.answer("RCPT", SmtpServer::endless, 1);
    MailLimits limits = quick();
    limits.tries = 1;
    Mailer mailer(limits);
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.use(settingsFor(server, Security::None, false), {});
    mailer.send(1, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), at(server, QStringLiteral("127.0.0.1:PORT broke off in the middle. Check the port, and whether it is a mail server.")));
}

void TestMail::aServerThatRepeatsThePasswordIsNotQuoted()
{
    const QByteArray whole = QByteArray("\0ada\0s3cret-pass", 16).toBase64();
    for (const QByteArray &said : {QByteArray(password), QByteArray(password).toBase64(), whole}) {
        SmtpServer server(options(Encryption::Tls, "PLAIN"));
        if (!server.problem().isEmpty())
            QSKIP(qPrintable(server.problem()));
        server.answer("RCPT", "550 you said " + said + " before");
        Mailer mailer(quick());
        QSignalSpy ended(&mailer, &Mailer::ended);
        mailer.use(settingsFor(server, Security::Tls, true), QString::fromLatin1(password));
        mailer.send(1, hello());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(problemOf(ended), QStringLiteral("127.0.0.1 takes no mail for ada@example.org (550). Check the address."));
    }
}

void TestMail::linesOfAnyLengthAndDotsArriveAsTheyWere()
{
    SmtpServer server(options(Encryption::None));
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.use(settingsFor(server, Security::None, false), {});
    const QString text = QStringLiteral(".\n..\n.\r\nFrom here\rto there\n\n") + QString(50'000, QChar(0xe9)) + QStringLiteral("\n.");
    mailer.send(1, {{}, QStringLiteral("Lines"), text});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), QString());
    QCOMPARE(server.mails().size(), 1);
    QString wanted = text + u'\n';
    wanted.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').replace(u'\n', QStringLiteral("\r\n"));
    QCOMPARE(server.mails().first().body(), wanted);
    const QByteArrayList lines = server.mails().first().data.split('\n');
    for (const QByteArray &line : lines)
        QVERIFY2(line.size() <= 79, line.constData());
}

void TestMail::headersAreWrittenInAscii_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << "Hot: 91 C" << QByteArray("Hot: 91 C");
    QTest::newRow("umlaut") << QStringLiteral("Überhitzt") << QByteArray("=?UTF-8?B?w5xiZXJoaXR6dA==?=");
    QTest::newRow("looks encoded") << "=?UTF-8?B?YQ==?=" << QByteArray("=?UTF-8?B?PT9VVEYtOD9CP1lRPT0/PQ==?=");
    QTest::newRow("spaces at the ends") << " a " << QByteArray("=?UTF-8?B?IGEg?=");
    QTest::newRow("long") << QString(200, u'a') << QByteArray();
    QTest::newRow("long, of two bytes") << QString(200, QChar(0xe9)) << QByteArray();
    QTest::newRow("long, of four bytes") << QStringLiteral("a") + QStringLiteral("🔥").repeated(99) << QByteArray();
}

void TestMail::headersAreWrittenInAscii()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    const QByteArray words = mailmessage::encodedWords(text);
    if (!written.isEmpty())
        QCOMPARE(words, written);
    const QByteArrayList lines = QByteArray(words).split('\n');
    for (const QByteArray &line : lines) {
        QVERIFY2(line.trimmed().size() <= 75, line.constData());
        if (line.contains("=?")) // each word for itself
            QVERIFY2(!decodedWords(line.trimmed()).contains(QChar::ReplacementCharacter), line.constData());
    }
    QCOMPARE(decodedWords(QByteArray(words).replace("\r\n ", " ")), text);
}

void TestMail::headersCannotBeSmuggledIn_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("subject");
    QTest::newRow("subject, LF") << "" << "a\nBcc: eve@example.org";
    QTest::newRow("subject, CR LF") << "" << "a\r\n\r\nbody";
    QTest::newRow("subject, CR") << "" << "a\rBcc: eve@example.org";
    QTest::newRow("subject, NUL") << "" << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
    QTest::newRow("subject, next line") << "" << QStringLiteral("a") + QChar(0x85) + QStringLiteral("b");
    QTest::newRow("subject, line separator") << "" << QStringLiteral("a") + QChar(0x2028) + QStringLiteral("b");
    QTest::newRow("subject, none") << "" << "";
    QTest::newRow("subject, too long") << "" << QString(201, u'a');
    QTest::newRow("to, LF") << "ada@example.org\nBcc: eve@example.org" << "a";
    QTest::newRow("to, at the end of the name") << "ada\n@example.org" << "a";
    QTest::newRow("to, CR LF in the middle") << "ada@exam\r\nple.org" << "a";
    QTest::newRow("to, a bracket") << "ada@example.org>\r\nRCPT TO:<eve@example.org" << "a";
    QTest::newRow("to, a parameter") << "ada@example.org> NOTIFY=NEVER" << "a";
    QTest::newRow("to, with a name") << "Ada <ada@example.org>" << "a";
}

void TestMail::headersCannotBeSmuggledIn()
{
    QFETCH(QString, to);
    QFETCH(QString, subject);
    SmtpServer server(options(Encryption::None));
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.use(settingsFor(server, Security::None, false), {});
    mailer.send(1, {to, subject, QStringLiteral("text")});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), to.isEmpty() ? QStringLiteral("The subject of an e-mail must be one line of at most 200 characters.")
                                            : QStringLiteral("The recipient needs an address such as ada@example.org, or at most 10 with commas between them."));
    QCOMPARE(server.connections(), 0);
    MailSettings settings = settingsFor(server, Security::None, false);
    settings.sender = QStringLiteral("a\r\nBcc: eve@example.org");
    QVERIFY(!mailmessage::compose(hello(), settings, QDateTime::currentDateTime(), "1"));
}

void TestMail::addressesAreReadStrictly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read"); // empty: none
    QTest::newRow("plain") << " ada@example.org " << "ada@example.org";
    QTest::newRow("tag") << "a.d+a_1@mail-1.example.org" << "a.d+a_1@mail-1.example.org";
    QTest::newRow("a host alone") << "root@localhost" << "root@localhost";
    QTest::newRow("other letters") << QStringLiteral("ada@müller.example") << "ada@xn--mller-kva.example";
    QTest::newRow("no at") << "example.org" << "";
    QTest::newRow("nobody") << "@example.org" << "";
    QTest::newRow("nowhere") << "ada@" << "";
    QTest::newRow("two dots") << "a..b@example.org" << "";
    QTest::newRow("dots around") << ".a@example.org" << "";
    QTest::newRow("a space") << "a b@example.org" << "";
    QTest::newRow("quoted") << "\"a b\"@example.org" << "";
    QTest::newRow("other letters before the at") << QStringLiteral("ä@example.org") << "";
    QTest::newRow("hyphen") << "ada@-example.org" << "";
    QTest::newRow("too long") << QString(65, u'a') + QStringLiteral("@example.org") << "";
    QTest::newRow("too long a place") << QStringLiteral("a@") + QStringLiteral("abcdefgh.").repeated(30) + QStringLiteral("org") << "";
}

void TestMail::addressesAreReadStrictly()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    QCOMPARE(mail::address(text).value_or(QString()), read);
    const QStringList all = mail::recipients(text + QStringLiteral("; bo@example.org,bo@example.org")).value_or(QStringList());
    QCOMPARE(all, read.isEmpty() ? QStringList() : (QStringList {read, QStringLiteral("bo@example.org")}));
    QVERIFY(!mail::recipients(QStringLiteral("a@b,")));
    QStringList many;
    for (int i = 0; i < 11; ++i)
        many.append(QStringLiteral("a%1@b").arg(i));
    QVERIFY(!mail::recipients(many.join(u',')));
    QVERIFY(mail::recipients(many.mid(1).join(u',')));
}

void TestMail::whatMayPassIsTriedAgain()
{
    SmtpServer server(options(Encryption::None));
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.use(settingsFor(server, Security::None, false), {});
    server.answer("RCPT", "451 4.7.1 later", 2);
    mailer.send(1, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), QString());
    QCOMPARE(server.connections(), 3);
    server.answer(".", "451 4.7.1 later", 9);
    mailer.send(2, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, patience);
    QCOMPARE(problemOf(ended, 1), QStringLiteral("127.0.0.1 refused the mail (451 4.7.1 later)."));
    QCOMPARE(server.connections(), 6);
    server.answer(".", "550 never", 9);
    mailer.send(3, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 3, patience);
    QCOMPARE(server.connections(), 7); // said once is enough
    QCOMPARE(server.mails().size(), 1);
}

void TestMail::aRefusedLoginIsNotTriedAgain()
{
    SmtpServer server(options(Encryption::Tls, "PLAIN"));
    if (!server.problem().isEmpty())
        QSKIP(qPrintable(server.problem()));
    server.setPassword("changed");
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    const MailSettings settings = settingsFor(server, Security::Tls, true);
    mailer.use(settings, QString::fromLatin1(password));
    for (quint64 call = 1; call <= 3; ++call) {
        mailer.send(call, hello());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), int(call), patience);
        QCOMPARE(problemOf(ended, qsizetype(call) - 1), QStringLiteral("127.0.0.1 refused the login of ada (535). Check user name and password."));
    }
    QCOMPARE(server.connections(), 1); // or the account would be locked
    mailer.use(settings, QStringLiteral("changed"));
    mailer.send(4, hello());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 4, patience);
    QCOMPARE(problemOf(ended, 3), QString());
}

void TestMail::nothingIsSentBeforeThePasswordIsKnown()
{
    SmtpServer server(options(Encryption::None));
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.hold();
    mailer.send(1, hello());
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    QVERIFY(ended.isEmpty());
    mailer.use(settingsFor(server, Security::None, false), {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(problemOf(ended), QString());
}

void TestMail::aStormBecomesOneMail()
{
    SmtpServer server(options(Encryption::None));
    Mailer mailer(quick());
    QSignalSpy ended(&mailer, &Mailer::ended);
    QSignalSpy overflowed(&mailer, &Mailer::overflowed);
    mailer.use(settingsFor(server, Security::None, false), {});
    for (quint64 i = 0; i < 1'000; ++i)
        mailer.send(i, {i % 10 == 0 ? QStringLiteral("bo@example.org") : QString(), QStringLiteral("Storm %1").arg(i), QStringLiteral("text of %1").arg(i)});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1'000, patience);
    QCOMPARE(mailer.dropped(), 900);
    QCOMPARE(overflowed.size(), 900);
    const auto failed = std::count_if(ended.cbegin(), ended.cend(), [](const QList<QVariant> &one) { return !one.last().value<Result<void>>(); });
    QCOMPARE(failed, 900);
    QTRY_COMPARE_WITH_TIMEOUT(server.mails().size() >= 2, true, patience);
    QVERIFY2(server.mails().size() <= 10, qPrintable(QString::number(server.mails().size())));
    QHash<QByteArray, qsizetype> listed;
    for (const SmtpServer::Received &mail : server.mails())
        listed[mail.to.first()] += mail.body().count(QStringLiteral("text of "));
    QCOMPARE(listed.value("<bo@example.org>"), qsizetype(10));
    QCOMPARE(listed.value("<ada@example.org>"), qsizetype(90));
    QVERIFY2(server.mails().first().header("Subject").startsWith(QStringLiteral("Muster: 10 message")), qPrintable(server.mails().first().header("Subject")));
    QVERIFY(server.mails().first().body().contains(QStringLiteral("900 more did not fit and were dropped.")));
}

void TestMail::mailIsSeldom()
{
    SmtpServer server(options(Encryption::None));
    MailLimits limits = quick();
    limits.burst = 3;
    limits.refillMs = 1'500;
    Mailer mailer(limits);
    QSignalSpy ended(&mailer, &Mailer::ended);
    mailer.use(settingsFor(server, Security::None, false), {});
    for (int i = 0; i < 3; ++i) {
        mailer.send(quint64(i), hello());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), i + 1, patience);
    }
    QElapsedTimer since;
    since.start();
    for (int i = 3; i < 8; ++i) {
        mailer.send(quint64(i), hello());
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 8, patience);
    QVERIFY(server.mails().size() <= 5); // one when there was a token for it again, with all of them
    QVERIFY(server.mails().at(3).header("Subject").startsWith(QStringLiteral("Muster: ")));
    QVERIFY2(since.elapsed() > 200, qPrintable(QString::number(since.elapsed())));
}

void TestMail::settingsThatCannotWorkAreRefused_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *json, const char *sentence) { QTest::newRow(name) << QString::fromLatin1(json) << QString::fromUtf8(sentence); };
    row("fine", R"({"server":"mail.example.org","port":465,"security":"tls","user":"ada","sender":"a@b"})", "");
    row("without a login", R"({"server":"::1","port":25,"security":"none","sender":"a@b"})", "");
    row("a password in the clear", R"({"server":"mail","port":25,"security":"none","user":"ada","sender":"a@b"})",
        "A password is sent over an encrypted connection only. Choose TLS or STARTTLS, or leave the user name empty.");
    row("a line in the server", R"({"server":"mail\n","port":25,"security":"tls","sender":"a@b"})", "The mail server needs a name such as mail.example.org, without a port.");
    row("a path", R"({"server":"mail/x","port":25,"security":"tls","sender":"a@b"})", "The mail server needs a name such as mail.example.org, without a port.");
    row("port", R"({"server":"mail","port":0,"security":"tls","sender":"a@b"})", "The port of the mail server must be between 1 and 65535.");
    row("sender", R"({"server":"mail","port":465,"security":"tls","sender":""})", "The sender needs an address such as muster@example.org.");
    row("recipient", R"({"server":"mail","port":465,"security":"tls","sender":"a@b","recipient":"x"})",
        "The recipient needs an address such as ada@example.org, or at most 10 with commas between them.");
}

void TestMail::settingsThatCannotWorkAreRefused()
{
    QFETCH(QString, json);
    QFETCH(QString, sentence);
    const std::optional<MailSettings> settings = MailSettings::fromText(QString(json).replace(0, 1, QStringLiteral(R"({"mail":1,)")));
    QVERIFY(settings);
    const Result<void> valid = settings->validate();
    QCOMPARE(valid ? QString() : valid.error().text, sentence);
}

void TestMail::settingsAreKeptWithoutAPassword()
{
    MailSettings settings;
    settings.server = QStringLiteral("mail.example.org");
    settings.port = 587;
    settings.security = Security::StartTls;
    settings.user = QStringLiteral("ada");
    settings.sender = QStringLiteral("muster@example.org");
    settings.recipient = QStringLiteral("ada@example.org");
    settings.caFile = QStringLiteral("/ca.pem");
    QVERIFY(MailSettings::fromText(settings.toText()) == settings);
    QVERIFY(MailSettings::fromText(QString()) == MailSettings());
    QVERIFY(!MailSettings::fromText(QStringLiteral("rubbish")));
    QVERIFY(!MailSettings::fromText(settings.toText().replace(QStringLiteral("\"mail\":1"), QStringLiteral("\"mail\":2"))));
    QVERIFY(!MailSettings::fromText(settings.toText().replace(QStringLiteral("starttls"), QStringLiteral("magic"))));
}

void TestMail::anEndInTheMiddleIsQuiet()
{
    for (const char *const command : {"greeting", "EHLO", "MAIL", "."}) {
        SmtpServer server(options(Encryption::None));
        server.answer(command, {});
        Mailer mailer(quick());
        mailer.use(settingsFor(server, Security::None, false), {});
        mailer.send(1, hello());
        QTRY_COMPARE_WITH_TIMEOUT(server.connections(), 1, patience);
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
