#pragma once

#include "core/ids.h"
#include "ui/serialendpoint.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace muster {

class Connections;
struct Connection;

/// How one device with a serial line is read: profile and, on a port, rate; kept in the URL of its connection, for one board among all of them as its own. Takes
/// hold at once when something was changed. Not modal.
class ReadingDialog : public QDialog
{
    Q_OBJECT

public:
    /// `identity`: of the board, the path of the port, or a Bluetooth address, as in the device's address.
    ReadingDialog(Connections &connections, ConnectionId connection, const QString &identity, const QString &name, QWidget *parent = nullptr);

    void take(int baud, const QString &profile);
    /// What to listen to.
    [[nodiscard]] QUrl port() const;
    [[nodiscard]] QString name() const { return m_name; }
    void accept() override;

Q_SIGNALS:
    void probeRequested();
    void editorRequested(const QString &profile);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void fill();
    void fillProfiles();
    [[nodiscard]] bool isOneOfAll() const;
    [[nodiscard]] bool isOverBluetooth() const;
    void keep(Connection &connection) const;

    Connections &m_connections;
    ConnectionId m_connection {};
    QString m_identity;
    QString m_name;
    QLabel *m_intro = nullptr;
    QLabel *m_profileLabel = nullptr;
    QLabel *m_rateLabel = nullptr;
    QComboBox *m_profile = nullptr;
    QComboBox *m_rate = nullptr;
    QPushButton *m_probe = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace muster
