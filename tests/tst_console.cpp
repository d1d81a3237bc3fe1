#include "core/connections.h"
#include "core/wire.h"
#include "ui/console/consoledesk.h"
#include "ui/console/consolelog.h"
#include "ui/console/consoleview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace muster;

namespace {

constexpr ConnectionId road {3};

WireChunk chunk(const QByteArray &bytes, Micros time = 1'000'000, bool outgoing = false, const QString &where = QStringLiteral("ttyUSB0"))
{
    return {time, road, outgoing, where, bytes};
}

template<class T>
T *named(const QWidget &widget, const char *accessibleName)
{
    for (auto *child : widget.findChildren<T *>())
        if (child->accessibleName() == QLatin1String(accessibleName))
            return child;
    return nullptr;
}

QString shown(const QWidget &console)
{
    return console.findChild<QPlainTextEdit *>()->toPlainText();
}

void send(Wire &wire, const QList<WireChunk> &chunks, quint64 dropped = 0)
{
    WireBatch batch;
    batch.chunks = chunks;
    batch.dropped = dropped;
    wire.take(batch);
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesBecomeLines_data();
    void bytesBecomeLines();
    void logIsBounded();
    void bytesReadAs_data();
    void bytesReadAs();
    void hexIsRead();
    void listensAsLongAsItLives();
    void showsBothDirections();
    void growingLineIsOneLine_data();
    void growingLineIsOneLine();
    void pauseHoldsTheViewAlone();
    void findsAndWrapsAround();
    void sendsWithHistoryAndLineEnding();
    void messagesAreSentWithoutLineEnding();
    void refusalIsSaid();
    void savesWhatIsKept();
    void floodIsBounded();
    void deskKeepsOneWindowPerConnection();
};

void TestConsole::bytesBecomeLines_data()
{
    QTest::addColumn<QList<WireChunk>>("chunks");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("one line in pieces") << QList {chunk("t="), chunk("21", 1'010'000), chunk(".5\r\n", 1'020'000)} << QByteArrayList {"t=21.5\r\n"};
    QTest::newRow("several in one piece") << QList {chunk("a\nb\nc")} << QByteArrayList {"a\n", "b\n", "c"};
    QTest::newRow("a pause") << QList {chunk("login: "), chunk("welcome", 2'000'000)} << QByteArrayList {"login: ", "welcome"};
    QTest::newRow("the other way") << QList {chunk("> "), chunk("led 1\n", 1'000'001, true), chunk("ok\n", 1'000'002)} << QByteArrayList {"> ", "led 1\n", "ok\n"};
    QTest::newRow("another port") << QList {chunk("a"), chunk("b", 1'000'001, false, QStringLiteral("ttyUSB1"))} << QByteArrayList {"a", "b"};
    QTest::newRow("endless") << QList {chunk(QByteArray(ConsoleLog::maxLine + 5, 'x'))} << QByteArrayList {QByteArray(ConsoleLog::maxLine, 'x'), "xxxxx"};
    WireChunk message = chunk("on");
    message.whole = true;
    QTest::newRow("messages") << QList {message, message} << QByteArrayList {"on", "on"};
    QTest::newRow("nothing") << QList {chunk("")} << QByteArrayList {};
}

void TestConsole::bytesBecomeLines()
{
    QFETCH(QList<WireChunk>, chunks);
    QFETCH(QByteArrayList, lines);
    ConsoleLog log;
    for (const WireChunk &piece : chunks)
        log.add(piece);
    QByteArrayList found;
    for (const ConsoleLine &line : log.lines())
        found.append(line.bytes);
    QCOMPARE(found, lines);
}

void TestConsole::logIsBounded()
{
    ConsoleLog log;
    for (int i = 0; i < 30'000; ++i)
        log.add(chunk("x\n", i));
    QCOMPARE(qsizetype(log.lines().size()), ConsoleLog::maxLines);
    QCOMPARE(log.droppedLines(), 10'000u);
    QCOMPARE(log.first(), 10'000u);
    qsizetype bytes = 0;
    for (int i = 0; i < 10'000; ++i)
        log.add(chunk(QByteArray(ConsoleLog::maxLine, 'y'), i));
    for (const ConsoleLine &line : log.lines())
        bytes += line.bytes.size();
    QVERIFY(bytes <= ConsoleLog::maxBytes + ConsoleLog::maxLine);
    for (int i = 0; i < 1'000; ++i)
        log.add(chunk("z\n", i, false, QString::number(i)));
    QCOMPARE(log.places().size(), ConsoleLog::maxPlaces);
    log.clear();
    QVERIFY(log.lines().empty());
    QCOMPARE(log.droppedLines(), 0u);
}

void TestConsole::bytesReadAs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("t=21.5 \xC2\xB0""C\r\n") << QStringLiteral("t=21.5 °C");
    QTest::newRow("controls") << QByteArray("\x1B[31m\x00\x7F\t", 8) << QStringLiteral("\\x1b[31m\\x00\\x7f\t");
    QTest::newRow("no UTF-8") << QByteArray("\xFF\xC3(\xE2\x82") << QStringLiteral("\\xff\\xc3(\\xe2\\x82");
    QTest::newRow("direction marks") << QByteArray("a\xE2\x80\xAE""b") << QStringLiteral("a\\xe2\\x80\\xaeb");
    QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x8C\xA1") << QString::fromUtf8("\xF0\x9F\x8C\xA1");
}

void TestConsole::bytesReadAs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(consoleText(bytes), text);
}

void TestConsole::hexIsRead()
{
    QCOMPARE(consoleHex(QByteArray("t=1\n")), QStringList {QStringLiteral("74 3D 31 0A") + QString(38, u' ') + QStringLiteral("t=1.")});
    QCOMPARE(consoleHex(QByteArray(17, 'a')).size(), 2);
    QCOMPARE(bytesFromHex(QStringLiteral("01 ff,0x0D")).value_or(QByteArray()), QByteArray("\x01\xFF\x0D"));
    QVERIFY(!bytesFromHex(QStringLiteral("1")));
    QVERIFY(!bytesFromHex(QStringLiteral("zz")));
    QVERIFY(!bytesFromHex(QString::fromUtf8("ää")));
}

void TestConsole::listensAsLongAsItLives()
{
    Wire wire;
    QSignalSpy tap(&wire, &Wire::tapRequested);
    {
        const ConsoleView console(wire, road);
        QCOMPARE(tap.size(), 1);
        QVERIFY(tap.last().at(1).toBool());
    }
    QCOMPARE(tap.size(), 2);
    QVERIFY(!tap.last().at(1).toBool());
}

void TestConsole::showsBothDirections()
{
    Wire wire;
    ConsoleView console(wire, road);
    console.findChild<QCheckBox *>()->setChecked(false);
    WireChunk foreign = chunk("not ours\n");
    foreign.connection = {99};
    send(wire, {chunk("t=1\n"), chunk("led 1\n", 1, true), foreign});
    QTRY_COMPARE(shown(console), QStringLiteral("← t=1\n→ led 1"));
    send(wire, {chunk("t=2\n", 5, false, QStringLiteral("ttyUSB1"))});
    QTRY_VERIFY(shown(console).endsWith(QStringLiteral("← ttyUSB1  t=2")));
    console.findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(shown(console).section(u'\n', 0, 0).contains(QStringLiteral(":01.000 ")));
    named<QComboBox>(console, "How bytes are shown")->setCurrentIndex(1);
    QVERIFY(shown(console).contains(QStringLiteral("74 3D 31 0A")));
}

void TestConsole::growingLineIsOneLine_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("text") << 0;
    QTest::newRow("hexadecimal") << 1;
}

void TestConsole::growingLineIsOneLine()
{
    QFETCH(int, form);
    Wire wire;
    ConsoleView console(wire, road);
    named<QComboBox>(console, "How bytes are shown")->setCurrentIndex(form);
    send(wire, {chunk("first\n", 1'000'000)});
    for (int i = 0; i < 6; ++i) {
        send(wire, {chunk("abcdefgh", 1'000'000 + i)});
        QTest::qWait(ConsoleView::refreshMs + 20);
    }
    send(wire, {chunk("end\nnext\n", 1'000'010)});
    QTRY_VERIFY(shown(console).contains(form ? QStringLiteral("next") : QStringLiteral("next")));
    QCOMPARE(shown(console) + u'\n', console.text());
}

void TestConsole::pauseHoldsTheViewAlone()
{
    Wire wire;
    ConsoleView console(wire, road);
    send(wire, {chunk("a\n")});
    QTRY_VERIFY(shown(console).contains(u'a'));
    named<QToolButton>(console, "Pause the view")->setChecked(true);
    send(wire, {chunk("b\n", 2)});
    QTest::qWait(2 * ConsoleView::refreshMs);
    QVERIFY(!shown(console).contains(u'b'));
    QVERIFY(console.text().contains(u'b'));
    named<QToolButton>(console, "Pause the view")->setChecked(false);
    QVERIFY(shown(console).contains(u'b'));
}

void TestConsole::findsAndWrapsAround()
{
    Wire wire;
    ConsoleView console(wire, road);
    console.show();
    send(wire, {chunk("one\ntwo\nthree\ntwo\n")});
    QTRY_VERIFY(shown(console).contains(QStringLiteral("three")));
    auto *find = named<QLineEdit>(console, "Find in the console");
    auto *text = console.findChild<QPlainTextEdit *>();
    QTest::keyClicks(find, QStringLiteral("two"));
    QCOMPARE(text->textCursor().selectedText(), QStringLiteral("two"));
    const int first = text->textCursor().blockNumber();
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(text->textCursor().blockNumber() != first);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(text->textCursor().blockNumber(), first);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(text->textCursor().blockNumber() != first);
    QTest::keyClicks(find, QStringLiteral("zzz"));
    bool isSaid = false;
    for (auto *label : console.findChildren<QLabel *>())
        isSaid |= label->text().contains(QStringLiteral("nowhere"));
    QVERIFY(isSaid);
}

void TestConsole::sendsWithHistoryAndLineEnding()
{
    Wire wire;
    QSignalSpy written(&wire, &Wire::writeRequested);
    ConsoleView console(wire, road);
    console.show();
    auto *line = named<QLineEdit>(console, "Line to send");
    auto *ending = named<QComboBox>(console, "How the line ends");
    const auto say = [&](const char *text, int how) {
        ending->setCurrentIndex(how);
        line->clear();
        QTest::keyClicks(line, QLatin1String(text));
        QTest::keyClick(line, Qt::Key_Return);
        return written.isEmpty() ? QByteArray() : written.last().at(2).toByteArray();
    };
    QCOMPARE(say("led 1", 0), QByteArray("led 1\n"));
    QCOMPARE(say("led 0", 1), QByteArray("led 0\r\n"));
    QCOMPARE(say("x", 2), QByteArray("x\r"));
    QCOMPARE(say("y", 3), QByteArray("y"));
    QCOMPARE(say("01 ff", 4), QByteArray("\x01\xFF"));
    QCOMPARE(written.size(), 5);
    say("nonsense", 4);
    QCOMPARE(written.size(), 5); // what is wrong stays to be mended
    QCOMPARE(line->text(), QStringLiteral("nonsense"));
    line->clear();
    QTest::keyClicks(line, QStringLiteral("half"));
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(line->text(), QStringLiteral("01 ff"));
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(line->text(), QStringLiteral("led 1"));
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(line->text(), QStringLiteral("half"));
}

void TestConsole::messagesAreSentWithoutLineEnding()
{
    Wire wire;
    QSignalSpy written(&wire, &Wire::writeRequested);
    ConsoleView console(wire, road);
    console.show();
    WireChunk one = chunk("on", 1, false, QStringLiteral("home/plug/state"));
    WireChunk two = chunk("off", 2, false, QStringLiteral("home/lamp/state"));
    one.whole = two.whole = true;
    send(wire, {one, two});
    auto *where = named<QComboBox>(console, "Where to send it");
    QTRY_VERIFY(where->isVisible());
    where->setEditText(QStringLiteral("home/plug/set"));
    QTest::keyClicks(named<QLineEdit>(console, "Line to send"), QStringLiteral("ON"));
    QTest::keyClick(named<QLineEdit>(console, "Line to send"), Qt::Key_Return);
    QCOMPARE(written.size(), 1);
    QCOMPARE(written[0].at(1).toString(), QStringLiteral("home/plug/set"));
    QCOMPARE(written[0].at(2).toByteArray(), QByteArray("ON"));
}

void TestConsole::refusalIsSaid()
{
    Wire wire;
    ConsoleView console(wire, road);
    wire.refuse({99}, {Error::Code::Io, QStringLiteral("somebody else's")});
    wire.refuse(road, {Error::Code::Io, QStringLiteral("<b>closed</b>")});
    QStringList said;
    for (auto *label : console.findChildren<QLabel *>()) {
        said.append(label->text());
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(said.contains(QStringLiteral("<b>closed</b>")));
}

void TestConsole::savesWhatIsKept()
{
    QTemporaryDir folder;
    Wire wire;
    ConsoleView console(wire, road);
    QList<WireChunk> chunks;
    for (int i = 0; i < ConsoleView::mostShown + 10; ++i)
        chunks.append(chunk(QByteArray::number(i) + '\n', i));
    send(wire, chunks);
    const QString path = folder.filePath(QStringLiteral("console.txt"));
    console.saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), ConsoleView::mostShown + 10);
    QVERIFY(text.contains("← 0\n"));
    console.saveTo(QStringLiteral("/nonexistent/console.txt"));
    bool isSaid = false;
    for (auto *label : console.findChildren<QLabel *>())
        isSaid |= label->text().contains(QStringLiteral("/nonexistent/console.txt"));
    QVERIFY(isSaid);
}

void TestConsole::floodIsBounded()
{
    Wire wire;
    ConsoleView console(wire, road);
    QByteArray noise(256 * 1024, '\0');
    for (qsizetype i = 0; i < noise.size(); ++i)
        noise[i] = char(i * 131 + i / 251);
    for (int i = 0; i < 40; ++i)
        send(wire, {chunk(noise, i)}, 1'000);
    QTRY_VERIFY(!shown(console).isEmpty());
    QVERIFY(console.findChild<QPlainTextEdit *>()->blockCount() <= ConsoleView::mostShown);
    bool isSaid = false;
    for (auto *label : console.findChildren<QLabel *>())
        isSaid |= label->text().contains(QStringLiteral("dropped")) && label->text().contains(QStringLiteral("too fast"));
    QVERIFY(isSaid);
}

void TestConsole::deskKeepsOneWindowPerConnection()
{
    Connections connections;
    const ConnectionId id = connections.add({.name = QStringLiteral("Bench"), .url = QUrl(QStringLiteral("serial:auto"))});
    Wire wire;
    QSignalSpy tap(&wire, &Wire::tapRequested);
    QWidget window;
    ConsoleDesk desk(connections, &wire, &window);
    desk.open(id);
    desk.open(id);
    desk.open({77});
    QCOMPARE(window.findChildren<ConsoleView *>().size(), 1);
    QVERIFY(window.findChild<ConsoleView *>()->windowTitle().contains(QStringLiteral("Bench")));
    connections.remove(id);
    QTRY_VERIFY(window.findChildren<ConsoleView *>().isEmpty());
    QCOMPARE(tap.size(), 2);
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
