#pragma once

#include "ui/inspector/commandcontrol.h"

class QDoubleSpinBox;
class QPushButton;
class QSlider;

namespace muster {

/// A slider and a field for one number. Letting go of the slider sends; what is typed or stepped to is sent by Enter or "Set", and given up by Esc.
class NumberControl : public CommandControl
{
    Q_OBJECT

public:
    NumberControl(const CommandInfo &info, QWidget *parent);

    void report(const MetricState *state) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const CommandInfo &info);
    void edit(double value);
    void send();
    void revert();
    void put(double value);
    [[nodiscard]] double valueOf(int position) const;

    double m_minimum;
    double m_maximum;
    double m_step;
    int m_positions; ///< of the slider
    double m_reported;
    bool m_isEdited = false;
    bool m_isFilling = false;
    QSlider *m_slider;
    QDoubleSpinBox *m_field;
    QPushButton *m_set;
};

} // namespace muster
