#pragma once

#include "core/sample.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace muster {

/// A span of time: a number and its unit.
class DurationEdit : public QWidget
{
    Q_OBJECT

public:
    explicit DurationEdit(const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] Micros value() const;
    void setValue(Micros span);

Q_SIGNALS:
    void changed();

private:
    QDoubleSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace muster
