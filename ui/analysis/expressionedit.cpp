#include "ui/analysis/expressionedit.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStringListModel>

namespace muster {

namespace {

constexpr int lines = 3;
constexpr int popupWidth = 360;

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.';
}

} // namespace

ExpressionEdit::ExpressionEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_completer(new QCompleter(this))
    , m_choices(new QStringListModel(this))
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setFixedHeight(sizeHint().height());
    m_completer->setModel(m_choices);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(10);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ExpressionEdit::complete);
    setLabels({});
}

QSize ExpressionEdit::sizeHint() const
{
    return {420, int(fontMetrics().lineSpacing() * lines + document()->documentMargin() * 2 + 2 * frameWidth())};
}

void ExpressionEdit::setLabels(const QStringList &labels)
{
    QStringList choices = functionSignatures();
    for (const QString &label : labels)
        choices.append(quotedLabel(label));
    m_choices->setStringList(choices);
}

void ExpressionEdit::setError(const ExpressionError *error)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (error && !document()->isEmpty()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        const int size = document()->characterCount() - 1;
        // What is missing is shown at the last character before it.
        const int length = std::max(1, int(error->length));
        const int column = std::clamp(int(error->column), 0, std::max(0, size - 1));
        mark.cursor.setPosition(column);
        mark.cursor.setPosition(std::min(size, column + length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme::colours(palette()).alarm);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void ExpressionEdit::insertLabel(const QString &label)
{
    QTextCursor cursor = textCursor();
    const bool afterWord = cursor.position() > 0 && isWord(document()->characterAt(cursor.position() - 1));
    cursor.insertText((afterWord ? QStringLiteral(" ") : QString()) + quotedLabel(label));
    setFocus();
}

int ExpressionEdit::wordStart() const
{
    const QString before = toPlainText().left(textCursor().position());
    bool open = false;
    int quote = 0;
    for (int i = 0; i < before.size(); ++i) {
        if (before[i] == u'\\')
            ++i;
        else if (before[i] == u'"') {
            open = !open;
            quote = i;
        }
    }
    if (open)
        return quote;
    int start = int(before.size());
    while (start > 0 && isWord(before[start - 1]))
        --start;
    return start;
}

void ExpressionEdit::offer()
{
    const int start = wordStart();
    const int end = textCursor().position();
    QString typed = toPlainText().mid(start, end - start);
    const bool isNumber = !typed.isEmpty() && typed[0].isDigit();
    if (typed.startsWith(u'"'))
        typed.remove(0, 1);
    if (end == start || isNumber) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(typed);
    if (m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(std::max(popupWidth, m_completer->popup()->sizeHintForColumn(0) + m_completer->popup()->verticalScrollBar()->sizeHint().width()));
    m_completer->complete(place);
}

void ExpressionEdit::complete(const QString &choice)
{
    QTextCursor cursor = textCursor();
    const int end = cursor.position();
    cursor.setPosition(wordStart());
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    // A function is begun; what stands in its parentheses is the person's business.
    cursor.insertText(choice.startsWith(u'"') ? choice : choice.left(choice.indexOf(u'(') + 1));
    setTextCursor(cursor);
}

void ExpressionEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer->popup()->isVisible() && (isReturn || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab)) {
        event->ignore(); // the completer takes them
        return;
    }
    if (isReturn) {
        Q_EMIT accepted();
        return;
    }
    const bool asked = event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier);
    if (!asked)
        QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (asked || typed || event->key() == Qt::Key_Backspace)
        offer();
}

void ExpressionEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().simplified());
}

} // namespace muster
