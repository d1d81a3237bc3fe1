#include "app/recording.h"

namespace muster {

Recording::Recording(Ingest &ingest, Past &past, Diagnostics &diagnostics, QObject *parent)
    : QObject(parent)
    , m_ingest(ingest)
    , m_past(past)
    , m_diagnostics(diagnostics)
    , m_history(std::make_unique<History>())
{
    qRegisterMetaType<HistoryState>("muster::HistoryState");
    History *const history = m_history.get();
    connect(&ingest, &Ingest::devicesAnnounced, history, &History::describe);
    connect(&ingest, &Ingest::recorded, history, &History::append);
    connect(history, &History::taken, &ingest, &Ingest::acknowledgeRecorded);
    connect(&past, &Past::envelopeAsked, history, &History::askEnvelope);
    connect(&past, &Past::samplesAsked, history, &History::askSamples);
    connect(history, &History::envelopeReady, &past, &Past::answerEnvelope);
    connect(&past, &Past::momentAsked, history, &History::askMoment);
    connect(history, &History::momentReady, &past, &Past::answerMoment);
    connect(history, &History::samplesReady, &past, &Past::answerSamples);
    connect(history, &History::refused, &past, &Past::refuse);
    connect(history, &History::stateChanged, this, &Recording::stateChanged);
    connect(history, &History::failed, this, &Recording::failed);
    connect(history, &History::oldestRemoved, this, &Recording::trimmed);
    connect(history, &History::dropped, this, [this](quint64 samples) {
        m_lostByHistory = samples;
        tell();
    });
    connect(&ingest, &Ingest::unrecorded, this, [this](quint64 samples) {
        m_lostBeforeHistory = samples;
        tell();
    });
}

Recording::~Recording()
{
    stop();
}

void Recording::open(const QString &folder)
{
    if (folder.isEmpty())
        m_scratch = std::make_unique<QTemporaryDir>();
    const QString place = folder.isEmpty() ? m_scratch->path() : folder;
    const auto opened = m_history->open(place + QStringLiteral("/history.db"));
    if (!opened) {
        m_status.problem = opened.error().text;
        note(Severity::Error, opened.error().text);
        tell();
        return;
    }
    if (!m_history->setAside().isEmpty())
        note(Severity::Warning, tr("The recorded history could not be read. It was kept as %1; this is a new one.").arg(m_history->setAside()));
    m_lastMetric = m_history->lastMetric();
    m_ingest.setRecording(true);
}

void Recording::introduce(QList<Device> &devices)
{
    const QList<KnownMetric> known = m_history->knownMetrics();
    QHash<MetricId, const KnownMetric *> owners;
    for (const KnownMetric &metric : known)
        owners.insert(metric.id, &metric);
    for (Device &device : devices) {
        for (Metric &metric : device.metrics) {
            const KnownMetric *const owner = owners.value(metric.id);
            if (!owner || (owner->key == metric.key && device.addresses.contains(owner->address)))
                continue;
            const auto own = std::find_if(known.begin(), known.end(),
                [&](const KnownMetric &other) { return other.key == metric.key && other.type == metric.type && device.addresses.contains(other.address); });
            m_lastMetric.n += own == known.end() ? 1 : 0;
            metric.id = own == known.end() ? m_lastMetric : own->id;
        }
    }
    m_history->describe(devices);
}

void Recording::start(QThread &storeThread)
{
    m_history->moveToThread(&storeThread);
}

void Recording::stop()
{
    if (!m_history)
        return;
    if (m_history->thread() == thread() || !m_history->thread()->isRunning()) {
        m_history.reset();
        return;
    }
    // Behind everything that was queued for it.
    QMetaObject::invokeMethod(m_history.get(), &History::close, Qt::BlockingQueuedConnection);
    m_history.release()->deleteLater();
}

void Recording::stateChanged(HistoryState state)
{
    m_status.state = state;
    if (state == HistoryState::Recording)
        m_status.problem.clear();
    m_past.setRecording(state != HistoryState::Closed);
    tell();
}

void Recording::failed(const Error &error)
{
    if (m_status.state == HistoryState::Stalled || m_status.state == HistoryState::Closed)
        m_status.problem = error.text;
    note(error.code == Error::Code::Corrupt ? Severity::Warning : Severity::Error, error.text);
    tell();
}

void Recording::trimmed()
{
    if (!std::exchange(m_trimmed, true))
        note(Severity::Info, tr("The history has reached its size limit: the oldest recordings now make room for new ones. The limit is set in the settings."));
}

void Recording::tell()
{
    m_status.lost = m_lostByHistory + m_lostBeforeHistory;
    m_diagnostics.setRecording(m_status);
}

void Recording::note(Severity severity, const QString &text)
{
    m_diagnostics.note({nowMicros(), {}, severity, text, 1});
}

} // namespace muster
