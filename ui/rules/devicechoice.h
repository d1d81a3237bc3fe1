#pragma once

#include "core/ids.h"

#include <QWidget>

class QComboBox;

namespace muster {

class Fleet;
class FleetColumns;
class QueryEdit;

/// Which devices an automation is about: one, those that fit a search, or the one that set it off.
class DeviceChoice : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostNamed = 2'000; ///< devices in the list; the others are found by a search

    /// `own`: the one that set it off can be chosen. `search`: a search can.
    DeviceChoice(const Fleet &fleet, FleetColumns &columns, bool own, bool search, QWidget *parent = nullptr);

    /// Offers every device without a search, too; before set().
    void offerAll();
    /// What "the device that set it off" is called here; before set().
    void nameOwn(const QString &words);
    void set(const QString &address, const QString &query);
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString query() const;
    /// A search is chosen and nothing is written there.
    [[nodiscard]] bool lacksSearch() const;
    /// The one that is chosen; for a search one that fits. Invalid: the one that set it off, or there is none.
    [[nodiscard]] DeviceId example() const;

Q_SIGNALS:
    void changed();

private:
    const Fleet &m_fleet;
    FleetColumns &m_columns;
    QComboBox *m_which;
    QueryEdit *m_query;
};

} // namespace muster
