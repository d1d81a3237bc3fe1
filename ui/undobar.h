#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace muster {

/// What was just done and a way back: a bar that goes away by itself, or when the next thing is done. Instead of a question beforehand.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int shownMs = 15'000;

    explicit UndoBar(QWidget *parent = nullptr);

    void offer(const QString &sentence, std::function<void()> undo);

private:
    void undo();
    void dismiss();

    QLabel *m_sentence;
    QPushButton *m_undo;
    std::function<void()> m_action;
    QTimer m_timer;
};

} // namespace muster
