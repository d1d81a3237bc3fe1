#include "store/history/history.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace muster {

namespace {

constexpr int flushMs = 200;   // a crash loses at most this and the time a flush takes
constexpr int retryMs = 1'000; // while the disk refuses
constexpr int upkeepMs = 1'000;
constexpr int walkMs = 3'600'000; // from one look at all metrics to the next
constexpr std::chrono::milliseconds sliceBudget {20};
constexpr qint64 walBytes = 32 << 20;         // of the write-ahead log, before it is carried over
constexpr qsizetype leaveInJournal = 1 << 20; // bytes: a longer journal is sealed at closing, so that the next start is quick

// By MetricType, as FORMAT.md spells them.
constexpr std::array typeNames {
    QLatin1StringView("number"), QLatin1StringView("boolean"), QLatin1StringView("enumeration"), QLatin1StringView("text"), QLatin1StringView("event")};

QString typeName(MetricType type)
{
    return typeNames[size_t(type)];
}

MetricType typeOf(const QString &name)
{
    const auto found = std::find(typeNames.begin(), typeNames.end(), name);
    return found == typeNames.end() ? MetricType::Number : MetricType(found - typeNames.begin());
}

Result<void> renamed(const QString &from, const QString &to)
{
    for (const QLatin1StringView suffix : {QLatin1StringView(""), QLatin1StringView("-wal"), QLatin1StringView("-shm")}) {
        if (QFile::exists(from + suffix) && !QFile::rename(from + suffix, to + suffix))
            return failure(Error::Code::Io, History::tr("The damaged history %1 cannot be moved aside. Check that its folder can be written.").arg(from));
    }
    return {};
}

} // namespace

History::History(history::RecorderLimits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_clock.start();
    for (QTimer *const timer : {&m_flushTimer, &m_answerTimer, &m_upkeepTimer})
        timer->setParent(this); // so that they move to another thread with it
    m_flushTimer.setSingleShot(true);
    m_answerTimer.setSingleShot(true);
    connect(&m_flushTimer, &QTimer::timeout, this, &History::flush);
    connect(&m_answerTimer, &QTimer::timeout, this, &History::answer);
    connect(&m_upkeepTimer, &QTimer::timeout, this, &History::upkeep);
}

History::~History()
{
    close();
}

Result<void> History::lock(const QString &path)
{
    m_lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // only a dead process's lock is stale, however old
    if (m_lock->tryLock())
        return {};
    qint64 pid = 0;
    QString host;
    QString program;
    const bool known = m_lock->error() == QLockFile::LockFailedError && m_lock->getLockInfo(&pid, &host, &program);
    m_lock.reset();
    if (known)
        return failure(Error::Code::Refused,
            tr("The history %1 is in use by %2 (process %3). Close it there, or open the history read-only.").arg(path, program, QString::number(pid)));
    return failure(Error::Code::Io, tr("The history %1 cannot be locked. Check that its folder exists and can be written.").arg(path));
}

Result<void> History::open(const QString &path, Access access)
{
    close();
    m_path = path;
    m_setAside.clear();
    m_droppedTold = 0;
    if (access == Access::ReadWrite) {
        if (auto locked = lock(path); !locked)
            return locked;
    }
    auto opened = openFile(access);
    if (!opened && opened.error().code == Error::Code::Corrupt && access == Access::ReadWrite)
        opened = startOver();
    if (!opened) {
        m_store.reset();
        m_lock.reset();
        return opened;
    }
    setState(access == Access::ReadWrite ? HistoryState::Recording : HistoryState::ReadOnly);
    if (access == Access::ReadWrite)
        m_upkeepTimer.start(upkeepMs);
    tellProblems();
    return {};
}

Result<void> History::openFile(Access access)
{
    using history::BlockFile;
    m_store = std::make_unique<history::Store>(m_limits.blockSamples, m_limits.openBytes);
    m_recorder = std::make_unique<history::Recorder>(*m_store, m_limits);
    m_reader = std::make_unique<history::Reader>(*m_store);
    m_upkeep = std::make_unique<history::Upkeep>(*m_store, m_limits.blockSamples);
    m_upkeep->setPolicy(m_policy);
    m_compaction = std::make_unique<history::Compaction>(*m_store, *m_recorder, *m_upkeep);
    auto file = BlockFile::open(m_path, access == Access::ReadOnly ? BlockFile::Access::ReadOnly : BlockFile::Access::ReadWrite);
    if (!file)
        return tl::unexpected(file.error());
    m_store->file = std::move(*file);
    return load();
}

Result<void> History::load()
{
    const auto metrics = m_store->file->metrics();
    if (!metrics)
        return tl::unexpected(metrics.error());
    for (const history::MetricRow &metric : *metrics)
        m_store->metrics.insert(metric.id.n, metric);
    return m_recorder->recover();
}

Result<void> History::startOver()
{
    m_store->file.reset();
    const QString aside = m_path + QStringLiteral(".broken-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz"));
    if (auto moved = renamed(m_path, aside); !moved)
        return moved;
    m_setAside = aside;
    return openFile(Access::ReadWrite);
}

void History::close()
{
    if (m_state == HistoryState::Closed)
        return;
    for (QTimer *const timer : {&m_flushTimer, &m_answerTimer, &m_upkeepTimer})
        timer->stop();
    for (const EnvelopeQuery &query : std::exchange(m_envelopeQueries, {}))
        Q_EMIT refused(query.id, noHistory());
    for (const SamplesQuery &query : std::exchange(m_samplesQueries, {}))
        Q_EMIT refused(query.id, noHistory());
    if (m_state != HistoryState::ReadOnly) {
        flush();
        if (m_recorder->journalBytes() > leaveInJournal && m_state == HistoryState::Recording)
            (void)m_recorder->sealAll(); // if it fails, the journal has it all
        m_flushTimer.stop();
    }
    m_compaction.reset();
    m_upkeep.reset();
    m_reader.reset();
    m_recorder.reset();
    m_store.reset();
    m_lock.reset();
    setState(HistoryState::Closed);
}

void History::setState(HistoryState state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void History::append(const SampleBatch &batch)
{
    Q_EMIT taken(batch.samples.size());
    if (m_recordsAll) {
        take(batch);
        return;
    }
    SampleBatch chosen {{}, batch.texts};
    std::copy_if(batch.samples.cbegin(), batch.samples.cend(), std::back_inserter(chosen.samples),
        [this](const Sample &sample) { return sample.metric.n < m_chosen.size() && m_chosen[sample.metric.n]; });
    if (!chosen.samples.isEmpty())
        take(chosen);
}

void History::setChoice(const RecordingChoice &choice)
{
    m_recordsAll = choice.everything;
    m_chosen.clear();
    for (const MetricId metric : choice.metrics) {
        if (metric.n >= m_chosen.size())
            m_chosen.resize(std::max<size_t>(metric.n + 1, m_chosen.size() * 2));
        m_chosen[metric.n] = true;
    }
}

void History::take(const SampleBatch &batch)
{
    if (m_state != HistoryState::Recording && m_state != HistoryState::Stalled)
        return;
    m_recorder->append(batch, m_state == HistoryState::Stalled);
    if (const quint64 lost = m_recorder->dropped(); lost != m_droppedTold)
        Q_EMIT dropped(m_droppedTold = lost);
    if (m_state == HistoryState::Recording && m_recorder->wantsFlush())
        flush();
    else if (!m_flushTimer.isActive())
        m_flushTimer.start(m_state == HistoryState::Stalled ? retryMs : flushMs);
}

void History::describe(const QList<Device> &devices)
{
    if (m_state != HistoryState::Recording && m_state != HistoryState::Stalled)
        return;
    for (const Device &device : devices) {
        for (const Metric &metric : device.metrics) {
            const KnownMetric lasting = lastingName(device, metric);
            history::MetricRow row {metric.id, lasting.address, device.name, lasting.key, metric.name, metric.unit, typeName(metric.type),
                metric.decimals, metric.options};
            history::MetricRow &known = m_store->metrics[metric.id.n];
            if (known == row)
                continue;
            known = std::move(row);
            m_undescribed.insert(metric.id.n);
        }
    }
    if (!m_undescribed.isEmpty() && !m_flushTimer.isActive())
        m_flushTimer.start(flushMs);
}

bool History::putMetrics()
{
    if (m_undescribed.isEmpty())
        return true;
    const auto done = m_store->file->transaction([&]() -> Result<void> {
        for (const quint32 metric : std::as_const(m_undescribed)) {
            if (auto put = m_store->file->putMetric(m_store->metrics.value(metric)); !put)
                return put;
        }
        return {};
    });
    if (done)
        m_undescribed.clear();
    else
        diskRefused(done.error());
    return done.has_value();
}

void History::flush()
{
    if (m_state != HistoryState::Recording && m_state != HistoryState::Stalled)
        return;
    if (!putMetrics())
        return;
    const auto done = m_recorder->flush();
    if (!done)
        return diskRefused(done.error());
    setState(HistoryState::Recording);
    if (QFileInfo(m_path + QStringLiteral("-wal")).size() > walBytes)
        (void)m_store->file->checkpoint(); // if it fails the log goes on growing, and the next one tries again
}

void History::diskRefused(const Error &error)
{
    if (error.code == Error::Code::Corrupt) {
        // The file is broken but the disk may not be: what is in memory moves to a new one.
        auto kept = std::move(m_store->open);
        const auto metrics = m_store->metrics;
        if (startOver()) {
            m_store->open = std::move(kept);
            m_store->metrics = metrics;
            for (auto metric = metrics.cbegin(); metric != metrics.cend(); ++metric)
                m_undescribed.insert(metric.key());
            if (m_recorder->moveIn()) {
                Q_EMIT failed(
                    {Error::Code::Corrupt, tr("The history %1 is damaged. It was kept as %2, and recording goes on in a new one.").arg(m_path, m_setAside)});
                m_flushTimer.start(flushMs);
                return;
            }
        }
    }
    if (m_state != HistoryState::Stalled) {
        setState(HistoryState::Stalled);
        Q_EMIT failed({error.code,
            tr("Recording stands still: %1 Samples are kept in memory for a while; make room on the disk and it goes on by itself.").arg(error.text)});
    }
    m_flushTimer.start(retryMs);
}

void History::tellProblems()
{
    const QList<Error> problems = std::exchange(m_store->problems, {});
    for (const Error &problem : problems)
        Q_EMIT failed(problem);
}

void History::setPolicy(const HistoryPolicy &policy)
{
    m_policy = policy;
    m_lastWalk = 0;
    if (m_upkeep)
        m_upkeep->setPolicy(policy);
}

void History::upkeep()
{
    if (m_state != HistoryState::Recording)
        return;
    if (m_compaction->isRunning())
        return goOnCompacting();
    const bool due = m_lastWalk == 0 || m_clock.elapsed() - m_lastWalk > walkMs;
    if (m_upkeep->isDone() && due) {
        m_lastWalk = std::max<qint64>(1, m_clock.elapsed());
        m_upkeep->begin();
    }
    auto done = m_upkeep->slice(nowMicros(), sliceBudget);
    auto more = done ? m_upkeep->enforceSize() : Result<bool>(false);
    if (const history::Removal removed = m_upkeep->takeRemoval(); removed.blocks > 0)
        Q_EMIT oldestRemoved(removed.samples, removed.upTo);
    if (!done || !more)
        return diskRefused(done ? more.error() : done.error());
    m_upkeepTimer.start(*more || !m_upkeep->isDone() ? int(sliceBudget.count()) * 2 : upkeepMs);
    tellProblems();
}

void History::goOnCompacting()
{
    const auto done = m_compaction->slice(nowMicros(), sliceBudget);
    tellProblems();
    m_upkeepTimer.start(m_compaction->isRunning() ? 5 : upkeepMs);
    if (!done)
        return diskRefused(done.error());
    if (!m_compaction->isRunning())
        Q_EMIT compacted();
}

void History::compact()
{
    if (m_state != HistoryState::Recording || m_compaction->isRunning())
        return;
    m_compaction->begin();
    m_upkeepTimer.start(0);
}

MetricId History::lastMetric() const
{
    MetricId last;
    if (!m_store)
        return last;
    for (auto metric = m_store->metrics.cbegin(); metric != m_store->metrics.cend(); ++metric)
        last.n = std::max(last.n, metric.key());
    for (size_t n = m_store->extents.size(); n > last.n + 1; --n) {
        if (m_store->extents[n - 1].sealed || m_store->open.find({quint32(n - 1)}))
            return {quint32(n - 1)};
    }
    return last;
}

QList<history::MetricRow> History::metrics() const
{
    return m_store ? m_store->metrics.values() : QList<history::MetricRow>();
}

QList<KnownMetric> History::knownMetrics() const
{
    QList<KnownMetric> known;
    if (!m_store)
        return known;
    known.reserve(m_store->metrics.size());
    for (const history::MetricRow &row : std::as_const(m_store->metrics))
        known.append({row.id, row.address, row.key, typeOf(row.type)});
    return known;
}

HistoryStatistics History::statistics()
{
    HistoryStatistics statistics;
    if (!m_store)
        return statistics;
    statistics.path = m_path;
    statistics.fileBytes = QFileInfo(m_path).size() + QFileInfo(m_path + QStringLiteral("-wal")).size();
    statistics.usedBytes = m_store->file->usedBytes().value_or(0);
    for (const history::Extent &extent : m_store->extents) {
        if (extent.samples == 0)
            continue;
        statistics.oldest = statistics.samples ? std::min(statistics.oldest, extent.from) : extent.from;
        statistics.newest = statistics.samples ? std::max(statistics.newest, extent.to) : extent.to;
        statistics.samples += extent.samples;
        statistics.blockBytes += extent.bytes;
        ++statistics.metrics;
    }
    statistics.openSamples = m_store->open.samples();
    statistics.memoryBytes = m_store->open.bytes();
    statistics.journalBytes = m_recorder->journalBytes();
    statistics.recorded = m_recorder->recorded();
    statistics.dropped = m_recorder->dropped();
    statistics.damaged = m_store->unreadable.size();
    return statistics;
}

qint64 History::roughCount(MetricId metric, Micros from, Micros to) const
{
    if (!m_store)
        return 0;
    const history::OpenBlocks::Open *const open = m_store->open.find(metric);
    const auto inMemory = open ? std::count_if(open->numbers.points.begin(), open->numbers.points.end(),
                              [&](const history::Point &point) { return point.time >= from && point.time < to; }) : 0;
    if (metric.n >= m_store->extents.size() || m_store->extents[metric.n].samples == 0)
        return inMemory;
    const history::Extent &extent = m_store->extents[metric.n];
    const double whole = double(extent.to) - double(extent.from) + 1;
    const double part = std::min(double(extent.to) + 1, double(to)) - std::max(double(extent.from), double(from));
    return inMemory + qint64(double(extent.samples) * std::clamp(part / whole, 0.0, 1.0));
}

} // namespace muster
