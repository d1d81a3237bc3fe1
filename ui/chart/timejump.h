#pragma once

#include "core/sample.h"

#include <QFrame>

class QDateTimeEdit;

namespace muster {

/// A small pop-up that asks for a moment: type or choose a date and time, Return goes there. Closes by itself.
class TimeJump : public QFrame
{
    Q_OBJECT

public:
    /// `shown`: the moment to begin with.
    explicit TimeJump(Micros shown, QWidget *parent = nullptr);

    void popup(const QPoint &globalPos);
    [[nodiscard]] QDateTimeEdit *field() const { return m_field; }

Q_SIGNALS:
    void chosen(muster::Micros time);
    void liveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go();
    void shift(int days, int hours);

    QDateTimeEdit *m_field;
};

} // namespace muster
