#pragma once

#include "core/connection.h"

#include <QColor>
#include <QPainter>
#include <QPalette>
#include <QString>

namespace muster {

/// What a connection's state and counters look like and are called: the only place that decides it.
namespace words {

/// One word: "connected", "trying again".
[[nodiscard]] QString stateWord(ConnectionState state);
/// One sentence: the backend's own where it has one, with the time of the next attempt.
[[nodiscard]] QString stateSentence(const ConnectionStatus &status);
/// "3 payloads did not decode". Empty for a zero and for what is not worth a line.
[[nodiscard]] QString countSentence(Count what, quint64 number);
/// State and every count that is not zero, one a line, as plain text.
[[nodiscard]] QString summary(const ConnectionStatus &status, const Counters &counters);
/// "412/s", "0.3/s", "0/s"
[[nodiscard]] QString rate(double perSecond);

/// Status has a shape beside its colour: ● open, ◐ under way, ○ closed, ▲ failed.
void paintMark(QPainter &painter, const QRectF &rect, ConnectionState state, const QPalette &palette);
[[nodiscard]] QPixmap markPixmap(ConnectionState state, const QPalette &palette, int size, qreal scale);

} // namespace words

} // namespace muster
