#include "ui/profiles/jsonedit.h"

#include "ui/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace muster {

namespace {

constexpr int indent = 4;
constexpr int marginGap = 6; // px, on either side of a line's number

class JsonColours : public QSyntaxHighlighter
{
public:
    explicit JsonColours(QPlainTextEdit &edit)
        : QSyntaxHighlighter(edit.document())
        , m_edit(edit)
    {}

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression word(QStringLiteral(R"re(("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\b\d[\d.eE+-]*)re"));
        const theme::Colours &colours = theme::colours(m_edit.palette());
        for (auto it = word.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            QTextCharFormat form;
            if (match.capturedLength(2) > 0)
                form.setForeground(colours.accent);
            else if (match.capturedLength(1) > 0)
                form.setForeground(colours.muted);
            else
                form.setFontWeight(QFont::Bold);
            setFormat(int(match.capturedStart()), int(match.capturedLength(1) > 0 ? match.capturedLength(1) : match.capturedLength()), form);
        }
    }

private:
    QPlainTextEdit &m_edit;
};

} // namespace

class JsonEdit::Margin : public QWidget
{
public:
    explicit Margin(JsonEdit *edit)
        : QWidget(edit)
        , m_edit(edit)
    {}

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintMargin(event); }

private:
    JsonEdit *m_edit;
};

JsonEdit::JsonEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(this))
    , m_colours(new JsonColours(*this))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTabStopDistance(indent * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonEdit::layoutMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int scrolled) {
        if (scrolled != 0)
            m_margin->scroll(0, scrolled);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    layoutMargin();
}

void JsonEdit::setFault(int position)
{
    m_fault = position;
    mark();
}

void JsonEdit::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_fault >= 0) {
        QTextCursor cursor(document());
        cursor.setPosition(std::min(m_fault, document()->characterCount() - 1));
        QTextEdit::ExtraSelection line;
        QColor tint = theme::colours(palette()).alarm;
        tint.setAlphaF(0.12F);
        line.format.setBackground(tint);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = cursor;
        QTextEdit::ExtraSelection word;
        word.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        word.format.setUnderlineColor(theme::colours(palette()).alarm);
        word.cursor = cursor;
        word.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        if (!word.cursor.hasSelection())
            word.cursor.movePosition(QTextCursor::NextWord, QTextCursor::KeepAnchor);
        marks = {line, word};
    }
    setExtraSelections(marks);
}

void JsonEdit::goToFault()
{
    if (m_fault < 0)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(m_fault, document()->characterCount() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void JsonEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_colours) {
        m_colours->rehighlight();
        mark();
    }
    if (event->type() == QEvent::FontChange && m_margin)
        layoutMargin();
}

void JsonEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier) {
        insertPlainText(QString(indent - textCursor().positionInBlock() % indent, QLatin1Char(' ')));
        return;
    }
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QPlainTextEdit::keyPressEvent(event);
    if (!isReturn)
        return;
    const QString before = textCursor().block().previous().text();
    const auto blanks = std::find_if(before.cbegin(), before.cend(), [](QChar c) { return c != u' '; }) - before.cbegin();
    insertPlainText(QString(blanks, QLatin1Char(' ')));
}

// --- the numbers of the lines

void JsonEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutMargin();
}

void JsonEdit::layoutMargin()
{
    const int digits = int(QString::number(std::max(99, blockCount())).size());
    const int width = digits * fontMetrics().horizontalAdvance(QLatin1Char('9')) + 2 * marginGap;
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void JsonEdit::paintMargin(QPaintEvent *event)
{
    QPainter painter(m_margin);
    const theme::Colours &colours = theme::colours(palette());
    painter.fillRect(event->rect(), colours.window);
    painter.setPen(colours.muted);
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event->rect().bottom())
            break;
        const QRectF place(0, line.top(), m_margin->width() - marginGap, fontMetrics().height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
    }
}

} // namespace muster
