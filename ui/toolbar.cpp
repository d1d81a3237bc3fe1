#include "ui/toolbar.h"

#include "ui/icons.h"
#include "ui/search/queryedit.h"
#include "ui/search/queryhint.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace muster {

namespace {

QWidget *gap(QWidget *parent)
{
    auto *widget = new QWidget(parent);
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return widget;
}

} // namespace

ToolBar::ToolBar(const WindowActions &actions, QWidget *parent)
    : QToolBar(parent)
    , m_actions(actions)
    , m_menu(new QToolButton(this))
    , m_search(new QueryEdit(this))
{
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize(QSize(18, 18));
    setFixedHeight(40);

    m_menu->setIcon(icons::icon("menu-2"));
    m_menu->setMenu(actions.menu());
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::icon("search"), QLineEdit::LeadingPosition);
    m_search->setFixedHeight(28);
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(560);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    addWidget(m_menu);
    addWidget(button(actions.addConnection, Qt::ToolButtonTextBesideIcon));
    addWidget(m_search);
    addWidget(gap(this));
    addWidget(button(actions.pause, Qt::ToolButtonTextBesideIcon));
    addWidget(button(actions.alarms, Qt::ToolButtonTextBesideIcon));
    addWidget(button(actions.details));
    addWidget(themeButton());
    addWidget(button(actions.settings));

    new QueryHint(*m_search);
    connect(m_search, &QueryEdit::queried, this, &ToolBar::searchEdited);
    retranslate();
}

QToolButton *ToolBar::button(QAction *action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(28);
    return button;
}

QToolButton *ToolBar::themeButton()
{
    // Shows what it leads to, not a state: never pressed, unlike the menu's check mark.
    auto *button = new QToolButton(this);
    const auto follow = [button, action = m_actions.dark] {
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->isChecked() ? tr("Light theme") : tr("Dark theme"));
    };
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(28);
    connect(m_actions.dark, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, m_actions.dark, &QAction::trigger);
    follow();
    return button;
}

void ToolBar::openMenu()
{
    m_menu->showMenu();
}

void ToolBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ToolBar::clearSearch()
{
    m_search->clear();
}

void ToolBar::setColumns(const FleetColumns *columns)
{
    m_search->setColumns(columns);
}

void ToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void ToolBar::retranslate()
{
    setWindowTitle(tr("Tool bar"));
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setAccessibleName(tr("Menu"));
    m_search->setPlaceholderText(tr("Search devices, as in: pump status:offline temperature>30"));
    m_search->setAccessibleName(tr("Search devices"));
    m_search->setToolTip(tr("Words that a device's name, model, tags or address contain, or questions such as battery<20 OR lastSeen>5m (Ctrl+F). The down arrow offers words."));
}

} // namespace muster
