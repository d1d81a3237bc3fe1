#include "script/scripttrial.h"

namespace muster::script {

namespace {

// A person waits for the outcome, and may have written a loop.
constexpr ScriptRunner::Limits trialLimits {.callMs = 1'000, .startMs = 20'000, .firstPauseMs = 0, .stops = 1};

} // namespace

ScriptTrial::ScriptTrial(QObject *parent)
    : QObject(parent)
{
}

ScriptTrial::~ScriptTrial() = default;

void ScriptTrial::cancel()
{
    m_runner.reset();
    m_pieces.clear();
    m_note.clear();
}

void ScriptTrial::start(const codec::Profile &profile, const QList<QByteArray> &pieces)
{
    cancel();
    m_runner = std::make_unique<ScriptRunner>(profile, m_budget);
    m_runner->setLimits(trialLimits);
    connect(m_runner.get(), &ScriptRunner::decoded, this, &ScriptTrial::take);
    connect(m_runner.get(), &ScriptRunner::changed, this, &ScriptTrial::look, Qt::QueuedConnection);
    connect(m_runner.get(), &ScriptRunner::noted, this, [this](Severity, const QString &text) {
        if (m_note.isEmpty())
            m_note = text;
    });
    m_runner->start();
    // The place of a piece travels as the time of its frames.
    for (const QByteArray &bytes : pieces) {
        auto piece = std::make_unique<codec::Trial>(profile);
        piece->feed(bytes);
        for (const QByteArray &frame : piece->frames())
            m_runner->decode(frame, Micros(m_pieces.size()));
        m_pieces.push_back(std::move(piece));
    }
}

void ScriptTrial::take(const QList<Decoded> &readings)
{
    for (const Decoded &each : readings) {
        if (const auto place = size_t(each.time); place < m_pieces.size())
            m_pieces[place]->take(each.json);
    }
}

void ScriptTrial::look()
{
    if (!m_runner || (m_runner->problem().isEmpty() && !m_runner->isDone()))
        return;
    QList<codec::Tried> tried;
    for (const auto &piece : m_pieces)
        tried.append(piece->tried());
    if (!tried.isEmpty()) {
        codec::LinkCounters &counters = tried.first().counters;
        counters.malformed += m_runner->losses().failed;
        counters.stopped += m_runner->losses().stopped;
        counters.unread += m_runner->losses().unread;
    }
    const QString problem = m_runner->problem().isEmpty() ? m_note : m_runner->problem();
    cancel();
    Q_EMIT finished(tried, problem);
}

} // namespace muster::script
