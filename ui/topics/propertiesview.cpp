#include "ui/topics/propertiesview.h"

#include "ui/format.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>

namespace muster {

namespace {

constexpr int mostRowsSeen = 5; ///< further ones are scrolled to
constexpr qsizetype mostOfName = 40;
constexpr int wholeRole = Qt::UserRole;

} // namespace

PropertiesView::PropertiesView(QWidget *parent)
    : QTreeWidget(parent)
    , m_copy(new QAction(this))
    , m_copyAll(new QAction(this))
{
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    addActions({m_copy, m_copyAll});
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, [this] { copy(false); });
    connect(m_copyAll, &QAction::triggered, this, [this] { copy(true); });
    retranslate();
    refresh();
}

void PropertiesView::show(const MessageProperties &properties)
{
    if (properties == m_properties)
        return;
    m_properties = properties;
    refresh();
}

void PropertiesView::refresh()
{
    const int at = currentItem() ? indexOfTopLevelItem(currentItem()) : 0;
    clear();
    if (m_properties.isText)
        add(tr("Payload format"), *m_properties.isText ? tr("Text (UTF-8)") : tr("Bytes"));
    if (m_properties.contentType)
        add(tr("Content type"), *m_properties.contentType);
    if (m_properties.expiry)
        add(tr("Expires after"), format::duration(Micros(*m_properties.expiry) * 1'000'000), QString::number(*m_properties.expiry));
    if (m_properties.responseTopic)
        add(tr("Response topic"), *m_properties.responseTopic);
    if (m_properties.correlation) {
        const QByteArray &bytes = *m_properties.correlation;
        const auto isPrintable = [](char sign) { return sign >= ' ' && sign <= '~'; };
        add(tr("Correlation data"), std::all_of(bytes.cbegin(), bytes.cend(), isPrintable) ? QString::fromLatin1(bytes) : QString::fromLatin1(bytes.toHex(' ')));
    }
    for (const auto &property : std::as_const(m_properties.user))
        add(property.name, property.value);
    if (m_properties.leftOut > 0)
        add(tr("Not kept"), tr("%n more, too long or too many", nullptr, int(m_properties.leftOut)));
    setCurrentItem(topLevelItem(std::min(std::max(at, 0), topLevelItemCount() - 1)));
    setVisible(topLevelItemCount() > 0);
    fit();
}

/// `whole`: what is copied, where that is not what is shown.
void PropertiesView::add(const QString &name, const QString &value, const QString &whole)
{
    auto *row = new QTreeWidgetItem(this, {format::plain(name, mostOfName), format::plain(value)});
    row->setForeground(0, palette().placeholderText());
    row->setToolTip(0, format::tip(name));
    row->setToolTip(1, format::tip(value));
    row->setData(0, wholeRole, name);
    row->setData(1, wholeRole, whole.isEmpty() ? value : whole);
}

void PropertiesView::copy(bool all) const
{
    const auto whole = [](const QTreeWidgetItem *row, int column) { return row->data(column, wholeRole).toString(); };
    QStringList lines;
    for (int i = 0; all && i < topLevelItemCount(); ++i)
        lines.append(whole(topLevelItem(i), 0) + QStringLiteral(": ") + whole(topLevelItem(i), 1));
    if (!all && currentItem())
        lines.append(whole(currentItem(), 1));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void PropertiesView::fit()
{
    const int rows = std::min(topLevelItemCount(), mostRowsSeen);
    setFixedHeight(rows * std::max(sizeHintForRow(0), fontMetrics().height()) + 2 * frameWidth() + 2);
}

void PropertiesView::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        refresh();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
}

void PropertiesView::retranslate()
{
    setAccessibleName(tr("Properties of the message"));
    m_copy->setText(tr("Copy the value"));
    m_copyAll->setText(tr("Copy all properties"));
}

} // namespace muster
