#pragma once

#include "backends/mqtt/conventions/haconfig.h"

namespace muster::mqtt {

/// One part of an entity: where its state comes from, where its command goes, and what both are. Keys are those of the configuration.
struct HaPart
{
    QString key {};                     ///< behind the entity's key; empty: the entity itself
    QString name {};
    const char *stateTopic = nullptr;
    const char *stateTemplate = "value_template";
    const char *commandTopic = nullptr;
    const char *commandTemplate = "command_template";
    const char *variable = "";          ///< how the template calls the argument, besides "value"
    MetricType type = MetricType::Text;
    ArgumentType argument = ArgumentType::Text;
    QStringList options {};             ///< in words of the device
    QByteArray on {};
    QByteArray off {};
    double minimum = 0;
    double maximum = 100;
    double step = 1;
    QString unit {};
    QByteArray member {};               ///< Place::member
    bool dangerous = false;
};

/// One of the words a command is chosen from: what people read, and the key of the payload with its default (null: none). A payload that is
/// null in the configuration is not offered.
struct HaWord
{
    const char *word;
    const char *payloadKey;
    const char *payload;
};

/// Adds the metric and the command of a part, as far as its topics are there.
void addPart(const HaConfig &config, Announcement &announcement, const HaPart &part);
void addChoice(const HaConfig &config, Announcement &announcement, const QString &key, const QString &name, const std::initializer_list<HaWord> &words,
               bool dangerous = false);

/// payload_on and payload_off on state_topic and command_topic.
[[nodiscard]] HaPart onOffPart(const HaConfig &config, const char *stateTemplate);
[[nodiscard]] HaPart numberPart(const QString &key, const QString &name, const char *stateTopic, const char *stateTemplate, const char *commandTopic = nullptr,
                                const char *commandTemplate = "", const char *variable = "");
/// One out of a list. What is reported may be a word that is not in it ("None"), so it is read as text.
[[nodiscard]] HaPart modePart(const QString &key, const QString &name, const char *stateTopic, const char *stateTemplate, const char *commandTopic,
                              const char *commandTemplate, const QStringList &options);
/// Lights of the basic and template schemas, in halightplain.cpp.
void describePlainLight(const HaConfig &config, Announcement &announcement);
[[nodiscard]] QString word(const char *text);

} // namespace muster::mqtt
