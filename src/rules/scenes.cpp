#include "rules/scenes.h"

#include "core/fleet.h"

#include <algorithm>

namespace muster {

namespace {

constexpr QLatin1StringView prefix {"scene/"};

} // namespace

Scenes::Scenes(const Fleet &fleet, Dispatcher &dispatcher, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_dispatcher(dispatcher)
    , m_store(this)
{
    connect(&dispatcher, &Dispatcher::finished, this, &Scenes::takeOutcome);
    connect(&m_store, &DocumentQueue::toStore, this, &Scenes::documentsToStore);
}

Scenes::~Scenes()
{
    m_store.flush();
}

// --- scenes

const Scene *Scenes::scene(SceneId id) const
{
    const auto it = std::find_if(m_scenes.cbegin(), m_scenes.cend(), [id](const Scene &one) { return one.id == id; });
    return it == m_scenes.cend() ? nullptr : &*it;
}

const Scene *Scenes::find(const QString &name) const
{
    const QString wanted = name.simplified();
    const auto it = std::find_if(m_scenes.cbegin(), m_scenes.cend(), [&wanted](const Scene &one) { return one.name.compare(wanted, Qt::CaseInsensitive) == 0; });
    return it == m_scenes.cend() ? nullptr : &*it;
}

Result<void> Scenes::check(const Scene &scene) const
{
    if (const Result<void> valid = scene.validate(); !valid)
        return valid;
    if (const Scene *const other = find(scene.name); other && other->id != scene.id)
        return failure(Error::Code::Invalid, tr("There is a scene “%1” already. Choose another name.").arg(other->name));
    return {};
}

void Scenes::store(const Scene &scene)
{
    m_store.put(prefix + QString::number(scene.id.n), scenejson::toJson(scene));
}

Result<SceneId> Scenes::add(Scene scene)
{
    scene.name = scene.name.simplified().left(Scene::maxName);
    scene.id = {};
    if (const Result<void> valid = check(scene); !valid)
        return tl::unexpected(valid.error());
    if (m_scenes.size() >= mostScenes)
        return failure(Error::Code::Refused, tr("There are %1 scenes already. Delete one first.").arg(mostScenes));
    scene.id = {++m_lastScene};
    m_scenes.append(scene);
    store(scene);
    Q_EMIT scenesChanged();
    return scene.id;
}

Result<void> Scenes::change(Scene scene)
{
    scene.name = scene.name.simplified().left(Scene::maxName);
    if (const Result<void> valid = check(scene); !valid)
        return valid;
    const auto it = std::find_if(m_scenes.begin(), m_scenes.end(), [&scene](const Scene &one) { return one.id == scene.id; });
    if (it == m_scenes.end())
        return failure(Error::Code::NotFound, tr("This scene was deleted meanwhile."));
    *it = scene;
    store(scene);
    Q_EMIT scenesChanged();
    return {};
}

void Scenes::remove(SceneId id)
{
    if (m_scenes.removeIf([id](const Scene &one) { return one.id == id; }) == 0)
        return;
    m_last.remove(id);
    m_store.put(prefix + QString::number(id.n), QString());
    Q_EMIT scenesChanged();
}

void Scenes::putBack(const Scene &wanted)
{
    if (!wanted.id.isValid() || scene(wanted.id) || !check(wanted))
        return;
    m_scenes.insert(std::upper_bound(m_scenes.cbegin(), m_scenes.cend(), wanted, [](const Scene &a, const Scene &b) { return a.id < b.id; }), wanted);
    store(wanted);
    Q_EMIT scenesChanged();
}

int Scenes::restore(const QHash<QString, QString> &documents)
{
    int lost = 0;
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        if (!it.key().startsWith(prefix))
            continue;
        m_lastScene = std::max(m_lastScene, storedjson::idOf(QStringView(it.key()).mid(prefix.size()).toLongLong()));
        const Result<Scene> read = scenejson::sceneOf(storedjson::objectOf(it.value()));
        if (!read || !read->id.isValid() || scene(read->id) || m_scenes.size() >= mostScenes) {
            ++lost;
            continue;
        }
        m_scenes.append(*read);
        m_lastScene = std::max(m_lastScene, read->id.n);
    }
    std::sort(m_scenes.begin(), m_scenes.end(), [](const Scene &a, const Scene &b) { return a.id < b.id; });
    Q_EMIT scenesChanged();
    return lost;
}

// --- applying

int Scenes::dangerous(const Scene &scene) const
{
    return int(std::count_if(scene.values.cbegin(), scene.values.cend(), [this](const SceneValue &value) {
        const CommandInfo *const command = scenelogic::commandOf(m_fleet, value);
        return command && command->dangerous;
    }));
}

const SceneRun *Scenes::run(quint64 number) const
{
    const auto it = m_work.find(number);
    return it == m_work.end() ? nullptr : &it->second.run;
}

const SceneRun *Scenes::last(SceneId id) const
{
    for (auto it = m_work.rbegin(); it != m_work.rend(); ++it)
        if (it->second.run.scene == id)
            return &it->second.run;
    const auto known = m_last.constFind(id);
    return known == m_last.cend() ? nullptr : &*known;
}

Result<quint64> Scenes::apply(SceneId id, const QString &origin, bool mayBeDangerous, const QList<DeviceId> &only)
{
    const Scene *const wanted = scene(id);
    if (!wanted)
        return failure(Error::Code::NotFound, tr("This scene was deleted meanwhile."));
    if (qsizetype(m_work.size()) >= mostRuns)
        return failure(Error::Code::TooLarge, tr("%1 scenes are being applied already. Wait for one to end.").arg(m_work.size()));
    Work work;
    work.run.number = ++m_lastRun;
    work.run.scene = id;
    work.run.started = nowMicros();
    work.origin = origin;
    work.mayBeDangerous = mayBeDangerous;
    QList<QString> order; // a device that is gone is told by its address, once for each value
    QHash<QString, QList<SceneValue>> byDevice;
    for (const SceneValue &value : wanted->values) {
        const DeviceId device = m_fleet.findByAddress(value.address);
        if (!only.isEmpty() && !only.contains(device))
            continue;
        const QString name = device.isValid() ? QString::number(device.n) : value.address;
        if (!byDevice.contains(name))
            order.append(name);
        byDevice[name].append(value);
        ++work.run.total;
    }
    for (const QString &name : std::as_const(order)) {
        const QList<SceneValue> values = scenelogic::inOrder(byDevice.value(name));
        work.waiting.push_back({m_fleet.findByAddress(values.first().address), {values.cbegin(), values.cend()}});
    }
    const quint64 number = work.run.number;
    m_work.emplace(number, std::move(work));
    QMetaObject::invokeMethod(this, [this, number] { advance(number); }, Qt::QueuedConnection);
    return number;
}

Result<CommandId> Scenes::submit(const Work &work, const Lane &lane)
{
    const SceneValue &value = lane.values.front();
    if (!lane.device.isValid() || !m_fleet.isMember(lane.device))
        return failure(Error::Code::NotFound, tr("There is no device %1 in the fleet.").arg(value.address.left(Scene::maxName)));
    if (const CommandInfo *const info = scenelogic::commandOf(m_fleet, value); info && info->dangerous && !work.mayBeDangerous)
        return failure(Error::Code::Refused, tr("“%1” is dangerous and was not sent.").arg(value.key.left(Scene::maxName)));
    Command command;
    command.device = lane.device;
    command.key = value.key;
    command.argument = value.argument;
    command.origin = work.origin;
    return m_dispatcher.submit(command);
}

/// Sends what may be sent now.
void Scenes::advance(quint64 number)
{
    const auto found = m_work.find(number);
    if (found == m_work.end())
        return;
    Work &work = found->second;
    while (!work.waiting.empty() && work.open.size() < atOnce) {
        Lane lane = std::move(work.waiting.front());
        work.waiting.pop_front();
        const Result<CommandId> sent = submit(work, lane);
        if (sent && m_dispatcher.isPending(*sent)) {
            m_commands.insert(sent->n, number);
            work.open.insert(sent->n, lane);
            continue;
        }
        Result<void> result;
        bool confirmed = false;
        if (!sent) {
            work.run.isUnreachable = work.run.isUnreachable || sent.error().code == Error::Code::Unreachable;
            result = tl::unexpected(sent.error());
        } else { // it ended at once
            const auto &journal = m_dispatcher.journal();
            const auto ended = std::find_if(journal.rbegin(), journal.rend(), [&sent](const CommandOutcome &one) { return one.command.id == *sent; });
            if (ended != journal.rend()) {
                result = ended->result;
                confirmed = ended->confirmed;
            }
        }
        count(work, lane, result, confirmed);
        lane.values.pop_front();
        if (!lane.values.empty())
            work.waiting.push_front(std::move(lane));
    }
    settle(number);
}

/// The value at the front of a device's is done with.
void Scenes::count(Work &work, const Lane &lane, const Result<void> &result, bool confirmed)
{
    if (result) {
        ++work.run.good;
        work.run.unconfirmed += confirmed ? 0 : 1;
        return;
    }
    work.run.failures.append({lane.values.front(), lane.device, result.error().text});
}

void Scenes::takeOutcome(const CommandOutcome &outcome)
{
    const auto found = m_work.find(m_commands.take(outcome.command.id.n));
    if (found == m_work.end())
        return;
    Work &work = found->second;
    Lane lane = work.open.take(outcome.command.id.n);
    count(work, lane, outcome.result, outcome.confirmed);
    lane.values.pop_front();
    if (!lane.values.empty())
        work.waiting.push_back(std::move(lane));
    const quint64 number = found->first;
    QMetaObject::invokeMethod(this, [this, number] { advance(number); }, Qt::QueuedConnection);
}

void Scenes::settle(quint64 number)
{
    const auto found = m_work.find(number);
    Work &work = found->second;
    if (!work.open.isEmpty() || !work.waiting.empty()) {
        Q_EMIT progressed(SceneRun(work.run));
        return;
    }
    SceneRun run = work.run;
    run.ended = nowMicros();
    m_work.erase(found);
    if (scene(run.scene))
        m_last.insert(run.scene, run);
    Q_EMIT ended(run);
}

void Scenes::stop(quint64 number)
{
    const auto found = m_work.find(number);
    if (found == m_work.end())
        return;
    Work &work = found->second;
    for (const Lane &lane : work.waiting)
        work.run.left += int(lane.values.size());
    work.waiting.clear();
    for (Lane &lane : work.open) {
        work.run.left += int(lane.values.size()) - 1;
        lane.values.resize(1);
    }
    QMetaObject::invokeMethod(this, [this, number] { advance(number); }, Qt::QueuedConnection);
}

} // namespace muster
