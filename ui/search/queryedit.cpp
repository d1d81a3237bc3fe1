#include "ui/search/queryedit.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextCharFormat>

namespace muster {

namespace {

constexpr int leastPopupWidth = 240;
constexpr int mostVisible = 12;

} // namespace

QueryEdit::QueryEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_choices(new QStringListModel(this))
    , m_rest(this)
{
    setMaxLength(int(Query::maxLength));
    m_completer->setModel(m_choices);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostVisible);
    m_completer->popup()->setObjectName(QStringLiteral("completions"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &QueryEdit::complain);
    connect(this, &QLineEdit::textChanged, this, &QueryEdit::take);
    connect(this, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(this, &QLineEdit::returnPressed, this, &QueryEdit::complain);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) { insertChoice(index.row()); });
}

void QueryEdit::take(const QString &text)
{
    const ParsedQuery query = parseQuery(text);
    m_error = query ? std::nullopt : std::optional(query.error());
    setComplaint(std::nullopt);
    m_rest.start();
    if (query)
        Q_EMIT queried(text);
}

void QueryEdit::complain()
{
    m_rest.stop();
    if (m_error) {
        setComplaint(m_error);
        return;
    }
    const ParsedQuery query = parseQuery(text());
    const QList<QueryError> doubts = query && m_columns ? query->doubts(vocabulary()) : QList<QueryError>();
    setComplaint(doubts.isEmpty() ? std::nullopt : std::optional(doubts.first()));
}

void QueryEdit::setComplaint(const std::optional<QueryError> &complaint)
{
    if (complaint == m_complaint)
        return;
    m_complaint = complaint;
    underline();
    Q_EMIT complaintChanged();
}

// QLineEdit formats parts of its text only at an input method's request.
void QueryEdit::underline()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_complaint && !text().isEmpty()) {
        const qsizetype size = text().size();
        const qsizetype column = std::clamp<qsizetype>(m_complaint->column, 0, size - 1); // what is missing is shown at the last character
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(m_error ? theme::colours(palette()).alarm : theme::colours(palette()).stale);
        attributes.append({QInputMethodEvent::TextFormat, int(column - cursorPosition()),
            int(std::clamp<qsizetype>(m_complaint->length, 1, size - column)), format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
}

void QueryEdit::takeSuggestion()
{
    if (!m_complaint || m_complaint->suggestion.isEmpty())
        return;
    const QueryError complaint = *m_complaint;
    const QString before = text();
    const qsizetype column = std::clamp<qsizetype>(complaint.column, 0, before.size());
    setText(before.left(column) + complaint.suggestion + before.mid(column + complaint.length));
    setCursorPosition(int(column + complaint.suggestion.size()));
    setFocus();
    complain();
}

const Vocabulary &QueryEdit::vocabulary() const
{
    const qint64 now = QDeadlineTimer::current().deadline();
    if (m_columns && (m_vocabularyTime == 0 || now - m_vocabularyTime > vocabularyMs)) {
        m_vocabulary = m_columns->vocabulary();
        m_vocabularyTime = now;
    }
    return m_vocabulary;
}

void QueryEdit::offer(bool asked)
{
    const qsizetype cursor = cursorPosition();
    const bool typing = cursor > 0 && !text().at(cursor - 1).isSpace();
    m_offered = m_columns && (asked || typing) ? complete(text(), cursor, vocabulary()) : QList<Completion>();
    if (!m_offered.isEmpty() && !asked && vocabulary().metrics.contains(text().mid(m_offered.first().column, m_offered.first().length), Qt::CaseInsensitive))
        m_offered.clear(); // one stands there already
    if (m_offered.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QStringList choices;
    for (const Completion &one : std::as_const(m_offered))
        choices.append(one.text);
    m_choices->setStringList(choices);
    QRect place = cursorRect();
    auto *popup = m_completer->popup();
    place.moveBottom(height() - 2); // below the field's edge
    place.setWidth(std::max(leastPopupWidth, popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 16));
    m_completer->complete(place);
    popup->setCurrentIndex({}); // Return takes what was typed unless one was chosen
}

void QueryEdit::insertChoice(int choice)
{
    const Completion one = m_offered.value(choice);
    if (one.text.isEmpty())
        return;
    const QString before = text();
    const QString after = before.mid(one.column + one.length);
    const QString written = one.isField || after.startsWith(u' ') ? one.text : one.text + u' ';
    setText(before.left(one.column) + written + after);
    setCursorPosition(int(one.column + written.size()));
    if (one.isField)
        offer(true);
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    const bool space = event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier);
    if (space || (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible())) {
        offer(true);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void QueryEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        complain();
    QLineEdit::focusOutEvent(event);
}

} // namespace muster
