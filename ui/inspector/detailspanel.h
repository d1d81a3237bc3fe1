#pragma once

#include "core/fleet.h"

#include <QWidget>

class QFormLayout;

namespace muster {

/// What is known about a device beside its values: addresses, make, firmware, gateway, how it announced itself, what a person said about it.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(const Fleet &fleet, QWidget *parent = nullptr);

    void setDevice(DeviceId device);

private:
    void sync();
    void addDevice();
    void addEntry();
    void rebuild();
    void add(const QString &name, const QString &value);

    const Fleet &m_fleet;
    DeviceId m_device {};
    QList<std::pair<QString, QString>> m_shown;
    QList<std::pair<QString, QString>> m_next;
    QFormLayout *m_form;
};

} // namespace muster
