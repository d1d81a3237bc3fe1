#include "backends/mqtt/mqttcommands.h"

#include <algorithm>
#include <cmath>

namespace muster::mqtt {

void MqttCommands::sent(const Command &command, int token, const EntityDirectory::Command &entity, quint32 request)
{
    Pending pending;
    pending.id = command.id;
    pending.token = token;
    pending.request = request;
    pending.echo = entity.echo;
    pending.tolerance = std::max(entity.info.step / 2, 1e-9);
    if (const bool *flag = std::get_if<bool>(&command.argument)) {
        pending.number = *flag ? 1 : 0;
        pending.tolerance = 0;
    } else if (const double *number = std::get_if<double>(&command.argument)) {
        pending.number = *number;
        pending.tolerance = std::max(pending.tolerance, std::fabs(*number) * 1e-7); // it may come back in single precision
    } else if (const QString *text = std::get_if<QString>(&command.argument)) {
        pending.text = *text;
        pending.isText = entity.echoMetric.type != MetricType::Enumeration;
        pending.number = double(entity.echoMetric.options.indexOf(*text));
        pending.tolerance = 0;
    }
    m_pending.push_back(pending);
}

void MqttCommands::taken(int token, Micros now)
{
    const auto it = std::find_if(m_pending.begin(), m_pending.end(), [token](const Pending &p) { return p.token == token; });
    if (it == m_pending.end())
        return;
    if (it->echo.isValid() || it->request != 0)
        it->due = now + confirmWithin;
    else
        finish(size_t(it - m_pending.begin()), {}, false);
}

void MqttCommands::refused(int token, const Error &reason)
{
    const auto it = std::find_if(m_pending.begin(), m_pending.end(), [token](const Pending &p) { return p.token == token; });
    if (it != m_pending.end())
        finish(size_t(it - m_pending.begin()), tl::unexpected(reason), false);
}

void MqttCommands::heard(MetricId metric, double value, const QString *text)
{
    for (size_t i = 0; i < m_pending.size(); ++i) {
        const Pending &p = m_pending[i];
        if (p.echo != metric || p.isText != (text != nullptr))
            continue;
        if (text ? *text == p.text : std::fabs(value - p.number) <= p.tolerance) {
            finish(i, {}, true);
            return; // one report answers one command
        }
    }
}

void MqttCommands::answered(const Answer &answer)
{
    const auto it = std::find_if(m_pending.begin(), m_pending.end(), [&answer](const Pending &p) { return p.request != 0 && p.request == answer.request; });
    if (it == m_pending.end())
        return;
    if (answer.problem.isEmpty())
        finish(size_t(it - m_pending.begin()), {}, true);
    else
        finish(size_t(it - m_pending.begin()), failure(Error::Code::Refused, answer.problem), false);
}

void MqttCommands::abandon(CommandId id)
{
    std::erase_if(m_pending, [id](const Pending &p) { return p.id == id; });
}

void MqttCommands::expire(Micros now)
{
    for (size_t i = m_pending.size(); i-- > 0;) {
        if (m_pending[i].due != 0 && m_pending[i].due <= now)
            finish(i, {}, false);
    }
}

void MqttCommands::drop(const Error &reason)
{
    for (size_t i = m_pending.size(); i-- > 0;) {
        if (m_pending[i].due != 0)
            finish(i, {}, false);
        else
            finish(i, tl::unexpected(reason), false);
    }
}

void MqttCommands::cancelAll(const Error &reason)
{
    while (!m_pending.empty())
        finish(m_pending.size() - 1, tl::unexpected(reason), false);
}

void MqttCommands::finish(size_t index, const Result<void> &result, bool confirmed)
{
    const CommandId id = m_pending[index].id;
    m_pending.erase(m_pending.begin() + qptrdiff(index));
    if (finished)
        finished(id, result, confirmed);
}

} // namespace muster::mqtt
