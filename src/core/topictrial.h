#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace muster {

/// The last message of a topic, for trying rules on.
struct TopicMessage
{
    QString topic {};
    QByteArray payload {};
    bool whole = true;       ///< else only its beginning is known
};

/// What a rule that makes devices of topics (MqttSettings: rule=…) would make of messages; or why it cannot be read.
struct TopicTrial
{
    static constexpr qsizetype mostMade = 500; ///< messages that are read; all are matched

    struct Value
    {
        QString key {};
        QString name {};     ///< for people; empty: use the key
        QString unit {};
        QString text {};     ///< as it would be stored
        bool isCommand = false; ///< it could be set, too
    };
    struct Made
    {
        QString topic {};
        QString device {};
        QList<Value> values {};
        QString problem {};  ///< why there are none: one sentence
    };
    QString error {};        ///< one sentence; empty: the rule can be read
    int column = 0;          ///< of the rule's text, from 1; 0: it is about all of it
    QList<Made> made {};
    qsizetype matching = 0;  ///< topics
    qsizetype devices = 0;   ///< different ones, of all that match
    qsizetype earlier = 0;   ///< topics that it would select if no rule before it did
};

} // namespace muster
