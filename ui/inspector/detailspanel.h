#pragma once

#include "core/fleet.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace muster {

class Identities;

/// What is known about a device beside its values: addresses, make, firmware, gateway, how it announced itself, what a person said about it.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(const Fleet &fleet, QWidget *parent = nullptr);

    void setDevice(DeviceId device);
    /// Offers to split off addresses; null: does not.
    void setIdentities(const Identities *identities);

Q_SIGNALS:
    void splitRequested(muster::DeviceId device, const QString &address);

private:
    struct Line
    {
        QString name {};
        QString value {};
        QString address {}; ///< that can be split off

        friend bool operator==(const Line &, const Line &) = default;
    };
    void sync();
    void addDevice();
    void addEntry();
    void rebuild();
    void addAddresses(const Device &device);
    void add(const QString &name, const QString &value);
    [[nodiscard]] QWidget *makeSplittable(QLabel *label, const QString &address);

    const Fleet &m_fleet;
    DeviceId m_device {};
    const Identities *m_identities = nullptr;
    QList<Line> m_shown;
    QList<Line> m_next;
    QFormLayout *m_form;
};

} // namespace muster
