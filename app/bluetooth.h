#pragma once

#include "codec/profileshelf.h"

#include <QByteArray>
#include <QObject>
#include <QThread>

#include <memory>

namespace muster {

class BlePlugin;
class Pairings;
class SecretStore;

/// Bluetooth LE in the running program: the thread that its library may keep waiting, and the keys of encrypted advertisers, which are kept in the
/// keychain and nowhere else; and questions of devices that are being paired, on their way to the window. Does nothing where Muster was built without Bluetooth. Main thread.
class Bluetooth : public QObject
{
    Q_OBJECT

public:
    /// First thing in the program, before anything of Qt's is made.
    static void prepare();

    /// `keeps`: whether keys that are typed are kept.
    Bluetooth(SecretStore &secrets, Pairings &pairings, bool keeps, QObject *parent = nullptr);
    ~Bluetooth() override;
    /// Where profiles are found. Before the first backend is made.
    void setShelf(const codec::ProfileShelf &shelf);
    /// When the backends are gone. False: the system's Bluetooth service is alive but mute and keeps the thread waiting, up to 25 s, which nobody
    /// waits for. The thread is left behind then, and the process has to be left by std::_Exit once everything else has ended.
    bool stop();

private:
    static constexpr int patienceMs = 1'000;

    void answer(const QString &address);
    void keep(const QString &address, const QByteArray &key);

    SecretStore &m_secrets;
    bool m_keeps = true;
    BlePlugin *m_plugin = nullptr;
    std::unique_ptr<QThread> m_thread; ///< none where there is nothing for it to do
};

} // namespace muster
