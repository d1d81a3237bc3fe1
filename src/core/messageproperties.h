#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace muster {

/// What a message of MQTT 5 says of itself beside its payload. MQTT 5.0 section 3.3.2.3. Bounded; what did not fit is counted, never cut: half a
/// response topic would be another topic.
struct MessageProperties
{
    static constexpr qsizetype mostBytes = 4'096;

    struct UserProperty
    {
        QString name {};
        QString value {};

        friend bool operator==(const UserProperty &, const UserProperty &) = default;
    };

    std::optional<bool> isText {};    ///< the payload is UTF-8, or of no stated kind
    std::optional<quint32> expiry {}; ///< s from its arrival on, after which nobody may be told it any more
    std::optional<QString> contentType {};
    std::optional<QString> responseTopic {};
    std::optional<QByteArray> correlation {};
    QList<UserProperty> user {};      ///< names may come more than once; in their order
    quint32 leftOut = 0;              ///< further ones, which did not fit

    [[nodiscard]] bool isEmpty() const { return !isText && !expiry && !contentType && !responseTopic && !correlation && user.isEmpty() && leftOut == 0; }
    /// About, in memory.
    [[nodiscard]] qsizetype size() const
    {
        qsizetype sum = 2 * (contentType.value_or(QString()).size() + responseTopic.value_or(QString()).size()) + correlation.value_or(QByteArray()).size();
        for (const UserProperty &property : user)
            sum += 2 * (property.name.size() + property.value.size());
        return sum;
    }
    /// Whether so much more fits; counts it where it does not.
    [[nodiscard]] bool hasRoomFor(qsizetype bytes)
    {
        const bool fits = size() + bytes <= mostBytes && user.size() < mostUser;
        leftOut += fits ? 0 : 1;
        return fits;
    }
    friend bool operator==(const MessageProperties &, const MessageProperties &) = default;

private:
    static constexpr qsizetype mostUser = 64;
};

} // namespace muster
