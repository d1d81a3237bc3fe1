#pragma once

#include <QWidget>

namespace muster {

/// Lights up a place that accepts what is being dragged: a tinted frame over its parent with a sentence ("Add to Hall B").
/// Shown from dragEnterEvent, hidden from dragLeaveEvent and dropEvent. Lets all mouse and drag events through.
class DropHint : public QWidget
{
    Q_OBJECT

public:
    /// Covers `over` and follows its size.
    explicit DropHint(QWidget *over);

    /// `area`: only that part of the parent, a tree's row say; empty: all of it.
    void invite(const QString &sentence, const QRect &area = {});
    [[nodiscard]] QString sentence() const { return m_sentence; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_sentence;
    bool m_whole = true;
};

} // namespace muster
