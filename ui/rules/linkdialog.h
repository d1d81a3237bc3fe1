#pragma once

#include "rules/links.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace muster {

/// One link: what it reads, what it commands, and what it makes of the value; with what it would send now. Deletes itself.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    /// A link without an id is a new one.
    LinkDialog(const Fleet &fleet, Links &links, const DeviceLink &link, QWidget *parent);

    /// As it stands in the form.
    [[nodiscard]] DeviceLink link() const;

private:
    void build();
    void buildEnds(QFormLayout &form);
    void buildCalculation(QFormLayout &form);
    void buildRules(QFormLayout &form);
    void fillDevices(QComboBox &box, bool commands) const;
    void fillMetrics();
    void fillCommands();
    void fill(const DeviceLink &link);
    void listen();
    void showWhatCounts();
    void store();
    [[nodiscard]] const Device *deviceOf(const QComboBox &box) const;
    [[nodiscard]] const CommandInfo *command() const;

    const Fleet &m_fleet;
    Links &m_links;
    DeviceLink m_link;
    QTimer m_refresh;
    QComboBox *m_from;
    QComboBox *m_metric;
    QComboBox *m_to;
    QComboBox *m_command;
    QDoubleSpinBox *m_scale;
    QDoubleSpinBox *m_offset;
    QCheckBox *m_hasLeast;
    QDoubleSpinBox *m_least;
    QCheckBox *m_hasMost;
    QDoubleSpinBox *m_most;
    QDoubleSpinBox *m_apart;
    QCheckBox *m_onChange;
    QDoubleSpinBox *m_stale;
    QCheckBox *m_hasFallback;
    QDoubleSpinBox *m_fallback;
    QCheckBox *m_dangerous;
    QLineEdit *m_name;
    QCheckBox *m_enabled;
    QLabel *m_preview;
    QPushButton *m_store = nullptr;
};

} // namespace muster
