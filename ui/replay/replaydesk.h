#pragma once

#include "core/ids.h"
#include "core/sample.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QStackedWidget;
class QVBoxLayout;

namespace muster {

class Archive;
class ChartArea;
class Dispatcher;
struct DynamicGroup;
class Fleet;
class FleetView;
class Inspector;
class Past;
class Replay;
class ReplayBar;

/// What of the window is exchanged for a replay.
struct ReplayStage
{
    QVBoxLayout *bars = nullptr;           ///< the replay's bar comes first in it
    QStackedWidget *fleetPlace = nullptr;  ///< holds the live fleet view
    QStackedWidget *detailsPlace = nullptr;///< holds the live inspector
    FleetView *fleetView = nullptr;
    ChartArea *charts = nullptr;
};

/// Puts the window at a past moment and back: the fleet and the inspector are others meanwhile, over the replay's fleet; the charts stand at the
/// moment. Main thread.
class ReplayDesk : public QObject
{
    Q_OBJECT

public:
    ReplayDesk(Fleet &live, Past &past, Archive &archive, const ReplayStage &stage, QObject *parent);
    ~ReplayDesk() override;

    [[nodiscard]] bool isOn() const { return m_replay != nullptr; }

public Q_SLOTS:
    void setOn(bool on);
    void setFilter(const QString &text);
    void setGroup(muster::GroupId group);
    void setDynamicGroup(const muster::DynamicGroup &group);

Q_SIGNALS:
    void changed(bool on);

private:
    void start();
    void stop();
    void placeCharts(Micros time);

    Fleet &m_live;
    Past &m_past;
    Archive &m_archive;
    ReplayStage m_stage;
    QString m_filter;
    std::unique_ptr<Replay> m_replay;
    std::unique_ptr<Dispatcher> m_dispatcher; ///< leads nowhere
    QPointer<ReplayBar> m_bar;
    QPointer<FleetView> m_fleetView;
    QPointer<Inspector> m_inspector;
};

} // namespace muster
