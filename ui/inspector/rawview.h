#pragma once

#include "core/device.h"

#include <QTimer>
#include <QWidget>

#include <deque>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace muster {

/// The last messages of the device as they came over the wire, as plain text; what is not text is shown as hexadecimal. Pause stops the view, not the
/// gathering; copying takes everything kept.
class RawView : public QWidget
{
    Q_OBJECT

public:
    static constexpr size_t mostMessages = 200;
    static constexpr qsizetype mostShown = 2'000; ///< bytes of a message on the screen; copying takes all that was kept
    static constexpr int refreshMs = 100;

    explicit RawView(QWidget *parent = nullptr);

    void add(const QList<RawMessage> &messages);
    void clear();
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void copy() const;
    void setPaused(bool paused);

private:
    void build();
    void buildText();
    void refresh();
    [[nodiscard]] static QString words(const RawMessage &message, qsizetype most);

    std::deque<RawMessage> m_messages;
    size_t m_unshown = 0; ///< how many of the newest are not on the screen yet
    bool m_isPaused = false;
    QPlainTextEdit *m_text;
    QToolButton *m_pause;
    QLabel *m_count;
    QTimer m_refresh;
};

} // namespace muster
