#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace muster {

/// What has to be known, or told a person, before a device is paired with this computer.
struct PairingQuestion
{
    enum class Kind : quint8 {
        Compare,    ///< does the device show `code`, too?
        TypeHere,   ///< the number that the device shows
        TypePin,    ///< the PIN of the device
        TypeThere,  ///< `code` is to be typed on the device: there is nothing to answer
        Allow       ///< may it be paired at all?
    };
    quint32 id = 0;   ///< while the program runs
    Kind kind = Kind::Allow;
    QString device {};  ///< its name, for people
    QString code {};

    [[nodiscard]] bool wantsCode() const { return kind == Kind::TypeHere || kind == Kind::TypePin; }
};

/// Questions of devices that are being paired, and their answers. The backend asks, the window shows them one after the other and never in a dialog;
/// whoever asks takes the question back when its time is over. Connected to the backend by app/. Main thread.
class Pairings : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxWaiting = 8; ///< more are refused

    using QObject::QObject;

    /// The oldest one without an answer; null: there is none.
    [[nodiscard]] const PairingQuestion *first() const { return m_waiting.isEmpty() ? nullptr : &m_waiting.first(); }
    /// `code`: what a person typed, where the question wants it.
    void answer(quint32 id, bool yes, const QString &code = {});

public Q_SLOTS:
    void ask(const muster::PairingQuestion &question);
    void takeBack(quint32 id);

Q_SIGNALS:
    void changed(); ///< first() is another one
    void answered(quint32 id, bool yes, const QString &code);

private:
    bool remove(quint32 id);

    QList<PairingQuestion> m_waiting;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::PairingQuestion)
