#pragma once

#include "core/fleet.h"

#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace muster {

class Archive;
class Past;

/// Opens the windows for exporting, importing, backing up and restoring.
class ArchiveDesk : public QObject
{
    Q_OBJECT

public:
    ArchiveDesk(const Fleet &fleet, Archive &archive, const Past &past, QWidget *window);

public Q_SLOTS:
    /// `devices` are checked; none: the whole fleet is.
    void exportData(const QList<muster::DeviceId> &devices);
    void importTable();
    void importFrom(const QString &path);
    void backUp();
    void restore();

private:
    void backUpTo(const QString &path);
    void askRestore(const QString &path);
    void restoreFrom(const QString &path);

    const Fleet &m_fleet;
    Archive &m_archive;
    const Past &m_past;
    QWidget *m_window;
};

} // namespace muster
