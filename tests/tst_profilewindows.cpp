// The windows around device profiles: what is dropped, the editor, finding out what a port speaks, how one board is read.

#include "codec/bleprofile.h"
#include "codec/profilejson.h"
#include "core/connections.h"
#include "core/fleet.h"
#include "core/listening.h"
#include "ui/bleendpoint.h"
#include "ui/noticebar.h"
#include "ui/profiles/jsonedit.h"
#include "ui/profiles/probedialog.h"
#include "ui/profiles/profiledesk.h"
#include "ui/profiles/profileeditor.h"
#include "ui/profiles/profilepreview.h"
#include "ui/profiles/profilewords.h"
#include "ui/profiles/readingdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace muster;

namespace {

const QByteArray good = R"({"profile": 1, "name": "Kiln", "decoder": "keyvalue", "fields": [{"key": "t", "unit": "°C"}]})";

/// A window with nothing but its desk.
struct Desk
{
    QTemporaryDir folder {};
    QWidget window {};
    Fleet fleet {};
    Connections connections {};
    Wire wire {};
    Listening listening {};
    NoticeBar notices {&window};
    ProfileDesk desk {{fleet, connections, &wire, &listening, folder.filePath(QStringLiteral("profiles"))}, &notices, &window};
    codec::ProfileShelf shelf {folder.filePath(QStringLiteral("profiles"))};

    QString file(const char *name, const QByteArray &json) const
    {
        QFile file(folder.filePath(QLatin1StringView(name)));
        return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() ? file.fileName() : QString();
    }
    bool drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        return !desk.offer(data).isEmpty() && desk.accept(data);
    }
    QPushButton *verb() const { return notices.findChild<QPushButton *>(); }
};

QPushButton *button(const QWidget &parent, const char *text)
{
    for (auto *each : parent.findChildren<QPushButton *>()) {
        if (each->text().remove(u'&').startsWith(QLatin1StringView(text)))
            return each;
    }
    return nullptr;
}

bool noDialog()
{
    return !QApplication::activeModalWidget() && !QApplication::activePopupWidget();
}

} // namespace

class TestProfileWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void droppedProfileIsInstalled();
    void droppedFaultIsSaidWithItsPlace_data();
    void droppedFaultIsSaidWithItsPlace();
    void bluetoothProfileIsInstalledAndEdited();
    void sameIdIsAskedAbout();
    void otherThingsAreNotOurs();
    void faultIsMarkedWhileTyping();
    void everyShippedProfileReadsItsExamples_data();
    void everyShippedProfileReadsItsExamples();
    void previewTellsWhatAScriptFailsAt_data();
    void previewTellsWhatAScriptFailsAt();
    void previewReadsWhatIsGiven_data();
    void previewReadsWhatIsGiven();
    void previewListensToAConnection();
    void changedTextIsNotThrownAwayAtOnce();
    void probeProposesAndWritesNothing();
    void probeSaysWhyThereIsNothing_data();
    void probeSaysWhyThereIsNothing();
    void unknownFramesBecomeAProfile();
    void readingOfOneBoardIsKeptInTheUrl();
    void readingOfAConnectionIsItsOwn();
    void readingOverBluetoothIsKeptInTheUrl();
};

void TestProfileWindows::droppedProfileIsInstalled()
{
    Desk desk;
    QSignalSpy changed(&desk.desk, &ProfileDesk::changed);
    QVERIFY(desk.drop(desk.file("My Kiln.json", good)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toString(), QStringLiteral("my-kiln"));
    QCOMPARE(desk.shelf.find(QStringLiteral("my-kiln"))->name, QStringLiteral("Kiln"));
    QVERIFY(desk.notices.text().contains(QStringLiteral("Kiln")));
    QVERIFY(noDialog());
}

void TestProfileWindows::droppedFaultIsSaidWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("no JSON") << QByteArray("{\n\"profile\" 1}") << QStringLiteral("Line 2, column");
    QTest::newRow("unknown") << QByteArray("{\n\"profile\": 1, \"name\": \"x\",\n  \"fraiming\": {}}") << QStringLiteral("Line 3, column 3: “fraiming” is not known here. Did you mean “framing”?");
    QTest::newRow("markup") << QByteArray("{\"profile\": 1, \"name\": \"x\", \"<b>\": 1}") << QStringLiteral("“<b>”");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("Line 1, column 1");
    QTest::newRow("huge") << QByteArray(2 << 20, '[') << QStringLiteral("1024 KiB");
}

void TestProfileWindows::droppedFaultIsSaidWithItsPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    Desk desk;
    QVERIFY(desk.drop(desk.file("kiln.json", json)));
    QVERIFY2(desk.notices.text().contains(said), qPrintable(desk.notices.text()));
    QVERIFY(!desk.shelf.isInstalled(QStringLiteral("kiln")));
    QVERIFY(noDialog());
    QVERIFY(!desk.window.findChild<ProfileEditor *>());
    desk.verb()->click(); // and then only it is shown
    const auto *editor = desk.window.findChild<ProfileEditor *>();
    QVERIFY(editor);
    QCOMPARE(editor->problem().isEmpty(), false);
}

void TestProfileWindows::bluetoothProfileIsInstalledAndEdited()
{
    Desk desk;
    const QByteArray lamp = R"({"bleProfile": 1, "name": "Lamp", "match": {"names": ["Lamp*"]},
"characteristics": [{"service": "fff0", "characteristic": "fff1", "fields": [{"key": "glow"}]}]})";
    QByteArray wrong = lamp;
    wrong.replace("glow\"", "glow\", \"att\": 1");
    QVERIFY(desk.drop(desk.file("lamp.json", wrong)));
    QVERIFY2(desk.notices.text().contains(QStringLiteral("Line 2, column")), qPrintable(desk.notices.text()));
    QVERIFY(!desk.shelf.isInstalled(QStringLiteral("lamp")));
    QSignalSpy changed(&desk.desk, &ProfileDesk::changed);
    QVERIFY(desk.drop(desk.file("lamp.json", lamp)));
    QCOMPARE(changed.size(), 1);
    QVERIFY(desk.shelf.isBle(QStringLiteral("lamp")));
    QVERIFY2(desk.notices.text().contains(QStringLiteral("Bluetooth")), qPrintable(desk.notices.text()));

    ProfileEditor editor(desk.shelf, desk.connections, nullptr);
    for (const char *id : {"lamp", "bulb-triones", "fan-automation-io", "watch-infinitime"}) {
        editor.open(QLatin1StringView(id));
        QCOMPARE(editor.problem(), QString());
        QVERIFY(editor.findChild<QComboBox *>()->findData(QLatin1StringView(id)) >= 0);
        const QList<QTreeWidget *> trees = editor.findChildren<QTreeWidget *>();
        const bool told = std::any_of(trees.cbegin(), trees.cend(), [](const QTreeWidget *tree) { return tree->topLevelItemCount() >= 2; });
        QVERIFY(told); // whom it fits, and what is where
    }
    editor.open(QStringLiteral("lamp"));
    auto *text = editor.findChild<JsonEdit *>();
    text->setPlainText(QString::fromUtf8(wrong));
    QTRY_VERIFY(editor.problem().startsWith(QStringLiteral("Line 2, column")));
    QCOMPARE(text->toPlainText().mid(text->fault(), 5), QStringLiteral("\"att\""));
    for (QAction *action : editor.findChildren<QAction *>()) {
        if (action->text().contains(QStringLiteral("Bluetooth")))
            action->trigger();
    }
    QCOMPARE(editor.problem(), QString());
    QVERIFY(codec::isBleProfile(editor.json()));
    QVERIFY(noDialog());
}

void TestProfileWindows::sameIdIsAskedAbout()
{
    Desk desk;
    QSignalSpy changed(&desk.desk, &ProfileDesk::changed);
    QVERIFY(desk.drop(desk.file("kiln.json", good)));
    QVERIFY(desk.drop(desk.file("kiln.json", good)));
    QCOMPARE(changed.size(), 1); // just the same
    QVERIFY(desk.verb()->isHidden());
    QByteArray other = good;
    other.replace("Kiln", "Oven");
    QVERIFY(desk.drop(desk.file("kiln.json", other)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.shelf.find(QStringLiteral("kiln"))->name, QStringLiteral("Kiln"));
    QVERIFY(!desk.verb()->isHidden());
    desk.verb()->click();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(desk.shelf.find(QStringLiteral("kiln"))->name, QStringLiteral("Oven"));
    QVERIFY(desk.drop(desk.file("gps-nmea.json", good))); // one that comes with Muster
    QVERIFY(!desk.shelf.isInstalled(QStringLiteral("gps-nmea")));
    desk.verb()->click();
    QVERIFY(desk.shelf.isInstalled(QStringLiteral("gps-nmea")));
    QVERIFY(noDialog());
}

void TestProfileWindows::otherThingsAreNotOurs()
{
    Desk desk;
    QVERIFY(!desk.drop(desk.file("picture.png", good)));
    QMimeData text;
    text.setText(QStringLiteral("hello.json"));
    QVERIFY(desk.desk.offer(text).isEmpty());
}

void TestProfileWindows::faultIsMarkedWhileTyping()
{
    Desk desk;
    ProfileEditor editor(desk.shelf, desk.connections, nullptr);
    auto *text = editor.findChild<JsonEdit *>();
    text->setPlainText(QStringLiteral("{\n    \"profile\": 1,\n    \"name\": \"ä\",\n    \"framng\": 3\n}"));
    QTRY_VERIFY(editor.problem().startsWith(QStringLiteral("Line 4, column 5:")));
    QCOMPARE(text->toPlainText().mid(text->fault(), 8), QStringLiteral("\"framng\""));
    QVERIFY(!button(editor, "Install")->isEnabled());
    text->goToFault();
    QCOMPARE(text->textCursor().blockNumber(), 3);
    text->setPlainText(QString::fromUtf8(good));
    QTRY_COMPARE(editor.problem(), QString());
    QCOMPARE(text->fault(), -1);
    editor.findChild<QLineEdit *>()->setText(QStringLiteral("Not An Id"));
    Q_EMIT editor.findChild<QLineEdit *>()->textEdited({});
    QVERIFY(!button(editor, "Install")->isEnabled());
    editor.findChild<QLineEdit *>()->setText(QStringLiteral("kiln"));
    Q_EMIT editor.findChild<QLineEdit *>()->textEdited({});
    QSignalSpy installed(&editor, &ProfileEditor::installed);
    button(editor, "Install")->click();
    QCOMPARE(installed.size(), 1);
    QVERIFY(desk.shelf.isInstalled(QStringLiteral("kiln")));
    button(editor, "Remove")->click();
    QVERIFY(!desk.shelf.isInstalled(QStringLiteral("kiln")));
}

void TestProfileWindows::everyShippedProfileReadsItsExamples_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : codec::ProfileShelf().ids())
        QTest::newRow(qPrintable(id)) << id;
}

void TestProfileWindows::everyShippedProfileReadsItsExamples()
{
    QFETCH(QString, id);
    Desk desk;
    ProfileEditor editor(desk.shelf, desk.connections, nullptr);
    editor.open(id);
    QCOMPARE(editor.problem(), QString());
    const auto trees = editor.findChildren<QTreeWidget *>();
    QCOMPARE(trees.size(), 2);
    if (desk.shelf.find(id)->script.isEmpty())
        QCOMPARE(codec::failedExamples(*desk.shelf.find(id)), QStringList());
    for (const auto *tree : trees)
        QTRY_VERIFY_WITH_TIMEOUT(tree->topLevelItemCount() > 0, 60'000);
    const auto labels = editor.findChildren<QLabel *>();
    const auto isTold = [&labels] { return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(QStringLiteral("give what they should")); }); };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 60'000);
}

void TestProfileWindows::previewTellsWhatAScriptFailsAt_data()
{
    QTest::addColumn<QByteArray>("script"); ///< a JSON text
    QTest::addColumn<QString>("told");
    QTest::newRow("no JavaScript") << QByteArray(R"("function decode(b) {\n  return {{ }\n}")") << QStringLiteral("Line 2: SyntaxError");
    QTest::newRow("throws") << QByteArray(R"("function decode(b) {\n\n  return { t: tt }\n}")") << QStringLiteral("Line 3: ReferenceError: tt is not defined");
    QTest::newRow("loops") << QByteArray(R"("function decode(b) { for (;;); }")") << QStringLiteral("took longer than 1000 ms");
}

void TestProfileWindows::previewTellsWhatAScriptFailsAt()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, told);
    Desk desk;
    ProfileEditor editor(desk.shelf, desk.connections, nullptr);
    editor.openText(QStringLiteral("x"), R"({"profile": 1, "name": "x", "decoder": "script", "script": )" + script + '}');
    QCOMPARE(editor.problem(), QString());
    editor.tryOn("first\nsecond\n");
    const auto labels = editor.findChildren<QLabel *>();
    QTRY_VERIFY_WITH_TIMEOUT(std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().contains(told); }), 60'000);
}

void TestProfileWindows::previewReadsWhatIsGiven_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("value");
    QTest::newRow("text") << QByteArray("t=1\nt=21.5\n") << QStringLiteral("21.5");
    QTest::newRow("with noise") << QByteArray("\x01\xFF\nt=1\nt=21.5\n") << QStringLiteral("21.5");
    QTest::newRow("more than is kept") << QByteArray(ProfilePreview::mostBytes, 'x') + "\nt=1\nt=3\n" << QStringLiteral("3");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("–");
}

void TestProfileWindows::previewReadsWhatIsGiven()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, value);
    Desk desk;
    ProfilePreview preview(desk.connections, nullptr);
    const auto profile = *codec::readProfile(good);
    preview.setProfile(&profile);
    preview.setBytes(bytes);
    const auto *values = preview.findChild<QTreeWidget *>();
    QTRY_VERIFY2(values->topLevelItemCount() == 1 && values->topLevelItem(0)->text(1).contains(value), qPrintable(values->topLevelItemCount() > 0 ? values->topLevelItem(0)->text(1) : QString()));
    preview.setProfile(nullptr);
    QCOMPARE(values->topLevelItemCount(), 0);
}

void TestProfileWindows::previewListensToAConnection()
{
    Desk desk;
    const ConnectionId id = desk.connections.add({.url = QUrl(QStringLiteral("serial:///dev/x"))});
    QSignalSpy taps(&desk.wire, &Wire::tapRequested);
    {
        ProfilePreview preview(desk.connections, &desk.wire);
        const auto profile = *codec::readProfile(good);
        preview.setProfile(&profile);
        auto *sources = preview.findChild<QComboBox *>();
        sources->setCurrentIndex(sources->count() - 1);
        QCOMPARE(taps.size(), 1);
        desk.wire.take({{{1, id, false, {}, "t=1\nt=4\n", false}, {1, id, true, {}, "t=9\n", false}, {1, {99}, false, {}, "t=8\n", false}}, 8, 0});
        QCOMPARE(preview.bytes(), QByteArray("t=1\nt=4\n"));
        const auto *values = preview.findChild<QTreeWidget *>();
        QTRY_VERIFY(values->topLevelItemCount() == 1 && values->topLevelItem(0)->text(1).startsWith(u'4'));
    }
    QCOMPARE(taps.size(), 2); // and lets go of it
}

void TestProfileWindows::changedTextIsNotThrownAwayAtOnce()
{
    Desk desk;
    ProfileEditor editor(desk.shelf, desk.connections, nullptr);
    auto *list = editor.findChild<QComboBox *>();
    editor.open(list->itemData(0).toString());
    auto *text = editor.findChild<JsonEdit *>();
    text->appendPlainText(QStringLiteral(" "));
    const QString changed = text->toPlainText();
    list->setCurrentIndex(1);
    Q_EMIT list->activated(1);
    QCOMPARE(text->toPlainText(), changed);
    QCOMPARE(list->currentIndex(), 0);
    list->setCurrentIndex(1);
    Q_EMIT list->activated(1);
    QVERIFY(text->toPlainText() != changed);
    text->appendPlainText(QStringLiteral(" "));
    editor.show();
    QVERIFY(!editor.close());
    QVERIFY(editor.close());
}

void TestProfileWindows::probeProposesAndWritesNothing()
{
    Desk desk;
    QList<ListenOrder> orders;
    QList<quint64> stops;
    connect(&desk.listening, &Listening::wanted, this, [&](const ListenOrder &order) { orders.append(order); });
    connect(&desk.listening, &Listening::stopWanted, this, [&](quint64 id) { stops.append(id); });
    QList<QPair<int, QString>> chosen;
    desk.desk.probe(QUrl(QStringLiteral("serial:///dev/x")), QStringLiteral("Board"), nullptr, [&](int baud, const QString &profile) { chosen.append({baud, profile}); });
    auto *dialog = desk.window.findChild<ProbeDialog *>();
    QVERIFY(dialog);
    QCOMPARE(orders.size(), 1);
    QCOMPARE(orders[0].wake, QByteArray());
    QVERIFY(!button(*dialog, "Use")->isEnabled());
    desk.listening.take(orders[0].id, 115'200, QByteArray(400, '\xFE'));
    QByteArray lines;
    for (int i = 0; i < 40; ++i)
        lines += "t=21.5 h:40\n";
    desk.listening.take(orders[0].id, 9'600, lines);
    QCOMPARE(stops, QList<quint64> {orders[0].id}); // sure enough
    desk.listening.end(orders[0].id, failure(Error::Code::Cancelled, {}));
    const auto *list = dialog->findChild<QTreeWidget *>();
    QVERIFY(list->topLevelItemCount() >= 1);
    QVERIFY2(list->topLevelItem(0)->text(3).contains(QStringLiteral("t = 21.5")), qPrintable(list->topLevelItem(0)->text(3)));
    QVERIFY(list->topLevelItem(0)->text(1).contains(QStringLiteral("9600")));

    dialog->findChild<QCheckBox *>()->setChecked(true);
    button(*dialog, "Listen")->click();
    QCOMPARE(orders.size(), 2);
    QCOMPARE(orders[1].wake, QByteArray("\r\n"));
    desk.listening.take(orders[0].id, 9'600, lines); // of the one before
    QCOMPARE(list->topLevelItemCount(), 0);
    desk.listening.take(orders[1].id, 9'600, lines);
    desk.listening.end(orders[1].id, {});
    button(*dialog, "Use")->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0].first, 9'600);
    QCOMPARE(chosen[0].second, QStringLiteral("auto"));
}

void TestProfileWindows::probeSaysWhyThereIsNothing_data()
{
    QTest::addColumn<QByteArray>("heard");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("said");
    QTest::newRow("silence") << QByteArray() << QString() << QStringLiteral("said nothing at any rate");
    QTest::newRow("noise") << QByteArray("\xFE\x81\xFE") << QString() << QStringLiteral("nothing Muster knows");
    QTest::newRow("no port") << QByteArray() << QStringLiteral("There is no port X.") << QStringLiteral("There is no port X.");
}

void TestProfileWindows::probeSaysWhyThereIsNothing()
{
    QFETCH(QByteArray, heard);
    QFETCH(QString, error);
    QFETCH(QString, said);
    Desk desk;
    quint64 order = 0;
    connect(&desk.listening, &Listening::wanted, this, [&](const ListenOrder &wanted) { order = wanted.id; });
    ProbeDialog dialog(desk.listening, desk.shelf, QUrl(QStringLiteral("serial:///dev/x")), QStringLiteral("<b>Board"));
    desk.listening.take(order, 9'600, heard);
    if (error.isEmpty())
        desk.listening.end(order, {});
    else
        desk.listening.end(order, failure(Error::Code::NotFound, error));
    QVERIFY2(dialog.findChild<QLabel *>()->text().contains(said), qPrintable(dialog.findChild<QLabel *>()->text()));
    QVERIFY(button(dialog, "Listen")->isEnabled());
}

void TestProfileWindows::unknownFramesBecomeAProfile()
{
    Desk desk;
    quint64 order = 0;
    connect(&desk.listening, &Listening::wanted, this, [&](const ListenOrder &wanted) { order = wanted.id; });
    QString chosen;
    desk.desk.probe(QUrl(QStringLiteral("serial:///dev/x")), QStringLiteral("Board"), nullptr, [&](int, const QString &profile) { chosen = profile; });
    QByteArray frames;
    for (int i = 0; i < 40; ++i)
        frames += "<" + QByteArray::number(i) + ",2,3>";
    desk.listening.take(order, 9'600, frames);
    desk.listening.end(order, {});
    auto *dialog = desk.window.findChild<ProbeDialog *>();
    QVERIFY(!dialog->guesses().isEmpty());
    QSignalSpy changed(&desk.desk, &ProfileDesk::changed);
    button(*dialog, "Use")->click();
    QCOMPARE(changed.size(), 1);
    QVERIFY2(desk.shelf.isInstalled(chosen), qPrintable(chosen));
    QCOMPARE(desk.shelf.find(chosen)->framing.kind, codec::Framing::Kind::Marks);
}

void TestProfileWindows::readingOfOneBoardIsKeptInTheUrl()
{
    Desk desk;
    desk.connections.setProfiles({{QStringLiteral("gps-nmea"), QStringLiteral("GPS"), {}}});
    const QUrl before(QStringLiteral("serial:auto?baud=9600&board=0403:6001:A2,4800,"));
    const ConnectionId id = desk.connections.add({.url = before});
    const auto set = [&](const QString &identity, int baud, const QString &profile) {
        ReadingDialog dialog(desk.connections, id, identity, QStringLiteral("Board"));
        dialog.take(baud, profile);
        dialog.accept();
    };
    const QString odd = QStringLiteral("0403:6010:a,b&c+d#1");
    set(odd, 57'600, QStringLiteral("gps-nmea"));
    const QUrl url = desk.connections.find(id)->url;
    QCOMPARE(boardReading(url, odd), (BoardReading {57'600, QStringLiteral("gps-nmea")}));
    QCOMPARE(boardReading(QUrl(url.toString(QUrl::FullyEncoded)), odd), (BoardReading {57'600, QStringLiteral("gps-nmea")}));
    QCOMPARE(boardReading(url, QStringLiteral("0403:6001:A2")), (BoardReading {4'800, QString()}));
    QVERIFY(url.query().contains(QStringLiteral("baud=9600")));
    set(odd, 0, QString());
    QCOMPARE(desk.connections.find(id)->url, before);
}

void TestProfileWindows::readingOfAConnectionIsItsOwn()
{
    Desk desk;
    desk.connections.setProfiles({{QStringLiteral("gps-nmea"), QStringLiteral("GPS"), {}}});
    const ConnectionId id = desk.connections.add({.url = QUrl(QStringLiteral("serial:///dev/ttyUSB0?parity=even"))});
    ReadingDialog dialog(desk.connections, id, QStringLiteral("/dev/ttyUSB0"), QStringLiteral("Board"));
    QCOMPARE(dialog.port(), QUrl(QStringLiteral("serial:///dev/ttyUSB0")));
    dialog.take(9'600, QStringLiteral("gps-nmea"));
    dialog.accept();
    QCOMPARE(desk.connections.find(id)->url, QUrl(QStringLiteral("serial:///dev/ttyUSB0?baud=9600&parity=even&profile=gps-nmea")));
}

void TestProfileWindows::readingOverBluetoothIsKeptInTheUrl()
{
    Desk desk;
    desk.connections.setProfiles({{QStringLiteral("gps-nmea"), QStringLiteral("GPS"), {}}});
    const ConnectionId id = desk.connections.add({.url = QUrl(QStringLiteral("ble://?nameless=1"))});
    Device board;
    board.id = {4};
    board.connection = id;
    board.link = QStringLiteral("ble");
    board.addresses = {QStringLiteral("mac:E1:02"), QStringLiteral("ble:E1:02")};
    desk.fleet.announce({board});
    QVERIFY(!desk.desk.canRead(board.id)); // nobody knows yet whether it has a line
    CommandInfo send;
    send.key = QStringLiteral("send");
    board.commands = {send};
    desk.fleet.announce({board});
    QVERIFY(desk.desk.canRead(board.id));
    desk.desk.read(board.id);
    auto *dialog = desk.window.findChild<ReadingDialog *>();
    QVERIFY(dialog);
    QVERIFY(!button(*dialog, "Find out")->isVisible());
    dialog->take(0, QStringLiteral("gps-nmea"));
    dialog->accept();
    QCOMPARE(desk.connections.find(id)->url, QUrl(QStringLiteral("ble://?nameless=1&board=E1:02,gps-nmea")));
    QCOMPARE(bleReading(desk.connections.find(id)->url, QStringLiteral("E1:02")), QStringLiteral("gps-nmea"));
    QCOMPARE(withBleReading(desk.connections.find(id)->url, QStringLiteral("E1:02"), QStringLiteral("auto")), QUrl(QStringLiteral("ble://?nameless=1")));
}

QTEST_MAIN(TestProfileWindows)
#include "tst_profilewindows.moc"
