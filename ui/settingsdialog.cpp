#include "ui/settingsdialog.h"

#include "ui/archive/historypage.h"
#include "ui/mailpage.h"
#include "ui/rules/sitepage.h"
#include "ui/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int rowHeights[] {22, 26, 32};

void select(QComboBox *box, const QVariant &data)
{
    const QSignalBlocker blocker(box);
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

void setTexts(QComboBox *box, const QStringList &texts)
{
    for (int i = 0; i < texts.size(); ++i)
        box->setItemText(i, texts[i]);
}

} // namespace

Appearance Appearance::load()
{
    const QSettings settings;
    Appearance appearance;
    appearance.language = settings.value(settings::language).toString();
    const int mode = settings.value(settings::theme, 0).toInt();
    appearance.mode = mode >= 0 && mode <= int(theme::Mode::Dark) ? theme::Mode(mode) : theme::Mode::System;
    appearance.rowHeight = settings.value(settings::rowHeight, theme::normalRow).toInt();
    if (std::find(std::begin(rowHeights), std::end(rowHeights), appearance.rowHeight) == std::end(rowHeights))
        appearance.rowHeight = theme::normalRow;
    appearance.reducedMotion = settings.value(settings::reducedMotion, false).toBool();
    return appearance;
}

void Appearance::store() const
{
    QSettings settings;
    settings.setValue(settings::language, language);
    settings.setValue(settings::theme, int(mode));
    settings.setValue(settings::rowHeight, rowHeight);
    settings.setValue(settings::reducedMotion, reducedMotion);
}

SettingsDialog::SettingsDialog(const Appearance &appearance, Archive *archive, QWidget *parent)
    : QDialog(parent)
    , m_layout(new QFormLayout)
    , m_language(new QComboBox(this))
    , m_mode(new QComboBox(this))
    , m_rows(new QComboBox(this))
    , m_motion(new QCheckBox(this))
    , m_note(new QLabel(this))
    , m_close(new QPushButton(this))
    , m_pages(new QTabWidget(this))
{
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(QString(), QString());
    // A language is called what its speakers call it, whatever language the window speaks.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    for (const auto mode : {theme::Mode::System, theme::Mode::Light, theme::Mode::Dark})
        m_mode->addItem(QString(), int(mode));
    for (const int height : rowHeights)
        m_rows->addItem(QString(), height);
    m_note->setFont(theme::small(font()));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (auto *box : {m_language, m_mode, m_rows})
        m_layout->addRow(QStringLiteral("-"), box);
    m_layout->addRow(QString(), m_motion);
    auto *look = new QWidget;
    auto *lookLayout = new QVBoxLayout(look);
    lookLayout->addLayout(m_layout);
    lookLayout->addStretch();
    m_pages->addTab(look, QString());
    if (archive) {
        m_history = new HistoryPage(*archive);
        m_pages->addTab(m_history, QString());
    }
    m_pages->setDocumentMode(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    setMinimumWidth(archive ? 480 : 380);

    for (auto *box : {m_language, m_mode, m_rows})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsDialog::choose);
    connect(m_motion, &QCheckBox::toggled, this, &SettingsDialog::choose);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
    showAppearance(appearance);
}

void SettingsDialog::addSite(Automations &automations)
{
    m_site = new SitePage(automations);
    m_pages->addTab(m_site, QString());
    retranslate();
}

void SettingsDialog::addMail(MailSetup &setup)
{
    m_mail = new MailPage(setup);
    m_pages->addTab(m_mail, QString());
    retranslate();
}

void SettingsDialog::showAppearance(const Appearance &appearance)
{
    m_appearance = appearance;
    select(m_language, appearance.language);
    select(m_mode, int(appearance.mode));
    select(m_rows, appearance.rowHeight);
    const QSignalBlocker blocker(m_motion);
    m_motion->setChecked(appearance.reducedMotion);
}

void SettingsDialog::choose()
{
    m_appearance.language = m_language->currentData().toString();
    m_appearance.mode = theme::Mode(m_mode->currentData().toInt());
    m_appearance.rowHeight = m_rows->currentData().toInt();
    m_appearance.reducedMotion = m_motion->isChecked();
    Q_EMIT changed(m_appearance);
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

// What is typed counts at once: the return key ends a field, not the window.
void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return event->accept();
    QDialog::keyPressEvent(event);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_pages->setTabText(0, tr("Look"));
    if (m_history)
        m_pages->setTabText(m_pages->indexOf(m_history), tr("History"));
    if (m_site)
        m_pages->setTabText(m_pages->indexOf(m_site), tr("Site"));
    if (m_mail)
        m_pages->setTabText(m_pages->indexOf(m_mail), tr("E-mail"));
    const auto label = [this](QWidget *field, const QString &text) {
        if (auto *shown = qobject_cast<QLabel *>(m_layout->labelForField(field)))
            shown->setText(text);
        field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    };
    label(m_language, tr("&Language"));
    label(m_mode, tr("&Theme"));
    label(m_rows, tr("&Row height"));
    m_language->setItemText(0, tr("As the desktop"));
    setTexts(m_mode, {tr("As the desktop"), tr("Light"), tr("Dark")});
    setTexts(m_rows, {tr("Compact"), tr("Normal"), tr("Comfortable")});
    m_motion->setText(tr("Reduced &motion"));
    m_motion->setToolTip(tr("Nothing slides or fades"));
    m_note->setText(tr("Every choice takes effect at once."));
    m_close->setText(tr("Close"));
}

} // namespace muster
