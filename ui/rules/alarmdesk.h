#pragma once

#include "ui/rules/alarmdialog.h"

namespace muster {

/// Opens the windows about alarms.
class AlarmDesk : public QObject
{
    Q_OBJECT

public:
    AlarmDesk(const AlarmDialog::Parts &parts, QWidget *window);

public Q_SLOTS:
    void add();
    /// One for a metric, with a limit that is not far from its value.
    void addFor(muster::MetricId metric);
    void edit(muster::AlarmRuleId rule);
    void showRules();

private:
    AlarmDialog::Parts m_parts;
    QWidget *m_window;
};

} // namespace muster
