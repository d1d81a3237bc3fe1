// Automations: steps that others carry out: scenes, what the web is told, e-mail.
#include "rules/automations.h"

#include "core/fleet.h"
#include "core/mail.h"
#include "rules/automationwords.h"
#include "rules/scenes.h"

#include <QDateTime>

namespace muster {

// --- scenes

void Automations::setScenes(Scenes &scenes)
{
    m_scenes = &scenes;
    connect(&scenes, &Scenes::ended, this, &Automations::takeScene);
}

/// `only`: the devices that did not obey before, unless it is empty.
bool Automations::applyScene(AutomationRun &run, const Automation &rule, const QList<DeviceId> &only)
{
    const RuleStep step = rule.steps.at(run.step);
    const Scene *const scene = m_scenes ? m_scenes->find(step.key) : nullptr;
    if (!scene)
        return failed(run, rule, tr("There is no scene “%1”.").arg(automationwords::plain(step.key)));
    for (const SceneValue &value : scene->values)
        if (const DeviceId device = m_fleet.findByAddress(value.address); device.isValid())
            m_guard.blame(run, device, LoopGuard::Way::Command, m_now());
    const Result<quint64> applied = m_scenes->apply(scene->id, originOf(rule), rule.mayBeDangerous, only);
    if (!applied)
        return failed(run, rule, applied.error().text);
    m_applied.insert(*applied, run.number);
    m_orders[run.number] = {};
    storeRun(run);
    touch(run.rule);
    return false;
}

void Automations::takeScene(const SceneRun &scene)
{
    const quint64 number = m_applied.take(scene.number);
    Order *const sending = order(number);
    if (!sending)
        return;
    sending->good = scene.good;
    sending->unconfirmed = scene.unconfirmed;
    sending->isUnreachable = scene.isUnreachable;
    for (const SceneRun::Failure &failure : scene.failures) {
        sending->failed.append(failure.device);
        sending->problem = failure.why;
    }
    proceed(number);
}

// --- the web

/// What is told: no more than stands in the trace, and in words of its own.
QByteArray Automations::postBody(const AutomationRun &run, const Automation &rule, const RuleStep &step) const
{
    QJsonObject json {{QStringLiteral("automation"), rule.name}, {QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(run.firing.time / 1'000, Qt::UTC).toString(Qt::ISODateWithMs)}};
    if (const Device *const device = m_fleet.device(run.firing.device)) {
        json.insert(QStringLiteral("device"), m_fleet.displayName(run.firing.device));
        json.insert(QStringLiteral("address"), device->addresses.value(0));
    }
    if (const MetricState *const state = m_fleet.metric(run.firing.metric)) {
        const bool isText = state->info.type == MetricType::Text;
        json.insert(QStringLiteral("metric"), state->info.key);
        json.insert(QStringLiteral("value"), isText ? QJsonValue(run.firing.text) : QJsonValue(run.firing.value));
    }
    if (!step.text.isEmpty())
        json.insert(QStringLiteral("text"), filled(step.text, run, rule));
    return storedjson::compact(json).toUtf8();
}

bool Automations::post(AutomationRun &run, const Automation &rule)
{
    const RuleStep step = rule.steps.at(run.step);
    const QByteArray body = postBody(run, rule, step);
    Q_EMIT postRequested(expectAnswer(run), step.key, body);
    return false;
}

// --- e-mail

bool Automations::mail(AutomationRun &run, const Automation &rule)
{
    const RuleStep step = rule.steps.at(run.step);
    const QString subject = filled(step.subject, run, rule).simplified();
    const QString text = filled(step.text, run, rule);
    Q_EMIT mailRequested(expectAnswer(run), step.key, subject.left(mail::maxSubject), text);
    return false;
}

/// The number under which takePosted() will say what became of it.
quint64 Automations::expectAnswer(AutomationRun &run)
{
    const quint64 call = ++m_lastPost;
    m_posts.insert(call, run.number);
    m_orders[run.number] = {};
    storeRun(run);
    touch(run.rule);
    return call;
}

void Automations::takePosted(quint64 call, const Result<void> &result)
{
    const quint64 number = m_posts.take(call);
    Order *const sending = order(number);
    if (!sending)
        return;
    sending->good = result ? 1 : 0;
    if (!result) {
        sending->failed.append(DeviceId());
        sending->problem = result.error().text;
    }
    proceed(number);
}

} // namespace muster
