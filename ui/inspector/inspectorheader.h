#pragma once

#include "core/fleet.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace muster {

/// Who it is and how it does: name, status as a mark and in words, age of the last sign of life, kind, link and model.
class InspectorHeader : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorHeader(const Fleet &fleet, QWidget *parent = nullptr);

    void setDevice(DeviceId device);

private:
    void refresh();

    const Fleet &m_fleet;
    DeviceId m_device {};
    QLabel *m_name;
    QLabel *m_mark;
    QLabel *m_status;
    QLabel *m_line;
    QTimer m_ages;
};

} // namespace muster
