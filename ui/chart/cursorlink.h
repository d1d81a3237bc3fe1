#pragma once

#include "core/sample.h"

#include <QObject>

#include <array>
#include <optional>

namespace muster {

/// The moment under the cursor and the two marks of the delta cursor, shared by all charts: one chart moves them, the others show them. Main thread.
class CursorLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<Micros> time() const { return m_time; }
    /// `source`: the chart that a person points at; nobody else's when it says none.
    void setTime(std::optional<Micros> time, const QObject *source);

    [[nodiscard]] std::optional<Micros> mark(int number) const { return m_marks[size_t(number)]; } ///< 0: A, 1: B
    [[nodiscard]] bool hasMarks() const { return m_marks[0].has_value(); }
    /// A, then B; the third one begins anew.
    void placeMark(Micros time);
    void clearMarks();

Q_SIGNALS:
    void moved(const QObject *source);
    void marksChanged();

private:
    std::optional<Micros> m_time;
    const QObject *m_source = nullptr; ///< only compared
    std::array<std::optional<Micros>, 2> m_marks;
};

} // namespace muster
