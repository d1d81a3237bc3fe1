#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace muster {

class MailSetup;

/// The settings of e-mail, and a mail to try them. Every choice takes effect at once; a password is handed on and shown nowhere.
class MailPage : public QWidget
{
    Q_OBJECT

public:
    explicit MailPage(MailSetup &setup, QWidget *parent = nullptr);
    ~MailPage() override;

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void retranslate();
    void showSettings();
    void showPassword();
    void chooseSecurity();
    void chooseFile();
    void store();
    void test();
    void tell(const QString &text, bool isProblem);

    MailSetup &m_setup;
    QFormLayout *m_form;
    QLabel *m_what;
    QLineEdit *m_server;
    QComboBox *m_security;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QLineEdit *m_sender;
    QLineEdit *m_recipient;
    QWidget *m_caRow;
    QLineEdit *m_ca;
    QToolButton *m_choose;
    QPushButton *m_test;
    QLabel *m_verdict;
    bool m_showing = false;
    bool m_testing = false;
};

} // namespace muster
