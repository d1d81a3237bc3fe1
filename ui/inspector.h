#pragma once

#include "core/fleet.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace muster {

class CommandLog;
class CommandsPanel;
class DetailsPanel;
class Dispatcher;
class EmptyState;
class Identities;
class InspectorHeader;
class MetricList;
class RawView;
class Section;

/// The right of the window: everything about one device. Its metrics, live; its commands, as real controls; how the last ones ended; what is known about
/// it; and, while that part is open, its messages as they come over the wire.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    Inspector(Fleet &fleet, Dispatcher &dispatcher, QWidget *parent = nullptr);

    [[nodiscard]] DeviceId device() const { return m_device; }
    /// Offers to make alarms.
    void setCanAlarm(bool can);
    /// Offers to make links.
    void setCanLink(bool can);
    /// Offers to merge and split devices; null: does not.
    void setIdentities(const Identities *identities);

public Q_SLOTS:
    void showDevice(muster::DeviceId device);
    /// Several selected at once: the one shown is the only one, else nothing but their count.
    void showDevices(const QList<muster::DeviceId> &devices);
    void showRaw(const QList<muster::RawMessage> &messages);

Q_SIGNALS:
    /// The device whose raw messages are wanted; an invalid one: none any more.
    void tapRequested(muster::DeviceId device);
    void plotRequested(const QList<muster::MetricId> &metrics);
    void readingRequested(muster::DeviceId device);
    void alarmRequested(muster::MetricId metric);
    void linkRequested(muster::MetricId metric);
    void mergeRequested(const QList<muster::DeviceId> &devices);
    void splitRequested(muster::DeviceId device, const QString &address);

private:
    void build();
    [[nodiscard]] QWidget *makeSections();
    [[nodiscard]] QWidget *makeMetrics();
    void listen();
    void present(DeviceId device, const QString &otherwise);
    void refreshSections();
    void tap();

    Fleet &m_fleet;
    Dispatcher &m_dispatcher;
    DeviceId m_device {};
    DeviceId m_tapped {};
    bool m_canMerge = false;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    InspectorHeader *m_header;
    QToolButton *m_plot;
    QPushButton *m_adopt;
    QToolButton *m_reading;
    QToolButton *m_merge;
    MetricList *m_metrics;
    QLabel *m_noMetrics;
    CommandsPanel *m_commands;
    CommandLog *m_log;
    DetailsPanel *m_details;
    RawView *m_raw;
    Section *m_commandsSection = nullptr;
    Section *m_logSection = nullptr;
    Section *m_rawSection = nullptr;
};

} // namespace muster
