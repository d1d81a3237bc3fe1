#include "ui/fleet/mergedialog.h"

#include "core/fleet.h"
#include "ui/format.h"
#include "ui/models/wordfilter.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

MergeDialog::MergeDialog(const Fleet &fleet, DeviceId device, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_device(device)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_preview(new QLabel(this))
    , m_merge(nullptr)
{
    setWindowTitle(tr("Merge with another device"));
    build();
    connect(m_search, &QLineEdit::textChanged, this, &MergeDialog::fill);
    connect(m_list, &QListWidget::currentItemChanged, this, &MergeDialog::preview);
    connect(m_list, &QListWidget::itemActivated, this, &MergeDialog::agree);
    connect(m_merge, &QPushButton::clicked, this, &MergeDialog::agree);
    fill();
    m_search->setFocus();
    resize(520, 460);
}

void MergeDialog::build()
{
    auto *column = new QVBoxLayout(this);
    auto *question = new QLabel(tr("Which other device is “%1”, too?").arg(format::plain(m_fleet.displayName(m_device), 60)), this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    column->addWidget(question);
    m_search->setPlaceholderText(tr("Name, address or model"));
    m_search->setAccessibleName(tr("Search for a device"));
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    m_list->setAccessibleName(tr("Devices"));
    m_list->setUniformItemSizes(true);
    column->addWidget(m_list, 1);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_preview);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_merge = buttons->addButton(tr("Merge"), QDialogButtonBox::ActionRole);
    m_merge->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

DeviceId MergeDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? DeviceId {item->data(Qt::UserRole).toUInt()} : DeviceId {};
}

void MergeDialog::fill()
{
    const WordFilter filter(m_search->text().left(200));
    QList<std::pair<QString, DeviceId>> found;
    const QList<DeviceId> devices = m_fleet.devices();
    for (const DeviceId id : devices) {
        if (id != m_device && filter.accepts(m_fleet, id))
            found.append({m_fleet.displayName(id), id});
    }
    const QCollator collator = nameCollator();
    std::sort(found.begin(), found.end(), [&collator](const auto &a, const auto &b) { return collator.compare(a.first, b.first) < 0; });
    m_list->clear();
    for (const auto &[name, id] : found.mid(0, mostShown)) {
        const Device *device = m_fleet.device(id);
        auto *item = new QListWidgetItem(tr("%1 — %2", "name of a device, its address").arg(format::plain(name, 60), format::plain(device->addresses.value(0), 80)), m_list);
        item->setData(Qt::UserRole, id.n);
    }
    if (found.size() > mostShown) {
        auto *more = new QListWidgetItem(tr("%1 more. Type a part of the name to find one.").arg(format::count(found.size() - mostShown)), m_list);
        more->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(found.size() == 1 ? 0 : -1);
    preview();
}

void MergeDialog::preview()
{
    const Device *other = m_fleet.device(current());
    const Device *device = m_fleet.device(m_device);
    m_merge->setEnabled(other && device);
    if (!other || !device) {
        m_preview->setText(tr("Both become one device with the addresses, metrics and commands of both. It can be undone, and later split again in Details."));
        return;
    }
    QStringList addresses;
    for (const QString &address : device->addresses + other->addresses)
        addresses.append(format::plain(address, 60));
    addresses.removeDuplicates();
    const QString list = addresses.mid(0, 6).join(QStringLiteral(", ")) + (addresses.size() > 6 ? QStringLiteral(" …") : QString());
    m_preview->setText(tr("One device with %1 and the addresses %2. All metrics keep what was recorded.")
                           .arg(tr("%n metric(s)", nullptr, int(device->metrics.size() + other->metrics.size())), list));
}

void MergeDialog::agree()
{
    const DeviceId other = current();
    if (!m_fleet.device(other))
        return;
    accept();
    Q_EMIT chosen(other);
}

} // namespace muster
