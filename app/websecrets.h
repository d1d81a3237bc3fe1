#pragma once

#include "rules/webaddresses.h"

#include <QTimer>

#include <deque>

namespace muster {

class Alarms;
class Automations;
class Diagnostics;
class Inventory;
class SecretStore;

/// The web addresses of rules in the running program: in the keychain, or in memory where there is none, and what is not known into the messages. One
/// request at a time, however many rules there are. Main thread.
class WebSecrets : public QObject
{
    Q_OBJECT

public:
    /// `keeps` false: nothing is ever given to the keychain. All of it outlives this.
    WebSecrets(SecretStore &secrets, Diagnostics &diagnostics, bool keeps, QObject *parent = nullptr);

    [[nodiscard]] WebAddresses &addresses() { return m_addresses; }
    /// Before the rules are restored: takes care of their addresses from then on. Once the keychain has those that were stored whole, no trace of them
    /// stays in the inventory's file.
    void start(const Alarms &alarms, const Automations &automations, Inventory &inventory);
    /// What the keychain calls it: "web https:example.org:kept-…".
    [[nodiscard]] static QString entryOf(const QString &reference);

Q_SIGNALS:
    void addressMissed(const QString &entry);

private:
    enum class Kind : quint8 { Read, Write, Remove };
    struct Order
    {
        Kind kind = Kind::Read;
        QString reference {};
        QString address {};
    };
    void look(const Alarms &alarms, const Automations &automations);
    void add(const Order &order);
    void next();
    void carryOut(const Order &order);
    void tellMissing(const QString &problem);
    void tellUnkept(const Order &order);
    void warn(const QString &text);

    SecretStore &m_secrets;
    Diagnostics &m_diagnostics;
    WebAddresses m_addresses;
    std::deque<Order> m_orders;
    QStringList m_adopted;   ///< no keychain has taken them; handed over when there is one
    QStringList m_told;      ///< as missing
    QTimer m_look;
    bool m_keeps = true;
    bool m_isBusy = false;
    bool m_toldAdopted = false;
};

} // namespace muster
