#pragma once

#include "core/ids.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace muster {

class Fleet;

/// Which other device is the same one. Says what will become of the two before it is done.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int mostShown = 500;

    MergeDialog(const Fleet &fleet, DeviceId device, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(muster::DeviceId device);

private:
    void build();
    void fill();
    void preview();
    void agree();
    [[nodiscard]] DeviceId current() const;

    const Fleet &m_fleet;
    DeviceId m_device;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_preview;
    QPushButton *m_merge;
};

} // namespace muster
