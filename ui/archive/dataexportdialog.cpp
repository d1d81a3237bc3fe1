#include "ui/archive/dataexportdialog.h"

#include "core/past.h"
#include "ui/archive/rangechoice.h"
#include "ui/format.h"
#include "ui/models/metricchoice.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace muster {

namespace {

constexpr int askAfterMs = 150;
constexpr std::array<const char *, 4> suffixes {"csv", "csv", "jsonl", "sqlite"};
constexpr std::array<int, 4> bytesBesideNames {44, 12, 90, 60}; // of a row: time, value and what goes around them; wide: of a cell

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), theme::rowHeight()};
    }
};

QString suggestedPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = DataExportDialog::tr("data %1").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss")));
    return QDir(folder.isEmpty() ? QDir::homePath() : folder).filePath(name + QStringLiteral(".csv"));
}

} // namespace

DataExportDialog::DataExportDialog(const Fleet &fleet, Archive &archive, const Past &past, const QList<DeviceId> &devices, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_archive(archive)
    , m_past(past)
    , m_job(archive)
    , m_choice(new MetricChoice(fleet, devices.isEmpty() ? fleet.members() : devices, this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_tree(new QTreeView)
    , m_words(new QLineEdit)
    , m_chosen(new QLabel)
    , m_range(new RangeChoice)
    , m_format(new QComboBox)
    , m_path(new QLineEdit)
    , m_browse(new QPushButton(tr("Browse…")))
    , m_estimate(new QLabel)
    , m_progress(new QProgressBar)
    , m_message(new QLabel)
{
    setWindowTitle(tr("Export data"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_inputs = new QWidget;
    auto *columns = new QHBoxLayout(m_inputs);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    columns->addWidget(buildChoice(), 1);
    columns->addWidget(buildForm(), 1);
    for (QLabel *label : {m_message, m_estimate, m_chosen}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_progress->setRange(0, 1'000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->hide();
    auto *buttons = new QDialogButtonBox;
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setDefault(true);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_inputs, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(820, 520);
    wire();
    setPath(suggestedPath());
    askCount();
}

DataExportDialog::~DataExportDialog() = default;

QWidget *DataExportDialog::buildChoice()
{
    m_shown->setSourceModel(m_choice);
    m_shown->setRecursiveFilteringEnabled(true);
    m_shown->setAutoAcceptChildRows(true);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(m_shown);
    m_tree->setItemDelegate(new RowDelegate(this));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Devices and metrics"));
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_words->setPlaceholderText(tr("Filter devices and metrics"));
    m_words->setAccessibleName(tr("Filter devices and metrics"));
    m_words->setClearButtonEnabled(true);
    m_chosen->setForegroundRole(QPalette::PlaceholderText);
    auto *all = new QPushButton(tr("Check all"));
    auto *none = new QPushButton(tr("Check none"));
    all->setToolTip(tr("Everything the filter shows"));
    none->setToolTip(tr("Nothing of what the filter shows"));
    connect(all, &QPushButton::clicked, this, [this] { checkShown(true); });
    connect(none, &QPushButton::clicked, this, [this] { checkShown(false); });
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addWidget(m_tree, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_chosen, 1);
    row->addWidget(all);
    row->addWidget(none);
    column->addLayout(row);
    return place;
}

QWidget *DataExportDialog::buildForm()
{
    m_format->addItems({tr("CSV, one row for each value"), tr("CSV, one column for each metric"), tr("JSON Lines"), tr("SQLite table")});
    m_format->setAccessibleName(tr("Format"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_path->setAccessibleName(tr("File"));
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_estimate->setForegroundRole(QPalette::PlaceholderText);
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Range"), m_range);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("F&ile"), m_path);
    form->addRow(QString(), m_browse);
    form->addRow(tr("About"), m_estimate);
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addStretch();
    return place;
}

void DataExportDialog::wire()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(askAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &DataExportDialog::askCount);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_choice, &MetricChoice::chosenChanged, &m_soon, soon);
    connect(m_range, &RangeChoice::changed, &m_soon, soon);
    connect(m_choice, &MetricChoice::chosenChanged, this, &DataExportDialog::describe);
    connect(&m_archive, &Archive::countArrived, this, [this](quint64 question, qint64 samples) {
        if (question != m_question)
            return;
        m_samples = samples;
        describe();
    });
    connect(m_words, &QLineEdit::textChanged, this, &DataExportDialog::filter);
    connect(m_format, &QComboBox::currentIndexChanged, this, &DataExportDialog::followFormat);
    connect(m_path, &QLineEdit::textChanged, this, &DataExportDialog::describe);
    connect(m_browse, &QPushButton::clicked, this, &DataExportDialog::browse);
    connect(m_export, &QPushButton::clicked, this, &DataExportDialog::run);
    connect(m_cancel, &QPushButton::clicked, this, &DataExportDialog::reject);
    connect(&m_job, &ArchiveJob::finished, this, &DataExportDialog::conclude);
    connect(&m_job, &ArchiveJob::progressed, this, [this](qint64 rows, double part) {
        m_progress->setValue(int(part * 1'000));
        m_message->setText(tr("Writing… %1 rows").arg(format::count(rows)));
    });
}

void DataExportDialog::filter(const QString &words)
{
    m_shown->setFilterFixedString(words.trimmed());
    if (!words.trimmed().isEmpty() && m_shown->rowCount() <= 100)
        m_tree->expandAll();
}

void DataExportDialog::checkShown(bool checked)
{
    QModelIndexList indexes;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex device = m_shown->index(row, 0);
        for (int child = 0; child < m_shown->rowCount(device); ++child)
            indexes.append(m_shown->mapToSource(m_shown->index(child, 0, device)));
    }
    m_choice->setChecked(indexes, checked);
}

void DataExportDialog::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
}

void DataExportDialog::followFormat()
{
    const QFileInfo info(m_path->text());
    for (const char *suffix : suffixes) {
        if (info.suffix().compare(QLatin1StringView(suffix), Qt::CaseInsensitive) == 0) {
            setPath(info.path() + u'/' + info.completeBaseName() + u'.' + QLatin1StringView(suffixes[size_t(m_format->currentIndex())]));
            break;
        }
    }
    describe();
}

void DataExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export data"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1StringView(suffixes[size_t(m_format->currentIndex())]));
    dialog->selectFile(QFileInfo(m_path->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &DataExportDialog::setPath);
    dialog->open();
}

void DataExportDialog::askCount()
{
    m_soon.stop();
    m_samples = -1;
    const auto range = m_range->range();
    m_question = m_archive.askCount(m_choice->chosen(), range.from, range.to);
    describe();
}

void DataExportDialog::describe()
{
    m_chosen->setText(tr("%1 of the metrics are checked.", "number").arg(format::count(m_choice->count())));
    const auto form = size_t(m_format->currentIndex());
    const bool wide = m_format->currentIndex() == int(ExportRequest::Form::Wide);
    if (m_samples < 0 || !m_past.isRecording())
        m_estimate->setText(m_past.isRecording() ? tr("counting…") : tr("Nothing is recorded; what is remembered since the start will be written."));
    else
        m_estimate->setText(tr("%1 values, %2").arg(format::count(m_samples), format::bytes(m_samples * (bytesBesideNames[form] + (wide ? 0 : 24)))));
    const QFileInfo info(m_path->text().trimmed());
    const bool tooMany = wide && m_choice->count() > qsizetype(ExportRequest::mostMerged);
    m_export->setEnabled(!m_job.isRunning() && m_choice->count() > 0 && !tooMany && !info.fileName().isEmpty());
    if (m_job.isRunning())
        return;
    if (m_choice->count() == 0)
        m_message->setText(tr("Check what is to be exported."));
    else if (tooMany)
        m_message->setText(tr("A table can have %1 columns at the most. Check fewer metrics, or choose another format.").arg(ExportRequest::mostMerged));
    else
        m_message->setText(info.isFile() ? tr("This file exists and will be replaced.") : QString());
}

ExportRequest DataExportDialog::request() const
{
    ExportRequest request;
    request.path = m_path->text().trimmed();
    request.form = ExportRequest::Form(m_format->currentIndex());
    request.order = request.form == ExportRequest::Form::Wide ? ExportRequest::Order::ByTime : ExportRequest::Order::ByMetric;
    request.sinceStart = false;
    const auto range = m_range->range();
    request.from = range.from;
    request.to = range.to;
    for (const MetricId id : m_choice->chosen()) {
        const MetricState *state = m_fleet.metric(id);
        if (!state)
            continue;
        // What is recorded is all there is; without a history there is only what is remembered.
        ExportTrace trace = m_past.isRecording() ? ExportTrace {} : copyTrace(state->series, state->info, {}, range.from, range.to - 1);
        trace.metric = id;
        trace.device = m_fleet.displayName(state->device);
        trace.name = state->info.name.isEmpty() ? state->info.key : state->info.name;
        trace.unit = state->info.unit;
        trace.type = state->info.type;
        trace.options = state->info.options;
        request.traces.push_back(std::move(trace));
    }
    return request;
}

void DataExportDialog::run()
{
    m_message->setText(tr("Writing…"));
    m_job.follow(m_archive.exportData(request()));
    setRunning(true);
}

void DataExportDialog::conclude(const Result<qint64> &rows)
{
    setRunning(false);
    if (!rows) {
        m_message->setText(rows.error().text);
        return;
    }
    m_message->setText(tr("%1 rows were written to %2.").arg(format::count(*rows), QDir::toNativeSeparators(m_path->text().trimmed())));
    m_cancel->setText(tr("Close"));
}

void DataExportDialog::setRunning(bool running)
{
    m_progress->setValue(0);
    m_progress->setVisible(running);
    m_inputs->setEnabled(!running);
    m_export->setEnabled(!running);
    m_cancel->setText(tr("Cancel"));
}

void DataExportDialog::reject()
{
    if (m_job.isRunning())
        m_job.cancel();
    else
        QDialog::reject();
}

} // namespace muster
