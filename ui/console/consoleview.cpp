#include "ui/console/consoleview.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype mostForProfile = 64 * 1024; // bytes
constexpr int maxTyped = 4'096;
constexpr int maxWhere = 300;

} // namespace

ConsoleView::ConsoleView(Wire &wire, ConnectionId connection, QWidget *parent)
    : QWidget(parent)
    , m_wire(wire)
    , m_connection(connection)
    , m_refresh(this)
    , m_form(new QComboBox(this))
    , m_times(new QCheckBox(this))
    , m_pause(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_profile(new QToolButton(this))
    , m_search(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_where(new QComboBox(this))
    , m_line(new QLineEdit(this))
    , m_ending(new QComboBox(this))
    , m_send(new QPushButton(this))
    , m_count(new QLabel(this))
    , m_note(new QLabel(this))
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    build();
    retranslate();
    wireUp();
    showCount();
    m_wire.listen(m_connection);
}

ConsoleView::~ConsoleView()
{
    m_wire.release(m_connection);
}

// --- what it is made of

void ConsoleView::build()
{
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setMaximumBlockCount(mostShown);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeTop());
    column->addWidget(m_text, 1);
    column->addWidget(m_note);
    column->addLayout(makeBottom());
    setFocusProxy(m_line);
}

QLayout *ConsoleView::makeTop()
{
    m_form->addItems({QString(), QString()});
    m_times->setChecked(true);
    m_pause->setCheckable(true);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_pause->setIcon(icons::icon("player-pause"));
    m_clear->setIcon(icons::icon("eraser"));
    m_save->setIcon(icons::icon("file-export"));
    m_profile->setIcon(icons::icon("pencil"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_form);
    row->addWidget(m_times);
    row->addWidget(m_count, 1);
    row->addWidget(m_search, 1);
    for (auto *button : {m_pause, m_clear, m_save, m_profile}) {
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    return row;
}

QLayout *ConsoleView::makeBottom()
{
    m_where->setEditable(true);
    m_where->setInsertPolicy(QComboBox::NoInsert);
    m_where->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_where->setMinimumContentsLength(14);
    m_where->hide();
    m_line->setMaxLength(maxTyped);
    m_line->installEventFilter(this);
    m_ending->addItems({QString(), QString(), QString(), QString(), QString()});
    m_send->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_where);
    row->addWidget(m_line, 1);
    row->addWidget(m_ending);
    row->addWidget(m_send);
    return row;
}

void ConsoleView::wireUp()
{
    connect(&m_wire, &Wire::arrived, this, &ConsoleView::take);
    connect(&m_wire, &Wire::refused, this, [this](ConnectionId id, const Error &error) {
        if (id == m_connection)
            say(error.text, true);
    });
    connect(&m_refresh, &QTimer::timeout, this, &ConsoleView::refresh);
    connect(m_form, &QComboBox::currentIndexChanged, this, &ConsoleView::showAnew);
    connect(m_times, &QCheckBox::toggled, this, &ConsoleView::showAnew);
    connect(m_pause, &QToolButton::toggled, this, &ConsoleView::refresh);
    connect(m_save, &QToolButton::clicked, this, &ConsoleView::chooseFile);
    connect(m_profile, &QToolButton::clicked, this, [this] { Q_EMIT profileRequested(received(mostForProfile)); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_log.clear();
        showAnew();
    });
    connect(m_search, &QLineEdit::textEdited, this, [this] { search(false); });
    m_search->installEventFilter(this);
    connect(m_line, &QLineEdit::returnPressed, this, &ConsoleView::send);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) { m_send->setEnabled(!text.isEmpty()); });
    connect(m_send, &QPushButton::clicked, this, &ConsoleView::send);
    connect(m_ending, &QComboBox::activated, this, [this] { m_isTouched = true; });
}

QByteArray ConsoleView::received(qsizetype most) const
{
    QByteArray bytes;
    for (const ConsoleLine &line : m_log.lines()) {
        if (!line.outgoing)
            bytes += line.bytes;
    }
    return bytes.last(std::min(bytes.size(), most));
}

void ConsoleView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConsoleView::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    m_form->setItemText(0, tr("Text"));
    m_form->setItemText(1, tr("Hexadecimal"));
    m_form->setAccessibleName(tr("How bytes are shown"));
    m_times->setText(tr("&Times"));
    name(m_pause, tr("Pause the view"));
    name(m_clear, tr("Clear"));
    name(m_save, tr("Save to a file…"));
    name(m_profile, tr("Try a profile on what came…"));
    m_search->setPlaceholderText(tr("Find"));
    m_search->setAccessibleName(tr("Find in the console"));
    m_search->setToolTip(tr("Enter: the next place, Shift+Enter: the one before"));
    m_text->setAccessibleName(tr("Bytes on the connection"));
    m_text->setPlaceholderText(tr("What goes over the connection from now on shows up here."));
    m_where->setAccessibleName(tr("Where to send it"));
    m_line->setPlaceholderText(tr("Send a line"));
    m_line->setAccessibleName(tr("Line to send"));
    m_line->setToolTip(tr("Enter sends it; the arrow keys bring back what was sent before"));
    m_ending->setItemText(Lf, QStringLiteral("LF"));
    m_ending->setItemText(CrLf, QStringLiteral("CR LF"));
    m_ending->setItemText(Cr, QStringLiteral("CR"));
    m_ending->setItemText(None, tr("no line ending"));
    m_ending->setItemText(Hex, tr("as hexadecimal bytes"));
    m_ending->setAccessibleName(tr("How the line ends"));
    m_send->setText(tr("Send"));
    showCount();
}

// --- what comes in

void ConsoleView::take(const WireBatch &batch)
{
    bool isOurs = false;
    for (const WireChunk &chunk : batch.chunks) {
        if (chunk.connection != m_connection)
            continue;
        isOurs = true;
        m_log.add(chunk);
        // A message is what it is; a stream is cut into lines.
        if (chunk.whole && !m_isTouched)
            m_ending->setCurrentIndex(None);
    }
    if (batch.dropped > 0)
        m_log.addLost(batch.dropped);
    if ((isOurs || batch.dropped > 0) && !m_refresh.isActive())
        m_refresh.start();
}

QString ConsoleView::words(const ConsoleLine &line) const
{
    QString head;
    if (m_times->isChecked())
        head = QDateTime::fromMSecsSinceEpoch(line.time / 1'000).toString(QStringLiteral("HH:mm:ss.zzz "));
    head += line.outgoing ? QStringLiteral("→ ") : QStringLiteral("← ");
    if (m_log.places().size() > 1)
        head += format::plain(line.where, maxWhere) + QStringLiteral("  ");
    if (m_form->currentIndex() == 0)
        return head + consoleText(line.bytes);
    const QStringList rows = consoleHex(line.bytes);
    return head + rows.join(QLatin1Char('\n') + QString(head.size(), QLatin1Char(' ')));
}

// Only what is new is appended; the last line is written again where it may have grown.
void ConsoleView::refresh()
{
    showCount();
    if (m_pause->isChecked())
        return;
    const quint64 end = m_log.first() + m_log.lines().size();
    quint64 from = std::max(m_next, m_log.first());
    if (m_lastRows > 0 && from > m_log.first() && from == m_next) {
        takeBackLast();
        --from;
    }
    from = std::max(from, end > quint64(mostShown) ? end - quint64(mostShown) : 0);
    QStringList lines;
    for (quint64 i = from; i < end; ++i)
        lines.append(words(m_log.lines()[size_t(i - m_log.first())]));
    m_next = end;
    m_lastRows = m_log.isOpen() && !lines.isEmpty() ? int(lines.last().count(QLatin1Char('\n'))) + 1 : 0;
    if (!lines.isEmpty())
        m_text->appendPlainText(lines.join(QLatin1Char('\n')));
    const QStringList &places = m_log.places();
    for (qsizetype i = m_where->count(); i < places.size(); ++i)
        m_where->addItem(places[i].left(maxWhere), places[i]);
    m_where->setVisible(places.size() > 1);
}

void ConsoleView::takeBackLast()
{
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    cursor.movePosition(QTextCursor::PreviousBlock, QTextCursor::KeepAnchor, m_lastRows - 1);
    cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    cursor.deletePreviousChar();
}

void ConsoleView::showAnew()
{
    m_text->clear();
    m_next = m_log.first();
    m_lastRows = 0;
    refresh();
}

void ConsoleView::showCount()
{
    QStringList parts {tr("%1 lines").arg(format::count(qsizetype(m_log.lines().size())))};
    if (m_pause->isChecked())
        parts.prepend(tr("Paused"));
    if (m_log.droppedLines() > 0)
        parts.append(tr("%1 older ones dropped").arg(format::count(qsizetype(m_log.droppedLines()))));
    if (m_log.lostBytes() > 0)
        parts.append(tr("%1 came too fast").arg(format::bytes(qsizetype(m_log.lostBytes()))));
    m_count->setText(parts.join(QStringLiteral(" · ")));
}

// --- searching and keeping

void ConsoleView::search(bool backward)
{
    const QString text = m_search->text();
    if (text.isEmpty())
        return;
    const QTextDocument::FindFlags flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_text->find(text, flags))
        return say({}, false);
    QTextCursor around = m_text->textCursor();
    around.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
    m_text->setTextCursor(around);
    if (m_text->find(text, flags))
        say({}, false);
    else
        say(tr("“%1” is nowhere in the lines that are shown.").arg(format::plain(text, 100)), false);
}

QString ConsoleView::text() const
{
    QString all;
    for (const ConsoleLine &line : m_log.lines())
        all += words(line) + QLatin1Char('\n');
    return all;
}

void ConsoleView::saveTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = text().toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        say(tr("%1 lines were written to %2.").arg(format::count(qsizetype(m_log.lines().size())), path), false);
    else
        say(tr("%1 could not be written: %2.").arg(path, file.errorString()), true);
}

void ConsoleView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the console"), QStringLiteral("console.txt"), tr("Text (*.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &ConsoleView::saveTo);
    dialog->open();
}

void ConsoleView::say(const QString &text, bool isTrouble)
{
    QPalette colours = palette();
    if (isTrouble)
        colours.setColor(QPalette::WindowText, theme::colours(palette()).alarm);
    m_note->setPalette(colours);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

// --- sending

void ConsoleView::send()
{
    const QString text = m_line->text();
    if (text.isEmpty())
        return;
    QByteArray bytes = text.toUtf8();
    switch (m_ending->currentIndex()) {
    case Lf: bytes += '\n'; break;
    case CrLf: bytes += "\r\n"; break;
    case Cr: bytes += '\r'; break;
    case Hex: {
        const auto read = bytesFromHex(text);
        if (!read)
            return say(read.error().text, true);
        bytes = *read;
        break;
    }
    default: break;
    }
    say({}, false);
    const int known = m_where->findText(m_where->currentText());
    m_wire.write(m_connection, known >= 0 ? m_where->itemData(known).toString() : m_where->currentText(), bytes);
    m_history.removeAll(text);
    m_history.append(text);
    if (m_history.size() > maxHistory)
        m_history.removeFirst();
    m_chosen = m_history.size();
    m_line->clear();
}

void ConsoleView::choose(int step)
{
    if (m_chosen == m_history.size())
        m_typed = m_line->text();
    m_chosen = std::clamp<qsizetype>(m_chosen + step, 0, m_history.size());
    m_line->setText(m_chosen == m_history.size() ? m_typed : m_history[m_chosen]);
}

bool ConsoleView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_line && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        choose(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (watched == m_search && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        search(key->modifiers() & Qt::ShiftModifier);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace muster
