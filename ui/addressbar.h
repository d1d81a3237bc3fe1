#pragma once

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace muster {

class WebAddresses;

/// Asks for the web addresses that rules tell and nobody knows any more, one after the other, in a bar above the middle: never a dialog, so nothing else stops.
class AddressBar : public QFrame
{
    Q_OBJECT

public:
    explicit AddressBar(WebAddresses &addresses, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void give();
    void later();
    void showNext();
    void retranslate();

    WebAddresses &m_addresses;
    QString m_asking;    ///< the reference; empty: nothing
    QStringList m_later; ///< put off by the person, until the next start
    QLabel *m_sentence = nullptr;
    QLineEdit *m_address = nullptr;
    QCheckBox *m_keep = nullptr;
    QLabel *m_noKeychain = nullptr;
    QPushButton *m_use = nullptr;
    QToolButton *m_not = nullptr;
};

} // namespace muster
