#include "ui/topics/publishpanel.h"

#include "ui/format.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/topics/payloadtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace muster {

namespace {

constexpr std::array forms {PayloadForm::Text, PayloadForm::Json, PayloadForm::Hex};
constexpr qsizetype mostInMenu = 60;
constexpr qsizetype maxTopic = 65'535; // MQTT 3.1.1, section 1.5.3

QString settingsKey(ConnectionId connection)
{
    return settings::savedMessages + QLatin1Char('/') + QString::number(connection.n);
}

} // namespace

PublishPanel::PublishPanel(Topics &topics, ConnectionId connection, QWidget *parent)
    : QWidget(parent)
    , m_topics(topics)
    , m_connection(connection)
    , m_topic(new QLineEdit(this))
    , m_payload(new QPlainTextEdit(this))
    , m_form(new QComboBox(this))
    , m_qos(new QComboBox(this))
    , m_retain(new QCheckBox(this))
    , m_send(new QPushButton(this))
    , m_savedButton(new QToolButton(this))
    , m_sentButton(new QToolButton(this))
    , m_savedMenu(new QMenu(this))
    , m_sentMenu(new QMenu(this))
    , m_note(new QLabel(this))
{
    build();
    connect(m_send, &QPushButton::clicked, this, &PublishPanel::send);
    connect(m_topic, &QLineEdit::returnPressed, this, &PublishPanel::send);
    connect(m_topic, &QLineEdit::textChanged, this, [this](const QString &text) { m_send->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_savedMenu, &QMenu::aboutToShow, this, &PublishPanel::fillSaved);
    connect(m_sentMenu, &QMenu::aboutToShow, this, &PublishPanel::fillSent);
    connect(&m_topics, &Topics::published, this, &PublishPanel::concluded);
    retranslate();
    loadSaved();
}

void PublishPanel::build()
{
    m_topic->setMaxLength(int(maxTopic));
    m_payload->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_payload->setTabChangesFocus(true);
    m_form->addItems({QString(), QStringLiteral("JSON"), QString()});
    m_qos->addItems({QString(), QString(), QString()});
    m_send->setEnabled(false);
    m_send->setProperty("primary", true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    for (auto *button : {m_savedButton, m_sentButton}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    m_savedButton->setMenu(m_savedMenu);
    m_sentButton->setMenu(m_sentMenu);
    auto *options = new QHBoxLayout;
    options->addWidget(m_form);
    options->addWidget(m_qos);
    options->addWidget(m_retain, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_savedButton);
    buttons->addWidget(m_sentButton);
    buttons->addStretch();
    buttons->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_topic);
    column->addWidget(m_payload, 1);
    column->addLayout(options);
    column->addWidget(m_note);
    column->addLayout(buttons);
    setFocusProxy(m_topic);
}

// --- sending

void PublishPanel::send()
{
    const Draft typed = draft();
    if (typed.topic.isEmpty())
        return;
    if (typed.payload.size() > maxTyped)
        return say(tr("The payload is longer than %1. Make it shorter.").arg(format::bytes(maxTyped)), true);
    const auto payload = payloadFrom(typed.payload, forms[size_t(typed.form)]);
    if (!payload)
        return say(payload.error().text, true);
    say(tr("Sending…"), false);
    m_order = m_topics.publish(m_connection, {0, typed.topic, *payload, quint8(typed.qos), typed.retain});
    m_sent.removeAll(typed);
    m_sent.prepend(typed);
    while (m_sent.size() > maxSent)
        m_sent.removeLast();
}

void PublishPanel::concluded(quint64 order, const Result<void> &result)
{
    if (order != m_order)
        return;
    if (!result)
        say(result.error().text, true);
    else
        say(m_qos->currentIndex() == 0 ? tr("Sent.") : tr("The broker has it."), false);
}

void PublishPanel::say(const QString &text, bool isTrouble)
{
    QPalette colours = palette();
    if (isTrouble)
        colours.setColor(QPalette::WindowText, theme::colours(palette()).alarm);
    m_note->setPalette(colours);
    m_note->setText(text);
}

PublishPanel::Draft PublishPanel::draft() const
{
    return {m_topic->text().trimmed(), m_payload->toPlainText(), m_form->currentIndex(), m_qos->currentIndex(), m_retain->isChecked()};
}

void PublishPanel::show(const Draft &draft)
{
    m_topic->setText(draft.topic);
    m_payload->setPlainText(draft.payload);
    m_form->setCurrentIndex(qBound(0, draft.form, int(forms.size()) - 1));
    m_qos->setCurrentIndex(qBound(0, draft.qos, 2));
    m_retain->setChecked(draft.retain);
    say({}, false);
}

void PublishPanel::take(const QString &topic, const QByteArray &payload, int qos)
{
    const PayloadText text = payloadText(payload, PayloadForm::Automatic);
    const bool plain = text.form == PayloadForm::Text || text.form == PayloadForm::Json;
    const int form = text.form == PayloadForm::Json ? 1 : plain ? 0 : 2;
    show({topic, plain ? QString::fromUtf8(payload) : QString::fromLatin1(payload.toHex(' ')), form, qos, false});
    m_payload->setFocus();
}

// --- what is kept

void PublishPanel::fillSaved()
{
    m_savedMenu->clear();
    for (const Draft &saved : std::as_const(m_saved)) {
        const QString words = format::label(format::plain(saved.topic + QStringLiteral("  ") + saved.payload, mostInMenu));
        connect(m_savedMenu->addAction(words), &QAction::triggered, this, [this, saved] { show(saved); });
    }
    if (!m_saved.isEmpty())
        m_savedMenu->addSeparator();
    const Draft typed = draft();
    const bool known = m_saved.contains(typed);
    QAction *keep = m_savedMenu->addAction(tr("Save this message"), this, &PublishPanel::saveDraft);
    keep->setEnabled(!known && !typed.topic.isEmpty() && typed.payload.size() <= maxKept);
    QAction *drop = m_savedMenu->addAction(tr("Forget this message"), this, [this, typed] {
        m_saved.removeAll(typed);
        storeSaved();
    });
    drop->setEnabled(known);
}

void PublishPanel::fillSent()
{
    m_sentMenu->clear();
    for (const Draft &sent : std::as_const(m_sent)) {
        const QString words = format::label(format::plain(sent.topic + QStringLiteral("  ") + sent.payload, mostInMenu));
        connect(m_sentMenu->addAction(words), &QAction::triggered, this, [this, sent] { show(sent); });
    }
    if (m_sent.isEmpty())
        m_sentMenu->addAction(tr("Nothing yet"))->setEnabled(false);
}

void PublishPanel::saveDraft()
{
    m_saved.append(draft());
    while (m_saved.size() > maxSaved)
        m_saved.removeFirst();
    storeSaved();
}

void PublishPanel::loadSaved()
{
    const auto array = QJsonDocument::fromJson(QSettings().value(settingsKey(m_connection)).toByteArray()).array();
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        Draft saved;
        saved.topic = object.value(QLatin1String("topic")).toString().left(maxTopic);
        saved.payload = object.value(QLatin1String("payload")).toString().left(maxKept);
        saved.form = object.value(QLatin1String("form")).toInt();
        saved.qos = object.value(QLatin1String("qos")).toInt();
        saved.retain = object.value(QLatin1String("retain")).toBool();
        if (m_saved.size() < maxSaved && !saved.topic.isEmpty())
            m_saved.append(saved);
    }
}

void PublishPanel::storeSaved() const
{
    QJsonArray array;
    for (const Draft &saved : m_saved)
        array.append(QJsonObject {{QStringLiteral("topic"), saved.topic}, {QStringLiteral("payload"), saved.payload}, {QStringLiteral("form"), saved.form},
            {QStringLiteral("qos"), saved.qos}, {QStringLiteral("retain"), saved.retain}});
    QSettings().setValue(settingsKey(m_connection), QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void PublishPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PublishPanel::retranslate()
{
    m_topic->setPlaceholderText(tr("Topic"));
    m_topic->setAccessibleName(tr("Topic to send to"));
    m_payload->setPlaceholderText(tr("Payload"));
    m_payload->setAccessibleName(tr("Payload to send"));
    m_form->setItemText(0, tr("Text"));
    m_form->setItemText(2, tr("Hexadecimal"));
    m_form->setAccessibleName(tr("How the payload is written"));
    m_qos->setItemText(0, tr("QoS 0: once at most"));
    m_qos->setItemText(1, tr("QoS 1: once at least"));
    m_qos->setItemText(2, tr("QoS 2: once exactly"));
    m_qos->setAccessibleName(tr("Quality of service"));
    m_retain->setText(tr("&Retain"));
    m_retain->setToolTip(tr("The broker keeps it for whoever subscribes later"));
    m_send->setText(tr("&Send"));
    m_savedButton->setText(tr("Saved"));
    m_savedButton->setToolTip(tr("Messages that were saved for this connection"));
    m_sentButton->setText(tr("Sent before"));
    m_sentButton->setToolTip(tr("The last messages that were sent from here"));
}

} // namespace muster
