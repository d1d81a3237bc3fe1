#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace muster {

/// Says what an empty place is for and offers the next step: a sentence, a muted explanation below it, and buttons, the first the primary one.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setText(const QString &sentence, const QString &explanation = {});
    QPushButton *addButton(const QString &text);

private:
    QLabel *m_sentence;
    QLabel *m_explanation;
    QHBoxLayout *m_buttons;
};

} // namespace muster
