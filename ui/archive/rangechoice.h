#pragma once

#include "core/sample.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;

namespace muster {

/// A stretch of time: the last hour, day, week, month, year, everything, or from one time to another.
class RangeChoice : public QWidget
{
    Q_OBJECT

public:
    struct Range
    {
        Micros from = 0;
        Micros to = 0; ///< not included
    };
    explicit RangeChoice(QWidget *parent = nullptr);

    [[nodiscard]] Range range() const;

Q_SIGNALS:
    void changed();

private:
    void follow();

    QComboBox *m_preset;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
};

} // namespace muster
