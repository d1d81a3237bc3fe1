#pragma once

#include "backends/ble/adapterwatch.h"
#include "backends/ble/advertwatch.h"
#include "backends/ble/link.h"
#include "backends/ble/pairer.h"
#include "backends/ble/scanner.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>

namespace muster::ble {

/// All of Qt Bluetooth: listens, holds links, reads and writes. A worker in a thread that may be kept waiting, for Qt 6.4 blocks up to 25 s
/// when the system's Bluetooth service is alive but mute; so it is spoken to by queued calls only, and tells by signals.
class Radio : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxLinks = 32;
    static constexpr int batchMs = 10;
    static constexpr int repairMs = 3'000; ///< after an error of the scan
    static constexpr qsizetype maxBatch = 512;

    /// `answerMs`: how long a person has for an answer while a device is paired.
    explicit Radio(int answerMs, QObject *parent = nullptr);
    ~Radio() override;

public Q_SLOTS:
    void start();
    void stop();
    /// `profile`: what is known of its kind beyond the standard.
    void connectTo(muster::ble::NodeKey node, const std::optional<muster::codec::BleProfile> &profile = {});
    void disconnectFrom(muster::ble::NodeKey node);
    /// Answers with written(token), once.
    void write(muster::ble::NodeKey node, int characteristic, const QByteArray &bytes, quint32 token);
    /// Answer with paired(token), once.
    void pair(muster::ble::NodeKey node, const QString &address, quint32 token) { m_pairer.pair(node, address, token); }
    void unpair(muster::ble::NodeKey node, const QString &address, quint32 token) { m_pairer.forget(node, address, token); }
    void answerPairing(quint32 question, bool yes, const QString &code) { m_pairer.answer(question, yes, code); }

Q_SIGNALS:
    void stateChanged(muster::ble::RadioState state, const QString &detail);
    void heard(const QList<muster::ble::Heard> &batch, quint64 adverts, quint64 dropped);
    void linkChanged(muster::ble::NodeKey node, muster::ble::LinkState state, const QString &reason);
    void described(muster::ble::NodeKey node, const muster::ble::LinkDescription &description);
    void valuesArrived(const QList<muster::ble::NodeValue> &values);
    void written(quint32 token, const QString &problem);
    void pairingAsked(muster::ble::NodeKey node, const muster::PairingQuestion &question);
    void pairingTakenBack(quint32 question);
    void paired(quint32 token, const QString &problem);

private:
    void adapterChanged(RadioState state);
    void scanFailed(const QString &reason);
    void next();
    struct Wanted
    {
        NodeKey node = 0;
        std::optional<codec::BleProfile> profile {};
    };
    void open(const Wanted &wanted);
    void over(NodeKey node, const QString &reason);
    void endAll(const QString &reason);
    void take(NodeKey node, int characteristic, const QByteArray &bytes);
    void flush();

    AdapterWatch m_watch {this};
    AdvertWatch m_adverts {this};
    Scanner m_scanner {m_watch, this};
    Pairer m_pairer;
    std::map<NodeKey, std::unique_ptr<Link>> m_links;
    std::deque<Wanted> m_wanted; ///< to be connected; one at a time, as radios do it
    NodeKey m_connecting = 0;
    QList<NodeValue> m_values;
    QTimer m_batch {this};
    QTimer m_repair {this};
    bool m_running = false;
};

} // namespace muster::ble
