// Rules that make devices of topics: the text of a rule, a topic and a payload, with line feeds between.

#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/topicrule.h"
#include "backends/mqtt/topicruletrial.h"

#include <cstdlib>

using namespace muster;
using namespace muster::mqtt;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray all(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const qsizetype first = all.indexOf('\n');
    const qsizetype second = first < 0 ? -1 : all.indexOf('\n', first + 1);
    const QString text = QString::fromUtf8(all.left(first));
    const QByteArray topic = first < 0 ? QByteArray("plant/a/b/state") : all.mid(first + 1, second < 0 ? -1 : second - first - 1);
    const auto rule = topicRule(text);
    if (!rule && (rule.error().column < 1 || rule.error().column > text.size() + 1 || rule.error().text.isEmpty()))
        std::abort(); // what is wrong is somewhere in the text
    if (rule && !isFilter(rule->filter()) && rule->filter().size() <= 65'535 && !rule->filter().isEmpty())
        std::abort();
    if (rule) {
        const auto found = match(*rule, topic);
        if (found && isTopic(topic) && !matches(rule->filter(), topic))
            std::abort(); // it would not have been subscribed
        if (const auto metric = found ? found->metric(QStringLiteral("t")) : std::nullopt) {
            const QByteArray to = found->commandTopic(*metric);
            if (!to.isEmpty() && !isTopic(to))
                std::abort();
        }
    }
    const TopicTrial trial = tryTopicRule({text}, 0, {{QString::fromUtf8(topic), second < 0 ? QByteArray() : all.mid(second + 1), true}});
    if (trial.error.isEmpty() != rule.has_value())
        std::abort();
    return 0;
}
