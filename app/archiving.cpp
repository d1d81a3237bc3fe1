#include "app/archiving.h"

#include "core/fleet.h"
#include "core/ingest.h"
#include "core/recordingrules.h"
#include "store/exchange/backup.h"
#include "store/exchange/dataexport.h"
#include "store/exchange/tableimport.h"
#include "store/history/history.h"
#include "store/inventory.h"

#include <QFile>
#include <QSettings>
#include <QUuid>

namespace muster {

namespace {

constexpr int choiceMs = 200; // after which a changed fleet changes what is recorded

QByteArray settingsText()
{
    QSettings settings;
    settings.sync();
    QFile file(settings.fileName());
    return settings.format() == QSettings::IniFormat && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Archiving::Archiving(Archive &archive, Fleet &fleet, Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
    , m_fleet(fleet)
    , m_ingest(ingest)
    , m_choiceTimer(this)
{
    qRegisterMetaType<QList<MetricId>>("QList<muster::MetricId>");
    m_choiceTimer.setSingleShot(true);
    m_choiceTimer.setInterval(choiceMs);
    connect(&m_choiceTimer, &QTimer::timeout, this, &Archiving::tellChoice);
}

Archiving::~Archiving() = default;

void Archiving::start(QThread &store, History *history, Inventory *inventory, const QString &folder, const QString &storedRules)
{
    m_history = history;
    m_inventory = inventory;
    m_export = new DataExport(history);
    m_import = new TableImport(history);
    m_backup = new Backup(history, inventory, folder);
    for (QObject *worker : std::initializer_list<QObject *> {m_export, m_import, m_backup})
        worker->moveToThread(&store);
    wireExport();
    wireImport();
    wireBackup();
    wireHistory();
    m_archive.setRules(recordingRules(storedRules));
    connect(&m_archive, &Archive::rulesChanged, this, [this](const RecordingRules &rules) {
        QMetaObject::invokeMethod(m_inventory, [inventory = m_inventory, text = recordingRulesText(rules)] { inventory->storeDocument(document(), text); });
        applyRules();
    });
    applyRules();
}

void Archiving::wireExport()
{
    connect(&m_archive, &Archive::exportAsked, m_export, &DataExport::start);
    connect(&m_archive, &Archive::cancelAsked, m_export, &DataExport::cancel);
    connect(m_export, &DataExport::progressed, &m_archive, &Archive::setProgress);
    connect(m_export, &DataExport::finished, &m_archive, &Archive::finish);
}

void Archiving::wireImport()
{
    connect(&m_archive, &Archive::importAsked, m_import, &TableImport::start);
    connect(&m_archive, &Archive::importAsked, this, [this](quint64, const ImportRequest &request) { m_request = request; });
    connect(&m_archive, &Archive::cancelAsked, m_import, &TableImport::cancel);
    connect(m_import, &TableImport::metricsWanted, this, &Archiving::makeMetrics);
    connect(m_import, &TableImport::progressed, &m_archive, &Archive::setProgress);
    connect(m_import, &TableImport::skipped, &m_archive, &Archive::setSkipped);
    connect(m_import, &TableImport::finished, &m_archive, &Archive::finish);
    connect(&m_fleet, &Fleet::devicesAdded, this, &Archiving::adoptArrived);
}

void Archiving::wireBackup()
{
    connect(&m_archive, &Archive::backupAsked, this, [this](quint64 job, const QString &path) {
        QMetaObject::invokeMethod(m_backup, [backup = m_backup, job, path, settings = settingsText()] { backup->make(job, path, settings); });
    });
    connect(&m_archive, &Archive::restoreAsked, m_backup, &Backup::restore);
    connect(&m_archive, &Archive::cancelAsked, m_backup, &Backup::cancel);
    connect(m_backup, &Backup::progressed, &m_archive, &Archive::setProgress);
    connect(m_backup, &Backup::finished, &m_archive, &Archive::finish);
}

void Archiving::wireHistory()
{
    connect(&m_archive, &Archive::statisticsAsked, m_history, &History::askStatistics);
    connect(m_history, &History::statisticsReady, &m_archive, &Archive::setStatistics);
    connect(&m_archive, &Archive::countAsked, m_history, [this, history = m_history](quint64 question, const QList<MetricId> &metrics, Micros from, Micros to) {
        qint64 samples = 0;
        for (const MetricId metric : metrics)
            samples += history->roughCount(metric, from, to);
        QMetaObject::invokeMethod(&m_archive, [archive = &m_archive, question, samples] { archive->setCount(question, samples); });
    });
    connect(&m_archive, &Archive::compactAsked, this, [this](quint64 job) {
        if (const quint64 before = std::exchange(m_compacting, job); before != 0)
            m_archive.finish(before, 0); // one answer for both
    });
    connect(&m_archive, &Archive::compactAsked, m_history, [this, history = m_history] {
        if (history->state() == HistoryState::Recording)
            return history->compact();
        QMetaObject::invokeMethod(this, [this] {
            m_archive.finish(std::exchange(m_compacting, 0), failure(Error::Code::Refused, tr("Nothing is being recorded, so there is nothing to compact. See the messages for the reason.")));
        });
    });
    connect(m_history, &History::compacted, this, [this] {
        if (m_compacting != 0)
            m_archive.finish(std::exchange(m_compacting, 0), 0);
    });
    connect(&m_fleet, &Fleet::devicesAdded, this, &Archiving::fleetChanged);
    connect(&m_fleet, &Fleet::devicesChanged, this, &Archiving::fleetChanged);
    connect(&m_fleet, &Fleet::entriesChanged, this, &Archiving::fleetChanged);
}

void Archiving::makeMetrics(quint64 job, const QList<Metric> &metrics)
{
    // Ingest gives the ids, on its own thread; the answer comes back to the import by way of this one.
    const DeviceId into = m_request.device;
    Device made;
    made.name = m_request.name;
    made.addresses = {QStringLiteral("import:") + QUuid::createUuid().toString(QUuid::WithoutBraces)};
    made.link = QStringLiteral("import");
    made.convention = QStringLiteral("CSV");
    QMetaObject::invokeMethod(&m_ingest, [this, job, metrics, into, made] {
        const DeviceId device = into.isValid() ? into : m_ingest.announce(made);
        QList<MetricId> ids;
        for (const Metric &metric : metrics)
            ids.append(m_ingest.metric(device, metric));
        m_ingest.flush();
        QMetaObject::invokeMethod(this, [this, job, ids, device, isNew = !into.isValid()] {
            if (!m_import)
                return;
            if (isNew)
                m_joining.insert(device);
            adoptArrived({device});
            const bool any = std::any_of(ids.begin(), ids.end(), [](MetricId id) { return id.isValid(); });
            QMetaObject::invokeMethod(m_import, [import = m_import, job, ids, any] {
                if (any)
                    import->proceed(job, ids);
                else
                    import->abandon(job, {Error::Code::TooLarge, tr("There is no room for more devices or metrics. Remove some from the fleet first.")});
            });
        });
    });
}

void Archiving::adoptArrived(const QList<DeviceId> &devices)
{
    for (const DeviceId id : devices) {
        if (m_joining.contains(id) && m_fleet.device(id)) {
            m_joining.remove(id);
            m_fleet.adopt({id});
        }
    }
}

void Archiving::applyRules()
{
    QMetaObject::invokeMethod(m_history, [history = m_history, policy = m_archive.rules().policy] { history->setPolicy(policy); });
    tellChoice();
}

void Archiving::fleetChanged()
{
    if (m_archive.rules().what != RecordingRules::What::Everything && !m_choiceTimer.isActive())
        m_choiceTimer.start();
}

void Archiving::tellChoice()
{
    if (!m_history)
        return;
    QMetaObject::invokeMethod(m_history, [history = m_history, choice = recordingChoice(m_archive.rules(), m_fleet)] { history->setChoice(choice); });
}

void Archiving::stop()
{
    m_choiceTimer.stop();
    m_history = nullptr;
    // There, before what is queued for its thread behind it.
    for (QObject *worker : std::initializer_list<QObject *> {m_export, m_import, m_backup}) {
        if (worker)
            worker->deleteLater();
    }
    m_export = nullptr;
    m_import = nullptr;
    m_backup = nullptr;
}

} // namespace muster
