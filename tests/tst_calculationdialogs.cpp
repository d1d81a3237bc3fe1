// Calculated metrics in the window: writing one, the list of all.

#include "analysis/calculations.h"
#include "analysis/calculator.h"
#include "ui/analysis/calculationdialog.h"
#include "ui/analysis/calculationsdialog.h"
#include "ui/analysis/calculationsmodel.h"
#include "ui/analysis/expressionedit.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;

/// The way of samples from Ingest to the fleet with a Calculator beside it, all on one thread.
class Stage
{
public:
    Stage()
    {
        QObject::connect(&ingest, &Ingest::devicesAnnounced, &fleet, &Fleet::announce);
        QObject::connect(&ingest, &Ingest::devicesWithdrawn, &fleet, &Fleet::withdraw);
        QObject::connect(&ingest, &Ingest::sampled, &fleet, &Fleet::observe);
        QObject::connect(&ingest, &Ingest::arrived, &calculator, &Calculator::take);
        QObject::connect(&calculations, &Calculations::runChanged, &calculator, &Calculator::setCalculations);
        Device device;
        device.addresses = {QStringLiteral("test:1")};
        device.name = QStringLiteral("Boiler <b>");
        for (const char *key : {"supply", "return"}) {
            Metric metric;
            metric.key = QString::fromLatin1(key);
            metric.unit = QStringLiteral("°C");
            metric.decimals = 1;
            device.metrics.append(metric);
        }
        const DeviceId id = ingest.announce(device);
        supply = ingest.metric(id, device.metrics[0]);
        back = ingest.metric(id, device.metrics[1]);
        ingest.flush();
        const Micros start = nowMicros() - 60 * second;
        for (int i = 0; i < 60; ++i) {
            ingest.push({}, supply, start + i * second, 60 + i % 5);
            ingest.push({}, back, start + i * second, 40);
        }
        flush();
    }
    void flush()
    {
        for (int i = 0; i < 3; ++i)
            ingest.flush();
    }

    Ingest ingest;
    Fleet fleet;
    Calculator calculator {ingest};
    Calculations calculations {fleet};
    MetricId supply {};
    MetricId back {};
};

QPushButton *acceptButton(CalculationDialog &dialog)
{
    const auto buttons = dialog.findChild<QDialogButtonBox *>()->buttons();
    for (QAbstractButton *button : buttons)
        if (dialog.findChild<QDialogButtonBox *>()->buttonRole(button) == QDialogButtonBox::AcceptRole)
            return qobject_cast<QPushButton *>(button);
    return nullptr;
}

bool says(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(text); });
}

} // namespace

class TestCalculationDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void previewShowsWhatComesOut()
    {
        Stage stage;
        CalculationDialog dialog(stage.calculations, stage.fleet, {});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(!acceptButton(dialog)->isEnabled());
        dialog.expression().setPlainText(QStringLiteral("\"Boiler <b>/supply\" - \"Boiler <b>/return\""));
        QTRY_VERIFY(says(dialog, QStringLiteral("Now: 24")));
        auto *plot = dynamic_cast<TryoutPlot *>(dialog.findChild<QWidget *>(QStringLiteral("tryout")));
        QVERIFY(plot);
        QCOMPARE(plot->points().size(), 60U);
        QCOMPARE(plot->points().back().value, 24.0);
        QVERIFY(!acceptButton(dialog)->isEnabled()); // it has no name yet
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("Spread"));
        QVERIFY(acceptButton(dialog)->isEnabled());
        QSignalSpy finished(&dialog, &CalculationDialog::finishedWith);
        dialog.accept();
        QCOMPARE(finished.size(), 1);
        const QString key = finished[0][0].toString();
        stage.flush();
        QVERIFY(stage.calculations.metric(key).isValid());
        QCOMPARE(stage.fleet.metric(stage.calculations.metric(key))->info.unit, QStringLiteral("°C"));
    }

    void mistakesAreUnderlinedAndNamed()
    {
        Stage stage;
        CalculationDialog dialog(stage.calculations, stage.fleet, {}, QStringLiteral("avg(\"Boiler <b>/supply\", 5m)"));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(says(dialog, QStringLiteral("mean")));
        QCOMPARE(dialog.expression().extraSelections().size(), 1);
        QCOMPARE(dialog.expression().extraSelections().first().cursor.selectedText(), QStringLiteral("avg"));
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("x"));
        QVERIFY(!acceptButton(dialog)->isEnabled());
        dialog.accept(); // by whatever way: it stays
        QVERIFY(stage.calculations.all().isEmpty());
        dialog.expression().setPlainText(QStringLiteral("\"Boiler <b>/supply\" +"));
        QTRY_VERIFY(says(dialog, QStringLiteral("Column")));
        dialog.expression().setPlainText(QStringLiteral("\"Boiler <b>/supply\""));
        QTRY_VERIFY(dialog.expression().extraSelections().isEmpty());
    }

    void metricsAndFunctionsAreOffered()
    {
        Stage stage;
        CalculationDialog dialog(stage.calculations, stage.fleet, {});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        ExpressionEdit &edit = dialog.expression();
        edit.setFocus();
        QTest::keyClicks(&edit, QStringLiteral("mea"));
        QCOMPARE(edit.completer()->completionCount(), 1);
        Q_EMIT edit.completer()->activated(edit.completer()->currentCompletion());
        QCOMPARE(edit.toPlainText(), QStringLiteral("mean("));
        edit.completer()->popup()->hide();
        QTest::keyClicks(&edit, QStringLiteral("\"boiler <b>/su"));
        QCOMPARE(edit.completer()->completionCount(), 1);
        Q_EMIT edit.completer()->activated(edit.completer()->currentCompletion());
        QCOMPARE(edit.toPlainText(), QStringLiteral("mean(\"Boiler <b>/supply\""));
        edit.completer()->popup()->hide();
        QTest::keyClicks(&edit, QStringLiteral(", 5"));
        QVERIFY(!edit.completer()->popup()->isVisible());
        edit.setPlainText(QStringLiteral("1 + "));
        edit.moveCursor(QTextCursor::End);
        edit.insertLabel(QStringLiteral("a \"b\""));
        QCOMPARE(edit.toPlainText(), QStringLiteral("1 + \"a \\\"b\\\"\""));
    }

    void editingKeepsTheMetricAndItsKey()
    {
        Stage stage;
        const auto key = stage.calculations.add({.name = QStringLiteral("Twice"), .expression = QStringLiteral("2 * supply")});
        QVERIFY(key);
        stage.flush();
        const MetricId metric = stage.calculations.metric(*key);
        CalculationDialog dialog(stage.calculations, stage.fleet, *key);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QCOMPARE(dialog.expression().toPlainText(), QStringLiteral("2 * supply"));
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("Thrice"));
        dialog.expression().setPlainText(QStringLiteral("3 * supply"));
        dialog.accept();
        stage.flush();
        QCOMPARE(stage.calculations.metric(*key), metric);
        QCOMPARE(stage.calculations.find(*key)->name, QStringLiteral("Thrice"));
        QCOMPARE(stage.fleet.metric(metric)->info.name, QStringLiteral("Thrice"));
    }

    void listShowsValuesAndProblems()
    {
        Stage stage;
        CalculationsDialog dialog(stage.calculations, stage.fleet);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        CalculationsModel &model = dialog.model();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!dialog.findChild<QTableView *>()->isVisible());
        const auto key = stage.calculations.add({.name = QStringLiteral("Twice"), .expression = QStringLiteral("2 * supply")});
        QVERIFY(key);
        QVERIFY(dialog.findChild<QTableView *>()->isVisible());
        stage.flush();
        stage.ingest.push({}, stage.supply, nowMicros(), 50);
        stage.flush();
        const auto value = [&] { return model.index(0, CalculationsModel::Value).data().toString().simplified(); };
        QVERIFY2(value().startsWith(QStringLiteral("100")), qPrintable(value()));
        stage.ingest.withdraw(stage.fleet.findByAddress(QStringLiteral("test:1")));
        stage.flush();
        QTRY_VERIFY(value().contains(QStringLiteral("supply")));
        QVERIFY(!model.index(0, CalculationsModel::Value).data(Qt::DecorationRole).isNull());
        stage.calculations.remove(*key);
        QCOMPARE(model.rowCount(), 0);
    }

    void removingAsksFirst()
    {
        Stage stage;
        QVERIFY(stage.calculations.add({.name = QStringLiteral("Twice"), .expression = QStringLiteral("2 * supply")}));
        CalculationsDialog dialog(stage.calculations, stage.fleet);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const auto buttons = dialog.findChildren<QPushButton *>();
        const auto remove = std::find_if(buttons.begin(), buttons.end(), [](QPushButton *b) { return b->text() == QStringLiteral("Remove"); });
        QVERIFY(remove != buttons.end());
        (*remove)->click();
        QCOMPARE(stage.calculations.all().size(), 1);
        auto *question = dialog.findChild<QMessageBox *>();
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons())
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        QVERIFY(stage.calculations.all().isEmpty());
    }

    void everyControlHasAName()
    {
        Stage stage;
        CalculationDialog dialog(stage.calculations, stage.fleet, {});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto widgets = dialog.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        for (const QWidget *widget : widgets)
            if (widget->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QPushButton *>(widget), widget->metaObject()->className());
    }
};

QTEST_MAIN(TestCalculationDialogs)
#include "tst_calculationdialogs.moc"
