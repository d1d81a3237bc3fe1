#include "ui/chart/metricpicker.h"

#include "ui/format.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr int mostRows = 20'000; ///< metrics listed; beyond it the search has to be used elsewhere

} // namespace

MetricPicker::MetricPicker(const Fleet &fleet, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_fleet(fleet)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Add a metric to the chart"));
    m_search->setPlaceholderText(tr("Search devices and metrics"));
    m_search->setAccessibleName(tr("Search devices and metrics"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Metrics"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    resize(360, 320);
    connect(m_search, &QLineEdit::textChanged, this, &MetricPicker::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &MetricPicker::pick);
    connect(m_list, &QListWidget::itemActivated, this, &MetricPicker::pick);
    connect(m_list, &QListWidget::itemClicked, this, &MetricPicker::pick);
    fill();
}

void MetricPicker::popup(const QPoint &globalPos)
{
    QPoint at = globalPos;
    if (const QScreen *on = screen()) {
        const QRect space = on->availableGeometry();
        at.setX(std::clamp(at.x(), space.left(), std::max(space.left(), space.right() - width())));
        at.setY(std::clamp(at.y(), space.top(), std::max(space.top(), space.bottom() - height())));
    }
    move(at);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void MetricPicker::setSearch(const QString &text)
{
    m_search->setText(text);
}

void MetricPicker::fill()
{
    // Those of the fleet first; then what is merely discovered.
    QList<DeviceId> devices = m_fleet.devices();
    std::stable_partition(devices.begin(), devices.end(), [this](DeviceId id) { return m_fleet.isMember(id); });
    for (const DeviceId id : std::as_const(devices)) {
        const Device *device = m_fleet.device(id);
        if (!device)
            continue;
        for (const Metric &metric : device->metrics) {
            if (m_list->count() >= mostRows)
                continue;
            QString text = QStringLiteral("%1 · %2").arg(format::plain(m_fleet.displayName(id), 60), format::plain(format::metricName(metric), 60));
            if (!metric.unit.isEmpty())
                text += QStringLiteral(" (%1)").arg(format::plain(metric.unit, 20));
            auto *item = new QListWidgetItem(text, m_list);
            item->setData(Qt::UserRole, metric.id.n);
        }
    }
    m_list->setCurrentRow(0);
}

void MetricPicker::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const QString name = item->text();
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
        item->setHidden(!fits);
        if (fits && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void MetricPicker::pick()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        Q_EMIT picked(MetricId {item->data(Qt::UserRole).toUInt()});
}

bool MetricPicker::eventFilter(QObject *watched, QEvent *event)
{
    // The arrows move in the list while the search has the focus.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
                if (!m_list->item(row)->isHidden()) {
                    m_list->setCurrentRow(row);
                    break;
                }
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace muster
