#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <vector>

#include <unistd.h>

namespace muster::test {

/// How long after the one before a timer of 10 ms fires: what whoever clicks now would have to wait. Lives where it is started.
class UiGaps : public QObject
{
public:
    UiGaps()
    {
        m_ticks.setTimerType(Qt::PreciseTimer);
        connect(&m_ticks, &QTimer::timeout, this, [this] {
            m_gaps.push_back(double(m_since.nsecsElapsed()) * 1e-6);
            m_since.start();
        });
    }
    void start()
    {
        m_gaps.clear();
        m_since.start();
        m_ticks.start(10);
    }
    void stop() { m_ticks.stop(); }
    [[nodiscard]] bool isEmpty() const { return m_gaps.empty(); }
    /// In ms.
    [[nodiscard]] double quantile(double q)
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        return m_gaps.empty() ? 0 : m_gaps[size_t(double(m_gaps.size() - 1) * q)];
    }
    /// The gap that a moment taken at random lies in, with probability `q` not a longer one: many short gaps do not hide a long one.
    [[nodiscard]] double momentQuantile(double q)
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        double all = 0;
        for (const double gap : m_gaps)
            all += gap;
        double sum = 0;
        for (const double gap : m_gaps) {
            sum += gap;
            if (sum >= q * all)
                return gap;
        }
        return 0;
    }

private:
    QTimer m_ticks;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

/// What the program holds of the machine's memory.
[[nodiscard]] inline double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return double(file.readAll().split(' ').value(1).toLongLong()) * double(sysconf(_SC_PAGESIZE)) / 1'048'576;
}

} // namespace muster::test
