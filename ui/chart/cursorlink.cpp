#include "ui/chart/cursorlink.h"

namespace muster {

void CursorLink::setTime(std::optional<Micros> time, const QObject *source)
{
    if ((!time && m_source != source) || (time == m_time && source == m_source))
        return;
    m_time = time;
    m_source = time ? source : nullptr;
    Q_EMIT moved(source);
}

void CursorLink::placeMark(Micros time)
{
    if (m_marks[0] && m_marks[1])
        m_marks = {};
    m_marks[m_marks[0] ? 1 : 0] = time;
    Q_EMIT marksChanged();
}

void CursorLink::clearMarks()
{
    if (!hasMarks())
        return;
    m_marks = {};
    Q_EMIT marksChanged();
}

} // namespace muster
