#include "ui/certificatedialog.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr qsizetype maxShown = 300;

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString date(Micros time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time / 1'000), QLocale::ShortFormat);
}

} // namespace

CertificateDialog::CertificateDialog(const QString &connection, const ServerCertificate &certificate, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Trust one certificate"));
    auto *question = plain(tr("Compare the fingerprint with what the person who runs the broker of %1 tells you. If they are the same, Muster can trust this "
                              "certificate, and no other, for this connection.").arg(connection), this);
    auto *fingerprint = plain(fingerprintText(certificate.fingerprint), this);
    fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fingerprint->setAccessibleName(tr("Fingerprint"));
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->addRow(tr("SHA-256"), fingerprint);
    form->addRow(tr("Issued to"), plain(format::plain(certificate.subject, maxShown), this));
    if (!certificate.names.isEmpty())
        form->addRow(tr("For the hosts"), plain(format::plain(certificate.names, maxShown), this));
    form->addRow(tr("Issued by"), plain(format::plain(certificate.issuer, maxShown), this));
    auto *valid = plain(tr("%1 to %2").arg(date(certificate.from), date(certificate.until)), this);
    if (const Micros now = nowMicros(); now < certificate.from || now > certificate.until) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, theme::colours(palette()).alarm);
        valid->setPalette(colours);
        valid->setText(now > certificate.until ? tr("%1 to %2: expired").arg(date(certificate.from), date(certificate.until))
                                               : tr("%1 to %2: not yet").arg(date(certificate.from), date(certificate.until)));
    }
    form->addRow(tr("Valid"), valid);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->addButton(tr("Trust this certificate"), QDialogButtonBox::AcceptRole)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(question);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(520);
    resize(560, 300);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
}

QString CertificateDialog::fingerprintText(const QByteArray &fingerprint)
{
    const qsizetype half = fingerprint.size() / 2;
    const auto line = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex(':').toUpper()); };
    return line(fingerprint.first(half)) + QLatin1Char('\n') + line(fingerprint.sliced(half));
}

} // namespace muster
