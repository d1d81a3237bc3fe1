#pragma once

#include "core/connection.h"

#include <QDialog>

namespace muster {

/// Shows a certificate that could not be trusted, so that its fingerprint can be compared, and asks whether this one alone is to be trusted from
/// now on: accepted() means yes. Opened by a person only.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    CertificateDialog(const QString &connection, const ServerCertificate &certificate, QWidget *parent = nullptr);

    /// "3A:0F:…", as other tools print it, in two lines.
    [[nodiscard]] static QString fingerprintText(const QByteArray &fingerprint);
};

} // namespace muster
