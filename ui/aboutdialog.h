#pragma once

#include <QDialog>

namespace muster {

/// What this program is, its version, what it is made of and its licence.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    /// `libraries`: further ones, as "libmosquitto 2.0.11".
    explicit AboutDialog(const QStringList &libraries, QWidget *parent = nullptr);
};

/// Every action of a window that has a shortcut and the keys of a chart, as a table.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<class QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace muster
