#pragma once

#include <QByteArray>
#include <QObject>
#include <QThread>

namespace muster {

class BlePlugin;
class SecretStore;

/// Bluetooth LE in the running program: the thread that its library may keep waiting, and the keys of encrypted advertisers, which are kept in the
/// keychain and nowhere else. Does nothing where Muster was built without Bluetooth. Main thread.
class Bluetooth : public QObject
{
    Q_OBJECT

public:
    /// First thing in the program, before anything of Qt's is made.
    static void prepare();

    /// `keeps`: whether keys that are typed are kept.
    Bluetooth(SecretStore &secrets, bool keeps, QObject *parent = nullptr);
    ~Bluetooth() override;
    /// Waits for what is under way, when the backends are gone.
    void stop();

private:
    void answer(const QString &address);
    void keep(const QString &address, const QByteArray &key);

    SecretStore &m_secrets;
    bool m_keeps = true;
    BlePlugin *m_plugin = nullptr;
    QThread m_thread;
};

} // namespace muster
