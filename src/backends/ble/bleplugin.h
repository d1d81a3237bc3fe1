#pragma once

#include "codec/profileshelf.h"
#include "core/backend.h"
#include "core/pairing.h"
#include "script/scriptrunner.h"

#include <QObject>

class QThread;

namespace muster {

/// The door of Bluetooth LE into the program. Also where keys of encrypted advertisers pass through: backends say which one they want or were
/// given, whoever keeps secrets answers. So do questions of devices
/// that are being paired, and their answers. Its signals, offerKey() and answerPairing() may be used from every thread.
class BlePlugin : public QObject, public BackendPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID MusterBackendPlugin_iid FILE "ble.json")
    Q_INTERFACES(muster::BackendPlugin)

public:
    [[nodiscard]] Result<void> check(const QUrl &url) const override;
    [[nodiscard]] std::unique_ptr<Backend> create(const Connection &connection, const Credentials &credentials, Ingest &ingest) const override;

    /// The running thread for what blocks; it must outlive the backends. Without one everything works on the backends' own.
    void setRadioThread(QThread *thread) { m_radioThread = thread; }
    /// Where profiles are found. Before the first backend is made.
    void setShelf(const codec::ProfileShelf &shelf) { m_shelf = shelf; }
    /// A key of an earlier session; `address` as it was asked for.
    void offerKey(const QString &address, const QByteArray &key) { Q_EMIT keyOffered(address, key); }
    /// What a person answered to pairingAsked().
    void answerPairing(quint32 question, bool yes, const QString &code) { Q_EMIT pairingAnswered(question, yes, code); }

Q_SIGNALS:
    void keyWanted(const QString &address);
    void keyGiven(const QString &address, const QByteArray &key); ///< by a person: to be kept; empty: to be forgotten
    void keyOffered(const QString &address, const QByteArray &key);
    void pairingAsked(const muster::PairingQuestion &question);
    void pairingTakenBack(quint32 question);
    void pairingAnswered(quint32 question, bool yes, const QString &code);

private:
    QThread *m_radioThread = nullptr;
    codec::ProfileShelf m_shelf;
    mutable script::Budget m_scripts; ///< used by the backends it made, on muster-io
};

} // namespace muster
