#pragma once

#include "core/result.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace muster {

/// The web addresses that rules tell. What stands behind the host of one may be a secret: a rule, and with it whatever is stored, copied or said, holds a
/// reference (webaddress::newReference()), and only this knows what it stands for. app/ has the keychain: it does what the requests below say and answers
/// by found(), missed() and taken(). Main thread.
class WebAddresses : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostUnused = 1'000; ///< addresses that no rule has any more, for an undo

    explicit WebAddresses(QObject *parent = nullptr);

    /// What a rule is to hold instead. The same address has the same reference. What holds no secret, and what is no address, stays as it is.
    [[nodiscard]] QString keep(const QString &address);
    /// Likewise for one that was stored whole, before there were references.
    [[nodiscard]] QString adopt(const QString &address);
    /// What is to be stored of a rule's address: whole, if it was adopted and no keychain has taken it yet, so that nothing is lost.
    [[nodiscard]] QString stored(const QString &address) const;

    /// A rule that has a reference.
    struct Use
    {
        QString address {}; ///< the reference
        QString name {};    ///< of the automation or the alarm
        int step = 0;       ///< of the automation, from 1; 0: an alarm

        friend bool operator==(const Use &, const Use &) = default;
    };
    /// All there are now. What nobody uses any more leaves the keychain.
    void setUses(const QList<Use> &uses);

    /// The whole address; an error says where it is to be entered again. Nothing: the keychain is being asked, see settled().
    [[nodiscard]] std::optional<Result<QString>> find(const QString &address);
    /// What nobody knows, each reference once.
    [[nodiscard]] QList<Use> missing() const;
    /// Where to enter it again: the first few of the rules that have it.
    [[nodiscard]] QString remedy(const QString &reference) const;
    /// The whole address, from a person; `keep` false: for this run of the program only. Refuses one of another site.
    [[nodiscard]] Result<void> give(const QString &reference, const QString &address, bool keep);
    [[nodiscard]] int adopted() const; ///< stored whole

    /// Whether addresses outlive the program (there is a usable keychain). Set by app/.
    [[nodiscard]] bool keepsSecrets() const { return m_keepsSecrets; }
    void setKeepsSecrets(bool keeps);

public Q_SLOTS:
    void found(const QString &reference, const QString &address);
    void missed(const QString &reference);
    void taken(const QString &reference); ///< by the keychain

Q_SIGNALS:
    void readRequested(const QString &reference);
    void writeRequested(const QString &reference, const QString &address);
    void removeRequested(const QString &reference);
    void settled();       ///< find() knows more
    void missingChanged();
    void storedChanged(); ///< stored() gives references now where it gave whole addresses; once for many
    void keepsSecretsChanged();

private:
    enum class State : quint8 { Asked, Known, Missing };
    struct Entry
    {
        QString address {};
        State state = State::Asked;
        bool isAdopted = false;
        bool isRequested = false; ///< the keychain was handed it, or handed it out
        bool isForNow = false;    ///< a person does not want it kept
        QList<Use> uses {};
    };
    void use(const QString &reference, Entry &entry);
    void know(Entry &entry, const QString &address);
    void forgetUnused();

    QHash<QString, Entry> m_entries;      ///< by reference
    QHash<QString, QString> m_references; ///< by address
    QTimer m_stored;
    bool m_keepsSecrets = true;
};

} // namespace muster
