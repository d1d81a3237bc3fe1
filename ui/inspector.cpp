#include "ui/inspector.h"

#include "core/dispatcher.h"
#include "ui/emptystate.h"
#include "ui/fleet/devicemenu.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/inspector/commandlog.h"
#include "ui/inspector/commandspanel.h"
#include "ui/inspector/detailspanel.h"
#include "ui/inspector/inspectorheader.h"
#include "ui/inspector/metriclist.h"
#include "ui/inspector/rawview.h"
#include "ui/inspector/section.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace muster {

Inspector::Inspector(Fleet &fleet, Dispatcher &dispatcher, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_dispatcher(dispatcher)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_header(new InspectorHeader(fleet, this))
    , m_plot(new QToolButton(this))
    , m_adopt(new QPushButton(tr("Add to fleet"), this))
    , m_reading(new QToolButton(this))
    , m_merge(new QToolButton(this))
    , m_metrics(new MetricList(fleet, this))
    , m_noMetrics(new QLabel(tr("This device has not reported any value yet."), this))
    , m_commands(new CommandsPanel(fleet, dispatcher, this))
    , m_log(new CommandLog(fleet, dispatcher, this))
    , m_details(new DetailsPanel(fleet, this))
    , m_raw(new RawView(this))
{
    build();
    listen();
    present({}, {});
}

void Inspector::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(240);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *adoptRow = new QVBoxLayout;
    adoptRow->setContentsMargins(12, 0, 12, 4);
    adoptRow->addWidget(m_adopt);
    column->addLayout(adoptRow);
    auto *scroll = new QScrollArea(page);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeSections());
    column->addWidget(scroll, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
}

QWidget *Inspector::makeSections()
{
    auto *sections = new QWidget(this);
    sections->setAutoFillBackground(true);
    sections->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(sections);
    column->setContentsMargins(0, 4, 0, 8);
    column->setSpacing(8);

    column->addWidget(makeMetrics());
    m_commands->setContentsMargins(12, 0, 8, 0);
    m_commandsSection = new Section(tr("Commands"), m_commands, true, sections);
    column->addWidget(m_commandsSection);
    auto *log = new QWidget(sections);
    auto *logColumn = new QVBoxLayout(log);
    logColumn->setContentsMargins(9, 0, 8, 0);
    logColumn->addWidget(m_log);
    m_logSection = new Section(tr("Last"), log, true, sections);
    column->addWidget(m_logSection);
    auto *details = new Section(tr("Details"), m_details, false, sections);
    m_reading->setText(tr("How it is read…"));
    m_reading->setToolTip(tr("Profile and rate of this device"));
    m_reading->setIcon(icons::icon("usb"));
    m_reading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reading->setAutoRaise(true);
    details->addToHeading(m_reading);
    m_merge->setText(tr("Merge with…"));
    m_merge->setToolTip(tr("Make this and another device one"));
    m_merge->setAutoRaise(true);
    details->addToHeading(m_merge);
    column->addWidget(details);
    m_rawSection = new Section(tr("Raw messages"), m_raw, false, sections);
    column->addWidget(m_rawSection);
    column->addStretch(1);
    return sections;
}

QWidget *Inspector::makeMetrics()
{
    auto *metrics = new QWidget(this);
    auto *metricsColumn = new QVBoxLayout(metrics);
    metricsColumn->setContentsMargins(0, 0, 0, 0);
    metricsColumn->addWidget(m_metrics);
    metricsColumn->addWidget(m_noMetrics);
    m_noMetrics->setMargin(12);
    m_noMetrics->setWordWrap(true);
    m_noMetrics->setForegroundRole(QPalette::PlaceholderText);
    auto *metricsSection = new Section(tr("Metrics"), metrics, true, this);
    m_plot->setToolTip(tr("Plot the selected metrics (Enter); or drag them onto a chart"));
    m_plot->setText(tr("Plot"));
    m_plot->setIcon(icons::icon("chart-line"));
    m_plot->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_plot->setAutoRaise(true);
    m_plot->setEnabled(false);
    metricsSection->addToHeading(m_plot);
    return metricsSection;
}

void Inspector::listen()
{
    connect(m_metrics, &MetricList::plotRequested, this, &Inspector::plotRequested);
    connect(m_metrics, &MetricList::alarmRequested, this, &Inspector::alarmRequested);
    connect(m_metrics, &MetricList::linkRequested, this, &Inspector::linkRequested);
    connect(m_metrics, &MetricList::selectionChangedTo, this, [this](const QList<MetricId> &metrics) { m_plot->setEnabled(!metrics.isEmpty()); });
    connect(m_plot, &QToolButton::clicked, m_metrics, &MetricList::plotSelected);
    connect(m_adopt, &QPushButton::clicked, this, [this] { m_fleet.adopt({m_device}); });
    connect(m_reading, &QToolButton::clicked, this, [this] { Q_EMIT readingRequested(m_device); });
    connect(m_merge, &QToolButton::clicked, this, [this] { Q_EMIT mergeRequested({m_device}); });
    connect(m_details, &DetailsPanel::splitRequested, this, &Inspector::splitRequested);
    connect(m_rawSection, &Section::toggled, this, &Inspector::tap);
    connect(m_log, &CommandLog::lineAdded, this, &Inspector::refreshSections);
    const auto refreshIfOurs = [this](const QList<DeviceId> &devices) {
        if (devices.contains(m_device))
            refreshSections();
    };
    connect(&m_fleet, &Fleet::devicesChanged, this, refreshIfOurs);
    connect(&m_fleet, &Fleet::entriesChanged, this, refreshIfOurs);
    connect(&m_fleet, &Fleet::devicesRemoved, this, [this](const QList<DeviceId> &devices) {
        if (devices.contains(m_device))
            present({}, tr("The device that was shown here is gone."));
    });
}

void Inspector::showDevice(DeviceId device)
{
    present(device, {});
}

void Inspector::setCanAlarm(bool can)
{
    m_metrics->setCanAlarm(can);
}

void Inspector::setCanLink(bool can)
{
    m_metrics->setCanLink(can);
}

void Inspector::setIdentities(const Identities *identities)
{
    m_details->setIdentities(identities);
    m_canMerge = identities != nullptr;
    refreshSections();
}

void Inspector::showDevices(const QList<DeviceId> &devices)
{
    if (devices.size() == 1)
        present(devices.first(), {});
    else
        present({}, devices.isEmpty() ? QString() : tr("%1 selected.").arg(format::devices(devices.size())));
}

void Inspector::present(DeviceId device, const QString &otherwise)
{
    const bool isThere = m_fleet.device(device);
    const DeviceId next = isThere ? device : DeviceId {};
    if (!isThere)
        m_empty->setText(otherwise.isEmpty() ? tr("Nothing selected.") : otherwise, tr("Select one device to see its values and to command it."));
    m_pages->setCurrentIndex(isThere ? 1 : 0);
    if (next == m_device)
        return;
    m_device = next;
    m_header->setDevice(next);
    m_metrics->setDevice(next);
    m_commands->setDevice(next);
    m_log->setDevice(next);
    m_details->setDevice(next);
    m_raw->clear();
    refreshSections();
    tap();
}

void Inspector::refreshSections()
{
    const bool hasMetrics = !m_metrics->isEmpty();
    m_metrics->setVisible(hasMetrics);
    m_noMetrics->setVisible(!hasMetrics);
    m_commandsSection->setVisible(!m_commands->isEmpty());
    m_logSection->setVisible(m_log->count() > 0);
    const Device *device = m_fleet.device(m_device);
    m_reading->setVisible(device && devicemenu::hasSerialLine(*device) && !m_fleet.isPast());
    m_merge->setVisible(m_canMerge && device && !m_fleet.isPast());
    m_adopt->setVisible(m_device.isValid() && !m_fleet.isMember(m_device));
}

// Messages are only kept for the device that is looked at, and only while somebody looks.
void Inspector::tap()
{
    const DeviceId wanted = m_rawSection->isOpen() ? m_device : DeviceId {};
    if (wanted == m_tapped)
        return;
    m_tapped = wanted;
    Q_EMIT tapRequested(wanted);
}

void Inspector::showRaw(const QList<RawMessage> &messages)
{
    QList<RawMessage> ours;
    for (const RawMessage &message : messages) {
        if (message.device == m_tapped && m_tapped.isValid())
            ours.append(message);
    }
    if (!ours.isEmpty())
        m_raw->add(ours);
}

} // namespace muster
