#include "ui/rules/devicechoice.h"

#include "core/fleet.h"
#include "query/livequery.h"
#include "ui/format.h"
#include "ui/search/queryedit.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace muster {

namespace {

constexpr char allMark[] = "all";
constexpr char ownMark[] = "own";
constexpr char searchMark[] = "search";

} // namespace

DeviceChoice::DeviceChoice(const Fleet &fleet, FleetColumns &columns, bool own, bool search, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_columns(columns)
    , m_which(new QComboBox(this))
    , m_query(new QueryEdit(this))
{
    m_which->setAccessibleName(tr("Device"));
    m_which->setMaximumWidth(220);
    m_which->setMinimumContentsLength(18);
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    // An address is kept behind a mark: what a device calls itself is never one of these words.
    if (own)
        m_which->addItem(tr("the device that set it off"), QString::fromLatin1(ownMark));
    if (search)
        m_which->addItem(tr("every device that fits"), QString::fromLatin1(searchMark));
    QList<std::pair<QString, QString>> named;
    const QList<DeviceId> members = fleet.members();
    for (const DeviceId device : members)
        if (const Device *const known = fleet.device(device); known && named.size() < mostNamed)
            named.append({format::plain(fleet.displayName(device), 100), known->addresses.value(0)});
    std::sort(named.begin(), named.end(), [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    for (const auto &[name, address] : std::as_const(named))
        m_which->addItem(name, u'@' + address);
    m_query->setAccessibleName(tr("Search"));
    m_query->setPlaceholderText(tr("A search: group:Hall"));
    m_query->setColumns(&columns);
    m_query->setMinimumWidth(200);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_which);
    row->addWidget(m_query);
    setFocusProxy(m_which);
    const auto show = [this] {
        m_query->setVisible(m_which->currentData().toString() == QLatin1StringView(searchMark));
        Q_EMIT changed();
    };
    connect(m_which, &QComboBox::currentIndexChanged, this, show);
    connect(m_query, &QLineEdit::textChanged, this, &DeviceChoice::changed);
    m_query->setVisible(m_which->currentData().toString() == QLatin1StringView(searchMark));
}

void DeviceChoice::set(const QString &address, const QString &query)
{
    int place = 0;
    if (!address.isEmpty()) {
        const Device *const known = m_fleet.device(m_fleet.findByAddress(address));
        place = known ? m_which->findData(QString(u'@' + known->addresses.value(0))) : -1;
        if (place < 0) {
            m_which->addItem(format::plain(address, 100), QString(u'@' + address)); // one that is not there now
            place = m_which->count() - 1;
        }
    } else if (!query.isEmpty()) {
        place = std::max(0, m_which->findData(QString::fromLatin1(searchMark)));
    }
    m_query->setText(query);
    m_which->setCurrentIndex(place);
}

void DeviceChoice::offerAll()
{
    m_which->insertItem(0, tr("every device"), QString::fromLatin1(allMark));
}

void DeviceChoice::nameOwn(const QString &words)
{
    m_which->setItemText(m_which->findData(QString::fromLatin1(ownMark)), words);
}

QString DeviceChoice::address() const
{
    const QString data = m_which->currentData().toString();
    return data.startsWith(u'@') ? data.mid(1) : QString();
}

QString DeviceChoice::query() const
{
    return m_which->currentData().toString() == QLatin1StringView(searchMark) ? m_query->text().trimmed() : QString();
}

bool DeviceChoice::lacksSearch() const
{
    return m_which->currentData().toString() == QLatin1StringView(searchMark) && m_query->text().trimmed().isEmpty();
}

DeviceId DeviceChoice::example() const
{
    if (const QString one = address(); !one.isEmpty())
        return m_fleet.findByAddress(one);
    if (m_which->currentData().toString() == QLatin1StringView(ownMark))
        return {};
    LiveQuery once(m_columns);
    once.setQuery(parseQuery(query()).value_or(Query()));
    return once.devices().value(0);
}

} // namespace muster
