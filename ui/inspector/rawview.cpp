#include "ui/inspector/rawview.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

// Two lines of text per message, and an empty one.
constexpr int blocksPerMessage = 2;

QString payloadText(const QByteArray &payload, qsizetype most)
{
    const QByteArray shown = payload.left(most);
    auto decoder = QStringDecoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(shown);
    // A character cut in two by the limit is no reason to call it binary.
    const bool isText = !decoder.hasError() && !shown.contains('\0');
    return isText ? format::plain(text, most) : QString::fromLatin1(shown.left(most / 3).toHex(' '));
}

} // namespace

RawView::RawView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_pause(new QToolButton(this))
    , m_count(new QLabel(this))
{
    build();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &RawView::refresh);
    clear();
}

void RawView::buildText()
{
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Raw messages"));
    m_text->setMaximumBlockCount(int(mostMessages) * blocksPerMessage);
    m_text->setUndoRedoEnabled(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(theme::small(font()));
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setMinimumHeight(160);
    m_text->document()->setDocumentMargin(10);
    m_text->setPlaceholderText(tr("Messages show up here as they arrive."));
}

void RawView::build()
{
    buildText();
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_pause->setCheckable(true);
    const auto dress = [](QToolButton *button, const char *icon, const QString &text) {
        button->setIcon(icons::icon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setAutoRaise(true);
    };
    auto *copyButton = new QToolButton(this);
    auto *clearButton = new QToolButton(this);
    dress(m_pause, "player-pause", tr("Pause the view"));
    dress(copyButton, "copy", tr("Copy all messages"));
    dress(clearButton, "eraser", tr("Clear"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 8, 0);
    row->addWidget(m_count, 1);
    row->addWidget(m_pause);
    row->addWidget(copyButton);
    row->addWidget(clearButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_text);
    connect(m_pause, &QToolButton::toggled, this, &RawView::setPaused);
    connect(copyButton, &QToolButton::clicked, this, &RawView::copy);
    connect(clearButton, &QToolButton::clicked, this, &RawView::clear);
}

void RawView::add(const QList<RawMessage> &messages)
{
    for (const RawMessage &message : messages)
        m_messages.push_back(message);
    m_unshown += size_t(messages.size());
    while (m_messages.size() > mostMessages)
        m_messages.pop_front();
    m_unshown = std::min(m_unshown, m_messages.size());
    if (!m_refresh.isActive())
        m_refresh.start();
}

void RawView::clear()
{
    m_messages.clear();
    m_unshown = 0;
    m_text->clear();
    refresh();
}

void RawView::setPaused(bool paused)
{
    m_isPaused = paused;
    m_pause->setChecked(paused);
    refresh();
}

void RawView::refresh()
{
    m_refresh.stop();
    const auto kept = qsizetype(m_messages.size());
    m_count->setText(m_isPaused ? tr("Paused · %1 waiting").arg(format::count(qsizetype(m_unshown)))
            : kept < qsizetype(mostMessages) ? tr("%1 messages").arg(format::count(kept))
                                             : tr("The last %1 messages").arg(format::count(kept)));
    if (m_isPaused || m_unshown == 0)
        return;
    QStringList lines;
    for (size_t i = m_messages.size() - m_unshown; i < m_messages.size(); ++i)
        lines.append(words(m_messages[i], mostShown));
    m_unshown = 0;
    m_text->appendPlainText(lines.join(u'\n'));
}

QString RawView::words(const RawMessage &message, qsizetype most)
{
    const QString when = QDateTime::fromMSecsSinceEpoch(message.time / 1'000).toString(QStringLiteral("HH:mm:ss.zzz"));
    const QString way = message.outgoing ? QStringLiteral("→") : QStringLiteral("←");
    const QString head = QStringLiteral("%1 %2 %3 (%4)").arg(when, way, format::plain(message.where, 300), format::bytes(message.size));
    const qsizetype cut = message.size - std::min(message.payload.size(), most);
    const QString tail = cut > 0 ? QStringLiteral(" ") + tr("… %1 more").arg(format::bytes(cut)) : QString();
    return head + u'\n' + payloadText(message.payload, most) + tail;
}

QString RawView::text() const
{
    QStringList lines;
    for (const RawMessage &message : m_messages)
        lines.append(words(message, RawMessage::maxBytes));
    return lines.join(u'\n');
}

void RawView::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

} // namespace muster
