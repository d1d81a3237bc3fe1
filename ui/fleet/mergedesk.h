#pragma once

#include "core/ids.h"

#include <QObject>

#include <functional>

class QWidget;

namespace muster {

class Fleet;
class Identities;

/// Makes devices that are one, though they do not say so, one device; and takes apart what was taken for one. Both can be undone.
class MergeDesk : public QObject
{
    Q_OBJECT

public:
    MergeDesk(const Fleet &fleet, Identities &identities, QWidget *window);

public Q_SLOTS:
    /// Several: makes one of them at once. A single one: asks with which other.
    void merge(const QList<muster::DeviceId> &devices);
    void split(muster::DeviceId device, const QString &address);

Q_SIGNALS:
    void done(const QString &sentence, const std::function<void()> &undo);

private:
    void join(const QList<DeviceId> &devices);

    const Fleet &m_fleet;
    Identities &m_identities;
    QWidget *m_window;
};

} // namespace muster
