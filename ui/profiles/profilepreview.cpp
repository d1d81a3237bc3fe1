#include "ui/profiles/profilepreview.h"

#include "core/connections.h"
#include "script/scripttrial.h"
#include "ui/console/consolelog.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/profiles/profilewords.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

enum Column { Name, LastValue, Times };
constexpr int bytesLines = 5;

} // namespace

ProfilePreview::ProfilePreview(const Connections &connections, Wire *wire, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_wire(wire)
    , m_refresh(this)
    , m_trial(new script::ScriptTrial(this))
    , m_source(new QComboBox(this))
    , m_open(new QToolButton(this))
    , m_bytes(new QPlainTextEdit(this))
    , m_values(new QTreeWidget(this))
    , m_counted(new QLabel(this))
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    build();
    retranslate();
    connect(&m_refresh, &QTimer::timeout, this, &ProfilePreview::show);
    connect(m_trial, &script::ScriptTrial::finished, this, [this](const QList<codec::Tried> &tried, const QString &problem) {
        showTried(tried);
        if (!problem.isEmpty())
            m_counted->setText(format::plain(problem, 500));
        if (m_source->currentData().toInt() >= FirstConnection && !m_refresh.isActive() && m_isBehind)
            m_refresh.start();
    });
    connect(m_source, &QComboBox::currentIndexChanged, this, &ProfilePreview::choose);
    connect(m_bytes, &QPlainTextEdit::textChanged, &m_refresh, [this] { m_refresh.start(); });
    connect(m_open, &QToolButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Open captured bytes"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &ProfilePreview::loadFile);
        dialog->open();
    });
    connect(&connections, &Connections::added, this, &ProfilePreview::fillSources);
    connect(&connections, &Connections::removed, this, &ProfilePreview::fillSources);
    if (wire)
        connect(wire, &Wire::arrived, this, &ProfilePreview::take);
}

ProfilePreview::~ProfilePreview()
{
    m_refresh.stop();
    listen({});
}

void ProfilePreview::build()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_bytes->setFont(fixed);
    m_bytes->setFixedHeight(bytesLines * QFontMetrics(fixed).lineSpacing() + 12);
    m_bytes->setMaximumBlockCount(20'000);
    m_open->setIcon(icons::icon("folder-open"));
    m_open->setAutoRaise(true);
    m_values->setColumnCount(3);
    m_values->setRootIsDecorated(false);
    m_values->setUniformRowHeights(true);
    m_values->setSelectionMode(QAbstractItemView::NoSelection);
    m_values->header()->setStretchLastSection(false);
    m_values->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_values->header()->setSectionResizeMode(LastValue, QHeaderView::ResizeToContents);
    m_values->header()->setSectionResizeMode(Times, QHeaderView::ResizeToContents);
    m_counted->setTextFormat(Qt::PlainText);
    m_counted->setWordWrap(true);
    m_counted->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->addWidget(m_source, 1);
    top->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_bytes);
    column->addWidget(m_values, 1);
    column->addWidget(m_counted);
}

// --- which bytes

void ProfilePreview::fillSources()
{
    const QVariant before = m_source->currentData();
    {
        const QSignalBlocker blocker(m_source);
        m_source->clear();
        m_source->addItem(tr("The profile's examples"), int(Examples));
        m_source->addItem(tr("Bytes as text"), int(Text));
        m_source->addItem(tr("Bytes as hexadecimal digits"), int(Hex));
        for (const Connection &connection : m_connections.all()) {
            if (m_wire)
                m_source->addItem(tr("What comes over %1 now").arg(format::plain(connection.name, 60)), int(FirstConnection) + int(connection.id.n));
        }
        m_source->setCurrentIndex(std::max(0, m_source->findData(before)));
    }
    if (m_source->currentData() != before)
        choose();
}

void ProfilePreview::choose()
{
    const int source = m_source->currentData().toInt();
    listen(source >= FirstConnection ? ConnectionId {quint32(source - FirstConnection)} : ConnectionId {});
    m_bytes->setVisible(source != Examples);
    m_bytes->setReadOnly(source >= FirstConnection);
    m_bytes->setPlaceholderText(source == Hex ? tr("02 41 0D 0A …") : source == Text ? tr("Paste here what the device says.") : tr("Nothing has come yet."));
    if (source >= FirstConnection)
        m_bytes->clear();
    show();
}

void ProfilePreview::listen(ConnectionId id)
{
    if (!m_wire || id == m_heard)
        return;
    if (m_heard.isValid())
        m_wire->release(m_heard);
    m_heard = id;
    m_gathered.clear();
    if (id.isValid())
        m_wire->listen(id);
}

void ProfilePreview::take(const WireBatch &batch)
{
    for (const WireChunk &chunk : batch.chunks) {
        if (chunk.connection == m_heard && m_heard.isValid() && !chunk.outgoing)
            m_gathered.append(chunk.bytes);
    }
    if (m_gathered.size() > mostBytes)
        m_gathered = m_gathered.last(mostBytes);
    if (m_heard.isValid() && !m_refresh.isActive())
        m_refresh.start();
}

void ProfilePreview::setBytes(const QByteArray &bytes)
{
    const QByteArray kept = bytes.last(std::min(bytes.size(), mostBytes));
    const bool isText = std::all_of(kept.cbegin(), kept.cend(), [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t'; });
    m_source->setCurrentIndex(m_source->findData(int(isText ? Text : Hex)));
    m_bytes->setPlainText(QString::fromLatin1(isText ? kept : kept.toHex(' ')));
}

QByteArray ProfilePreview::bytes() const
{
    switch (m_source->currentData().toInt()) {
    case Examples: return {};
    case Text: return m_bytes->toPlainText().toUtf8().left(mostBytes) + '\n';
    case Hex: return bytesFromHex(m_bytes->toPlainText().simplified()).value_or(QByteArray()).left(mostBytes);
    default: return m_gathered;
    }
}

void ProfilePreview::loadFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return showNothing(tr("%1 cannot be read: %2").arg(path, file.errorString()));
    setBytes(file.read(mostBytes));
}

// --- what they give

void ProfilePreview::setProfile(const codec::Profile *profile)
{
    m_isBle = false;
    m_hasProfile = profile != nullptr;
    if (profile)
        m_profile = *profile;
    show();
}

void ProfilePreview::setBleProfile()
{
    m_isBle = true;
    m_hasProfile = false;
    show();
}

void ProfilePreview::showNothing(const QString &why)
{
    m_trial->cancel();
    m_values->clear();
    m_counted->setText(why);
}

void ProfilePreview::show()
{
    const int source = m_source->currentData().toInt();
    if (m_isBle)
        return showNothing(tr("What a Bluetooth device says is not tried here; its values are seen as soon as it is connected."));
    if (!m_hasProfile)
        return showNothing(tr("There is something wrong with the profile; what it would read is shown when that is put right."));
    const QByteArray given = bytes();
    if (source >= FirstConnection) {
        const QSignalBlocker blocker(m_bytes);
        QString text;
        for (const QByteArray &line : given.last(std::min<qsizetype>(given.size(), 1'024)).split('\n'))
            text += consoleText(line) + QLatin1Char('\n');
        m_bytes->setPlainText(text);
    }
    if (source == Hex) {
        if (const auto read = bytesFromHex(m_bytes->toPlainText().simplified()); !read && !m_bytes->toPlainText().trimmed().isEmpty())
            return showNothing(read.error().text);
    }
    m_isBehind = source >= FirstConnection && m_trial->isRunning();
    if (m_isBehind)
        return; // what came meanwhile is tried next
    QList<QByteArray> pieces {given};
    if (source == Examples) {
        pieces.clear();
        for (const codec::Example &example : std::as_const(m_profile.examples))
            pieces.append(codec::bytesOf(example));
    }
    m_trial->cancel();
    if (!m_profile.script.isEmpty()) {
        m_counted->setText(tr("The script is running…"));
        return m_trial->start(m_profile, pieces);
    }
    QList<codec::Tried> tried;
    for (const QByteArray &piece : std::as_const(pieces))
        tried.append(codec::tryOut(m_profile, piece));
    showTried(tried);
}

void ProfilePreview::showTried(const QList<codec::Tried> &tried)
{
    const bool areExamples = m_source->currentData().toInt() == Examples;
    m_values->clear();
    for (const codec::Tried &each : tried) {
        for (const codec::TriedColumn &column : each.columns) {
            if (areExamples && column.count == 0)
                continue;
            auto *row = new QTreeWidgetItem(m_values, {format::plain(format::metricName(column.metric), 80), profilewords::value(column), format::count(qint64(column.count))});
            row->setTextAlignment(LastValue, Qt::AlignRight | Qt::AlignVCenter);
            row->setTextAlignment(Times, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    m_counted->setText(areExamples ? aboutExamples(tried) : tried.isEmpty() ? QString() : profilewords::counted(tried.first().counters));
}

QString ProfilePreview::aboutExamples(const QList<codec::Tried> &tried) const
{
    codec::LinkCounters all;
    QStringList failed;
    for (qsizetype i = 0; i < tried.size() && i < m_profile.examples.size(); ++i) {
        all.frames += tried[i].counters.frames;
        all.readings += tried[i].counters.readings;
        failed += codec::faultsOf(m_profile, i, tried[i]);
    }
    if (m_profile.examples.isEmpty())
        return tr("The profile has no examples. Choose above what it should be tried on.");
    if (failed.isEmpty())
        return tr("%n example(s) give what they should.", nullptr, int(m_profile.examples.size())) + QLatin1Char(' ') + profilewords::counted(all);
    return format::plain(failed.first(std::min<qsizetype>(failed.size(), 3)).join(QLatin1Char(' ')), 500);
}

void ProfilePreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfilePreview::retranslate()
{
    fillSources();
    m_source->setAccessibleName(tr("Bytes to try the profile on"));
    m_bytes->setAccessibleName(tr("Bytes"));
    m_open->setToolTip(tr("Open a file with captured bytes…"));
    m_open->setAccessibleName(m_open->toolTip());
    m_values->setHeaderLabels({tr("Value"), tr("Last"), tr("Times")});
    m_values->setAccessibleName(tr("What the profile reads"));
    choose();
}

} // namespace muster
