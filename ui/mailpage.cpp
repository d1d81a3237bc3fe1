#include "ui/mailpage.h"

#include "core/mailsetup.h"
#include "ui/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QToolButton>

namespace muster {

namespace {

using Security = MailSettings::Security;

// A programmatic change must not jump the cursor of the field being typed into.
void setText(QLineEdit *edit, const QString &text)
{
    if (edit->text().trimmed() != text)
        edit->setText(text);
}

} // namespace

MailPage::MailPage(MailSetup &setup, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_form(new QFormLayout)
    , m_what(new QLabel)
    , m_server(new QLineEdit)
    , m_security(new QComboBox)
    , m_port(new QSpinBox)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_keep(new QCheckBox)
    , m_sender(new QLineEdit)
    , m_recipient(new QLineEdit)
    , m_caRow(new QWidget)
    , m_ca(new QLineEdit)
    , m_choose(new QToolButton)
    , m_test(new QPushButton)
    , m_verdict(new QLabel)
{
    build();
    for (QLineEdit *const edit : {m_server, m_user, m_password, m_sender, m_recipient, m_ca})
        connect(edit, &QLineEdit::editingFinished, this, &MailPage::store);
    connect(m_port, &QSpinBox::valueChanged, this, &MailPage::store);
    connect(m_security, &QComboBox::currentIndexChanged, this, &MailPage::chooseSecurity);
    connect(m_choose, &QToolButton::clicked, this, &MailPage::chooseFile);
    connect(m_test, &QPushButton::clicked, this, &MailPage::test);
    connect(&setup, &MailSetup::settingsChanged, this, &MailPage::showSettings);
    connect(&setup, &MailSetup::passwordChanged, this, &MailPage::showPassword);
    connect(&setup, &MailSetup::tested, this, [this](const Result<void> &verdict) {
        m_testing = false;
        m_test->setEnabled(true);
        tell(verdict ? tr("The server took the test mail for %1.").arg(m_setup.settings().recipient) : verdict.error().text, !verdict);
    });
    retranslate();
    showSettings();
}

// Fields lose the focus when they go, and tell that they were edited.
MailPage::~MailPage()
{
    for (const QLineEdit *const edit : {m_server, m_user, m_password, m_sender, m_recipient, m_ca})
        edit->disconnect(this);
}

void MailPage::build()
{
    m_what->setWordWrap(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setChecked(true);
    m_port->setRange(1, 65'535);
    m_port->setKeyboardTracking(false);
    m_port->setMinimumHeight(28);
    for (int i = 0; i < 3; ++i)
        m_security->addItem(QString());
    for (QLineEdit *const edit : {m_sender, m_recipient})
        edit->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_choose->setIcon(icons::icon("folder-open"));
    auto *const file = new QHBoxLayout(m_caRow);
    file->setContentsMargins(0, 0, 0, 0);
    file->addWidget(m_ca, 1);
    file->addWidget(m_choose);
    m_caRow->setFocusProxy(m_ca);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QWidget *const field : QList<QWidget *> {m_server, m_security, m_port, m_user, m_password})
        m_form->addRow(QStringLiteral("-"), field);
    m_form->addRow(QString(), m_keep);
    for (QWidget *const field : QList<QWidget *> {m_sender, m_recipient, m_caRow})
        m_form->addRow(QStringLiteral("-"), field);
    auto *const trial = new QHBoxLayout;
    trial->addWidget(m_test, 0, Qt::AlignTop);
    trial->addWidget(m_verdict, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_what);
    layout->addLayout(m_form);
    layout->addLayout(trial);
    layout->addStretch();
}

void MailPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// What was typed last counts, too, when the window is closed.
void MailPage::hideEvent(QHideEvent *event)
{
    store();
    QWidget::hideEvent(event);
}

void MailPage::retranslate()
{
    m_what->setText(tr("The mail server that alarms and automations send e-mail with."));
    const auto label = [this](QWidget *field, QWidget *named, const QString &text) {
        if (auto *const shown = qobject_cast<QLabel *>(m_form->labelForField(field)))
            shown->setText(text);
        named->setAccessibleName(QString(text).remove(u'&'));
    };
    label(m_server, m_server, tr("&Server"));
    label(m_security, m_security, tr("&Encryption"));
    label(m_port, m_port, tr("P&ort"));
    label(m_user, m_user, tr("&User name"));
    label(m_password, m_password, tr("Pass&word"));
    label(m_sender, m_sender, tr("Se&nder"));
    label(m_recipient, m_recipient, tr("&Recipient"));
    label(m_caRow, m_ca, tr("Certificate &authority"));
    m_server->setPlaceholderText(QStringLiteral("mail.example.org"));
    m_user->setPlaceholderText(tr("none"));
    m_sender->setPlaceholderText(QStringLiteral("muster@example.org"));
    m_recipient->setPlaceholderText(QStringLiteral("ada@example.org"));
    m_recipient->setToolTip(tr("Of mail that names no other; several with commas between them"));
    m_ca->setPlaceholderText(tr("those of the system"));
    m_choose->setToolTip(tr("Choose a file"));
    m_choose->setAccessibleName(tr("Choose a file"));
    m_security->setItemText(int(Security::Tls), tr("TLS"));
    m_security->setItemText(int(Security::StartTls), tr("STARTTLS"));
    m_security->setItemText(int(Security::None), tr("None, without a login"));
    m_keep->setText(tr("&Keep the password in the keychain"));
    m_test->setText(tr("Send a &test mail"));
    showPassword();
}

void MailPage::showSettings()
{
    const MailSettings &settings = m_setup.settings();
    const QScopedValueRollback showing(m_showing, true);
    setText(m_server, settings.server);
    m_security->setCurrentIndex(int(settings.security));
    m_port->setValue(settings.port);
    if (settings.security != Security::None) // what is typed there comes back with the encryption
        setText(m_user, settings.user);
    setText(m_sender, settings.sender);
    setText(m_recipient, settings.recipient);
    setText(m_ca, settings.caFile);
    const bool hasLogin = settings.security != Security::None;
    for (QWidget *const field : QList<QWidget *> {m_user, m_password, m_keep})
        field->setEnabled(hasLogin);
    m_caRow->setEnabled(hasLogin);
    const Result<void> valid = settings.validate();
    tell(valid || settings.isEmpty() ? QString() : valid.error().text, true);
    showPassword();
}

void MailPage::showPassword()
{
    using Password = MailSetup::Password;
    m_keep->setVisible(m_setup.keepsSecrets());
    switch (m_setup.password()) {
    case Password::Unneeded:
        m_password->setPlaceholderText(QString());
        break;
    case Password::Unknown:
        m_password->setPlaceholderText(tr("asking the keychain …"));
        break;
    case Password::Missing:
        m_password->setPlaceholderText(tr("not known yet"));
        break;
    case Password::Memory:
        m_password->setPlaceholderText(tr("known until Muster ends"));
        break;
    case Password::Keychain:
        m_password->setPlaceholderText(tr("kept in the keychain"));
        break;
    }
}

void MailPage::chooseSecurity()
{
    if (m_showing)
        return;
    const auto chosen = Security(m_security->currentIndex());
    if (m_setup.settings().port == MailSettings::usualPort(m_setup.settings().security)) {
        const QScopedValueRollback showing(m_showing, true);
        m_port->setValue(MailSettings::usualPort(chosen));
    }
    store();
}

void MailPage::chooseFile()
{
    auto *const dialog = new QFileDialog(this, tr("Choose a certificate authority"), QString(), tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_ca->setText(file);
        store();
    });
    dialog->open();
}

void MailPage::store()
{
    if (m_showing)
        return;
    MailSettings settings;
    settings.server = m_server->text().trimmed();
    settings.port = m_port->value();
    settings.security = Security(m_security->currentIndex());
    settings.user = settings.security == Security::None ? QString() : m_user->text().trimmed();
    settings.sender = m_sender->text().trimmed();
    settings.recipient = m_recipient->text().trimmed();
    settings.caFile = m_ca->text().trimmed();
    m_setup.setSettings(settings);
    if (m_password->text().isEmpty() || settings.user.isEmpty() || settings.server.isEmpty())
        return; // a password belongs to somebody somewhere
    const QString password = m_password->text();
    m_password->clear();
    m_setup.givePassword(password, m_keep->isChecked() && m_setup.keepsSecrets());
}

void MailPage::test()
{
    store();
    m_testing = true;
    m_test->setEnabled(false);
    tell(tr("Sending …"), false);
    m_setup.test();
}

void MailPage::tell(const QString &text, bool isProblem)
{
    if (m_testing && isProblem)
        return;
    m_verdict->setText(text);
    m_verdict->setAccessibleName(text);
    m_verdict->setForegroundRole(isProblem ? QPalette::WindowText : QPalette::PlaceholderText);
}

} // namespace muster
