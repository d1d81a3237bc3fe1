#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;

namespace muster {

class Automations;

/// The settings of the site: where it is, for sunrise and sunset. Every choice takes effect at once.
class SitePage : public QWidget
{
    Q_OBJECT

public:
    explicit SitePage(Automations &automations, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showSite();
    void store();

    Automations &m_automations;
    QLabel *m_what;
    QLabel *m_latitudeLabel;
    QLabel *m_longitudeLabel;
    QDoubleSpinBox *m_latitude;
    QDoubleSpinBox *m_longitude;
    QLabel *m_today;
    bool m_showing = false;
};

} // namespace muster
