#pragma once

#include "core/sample.h"

#include <QFrame>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace muster {

class Replay;

/// Says in colour that the window shows a past moment, and which; leads to others by slider, steps and clock, lets time pass there, and leads
/// back. Keys: Ctrl+Space plays and pauses, Alt+Left and Alt+Right step, Esc leads back.
class ReplayBar : public QFrame
{
    Q_OBJECT

public:
    explicit ReplayBar(Replay &replay, QWidget *parent = nullptr);

    /// Where the slider begins; it ends at the present.
    void setOldest(Micros oldest);

Q_SIGNALS:
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void paintItself();
    void showTime();
    void showPlaying();
    [[nodiscard]] Micros stepLength() const;

    Replay &m_replay;
    Micros m_oldest;
    QLabel *m_label;
    QToolButton *m_back;
    QToolButton *m_play;
    QToolButton *m_forth;
    QSlider *m_slider;
    QDateTimeEdit *m_time;
    QComboBox *m_speed;
    QPushButton *m_leave;
};

} // namespace muster
