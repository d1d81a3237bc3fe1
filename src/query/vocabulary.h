#pragma once

#include <QStringList>

namespace muster {

/// The words a fleet has for its fields: what is offered while a query is typed, and what Query::doubts() compares with.
struct Vocabulary
{
    static constexpr qsizetype maxWords = 5'000; ///< of each kind

    QStringList metrics {}; ///< keys
    QStringList tags {};
    QStringList groups {}; ///< names
    QStringList models {};
    QStringList manufacturers {};
    QStringList firmwares {};
    QStringList links {};
    QStringList backends {};
};

} // namespace muster
