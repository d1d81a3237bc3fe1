#pragma once

#include "ui/rules/automationroom.h"
#include "ui/rules/pasttrial.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace muster {

/// When an automation would have been set off in the recorded past, and what it would have done. Nothing is sent. Deletes itself.
class TrialDialog : public QDialog
{
    Q_OBJECT

public:
    TrialDialog(const AutomationRoom &room, const Automation &rule, QWidget *parent);

private:
    void build();
    void begin();
    void showResult(const QString &problem);
    void fill();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString deed(RuleStep step, const AutomationTrial::Firing &firing) const;
    [[nodiscard]] QString inWords(const RuleStep &step) const;

    AutomationRoom m_room;
    Automation m_rule;
    PastTrial m_trial;
    QComboBox *m_range;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QTreeWidget *m_list;
    QPushButton *m_cancel;
};

} // namespace muster
