// The windows for exporting, importing and the history's settings, over a real store.

#include "core/archive.h"
#include "core/fleet.h"
#include "core/past.h"
#include "core/recordingrules.h"
#include "store/exchange/dataexport.h"
#include "store/history/history.h"
#include "ui/archive/dataexportdialog.h"
#include "ui/archive/historypage.h"
#include "ui/archive/importdialog.h"
#include "ui/models/metricchoice.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;

namespace {

Device device(quint32 id, const char *name, std::initializer_list<const char *> keys)
{
    Device made;
    made.id = {id};
    made.addresses = {QStringLiteral("mqtt:%1").arg(id)};
    made.name = QLatin1StringView(name);
    quint32 n = 0;
    for (const char *key : keys) {
        Metric metric;
        metric.id = {id * 10 + n++};
        metric.key = QLatin1StringView(key);
        made.metrics.append(metric);
    }
    return made;
}

} // namespace

class TestArchiveWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesWholeDevicesAndSingleMetrics();
    void exportsWhatIsChecked();
    void saysWhatIsInTheWay();
    void previewsATableAsItWillBeRead();
    void aTableWithoutTimesAsksForThem();
    void rulesAreReadAndShown();
    void rulesSurviveBeingStored();
    void choosesWhatIsRecorded();
    void everyControlHasAName();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Fleet> m_fleet;
    Archive m_archive;
    Past m_past;
};

void TestArchiveWindows::init()
{
    m_fleet = std::make_unique<Fleet>();
    m_fleet->announce({device(1, "Pump", {"pressure", "flow"}), device(2, "Door", {"open"}), device(3, "Stranger", {"x"})});
    m_fleet->adopt({{1}, {2}});
    m_past.setRecording(true);
}

void TestArchiveWindows::choosesWholeDevicesAndSingleMetrics()
{
    MetricChoice model(*m_fleet, {{1}});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&model, &MetricChoice::chosenChanged);
    QCOMPARE(model.chosen(), (QList<MetricId> {{10}, {11}}));
    const QModelIndex pump = model.index(1, 0);
    QCOMPARE(pump.data().toString(), QStringLiteral("Pump"));
    QVERIFY(model.setData(model.index(0, 0, pump), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(pump.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), (QList<MetricId> {{20}, {11}}));
    QCOMPARE(changed.size(), 2);
}

void TestArchiveWindows::exportsWhatIsChecked()
{
    History history;
    QVERIFY(history.open(m_dir.filePath(QStringLiteral("history.db"))));
    const Micros now = nowMicros();
    history.take({{{now - 60'000'000, 3.5, {10}, 0, 0}, {now - 50'000'000, 1, {20}, 0, 0}, {now - 9'000'000'000, 9, {10}, 0, 0}}, {}});
    DataExport exporter(&history);
    connect(&m_archive, &Archive::exportAsked, &exporter, &DataExport::start, Qt::QueuedConnection);
    connect(&exporter, &DataExport::finished, &m_archive, &Archive::finish);
    auto *dialog = new DataExportDialog(*m_fleet, m_archive, m_past, {{1}});
    dialog->findChild<QComboBox *>(QStringLiteral("rangePreset"))->setCurrentIndex(0);
    const QString path = m_dir.filePath(QStringLiteral("out.csv"));
    dialog->setPath(path);
    dialog->show();
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).contains(",Pump,pressure,,3.5"));
    dialog->reject();
}

void TestArchiveWindows::saysWhatIsInTheWay()
{
    DataExportDialog dialog(*m_fleet, m_archive, m_past, {{1}});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("exportButton"));
    QVERIFY(button->isEnabled());
    dialog.setPath({});
    QVERIFY(!button->isEnabled());
    dialog.findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(3);
    dialog.setPath(m_dir.filePath(QStringLiteral("x.sqlite")));
    QCOMPARE(dialog.request().form, ExportRequest::Form::Sqlite);
    dialog.findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(0);
    QVERIFY(dialog.request().path.endsWith(QStringLiteral("x.csv")));
}

void TestArchiveWindows::previewsATableAsItWillBeRead()
{
    QFile file(m_dir.filePath(QStringLiteral("table.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Zeit;Temperatur (°C)\n22.11.2026 12:00:00;21,5\n22.11.2026 12:00:01;21,6\n");
    file.close();
    ImportDialog dialog(*m_fleet, m_archive, file.fileName());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *table = dialog.findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 1)->text(), QLocale().toString(21.5));
    QCOMPARE(table->horizontalHeaderItem(1)->text(), QStringLiteral("Temperatur (°C)"));
    auto *import = dialog.findChild<QPushButton *>(QStringLiteral("importButton"));
    QVERIFY(import->isEnabled());
    QCOMPARE(dialog.request().name, QStringLiteral("table"));
    auto *separator = dialog.findChild<QComboBox *>(QStringLiteral("separator"));
    separator->setCurrentIndex(0);
    QVERIFY2(!import->isEnabled(), "cut at commas there is no time");
    separator->setCurrentIndex(1);
    QVERIFY(import->isEnabled());
    auto *into = dialog.findChild<QComboBox *>(QStringLiteral("device"));
    into->setCurrentIndex(into->findData(1U));
    QCOMPARE(dialog.request().device, DeviceId {1});
    QSignalSpy asked(&m_archive, &Archive::importAsked);
    QTest::mouseClick(import, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    m_archive.finish(asked.at(0).at(0).toULongLong(), 2);
}

void TestArchiveWindows::aTableWithoutTimesAsksForThem()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("a,b\n1,2\n"), QByteArray(5'000, '\0'), QByteArray(100'000, 'x')}) {
        QFile file(m_dir.filePath(QStringLiteral("odd.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        ImportDialog dialog(*m_fleet, m_archive, file.fileName());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("importButton"))->isEnabled());
    }
    ImportDialog dialog(*m_fleet, m_archive, QStringLiteral("/nonexistent/table.csv"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("/nonexistent/table.csv")); }));
}

void TestArchiveWindows::rulesAreReadAndShown()
{
    m_archive.setRules({});
    HistoryPage page(m_archive);
    page.show();
    QSignalSpy changed(&m_archive, &Archive::rulesChanged);
    page.findChild<QComboBox *>()->setCurrentIndex(1);
    QCOMPARE(m_archive.rules().what, RecordingRules::What::Fleet);
    page.findChild<QDoubleSpinBox *>()->setValue(1.5);
    QCOMPARE(m_archive.rules().policy.maxBytes, 1'500'000'000);
    const auto buttons = page.findChildren<QPushButton *>();
    QTest::mouseClick(buttons.at(0), Qt::LeftButton);
    QCOMPARE(m_archive.rules().policy.rules.size(), 1);
    QVERIFY(changed.size() >= 3);
    HistoryStatistics facts;
    facts.path = m_dir.filePath(QStringLiteral("history.db"));
    facts.fileBytes = 123'000'000;
    m_archive.setStatistics(facts);
    const auto labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(facts.path); }));
    QSignalSpy compact(&m_archive, &Archive::compactAsked);
    QTest::mouseClick(buttons.at(2), Qt::LeftButton);
    QCOMPARE(compact.size(), 1);
    m_archive.finish(compact.at(0).at(0).toULongLong(), 0);
}

void TestArchiveWindows::rulesSurviveBeingStored()
{
    constexpr Micros day = 86'400LL * 1'000'000;
    RecordingRules rules {RecordingRules::What::Patterns, {QStringLiteral("Pump */pressure")}, {{{QStringLiteral("*"), 90 * day, 365 * day, 0}}, 5'000'000'000}};
    QCOMPARE(recordingRules(recordingRulesText(rules)), rules);
    for (const char *odd : {"", "{}", "[]", "{\"what\":99,\"keep\":[1,{}],\"patterns\":7,\"maxBytes\":-5}", "{\"keep\":[{\"pattern\":\"*\",\"samples\":1e300}]}"}) {
        const RecordingRules read = recordingRules(QLatin1StringView(odd));
        QCOMPARE(read.what, RecordingRules::What::Everything);
        QVERIFY(read.policy.maxBytes >= 0);
    }
    QCOMPARE(diskLasts(1'000, 10, 1'000'000), std::optional<Micros>(100'000'000));
    QVERIFY(!diskLasts(1'000, 0, 1'000'000));
}

void TestArchiveWindows::choosesWhatIsRecorded()
{
    RecordingRules rules;
    QVERIFY(recordingChoice(rules, *m_fleet).everything);
    rules.what = RecordingRules::What::Fleet;
    QCOMPARE(recordingChoice(rules, *m_fleet).metrics.size(), 3);
    rules.what = RecordingRules::What::Patterns;
    rules.patterns = {QStringLiteral("pump/P*"), QStringLiteral("*/x")};
    QCOMPARE(recordingChoice(rules, *m_fleet).metrics, (QList<MetricId> {{10}, {30}}));
    History history;
    QVERIFY(history.open(m_dir.filePath(QStringLiteral("choice.db"))));
    history.setChoice(recordingChoice(rules, *m_fleet));
    history.append({{{1'000'000, 1, {10}, 0, 0}, {1'000'000, 1, {11}, 0, 0}, {1'000'000, 1, {30}, 0, 0}}, {}});
    QCOMPARE(history.read({10}, 0, 1LL << 58, 10)->samples.size(), 1);
    QCOMPARE(history.read({11}, 0, 1LL << 58, 10)->samples.size(), 0);
    QCOMPARE(history.roughCount({30}, 0, 1LL << 58), 1);
}

void TestArchiveWindows::everyControlHasAName()
{
    DataExportDialog exporting(*m_fleet, m_archive, m_past, {});
    ImportDialog importing(*m_fleet, m_archive, QStringLiteral("/nonexistent"));
    exporting.setAttribute(Qt::WA_DeleteOnClose, false);
    importing.setAttribute(Qt::WA_DeleteOnClose, false);
    HistoryPage page(m_archive);
    for (QWidget *window : std::initializer_list<QWidget *> {&exporting, &importing, &page}) {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if ((qobject_cast<const QComboBox *>(widget) || (qobject_cast<const QAbstractItemView *>(widget) && !widget->inherits("QHeaderView"))) && !widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestArchiveWindows)
#include "tst_archivewindows.moc"
