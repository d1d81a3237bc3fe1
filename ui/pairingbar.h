#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace muster {

class Pairings;

/// Asks what a device that is being paired wants to know, one question after the other, in a bar above the middle: never a dialog, so nothing else stops.
/// A question whose time is over goes away by itself.
class PairingBar : public QFrame
{
    Q_OBJECT

public:
    explicit PairingBar(Pairings &pairings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer(bool yes);
    void showFirst();
    void retranslate();
    void judge();

    Pairings &m_pairings;
    QLabel *m_sentence = nullptr;
    QLabel *m_number = nullptr;
    QLineEdit *m_code = nullptr;
    QPushButton *m_yes = nullptr;
    QPushButton *m_no = nullptr;
};

} // namespace muster
