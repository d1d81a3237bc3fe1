#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QKeySequence>
#include <QStyledItemDelegate>
#include <QTreeWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace muster {

class UndoBar;

/// Rows as high as everywhere in the window.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// A list of rules, runs or values: with such rows, and a soft selection, so that icons and colours are seen on it.
class RuleTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit RuleTree(QWidget *parent = nullptr);

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
};

/// What the windows that list rules have in common: their buttons, and the clipboard.
namespace rulelist {

constexpr qsizetype mostPasted = 1 << 20; ///< bytes

/// The size of a window, as long as the screen has room for it and its frame.
void resize(QWidget &window, const QSize &wanted);

/// A button at the end of `row`; the keys do the same in `list`.
QPushButton *addButton(QHBoxLayout &row, QWidget &list, const QString &text, const QKeySequence &keys, const std::function<void()> &order);

/// Says that these were deleted, and offers to put them back.
void offerUndo(UndoBar &bar, const QStringList &names, const std::function<void()> &undo);

/// As JSON into the clipboard: one as an object, several as a list, none not at all.
void copy(const QJsonArray &rules);
/// Gives `add` every object in the clipboard. Returns what was wrong with the last one that was refused; `nothing` if there are none.
[[nodiscard]] QString paste(const QString &nothing, const std::function<Result<void>(const QJsonObject &)> &add);

} // namespace rulelist
} // namespace muster
