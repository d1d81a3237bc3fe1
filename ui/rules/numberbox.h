#pragma once

#include <QDoubleSpinBox>

namespace muster {

/// A field for a number that shows as many decimals as it has: 50, not 50.000, which some read as fifty thousand.
class NumberBox : public QDoubleSpinBox
{
    Q_OBJECT

public:
    using QDoubleSpinBox::QDoubleSpinBox;
    [[nodiscard]] QString textFromValue(double value) const override;
};

} // namespace muster
