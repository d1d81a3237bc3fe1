#pragma once

#include "core/ids.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace muster {

class Connections;

/// Asks for the passwords, and the passphrases of keys, that connections wait for, one after the other, in a bar above the middle: never a dialog, so nothing else stops.
class PasswordBar : public QFrame
{
    Q_OBJECT

public:
    explicit PasswordBar(Connections &connections, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionId asking() const { return m_waiting.isEmpty() ? ConnectionId {} : m_waiting.first().id; }

public Q_SLOTS:
    void ask(muster::ConnectionId id) { add({id, false}); }
    void askPassphrase(muster::ConnectionId id) { add({id, true}); }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Wanted
    {
        ConnectionId id {};
        bool passphrase = false; ///< of the key; else the password of the user

        friend bool operator==(const Wanted &, const Wanted &) = default;
    };

    void add(const Wanted &wanted);
    void give();
    void drop(const Wanted &wanted);
    void dropAll(ConnectionId id);
    void dropFirst();
    void showNext();
    void retranslate();

    Connections &m_connections;
    QList<Wanted> m_waiting; ///< each at most once
    QLabel *m_sentence = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QLabel *m_noKeychain = nullptr;
    QPushButton *m_connect = nullptr;
    QToolButton *m_later = nullptr;
};

} // namespace muster
