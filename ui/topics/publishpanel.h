#pragma once

#include "core/topics.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace muster {

/// Sends messages by hand. What a person saves is kept per connection in the settings, as it was typed; what was sent only as long as this lives.
class PublishPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype maxSaved = 50;          ///< messages per connection
    static constexpr qsizetype maxSent = 20;
    static constexpr qsizetype maxTyped = 256 * 1024;  ///< characters of a payload
    static constexpr qsizetype maxKept = 16 * 1024;    ///< of one that is saved

    PublishPanel(Topics &topics, ConnectionId connection, QWidget *parent = nullptr);

    /// Something to start from.
    void take(const QString &topic, const QByteArray &payload, int qos);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Draft
    {
        QString topic {};
        QString payload {};
        int form = 0; ///< of the payload: text, JSON, hexadecimal
        int qos = 0;
        bool retain = false;

        friend bool operator==(const Draft &, const Draft &) = default;
    };

    void build();
    void retranslate();
    void send();
    void concluded(quint64 order, const Result<void> &result);
    void say(const QString &text, bool isTrouble);
    [[nodiscard]] Draft draft() const;
    void show(const Draft &draft);
    void fillSaved();
    void fillSent();
    void loadSaved();
    void storeSaved() const;
    void saveDraft();

    Topics &m_topics;
    ConnectionId m_connection;
    QList<Draft> m_saved;
    QList<Draft> m_sent;   ///< the latest first
    quint64 m_order = 0;   ///< of the last message
    QLineEdit *m_topic = nullptr;
    QPlainTextEdit *m_payload = nullptr;
    QComboBox *m_form = nullptr;
    QComboBox *m_qos = nullptr;
    QCheckBox *m_retain = nullptr;
    QPushButton *m_send = nullptr;
    QToolButton *m_savedButton = nullptr;
    QToolButton *m_sentButton = nullptr;
    QMenu *m_savedMenu = nullptr;
    QMenu *m_sentMenu = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace muster
