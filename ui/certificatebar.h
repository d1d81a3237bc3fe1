#pragma once

#include "core/ids.h"

#include <QFrame>
#include <QList>

class QLabel;
class QPushButton;
class QToolButton;

namespace muster {

class Connections;
class Diagnostics;

/// Says which connection met a certificate that it cannot trust, one after the other, and offers to look at it and trust it alone. A bar above the
/// middle: the dialog with the certificate only comes when a person asks for it.
class CertificateBar : public QFrame
{
    Q_OBJECT

public:
    CertificateBar(Connections &connections, const Diagnostics &diagnostics, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionId asking() const { return m_waiting.isEmpty() ? ConnectionId {} : m_waiting.first(); }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look(ConnectionId id);
    void drop(ConnectionId id);
    void showNext();
    void openDialog();
    void retranslate();

    Connections &m_connections;
    const Diagnostics &m_diagnostics;
    QList<ConnectionId> m_waiting; ///< each at most once
    QLabel *m_sentence = nullptr;
    QPushButton *m_trust = nullptr;
    QToolButton *m_later = nullptr;
};

} // namespace muster
