#pragma once

#include <QFrame>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace muster {

/// Shows a widget over the right edge of another one, where there is no room beside it. Esc or its button closes it.
class Drawer : public QFrame
{
    Q_OBJECT

public:
    static constexpr int preferredWidth = 320;

    explicit Drawer(QWidget *over);

    /// Takes the widget; give() hands it back.
    void take(QWidget *widget, const QString &title);
    [[nodiscard]] QWidget *give();
    void setTitle(const QString &title);

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void retranslate();

    QVBoxLayout *m_layout = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_close = nullptr;
    QWidget *m_widget = nullptr;
};

} // namespace muster
