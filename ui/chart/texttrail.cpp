#include "ui/chart/texttrail.h"

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype perQuestion = 4'096;
constexpr qint64 patienceMs = 5'000;
constexpr qint64 tailMs = 1'000;                ///< between two looks at what was said meanwhile
constexpr Micros ahead = 3'600LL * 1'000'000;   ///< a device's clock may be a little fast
constexpr Micros farthest = 20LL * 366 * 86'400 * 1'000'000;

bool earlier(const TextTrail::Said &said, Micros time)
{
    return said.time < time;
}

} // namespace

TextTrail::TextTrail(Past &past, MetricId metric, QObject *parent)
    : QObject(parent)
    , m_past(past)
    , m_metric(metric)
{
    connect(&past, &Past::samplesArrived, this, [this](quint64 query, MetricId, const RecordedSamples &samples) { takeIn(query, samples); });
    connect(&past, &Past::recordingChanged, this, [this] {
        m_loaded = false;
        m_question = Question::None;
        Q_EMIT arrived();
    });
}

void TextTrail::hear(Micros time, const QString &text)
{
    if (m_loaded && !m_reachesNow)
        return; // far from what is shown
    insert({time, text});
    m_heard = true;
}

void TextTrail::insert(const Said &said)
{
    const auto place = std::lower_bound(m_said.cbegin(), m_said.cend(), said.time, earlier);
    if (std::find(place, m_said.cend(), said) != m_said.cend())
        return;
    m_said.insert(std::upper_bound(place, m_said.cend(), said.time, [](Micros time, const Said &each) { return time < each.time; }), said);
    if (m_said.size() > most)
        m_said.removeFirst();
}

const TextTrail::Said *TextTrail::at(Micros time) const
{
    const auto after = std::upper_bound(m_said.cbegin(), m_said.cend(), time, [](Micros t, const Said &each) { return t < each.time; });
    return after == m_said.cbegin() ? nullptr : &*std::prev(after);
}

void TextTrail::want(Micros from, Micros to, Micros now)
{
    if (m_question != Question::None && m_asked.elapsed() < patienceMs)
        return;
    const Micros span = std::max<Micros>(1, to - from);
    const bool closer = m_missingFrom > 0 && to > m_missingFrom && 6 * span < m_askedRange;
    if (!m_loaded || m_from > from || (!m_reachesNow && m_to < to) || closer) {
        m_begin = from - span;
        m_askedRange = 3 * span;
        m_loading.clear();
        ask(Question::Range, m_begin, to + span >= now ? now + ahead : to + span);
        return;
    }
    const bool leads = !m_said.isEmpty() && m_said.constFirst().time <= from;
    if (!leads && (m_lookedBefore == 0 || m_lookedBefore > m_from - farthest)) {
        const Micros end = m_lookedBefore == 0 ? m_from : m_lookedBefore;
        m_lookedFrom = end - std::max(4 * (m_from - end), span);
        ask(Question::Before, m_lookedFrom, end);
    } else if (m_reachesNow && m_heard && m_asked.elapsed() > tailMs) {
        // Several things said at once are one piece of news here; the store has them all.
        m_heard = false;
        ask(Question::Tail, m_to, now + ahead);
    }
}

void TextTrail::ask(Question question, Micros from, Micros to)
{
    m_question = question;
    m_askedFrom = from;
    m_askedTo = to;
    m_asked.start();
    m_query = m_past.askSamples(m_metric, from, to, perQuestion);
}

void TextTrail::takeIn(quint64 query, const RecordedSamples &samples)
{
    if (query != m_query || m_question == Question::None)
        return;
    const Question question = std::exchange(m_question, Question::None);
    QList<Said> found;
    for (const Sample &sample : samples.samples) {
        if (sample.flags & Sample::Text)
            found.append({sample.time, samples.texts.value(qsizetype(sample.value))});
    }
    switch (question) {
    case Question::Range: {
        m_loading.append(found);
        const bool more = !samples.complete && samples.next > m_askedFrom;
        if (more && m_loading.size() < most)
            return ask(Question::Range, samples.next, m_askedTo);
        m_missingFrom = more ? samples.next : 0;
        endRange();
        break;
    }
    case Question::Before:
        if (!samples.complete && samples.next > m_askedFrom)
            return ask(Question::Before, samples.next, m_askedTo); // it is the latest of them that counts
        m_lookedBefore = std::min(m_lookedFrom, m_askedFrom);
        if (!found.isEmpty()) {
            m_said.prepend(found.constLast());
            m_lookedBefore = m_from - farthest;
        }
        break;
    case Question::Tail:
    case Question::None:
        for (const Said &said : std::as_const(found))
            insert(said);
        if (!found.isEmpty())
            m_to = std::max(m_to, found.constLast().time);
    }
    Q_EMIT arrived();
}

void TextTrail::endRange()
{
    const Micros now = nowMicros();
    m_loaded = true;
    m_reachesNow = m_askedTo > now;
    m_from = m_begin;
    m_lookedBefore = 0;
    // What was heard while the question was under way is younger than its answer.
    const Micros known = m_loading.isEmpty() ? m_from : m_loading.constLast().time;
    m_to = m_reachesNow ? std::max(known, m_from) : m_askedTo;
    if (m_reachesNow && m_missingFrom == 0) {
        for (const Said &said : std::as_const(m_said)) {
            if (said.time > known)
                m_loading.append(said);
        }
    }
    m_said = std::exchange(m_loading, {});
}

} // namespace muster
