#pragma once

#include "core/diagnostics.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace muster {

/// Says one thing that a person should know now, above the middle, until it is closed or the next one takes its place; an information goes by
/// itself. Never a dialog.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int informationMs = 8'000;

    explicit NoticeBar(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void say(muster::Severity severity, const QString &text);

public:
    /// The same with a button that does something; stays until it is pressed or closed.
    void ask(Severity severity, const QString &text, const QString &verb, std::function<void()> action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showIcon();

    Severity m_severity = Severity::Info;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_verb = nullptr;
    std::function<void()> m_action;
    QToolButton *m_close = nullptr;
    class QTimer *m_timer = nullptr;
};

} // namespace muster
