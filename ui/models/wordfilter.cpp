#include "ui/models/wordfilter.h"

#include <algorithm>

namespace muster {

WordFilter::WordFilter(const QString &text)
    : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, maxWords))
{
}

bool WordFilter::accepts(const Fleet &fleet, DeviceId id) const
{
    if (m_words.isEmpty())
        return true;
    const Device *device = fleet.device(id);
    if (!device)
        return false;
    const QString name = fleet.displayName(id);
    const FleetEntry *entry = fleet.entry(id);
    const auto occurs = [&](const QString &word) {
        const auto within = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
        return within(name) || within(device->name) || within(device->model) || within(device->manufacturer)
            || std::any_of(device->addresses.begin(), device->addresses.end(), within)
            || (entry && std::any_of(entry->tags.begin(), entry->tags.end(), within));
    };
    return std::all_of(m_words.begin(), m_words.end(), occurs);
}

QCollator nameCollator()
{
    // The "C" locale, which minimal systems have, knows nothing of numbers in names or of case.
    const QLocale locale = QLocale().collation();
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace muster
