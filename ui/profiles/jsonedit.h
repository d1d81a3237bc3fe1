#pragma once

#include <QPlainTextEdit>

class QSyntaxHighlighter;

namespace muster {

/// A field for JSON: names and values told apart, line numbers at the side, and the place that is wrong underlined. Tab indents by four blanks.
class JsonEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonEdit(QWidget *parent = nullptr);

    /// Marks what begins there, in characters; -1: nothing is wrong.
    void setFault(int position);
    [[nodiscard]] int fault() const { return m_fault; }
    void goToFault();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Margin;
    void paintMargin(QPaintEvent *event);
    void layoutMargin();
    void mark();

    QWidget *m_margin = nullptr;
    QSyntaxHighlighter *m_colours = nullptr;
    int m_fault = -1;
};

} // namespace muster
