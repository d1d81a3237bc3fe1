#include "ui/archive/importdialog.h"

#include "tables/tableformat.h"
#include "ui/asktext.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>

namespace muster {

namespace {

bool monthFirst()
{
    return QLocale().dateFormat(QLocale::ShortFormat).startsWith(u'M');
}

void select(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

QComboBox *labelled(QGridLayout *grid, int row, int column, const QString &text, QComboBox *box, const char *name)
{
    auto *label = new QLabel(text);
    label->setBuddy(box);
    box->setAccessibleName(QString(text).remove(u'&'));
    box->setObjectName(QLatin1StringView(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    grid->addWidget(label, row, 2 * column);
    grid->addWidget(box, row, 2 * column + 1);
    return box;
}

} // namespace

ImportDialog::ImportDialog(const Fleet &fleet, Archive &archive, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_archive(archive)
    , m_job(archive)
    , m_path(path)
    , m_separator(new QComboBox)
    , m_decimal(new QComboBox)
    , m_encoding(new QComboBox)
    , m_header(new QCheckBox(tr("The first line holds &headings")))
    , m_time(new QComboBox)
    , m_timeForm(new QComboBox)
    , m_shape(new QComboBox)
    , m_names(new QComboBox)
    , m_values(new QComboBox)
    , m_device(new QComboBox)
    , m_name(new QLineEdit)
    , m_table(new QTableWidget)
    , m_message(new QLabel)
    , m_progress(new QProgressBar)
{
    setWindowTitle(tr("Import “%1”").arg(format::plain(QFileInfo(path).fileName(), 80)));
    setAttribute(Qt::WA_DeleteOnClose);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        m_head = file.read(headBytes);
    else
        m_unreadable = tr("“%1” cannot be read: %2. Check that the file exists and may be read.").arg(path, file.errorString());
    m_whole = file.atEnd();
    m_format = tables::guess(m_head, monthFirst());

    build();
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::run);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &ImportDialog::renameColumn);
    connect(&m_job, &ArchiveJob::finished, this, &ImportDialog::conclude);
    connect(&m_job, &ArchiveJob::skipped, this, [this](qint64 samples) { m_skipped = samples; });
    connect(&m_job, &ArchiveJob::progressed, this, [this](qint64 samples, double part) {
        m_progress->setValue(int(part * 1'000));
        m_message->setText(samples == 0 ? tr("Checking the file…") : tr("Recording… %1 values").arg(format::count(samples)));
    });
    showFormat();
}

void ImportDialog::build()
{
    m_inputs = buildForm();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAccessibleName(tr("The first rows as they will be read"));
    m_table->verticalHeader()->hide();
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_progress->setRange(0, 1'000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->hide();
    auto *buttons = new QDialogButtonBox;
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setDefault(true);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_inputs);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(860, 540);
}

QWidget *ImportDialog::buildForm()
{
    auto *place = new QWidget;
    auto *grid = new QGridLayout(place);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    labelled(grid, 0, 0, tr("&Separator"), m_separator, "separator");
    labelled(grid, 0, 1, tr("&Decimal mark"), m_decimal, "decimal");
    labelled(grid, 0, 2, tr("&Encoding"), m_encoding, "encoding");
    labelled(grid, 1, 0, tr("&Time in"), m_time, "timeColumn");
    labelled(grid, 1, 1, tr("Ti&me is"), m_timeForm, "timeForm");
    labelled(grid, 1, 2, tr("&Rows"), m_shape, "shape");
    labelled(grid, 2, 0, tr("&Names in"), m_names, "nameColumn");
    labelled(grid, 2, 1, tr("&Values in"), m_values, "valueColumn");
    grid->addWidget(m_header, 2, 4, 1, 2);
    labelled(grid, 3, 0, tr("&Into"), m_device, "device");
    m_name->setText(QFileInfo(m_path).completeBaseName());
    m_name->setAccessibleName(tr("Name of the new device"));
    m_name->setPlaceholderText(tr("Name of the new device"));
    grid->addWidget(m_name, 3, 2, 1, 4);
    for (const int column : {1, 3, 5})
        grid->setColumnStretch(column, 1);
    fillChoices();
    for (QComboBox *box : {m_separator, m_decimal, m_encoding, m_time, m_timeForm, m_shape, m_names, m_values, m_device})
        connect(box, &QComboBox::currentIndexChanged, this, &ImportDialog::readChoices);
    connect(m_header, &QCheckBox::toggled, this, &ImportDialog::readChoices);
    connect(m_name, &QLineEdit::textChanged, this, &ImportDialog::preview);
    return place;
}

void ImportDialog::fillChoices()
{
    m_separator->addItem(tr("Comma"), QChar(u','));
    m_separator->addItem(tr("Semicolon"), QChar(u';'));
    m_separator->addItem(tr("Tab"), QChar(u'\t'));
    m_separator->addItem(tr("Bar |"), QChar(u'|'));
    m_decimal->addItem(tr("Point: 21.5"), QChar(u'.'));
    m_decimal->addItem(tr("Comma: 21,5"), QChar(u','));
    m_encoding->addItem(QStringLiteral("UTF-8"), int(tables::Encoding::Utf8));
    m_encoding->addItem(QStringLiteral("Latin-1"), int(tables::Encoding::Latin1));
    m_encoding->addItem(QStringLiteral("UTF-16 LE"), int(tables::Encoding::Utf16LittleEndian));
    m_encoding->addItem(QStringLiteral("UTF-16 BE"), int(tables::Encoding::Utf16BigEndian));
    using tables::TimeForm;
    m_timeForm->addItem(tr("Year first: 2026-11-22 12:04"), int(TimeForm::Iso));
    m_timeForm->addItem(tr("Day first: 22.11.2026 12:04"), int(TimeForm::DayFirst));
    m_timeForm->addItem(tr("Month first: 11/22/2026 12:04"), int(TimeForm::MonthFirst));
    m_timeForm->addItem(tr("Seconds since 1970"), int(TimeForm::EpochSeconds));
    m_timeForm->addItem(tr("Milliseconds since 1970"), int(TimeForm::EpochMillis));
    m_timeForm->addItem(tr("Microseconds since 1970"), int(TimeForm::EpochMicros));
    m_shape->addItem(tr("One column for each metric"), false);
    m_shape->addItem(tr("One row for each value"), true);
    m_device->addItem(tr("A new device:"), 0U);
    for (const DeviceId id : m_fleet.members())
        m_device->addItem(format::plain(m_fleet.displayName(id), 60), id.n);
}

void ImportDialog::fillColumns()
{
    for (QComboBox *box : {m_time, m_names, m_values}) {
        box->clear();
        box->addItem(tr("– choose –"), -1);
        for (int column = 0; column < m_format.columns.size(); ++column)
            box->addItem(format::plain(m_format.columns.at(column).name, 40), column);
    }
}

void ImportDialog::showFormat()
{
    m_showing = true;
    fillColumns();
    select(m_separator, m_format.separator);
    select(m_decimal, m_format.decimalMark);
    select(m_encoding, int(m_format.encoding));
    m_header->setChecked(m_format.header);
    select(m_time, m_format.timeColumn);
    select(m_timeForm, int(m_format.timeForm));
    select(m_shape, m_format.isLong);
    select(m_names, m_format.nameColumn);
    select(m_values, m_format.valueColumn);
    m_showing = false;
    preview();
}

void ImportDialog::readChoices()
{
    if (m_showing)
        return;
    const bool cutAnew = m_separator->currentData().toChar() != m_format.separator || m_header->isChecked() != m_format.header
        || m_encoding->currentData().toInt() != int(m_format.encoding);
    m_format.separator = m_separator->currentData().toChar();
    m_format.decimalMark = m_decimal->currentData().toChar();
    m_format.encoding = tables::Encoding(m_encoding->currentData().toInt());
    m_format.header = m_header->isChecked();
    m_format.timeForm = tables::TimeForm(m_timeForm->currentData().toInt());
    m_format.isLong = m_shape->currentData().toBool();
    if (cutAnew)
        return guessAgain();
    m_format.timeColumn = m_time->currentData().toInt();
    m_format.nameColumn = m_names->currentData().toInt();
    m_format.valueColumn = m_values->currentData().toInt();
    preview();
}

void ImportDialog::guessAgain()
{
    m_format = tables::nameColumns(m_head, m_format);
    showFormat();
}

QString ImportDialog::problem() const
{
    if (!m_unreadable.isEmpty())
        return m_unreadable;
    if (m_head.isEmpty())
        return tr("“%1” is empty. Choose another file.").arg(m_path);
    if (m_format.timeColumn < 0)
        return tr("Choose the column that holds the time.");
    if (m_format.isLong && (m_format.nameColumn < 0 || m_format.valueColumn < 0))
        return tr("Choose the columns that hold the names and the values.");
    if (m_device->currentData().toUInt() == 0 && m_name->text().trimmed().isEmpty())
        return tr("Give the new device a name.");
    return {};
}

void ImportDialog::preview()
{
    m_names->setEnabled(m_format.isLong);
    m_values->setEnabled(m_format.isLong);
    m_name->setEnabled(m_device->currentData().toUInt() == 0);
    QList<QStringList> records = tables::firstRecords(m_head, m_format, rowsShown + 1, m_whole);
    if (m_format.header && !records.isEmpty())
        records.removeFirst();
    m_table->setRowCount(int(records.size()));
    m_table->setColumnCount(int(m_format.columns.size()));
    const auto &colours = theme::colours(palette());
    int unread = 0;
    for (int column = 0; column < m_format.columns.size(); ++column) {
        const tables::Column &named = m_format.columns.at(column);
        auto *heading = new QTableWidgetItem(format::plain(named.unit.isEmpty() ? named.name : tr("%1 (%2)", "name, unit").arg(named.name, named.unit), 60));
        heading->setToolTip(tr("Click to rename this column, or to leave it out"));
        m_table->setHorizontalHeaderItem(column, heading);
        for (int row = 0; row < records.size(); ++row) {
            const QString text = records.at(row).value(column);
            auto *cell = new QTableWidgetItem(format::plain(text, 100));
            const bool used = m_format.isLong ? column == m_format.nameColumn || column == m_format.valueColumn || column == m_format.unitColumn || column == m_format.deviceColumn : named.used;
            if (column == m_format.timeColumn) {
                const auto time = tables::time(text, m_format.timeForm, m_format.decimalMark);
                cell->setText(time ? format::exactTime(*time) : tr("? %1", "a text that is no time").arg(format::plain(text, 60)));
                cell->setForeground(time ? colours.text : colours.alarm);
                unread += time ? 0 : 1;
            } else if (!used) {
                cell->setForeground(colours.muted);
            } else if (const auto number = tables::number(text, m_format.decimalMark)) {
                cell->setText(QLocale().toString(*number, 'g', QLocale::FloatingPointShortest));
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            m_table->setItem(row, column, cell);
        }
    }
    m_table->resizeColumnsToContents();
    const QString wrong = problem();
    m_import->setEnabled(wrong.isEmpty() && !m_job.isRunning());
    if (!wrong.isEmpty())
        m_message->setText(wrong);
    else if (unread > 0)
        m_message->setText(tr("In %1 of the first %2 rows the time cannot be read; such rows are left out.").arg(unread).arg(records.size()));
    else
        m_message->setText(tr("Check the first rows. Click a heading to rename a column or leave it out."));
}

void ImportDialog::renameColumn(int column)
{
    if (column < 0 || column >= m_format.columns.size() || column == m_format.timeColumn || m_job.isRunning())
        return;
    const tables::Column &named = m_format.columns.at(column);
    const QString text = !named.used ? QString() : named.unit.isEmpty() ? named.name : QStringLiteral("%1 (%2)").arg(named.name, named.unit);
    askText(this, tr("Rename"), tr("Name and unit, for example “pressure (bar)”; empty: leave it out"), text, [this, column](const QString &typed) {
        const tables::Heading heading = tables::heading(typed);
        tables::Column &changed = m_format.columns[column];
        changed.used = !heading.name.isEmpty();
        if (changed.used)
            changed = {heading.name, heading.unit, true};
        showFormat();
    });
}

ImportRequest ImportDialog::request() const
{
    return {m_path, m_format, {m_device->currentData().toUInt()}, m_name->text().trimmed()};
}

void ImportDialog::run()
{
    m_job.follow(m_archive.importTable(request()));
    setRunning(true);
}

void ImportDialog::conclude(const Result<qint64> &samples)
{
    setRunning(false);
    if (!samples) {
        m_message->setText(samples.error().text);
        return;
    }
    m_import->setEnabled(false);
    QString text = tr("%1 values were recorded. Plot the device to see them.").arg(format::count(*samples));
    if (const qint64 skipped = std::exchange(m_skipped, 0); skipped > 0)
        text += u' ' + tr("%1 were there already and were left out.").arg(format::count(skipped));
    m_message->setText(text);
    m_cancel->setText(tr("Close"));
}

void ImportDialog::setRunning(bool running)
{
    m_progress->setValue(0);
    m_progress->setVisible(running);
    m_inputs->setEnabled(!running);
    m_import->setEnabled(!running);
    m_cancel->setText(tr("Cancel"));
}

void ImportDialog::reject()
{
    if (m_job.isRunning())
        m_job.cancel();
    else
        QDialog::reject();
}

} // namespace muster
