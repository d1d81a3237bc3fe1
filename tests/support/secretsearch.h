#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace muster::test {

/// A secret in the shapes in which it could be lying about.
inline QByteArrayList shapes(const QString &secret)
{
    const QByteArray utf8 = secret.toUtf8();
    const QByteArray utf16(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
    QByteArray bigEndian = utf16;
    for (qsizetype i = 0; i + 1 < bigEndian.size(); i += 2)
        std::swap(bigEndian[i], bigEndian[i + 1]);
    return {utf8, utf8.toPercentEncoding(), utf8.toBase64(), utf8.toBase64().chopped(4), utf8.toHex(), utf16, bigEndian};
}

/// What is looked for: every shape of some secrets.
class SecretSearch
{
public:
    void add(const QString &secret) { m_shapes += shapes(secret); }
    void addBytes(const QByteArray &bytes) { m_shapes += {bytes, bytes.toBase64(), bytes.toBase64().chopped(4)}; }

    /// Where one of them is in some bytes; empty if nowhere.
    [[nodiscard]] QString foundIn(const QByteArray &bytes) const
    {
        for (const QByteArray &shape : m_shapes) {
            if (bytes.contains(shape))
                return QStringLiteral("a secret as %1").arg(QString::fromLatin1(shape.toHex()));
        }
        return {};
    }
    [[nodiscard]] QString foundInFolder(const QString &folder, int &files) const
    {
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue; // a socket
            ++files;
            if (const QString found = foundIn(file.readAll()); !found.isEmpty())
                return QStringLiteral("%1: %2").arg(file.fileName(), found);
        }
        return {};
    }

private:
    QByteArrayList m_shapes;
};

/// Everything that was logged since qInstallMessageHandler(keepLog).
inline QByteArray keptLog;

inline void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    keptLog += text.toUtf8() + '\n';
}

/// Whether tests/support/keyring.sh has started a keychain for this test.
inline bool haveKeyring()
{
    return qEnvironmentVariableIsSet("MUSTER_TEST_KEYRING");
}

/// The arguments and the environment of this process, as others see them.
inline QByteArray processText()
{
    QByteArray all;
    for (const char *name : {"/proc/self/cmdline", "/proc/self/environ"}) {
        QFile file(QString::fromLatin1(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace muster::test
