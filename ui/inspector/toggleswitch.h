#pragma once

#include <QAbstractButton>

#include <optional>

namespace muster {

/// A switch that shows what a device reports and asks for the opposite. It never flips by itself: it flips when the device says so. While nothing is
/// known it stands in the middle; its halves, or the arrow keys, then ask for off and on.
class ToggleSwitch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ToggleSwitch(QWidget *parent = nullptr);

    /// What the device reports; empty: nothing yet.
    void setReported(std::optional<bool> reported);
    [[nodiscard]] std::optional<bool> shown() const { return m_shown; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void asked(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void nextCheckState() override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::optional<bool> m_shown;
    bool m_rightHalf = true;
};

} // namespace muster
