#pragma once

#include "rules/automations.h"
#include "ui/rules/automationroom.h"
#include "ui/rules/steptry.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace muster {

class ConditionRow;
class DurationEdit;
class RuleRow;
class StepRow;
class TriggerRow;

/// One automation as a sentence of forms: when …, if …, then … Deletes itself.
class AutomationEditor : public QDialog
{
    Q_OBJECT

public:
    /// A rule without an id is a new one. All outlives the dialog.
    AutomationEditor(const AutomationRoom &room, const Automation &rule, QWidget *parent);

    /// As it stands in the forms.
    [[nodiscard]] Automation rule() const;

Q_SIGNALS:
    void stored(muster::AutomationId id);

private:
    /// A heading with its rows and a button for one more.
    struct Part
    {
        QVBoxLayout *rows = nullptr;
        QPushButton *add = nullptr;
    };
    void build();
    [[nodiscard]] Part part(QVBoxLayout &column, const QString &heading, const QString &more);
    QWidget *buildMore();
    void fill();
    void add(const Trigger &trigger);
    void add(const RuleCondition &condition);
    void add(const RuleStep &step);
    void offerTrial(StepRow *row);
    [[nodiscard]] StepTry::Trial trialOf(const StepRow *row) const;
    template<class Row>
    void adopt(Row *row, QList<Row *> &rows, const Part &part);
    /// As it stands, unless something is missing that the rule itself cannot show.
    [[nodiscard]] Result<void> check(const Automation &rule) const;
    void changed();
    void tryOut();
    void store();

    AutomationRoom m_room;
    Automation m_rule;
    QList<TriggerRow *> m_triggers;
    QList<ConditionRow *> m_conditions;
    QList<StepRow *> m_steps;
    Part m_when {};
    Part m_if {};
    Part m_then {};
    QLineEdit *m_name;
    QCheckBox *m_enabled;
    QComboBox *m_mode;
    QSpinBox *m_most;
    QCheckBox *m_perDevice;
    QSpinBox *m_retries;
    DurationEdit *m_retryAfter;
    QCheckBox *m_goOn;
    QComboBox *m_late;
    QCheckBox *m_dangerous;
    QLabel *m_sentence;
    QPushButton *m_try = nullptr;
    QPushButton *m_store = nullptr;
    bool m_filling = true;
};

} // namespace muster
