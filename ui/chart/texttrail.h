#pragma once

#include "core/past.h"

#include <QElapsedTimer>
#include <QObject>

namespace muster {

/// What a text metric said and when: from the recorded past as far as it is shown, and what it says meanwhile. Asks one question at a time; keeps
/// at most `most` texts, so that a view with more of them shows only the earlier ones. Main thread.
class TextTrail : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 20'000;

    struct Said
    {
        Micros time = 0;
        QString text {};
        friend bool operator==(const Said &, const Said &) = default;
    };

    TextTrail(Past &past, MetricId metric, QObject *parent = nullptr);

    [[nodiscard]] MetricId metric() const { return m_metric; }
    /// It says something now.
    void hear(Micros time, const QString &text);
    /// Asks for what is not known of [from, to), and for what held before.
    void want(Micros from, Micros to, Micros now);
    /// In time order; perhaps also outside of what was wanted.
    [[nodiscard]] const QList<Said> &said() const { return m_said; }
    /// The last one that is not after `time`; null: none is known.
    [[nodiscard]] const Said *at(Micros time) const;
    /// From here on texts are missing, because there are too many; 0: none are.
    [[nodiscard]] Micros missingFrom() const { return m_missingFrom; }

Q_SIGNALS:
    void arrived();

private:
    enum class Question : quint8 { None, Range, Before, Tail };
    void ask(Question question, Micros from, Micros to);
    void takeIn(quint64 query, const RecordedSamples &samples);
    void endRange();
    void insert(const Said &said);

    Past &m_past;
    MetricId m_metric;
    QList<Said> m_said;
    Micros m_from = 0;          ///< what the store knows is known in [m_from, m_to)
    Micros m_to = 0;
    bool m_loaded = false;
    bool m_reachesNow = false;  ///< and what was heard since
    Micros m_missingFrom = 0;
    Micros m_lookedBefore = 0;  ///< how far back was looked for what held at m_from; 0: not yet
    Micros m_lookedFrom = 0;    ///< and how far the question under way goes
    bool m_heard = false;       ///< since the store was asked last
    Question m_question = Question::None;
    quint64 m_query = 0;
    Micros m_askedFrom = 0;
    Micros m_askedTo = 0;
    Micros m_begin = 0;         ///< of the range under way
    Micros m_askedRange = 0;    ///< how long it is
    QList<Said> m_loading;
    QElapsedTimer m_asked;
};

} // namespace muster
