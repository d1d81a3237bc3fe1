#pragma once

#include <QToolBar>

class QToolButton;

namespace muster {

class FleetColumns;
class QueryEdit;
class WindowActions;

/// The one tool bar, 40 px: menu, add, search, then the switches.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    ToolBar(const WindowActions &actions, QWidget *parent = nullptr);

    void openMenu();
    void focusSearch();
    void clearSearch();
    /// Where the search box learns which words the fleet has.
    void setColumns(const FleetColumns *columns);

Q_SIGNALS:
    void searchEdited(const QString &text); ///< a query that can be understood

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QToolButton *themeButton();
    [[nodiscard]] QToolButton *button(QAction *action, Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly);

    const WindowActions &m_actions;
    QToolButton *m_menu = nullptr;
    QueryEdit *m_search = nullptr;
};

} // namespace muster
