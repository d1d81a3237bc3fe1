#include "ui/undobar.h"

#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace muster {

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    m_sentence->setTextFormat(Qt::PlainText);
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setToolTip(m_undo->shortcut().toString(QKeySequence::NativeText));
    auto *close = new QToolButton(this);
    close->setIcon(icons::icon("x"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Hide"));
    close->setAccessibleName(tr("Hide"));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_undo);
    row->addWidget(close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMs);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::dismiss);
    connect(close, &QToolButton::clicked, this, &UndoBar::dismiss);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undo);
    hide();
}

void UndoBar::offer(const QString &sentence, std::function<void()> undo)
{
    m_sentence->setText(sentence);
    m_undo->setAccessibleName(tr("Undo: %1").arg(sentence));
    m_action = std::move(undo);
    m_undo->setVisible(bool(m_action)); // without it there is nothing to take back
    m_timer.start();
    show();
}

void UndoBar::undo()
{
    const auto action = std::exchange(m_action, {});
    dismiss();
    if (action)
        action();
}

void UndoBar::dismiss()
{
    m_timer.stop();
    m_action = {};
    hide();
}

} // namespace muster
