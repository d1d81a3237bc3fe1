#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/conventions/haexpansion.h"

#include <QStringList>

namespace muster::mqtt {

/// One entity's configuration, read the tolerant way publishers need (booleans and numbers as text …), and the pieces every
/// component is made of.
class HaConfig
{
public:
    explicit HaConfig(const HaEntity &entity) : m_entity(entity) {}

    [[nodiscard]] const HaEntity &entity() const { return m_entity; }
    [[nodiscard]] bool has(const char *key) const;
    [[nodiscard]] QString text(const char *key) const;
    /// A payload as Home Assistant compares it: true → "True".
    [[nodiscard]] QByteArray payload(const char *key, const char *otherwise) const;
    [[nodiscard]] double number(const char *key, double otherwise) const;
    [[nodiscard]] bool flag(const char *key, bool otherwise = false) const;
    [[nodiscard]] QStringList texts(const char *key) const;
    [[nodiscard]] QByteArray topic(const char *key) const { return text(key).toUtf8(); }

    /// The key of the entity's metric and command, see haentity.h.
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString name() const;
    /// A metric with what all components share; a problem if the template at `templateKey` is not understood.
    [[nodiscard]] Metric metric(MetricType type, const char *templateKey = "value_template") const;
    [[nodiscard]] Binding binding(Decoding decoding, const char *templateKey = "value_template") const;
    [[nodiscard]] CommandInfo command(ArgumentType argument) const;
    /// Topic, quality and retain flag of the entity's command.
    [[nodiscard]] CommandEncoding encoding(CommandEncoding::Form form) const;
    /// The payload of a command that always is the same, through the entity's template if it has one; empty where that fails.
    [[nodiscard]] QByteArray throughTemplate(const QByteArray &payload, const char *templateKey = "command_template") const;
    /// Whether the state topic tells that a command took effect.
    [[nodiscard]] bool echoes() const;

    [[nodiscard]] Result<void> require(const char *topicKey) const;

private:
    const HaEntity &m_entity;
};

/// Adds a metric, and its binding unless the metric has a problem.
void add(Announcement &announcement, const Metric &metric, Binding binding);
/// Adds a command, and its encoding unless the command has a problem.
void add(Announcement &announcement, const CommandInfo &command, CommandEncoding encoding);

/// Lights with the json schema, in halight.cpp.
[[nodiscard]] Result<void> describeLight(const HaConfig &config, Announcement &announcement);
/// Every other component that haentity.cpp has no word for, in hacomponents.cpp. Nothing known of it: false.
[[nodiscard]] bool describeParts(const HaConfig &config, Announcement &announcement);

} // namespace muster::mqtt
