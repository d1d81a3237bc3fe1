#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace muster {

/// The title of a dock: a small label and a button that closes it. Dragging it moves the dock, double-clicking lets it float.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget *dock);

    /// A number behind the title; 0: none.
    void setCount(int count);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QDockWidget *m_dock = nullptr;
    QLabel *m_label = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace muster
