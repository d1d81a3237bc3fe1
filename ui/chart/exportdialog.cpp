#include "ui/chart/exportdialog.h"

#include "core/past.h"
#include "ui/chart/chartview.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

namespace muster {

namespace {

constexpr std::array<const char *, 3> suffixes {"csv", "png", "svg"};

QString suggestedPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = ExportDialog::tr("chart %1").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss")));
    return QDir(folder.isEmpty() ? QDir::homePath() : folder).filePath(name + QStringLiteral(".csv"));
}

QWidget *row(std::initializer_list<QWidget *> widgets)
{
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return holder;
}

} // namespace

ExportDialog::ExportDialog(ChartView &chart, const ChartParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_chart(chart)
    , m_parts(parts)
    , m_run(parts.archive)
    , m_format(new QComboBox)
    , m_long(new QRadioButton(tr("Long: one row for each value")))
    , m_wide(new QRadioButton(tr("Wide: one column for each metric")))
    , m_visible(new QRadioButton(tr("The range shown")))
    , m_all(new QRadioButton(parts.past.isRecording() ? tr("Everything recorded") : tr("Everything remembered")))
    , m_path(new QLineEdit)
    , m_browse(new QPushButton(tr("Browse…")))
    , m_progress(new QProgressBar)
    , m_message(new QLabel)
{
    setWindowTitle(tr("Export chart"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    setPath(suggestedPath());
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::describe);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::run);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&m_run, &ExportRun::finished, this, &ExportDialog::showResult);
    connect(&m_run, &ExportRun::progressed, this, [this](double part) { m_progress->setValue(int(part * 1'000)); });
}

void ExportDialog::build()
{
    m_format->addItems({tr("Table (CSV)"), tr("Picture (PNG)"), tr("Drawing (SVG)")});
    m_format->setAccessibleName(tr("Format"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    auto *forms = new QButtonGroup(this);
    forms->addButton(m_long);
    forms->addButton(m_wide);
    m_long->setChecked(true);
    auto *ranges = new QButtonGroup(this);
    ranges->addButton(m_visible);
    ranges->addButton(m_all);
    m_visible->setChecked(true);
    m_path->setAccessibleName(tr("File"));
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setMinimumWidth(320);
    m_progress->setRange(0, 1'000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->hide();
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setFocusPolicy(Qt::NoFocus);

    auto *form = new QFormLayout;
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("Rows"), row({m_long, m_wide}));
    form->addRow(tr("Range"), row({m_visible, m_all}));
    form->addRow(tr("F&ile"), row({m_path, m_browse}));
    auto *buttons = new QDialogButtonBox;
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setDefault(true);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->disconnect();
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.format = ExportChoice::Format(m_format->currentIndex());
    choice.form = m_wide->isChecked() ? ExportRequest::Form::Wide : ExportRequest::Form::Long;
    choice.visibleOnly = m_visible->isChecked();
    choice.path = m_path->text().trimmed();
    return choice;
}

void ExportDialog::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export chart"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1String(suffixes[size_t(m_format->currentIndex())]));
    dialog->selectFile(QFileInfo(m_path->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setPath);
    dialog->open();
}

void ExportDialog::followFormat()
{
    const QFileInfo info(m_path->text());
    for (const char *suffix : suffixes) {
        if (info.suffix().compare(QLatin1String(suffix), Qt::CaseInsensitive) == 0)
            setPath(info.path() + u'/' + info.completeBaseName() + u'.' + QLatin1String(suffixes[size_t(m_format->currentIndex())]));
    }
    const bool table = choice().format == ExportChoice::Format::Csv;
    for (QWidget *widget : std::initializer_list<QWidget *> {m_long, m_wide, m_visible, m_all})
        widget->setEnabled(table);
    describe();
}

void ExportDialog::describe()
{
    const QFileInfo info(m_path->text().trimmed());
    m_export->setEnabled(!info.fileName().isEmpty() && !m_run.isRunning());
    m_message->setText(info.isFile() ? tr("This file exists and will be replaced.") : QString());
}

void ExportDialog::run()
{
    setRunning(true);
    m_message->setText(tr("Writing…"));
    m_run.start(m_chart, m_parts.fleet, choice());
}

void ExportDialog::showResult(const Result<qint64> &rows)
{
    setRunning(false);
    if (rows)
        return accept();
    m_message->setText(rows.error().text);
}

void ExportDialog::setRunning(bool running)
{
    m_progress->setValue(0);
    m_progress->setVisible(running && choice().format == ExportChoice::Format::Csv);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_format, m_long, m_wide, m_visible, m_all, m_path, m_browse, m_export})
        widget->setEnabled(!running);
    if (!running && choice().format != ExportChoice::Format::Csv)
        followFormat();
}

void ExportDialog::reject()
{
    if (m_run.isRunning())
        m_run.cancel();
    else
        QDialog::reject();
}

} // namespace muster
