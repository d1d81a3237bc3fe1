#pragma once

#include "rules/alarms.h"
#include "ui/rules/alarmpreview.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace muster {

class DeviceChoice;
class DurationEdit;
class HoursEdit;
class QueryEdit;

/// One alarm rule on two pages, when it is raised and what happens then, with how often it would have fired over the last week as one changes it. Deletes itself.
class AlarmDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int restMs = 400; ///< from a change to looking at the past

    /// What the dialog shows and asks.
    struct Parts
    {
        const Fleet &fleet;
        FleetColumns &columns;
        Alarms &alarms;
        Past &past;
    };
    /// A rule without an id is a new one. `metric`: what it was made from; invalid: any.
    AlarmDialog(const Parts &parts, const AlarmRule &rule, MetricId metric, QWidget *parent);

    /// As it stands in the form.
    [[nodiscard]] AlarmRule rule() const;

private:
    void build();
    [[nodiscard]] QWidget *buildWhen();
    void buildCondition(QFormLayout &form);
    void buildMore(QFormLayout &form);
    [[nodiscard]] QWidget *buildThen();
    void fill(const AlarmRule &rule);
    void listen();
    /// As it stands, unless something is missing that the rule itself cannot show.
    [[nodiscard]] Result<void> check() const;
    void changed();
    void showWhatCounts();
    void lookBack();
    void tell(const AlarmPreview::Result &result);
    void store();
    [[nodiscard]] QList<AlarmPreview::Looked> metrics() const;

    Parts m_parts;
    AlarmRule m_rule;
    MetricId m_metric;
    QString m_address; ///< of the device it was made from; empty: none
    LiveQuery m_scope;
    AlarmPreview m_preview;
    QTimer m_rest;
    bool m_named = false; ///< by a person: it is not named anew
    QLineEdit *m_name;
    QComboBox *m_key;
    QComboBox *m_of;
    QueryEdit *m_query;
    QComboBox *m_test;
    QDoubleSpinBox *m_limit;
    QDoubleSpinBox *m_upper;
    QComboBox *m_limitKey;
    DeviceChoice *m_limitOf;
    DurationEdit *m_hold;
    QComboBox *m_severity;
    QCheckBox *m_enabled;
    QSpinBox *m_times;
    QDoubleSpinBox *m_deadband;
    DurationEdit *m_offDelay;
    QComboBox *m_onSilence;
    DurationEdit *m_silence;
    HoursEdit *m_hours;
    QComboBox *m_tellAgain;
    DurationEdit *m_again;
    QLineEdit *m_postTo;
    QLineEdit *m_mailTo;
    QLabel *m_past;
    QFormLayout *m_then = nullptr; ///< of the page "What then"
    QPushButton *m_store = nullptr;
};

} // namespace muster
