#pragma once

#include <QToolBar>

class QLineEdit;
class QToolButton;

namespace muster {

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

Q_SIGNALS:
    void searchEdited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QToolButton *themeButton();
    [[nodiscard]] QToolButton *button(QAction *action, Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly);

    const WindowActions &m_actions;
    QToolButton *m_menu = nullptr;
    QLineEdit *m_search = nullptr;
};

} // namespace muster
