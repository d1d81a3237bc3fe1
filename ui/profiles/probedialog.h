#pragma once

#include "codec/probe.h"
#include "codec/profileshelf.h"
#include "core/listening.h"

#include <QDialog>
#include <QUrl>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace muster {

/// Finds out what an unknown port speaks: listens at the usual rates and shows what it may be, how sure that is, and what it would read. Writes
/// nothing unless a person ticks it. Not modal.
class ProbeDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype mostGuesses = 8;

    /// `title`: what the port is called.
    ProbeDialog(Listening &listening, const codec::ProfileShelf &shelf, const QUrl &port, const QString &title, QWidget *parent = nullptr);
    ~ProbeDialog() override;

    [[nodiscard]] const QList<codec::Guess> &guesses() const { return m_guesses; }

Q_SIGNALS:
    /// `profile`: an id, or "auto".
    void chosen(int baud, const QString &profile);
    void installed(const QString &id);
    void editRequested(const QByteArray &json, const QByteArray &bytes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void listen();
    void take(quint64 id, int baud, const QByteArray &bytes);
    void end(quint64 id, const Result<void> &result);
    void showGuesses();
    void use();
    void edit();
    [[nodiscard]] int current() const;
    [[nodiscard]] QString knownId(const codec::Profile &profile) const;
    [[nodiscard]] QByteArray heardAt(int baud) const;

    Listening &m_listening;
    codec::ProfileShelf m_shelf;
    QUrl m_port;
    QString m_title;
    quint64 m_order = 0;    ///< 0: not listening
    QList<codec::Capture> m_captures;
    QList<codec::Guess> m_guesses;
    qsizetype m_heard = 0;  ///< bytes
    QLabel *m_state = nullptr;
    QProgressBar *m_progress = nullptr;
    QTreeWidget *m_list = nullptr;
    QCheckBox *m_wake = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace muster
