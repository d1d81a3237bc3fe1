#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace muster {

/// The first start: what this is, and the three ways to begin. Takes the place of the fleet while there is neither a connection nor a device.
class Welcome : public QWidget
{
    Q_OBJECT

public:
    explicit Welcome(QWidget *parent = nullptr);

Q_SIGNALS:
    void addConnectionRequested();
    void localBrokerRequested(bool on);
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showIcon();

    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_broker = nullptr;
    QPushButton *m_demo = nullptr;
    QLabel *m_drop = nullptr;
};

} // namespace muster
