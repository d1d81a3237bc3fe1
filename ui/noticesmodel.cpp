#include "ui/noticesmodel.h"

#include "core/connections.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace muster {

NoticesModel::NoticesModel(const Diagnostics &diagnostics, const Connections &connections, QObject *parent)
    : QAbstractTableModel(parent)
    , m_diagnostics(diagnostics)
    , m_connections(connections)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &NoticesModel::update);
    connect(&diagnostics, &Diagnostics::noted, this, [this] {
        if (!m_tick.isActive())
            m_tick.start();
    });
    connect(&connections, &Connections::changed, this, [this] { retranslate(); });
    update();
}

int NoticesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NoticesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString NoticesModel::text(const Notice &notice, int column) const
{
    switch (column) {
    case Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(notice.time / 1'000).time(), QStringLiteral("HH:mm:ss"));
    case From: {
        const Connection *connection = m_connections.find(notice.connection);
        return connection ? connection->name : QString();
    }
    case What:
        return notice.text;
    case Times:
        return notice.times > 1 ? tr("%1 times").arg(notice.times) : QString();
    default:
        return {};
    }
}

QVariant NoticesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Notice &notice = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(notice, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(notice.time / 1'000), QLocale::LongFormat)
                                      : text(notice, index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return line(index.row());
    case SeverityRole:
        return int(notice.severity);
    default:
        return {};
    }
}

QVariant NoticesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case From:
        return tr("Connection");
    case What:
        return tr("Message");
    case Times:
        return tr("Repeated");
    default:
        return {};
    }
}

QString NoticesModel::line(int row) const
{
    const Notice &notice = m_rows[size_t(row)];
    const QString severity = notice.severity == Severity::Error ? tr("error") : notice.severity == Severity::Warning ? tr("warning") : tr("information");
    QStringList parts {QDateTime::fromMSecsSinceEpoch(notice.time / 1'000).toString(Qt::ISODateWithMs), severity, text(notice, From), notice.text,
        text(notice, Times)};
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\t'));
}

void NoticesModel::clear()
{
    m_after = nowMicros();
    update();
}

void NoticesModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
}

void NoticesModel::update()
{
    const auto &notices = m_diagnostics.notices();
    const Micros newest = m_rows.empty() ? m_after : m_rows.front().time;
    auto worst = Severity::Info;
    beginResetModel();
    m_rows.clear();
    for (auto it = notices.rbegin(); it != notices.rend(); ++it) {
        if (it->time <= m_after)
            continue;
        if (it->time > newest)
            worst = std::max(worst, it->severity);
        m_rows.push_back(*it);
    }
    endResetModel();
    if (worst != Severity::Info)
        Q_EMIT worsened(worst);
}

} // namespace muster
