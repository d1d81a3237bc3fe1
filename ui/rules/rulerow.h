#pragma once

#include "rules/automation.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTimeEdit;
class QVBoxLayout;

namespace muster {

class Automations;
class DeviceChoice;
class DurationEdit;
class Fleet;
class FleetColumns;
class FlowLayout;
class Scenes;
class ScheduleEdit;

/// One trigger, condition or step of an automation as a line of fields that reads like a part of a sentence.
class RuleRow : public QFrame
{
    Q_OBJECT

public:
    RuleRow(const Fleet &fleet, FleetColumns &columns, const QString &name, QWidget *parent);

Q_SIGNALS:
    void changed();
    void removeRequested();

public:
    /// Puts it below the line, as wide as that.
    void putBelow(QWidget *widget);
    /// Puts a small button before the one that takes the line away.
    void putBeside(QWidget *button);

protected:
    /// Puts it at the end of the line.
    void put(QWidget *widget);
    QLabel *say(const QString &word);
    QComboBox *choice(const QString &name, const QStringList &words);
    QComboBox *metricField();
    QDoubleSpinBox *numberField(const QString &name);
    QLineEdit *textField(const QString &name, const QString &placeholder);
    DurationEdit *spanField(const QString &name);
    DeviceChoice *deviceField(bool own, bool search);
    static void showEach(const QList<QWidget *> &widgets, bool shown);

    const Fleet &m_fleet;
    FleetColumns &m_columns;

private:
    QWidget *m_fields;
    FlowLayout *m_line;
    QVBoxLayout *m_column = nullptr;
    QHBoxLayout *m_row = nullptr;
};

class TriggerRow : public RuleRow
{
    Q_OBJECT

public:
    TriggerRow(const Fleet &fleet, FleetColumns &columns, const Automations &automations, const Trigger &trigger, QWidget *parent);
    [[nodiscard]] Trigger trigger() const;
    /// Whether it is for every device that fits, and nobody wrote which ones.
    [[nodiscard]] bool lacksSearch() const;
    /// A device it is about.
    [[nodiscard]] DeviceId example() const;

private:
    void showWhatCounts();

    Trigger m_trigger;
    QComboBox *m_key;
    QLabel *m_of;
    DeviceChoice *m_devices;
    QComboBox *m_type;
    QDoubleSpinBox *m_limit;
    QLabel *m_and;
    QDoubleSpinBox *m_upper;
    QLineEdit *m_word;
    QLabel *m_back;
    QDoubleSpinBox *m_hysteresis;
    QLabel *m_for;
    DurationEdit *m_hold;
    ScheduleEdit *m_schedule;
};

class ConditionRow : public RuleRow
{
    Q_OBJECT

public:
    /// `metricOnly`: part of a step that waits.
    ConditionRow(const Fleet &fleet, FleetColumns &columns, const RuleCondition &condition, bool metricOnly, QWidget *parent);
    [[nodiscard]] RuleCondition condition() const;

private:
    void build();
    void showWhatCounts();

    RuleCondition m_condition;
    QComboBox *m_type;
    QComboBox *m_key;
    QLabel *m_of;
    DeviceChoice *m_device;
    QComboBox *m_test;
    QDoubleSpinBox *m_limit;
    QLabel *m_and;
    QDoubleSpinBox *m_upper;
    QLineEdit *m_word;
    QLineEdit *m_query;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QList<QCheckBox *> m_days;
    QCheckBox *m_not;
};

class StepRow : public RuleRow
{
    Q_OBJECT

public:
    StepRow(const Fleet &fleet, FleetColumns &columns, const Scenes &scenes, const RuleStep &step, QWidget *parent);
    [[nodiscard]] RuleStep step() const;
    /// Whether it is for every device that fits, and nobody wrote which ones.
    [[nodiscard]] bool lacksSearch() const;
    /// Whose commands are offered where the device that sets it off is meant.
    void setExample(DeviceId device);

private:
    void offerCommands();
    void offerArguments();
    void showWhatCounts();
    [[nodiscard]] Value argument() const;
    [[nodiscard]] QString keyOf(RuleStep::Type type) const;
    [[nodiscard]] const CommandInfo *info() const;

    RuleStep m_step;
    DeviceId m_example {};
    QComboBox *m_type;
    QComboBox *m_key;
    QLabel *m_to;
    QComboBox *m_value;
    QLabel *m_of;
    DeviceChoice *m_devices;
    DurationEdit *m_span;
    ConditionRow *m_until;
    QCheckBox *m_goOn;
    QLineEdit *m_url;
    QLineEdit *m_recipient;
    QLineEdit *m_subject;
    QLineEdit *m_text;
    QComboBox *m_scene;
    QLineEdit *m_alarm;
    QComboBox *m_gravity;
    QLabel *m_aboutWord;
    DeviceChoice *m_about;
};

} // namespace muster
