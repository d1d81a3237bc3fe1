#include "ui/rules/rulelist.h"

#include "ui/cellpaint.h"
#include "ui/format.h"
#include "ui/theme.h"
#include "ui/undobar.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QScreen>

namespace muster {

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, theme::rowHeight()});
}

/// Icons keep their colour on the soft selection.
void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->icon.isNull() || !(option->state & QStyle::State_Selected))
        return;
    const QPixmap plain = option->icon.pixmap(option->decorationSize, option->widget ? option->widget->devicePixelRatioF() : 1.0);
    option->icon = QIcon(plain);
    option->icon.addPixmap(plain, QIcon::Selected);
}

RuleTree::RuleTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setItemDelegate(new RowDelegate(this));
}

void RuleTree::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeWidget::initViewItemOption(option);
    cellpaint::softenSelection(*option);
}

namespace rulelist {

void resize(QWidget &window, const QSize &wanted)
{
    constexpr QSize frame(16, 48); // of the window manager, and a little of what is behind
    window.resize(wanted.boundedTo(window.screen()->availableSize() - frame));
}

QPushButton *addButton(QHBoxLayout &row, QWidget &list, const QString &text, const QKeySequence &keys, const std::function<void()> &order)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, button, order);
    auto *action = new QAction(&list);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(action, &QAction::triggered, &list, order);
    list.addAction(action);
    row.addWidget(button);
    return button;
}

void offerUndo(UndoBar &bar, const QStringList &names, const std::function<void()> &undo)
{
    if (names.size() == 1)
        bar.offer(QCoreApplication::translate("RuleList", "“%1” was deleted.").arg(format::plain(names.first(), 100)), undo);
    else if (!names.isEmpty())
        bar.offer(QCoreApplication::translate("RuleList", "%n were deleted.", nullptr, int(names.size())), undo);
}

void copy(const QJsonArray &rules)
{
    if (!rules.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8((rules.size() == 1 ? QJsonDocument(rules.first().toObject()) : QJsonDocument(rules)).toJson()));
}

QString paste(const QString &nothing, const std::function<Result<void>(const QJsonObject &)> &add)
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(text.size() <= mostPasted ? text : QByteArray());
    const QJsonArray rules = document.isObject() ? QJsonArray {document.object()} : document.array();
    QString problem = rules.isEmpty() ? nothing : QString();
    for (const auto &value : rules)
        if (const Result<void> added = add(value.toObject()); !added)
            problem = format::plain(added.error().text);
    return problem;
}

} // namespace rulelist
} // namespace muster
