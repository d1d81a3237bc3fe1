#pragma once

#include "codec/profile.h"
#include "codec/tryout.h"
#include "core/wire.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QToolButton;
class QTreeWidget;

namespace muster {

class Connections;

namespace script {
class ScriptTrial;
}

/// What a profile makes of bytes, shown while it is being written: its own examples, pasted text or hexadecimal digits, a file, or what comes over a
/// connection right now. Bounded; nothing is sent. A script runs in a process of its own, and is stopped when it takes too long.
class ProfilePreview : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = 64 * 1024; ///< the newest are kept
    static constexpr int refreshMs = 300;

    /// `wire`: null where nothing can be listened to.
    ProfilePreview(const Connections &connections, Wire *wire, QWidget *parent = nullptr);
    ~ProfilePreview() override;

    /// Null: there is no valid one.
    void setProfile(const codec::Profile *profile);
    /// It is one of a Bluetooth device, whose values are not tried here.
    void setBleProfile();
    /// Bytes from elsewhere, a console for instance.
    void setBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray bytes() const;
    void loadFile(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Source : int { Examples, Text, Hex, FirstConnection };
    void build();
    void retranslate();
    void fillSources();
    void choose();
    void listen(ConnectionId id);
    void take(const WireBatch &batch);
    void show();
    void showNothing(const QString &why);
    void showTried(const QList<codec::Tried> &tried);
    [[nodiscard]] QString aboutExamples(const QList<codec::Tried> &tried) const;

    const Connections &m_connections;
    Wire *m_wire = nullptr;
    ConnectionId m_heard {};       ///< whose bytes are gathered
    QByteArray m_gathered;
    bool m_hasProfile = false;
    bool m_isBle = false;
    bool m_isBehind = false;       ///< more came while a script was running
    codec::Profile m_profile;
    QTimer m_refresh;
    script::ScriptTrial *m_trial = nullptr;
    QComboBox *m_source = nullptr;
    QToolButton *m_open = nullptr;
    QPlainTextEdit *m_bytes = nullptr;
    QTreeWidget *m_values = nullptr;
    QLabel *m_counted = nullptr;
};

} // namespace muster
