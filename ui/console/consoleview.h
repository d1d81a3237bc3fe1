#pragma once

#include "core/connection.h"
#include "core/wire.h"
#include "ui/console/consolelog.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace muster {

/// The console of one connection: what goes over it as text or hexadecimal, with direction and time, searchable, and a line to send something by hand.
/// Listens as long as it lives. Pause stops the view, not the gathering. The same for every kind of connection.
class ConsoleView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int refreshMs = 100;
    static constexpr int mostShown = 5'000;   ///< lines in the view; saving writes all that are kept
    static constexpr qsizetype maxHistory = 100;

    ConsoleView(Wire &wire, ConnectionId connection, QWidget *parent = nullptr);
    ~ConsoleView() override;

    [[nodiscard]] ConnectionId connection() const { return m_connection; }
    /// Everything that is kept, as it is shown.
    [[nodiscard]] QString text() const;
    void saveTo(const QString &path);

    /// The newest bytes that came, as they are.
    [[nodiscard]] QByteArray received(qsizetype most) const;

Q_SIGNALS:
    void profileRequested(const QByteArray &bytes);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Ending : int { Lf, CrLf, Cr, None, Hex };
    void build();
    [[nodiscard]] QLayout *makeTop();
    [[nodiscard]] QLayout *makeBottom();
    void wireUp();
    void retranslate();
    void take(const WireBatch &batch);
    void refresh();
    void showAnew();
    void takeBackLast();
    void showCount();
    void send();
    void choose(int step);
    void search(bool backward);
    void chooseFile();
    void say(const QString &text, bool isTrouble);
    [[nodiscard]] QString words(const ConsoleLine &line) const;

    Wire &m_wire;
    ConnectionId m_connection {};
    ConsoleLog m_log;
    quint64 m_next = 0;          ///< number of the first line that is not on the screen
    int m_lastRows = 0;          ///< of the last one on the screen, where it may have grown; else 0
    bool m_isTouched = false;    ///< the line ending was chosen by a person
    QStringList m_history;
    qsizetype m_chosen = 0;      ///< in the history; its size: what is being typed
    QString m_typed;
    QTimer m_refresh;
    QComboBox *m_form = nullptr;
    QCheckBox *m_times = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_clear = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_profile = nullptr;
    QLineEdit *m_search = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QComboBox *m_where = nullptr;
    QLineEdit *m_line = nullptr;
    QComboBox *m_ending = nullptr;
    QPushButton *m_send = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace muster
