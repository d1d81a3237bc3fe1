#pragma once

#include "codec/profileshelf.h"
#include "core/diagnostics.h"
#include "core/ids.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>

class QMimeData;
class QWidget;

namespace muster {

class Connections;
class Fleet;
class Listening;
class NoticeBar;
class ProbeDialog;
class ProfileEditor;
class ReadingDialog;
class Wire;

/// The windows around profiles: the editor, finding out what a port speaks, how one board is read; and what is dropped on the main window. One of each
/// at a time.
class ProfileDesk : public QObject
{
    Q_OBJECT

public:
    /// `folder`: of what is installed; empty: nothing can be. `listening`, `wire`: null where there is none.
    struct Parts
    {
        Fleet &fleet;
        Connections &connections;
        Wire *wire = nullptr;
        Listening *listening = nullptr;
        QString folder {};
    };
    ProfileDesk(const Parts &parts, NoticeBar *notices, QWidget *window);

    /// What a drop would do, as a sentence; empty: nothing.
    [[nodiscard]] QString offer(const QMimeData &data) const;
    /// False: it is nothing of ours.
    bool accept(const QMimeData &data);
    /// Whether a device is read by a profile at all.
    [[nodiscard]] bool canRead(DeviceId device) const;
    /// `chosen` gets rate and profile.
    void probe(const QUrl &port, const QString &title, QWidget *parent, std::function<void(int, const QString &)> chosen);

public Q_SLOTS:
    void edit(const QString &id = {});
    void tryOn(const QByteArray &bytes);
    void install();
    void installFrom(const QString &path);
    void read(muster::DeviceId device);

Q_SIGNALS:
    /// A profile came, went, or is another now.
    void changed(const QString &id);

private:
    void put(const QString &id, const QString &name, const QByteArray &json);
    ProfileEditor *editor();
    void listenTo(ReadingDialog *dialog);

    Fleet &m_fleet;
    Connections &m_connections;
    Wire *m_wire = nullptr;
    Listening *m_listening = nullptr;
    codec::ProfileShelf m_shelf;
    NoticeBar *m_notices = nullptr;
    QWidget *m_window = nullptr;
    QPointer<ProfileEditor> m_editor;
    QPointer<ProbeDialog> m_probe;
    QPointer<ReadingDialog> m_reading;
};

} // namespace muster
