#pragma once

#include "core/fleet.h"

#include <QCollator>

namespace muster {

/// The search box, as far as it goes: every word must occur, whatever its case, in a device's name, address, make, model or tags.
class WordFilter
{
public:
    WordFilter() = default;
    explicit WordFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] bool accepts(const Fleet &fleet, DeviceId id) const;

    friend bool operator==(const WordFilter &, const WordFilter &) = default;

private:
    static constexpr qsizetype maxWords = 32;
    QStringList m_words;
};

/// Compares names as people do, in their language, whatever the case: "Lamp 2" before "Lamp 10".
[[nodiscard]] QCollator nameCollator();

} // namespace muster
