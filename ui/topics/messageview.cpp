#include "ui/topics/messageview.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/topics/propertiesview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace muster {

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_topic(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_form(new QComboBox(this))
    , m_changes(new QCheckBox(this))
    , m_copyTopic(new QToolButton(this))
    , m_copyPayload(new QToolButton(this))
    , m_edit(new QToolButton(this))
    , m_text(new QPlainTextEdit(this))
    , m_properties(new PropertiesView(this))
    , m_note(new QLabel(this))
{
    for (auto *label : {m_topic, m_facts, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_form->addItems({QString(), QString(), QString(), QString(), QString()});
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copyTopic->setIcon(icons::icon("link"));
    m_copyPayload->setIcon(icons::icon("copy"));
    m_edit->setIcon(icons::icon("pencil"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_form);
    row->addWidget(m_changes, 1);
    for (auto *button : {m_copyTopic, m_copyPayload, m_edit}) {
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_topic);
    column->addWidget(m_facts);
    column->addLayout(row);
    column->addWidget(m_text, 1);
    column->addWidget(m_properties);
    column->addWidget(m_note);
    connect(m_form, &QComboBox::currentIndexChanged, this, &MessageView::refresh);
    connect(m_changes, &QCheckBox::toggled, this, &MessageView::refresh);
    connect(m_copyTopic, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_record.topic); });
    connect(m_copyPayload, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(payloadText(m_record.shown(), PayloadForm(m_form->currentIndex())).text); });
    connect(m_edit, &QToolButton::clicked, this, [this] { Q_EMIT editRequested(m_record.topic, m_record.shown(), m_record.qos); });
    retranslate();
    show(nullptr);
}

void MessageView::show(const TopicRecord *record)
{
    m_any = record != nullptr;
    m_record = record ? *record : TopicRecord {};
    for (QWidget *part : {static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_changes), static_cast<QWidget *>(m_copyTopic),
             static_cast<QWidget *>(m_copyPayload), static_cast<QWidget *>(m_edit)})
        part->setEnabled(m_any);
    refresh();
}

void MessageView::refresh()
{
    constexpr qsizetype mostOfTopic = 1'000;
    m_note->hide();
    m_properties->show(m_record.properties);
    if (!m_any) {
        m_topic->setText(tr("Select a topic to see its last message."));
        m_facts->clear();
        m_text->clear();
        return;
    }
    m_topic->setText(format::plain(m_record.topic, mostOfTopic));
    QStringList facts {format::exactTime(m_record.time), tr("QoS %1").arg(m_record.qos), format::bytes(m_record.size)};
    if (m_record.retained)
        facts.append(tr("retained"));
    facts.append(tr("%n message(s)", nullptr, int(std::min<quint64>(m_record.messages, INT_MAX))));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    if (m_changes->isChecked() && m_record.before != 0)
        showChanges();
    else
        showText(payloadText(m_record.shown(), PayloadForm(m_form->currentIndex())));
}

void MessageView::showText(const PayloadText &text)
{
    QStringList notes;
    if (!text.problem.isEmpty())
        notes.append(text.problem);
    if (!m_record.isWhole())
        notes.append(tr("Only the first %1 are kept.").arg(format::bytes(m_record.payload.size())));
    else if (m_changes->isChecked())
        notes.append(tr("There was no message before this one."));
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
    if (m_text->toPlainText() == text.text)
        return;
    const int at = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text.text);
    m_text->verticalScrollBar()->setValue(at);
}

void MessageView::showChanges()
{
    const auto form = PayloadForm(m_form->currentIndex());
    const auto lines = diffLines(payloadText(m_record.previous, form).text, payloadText(m_record.shown(), form).text);
    const int at = m_text->verticalScrollBar()->value();
    m_text->clear();
    QTextCursor cursor(m_text->document());
    const auto &colours = theme::colours(palette());
    for (const DiffLine &line : lines) {
        QTextCharFormat look;
        if (line.kind != DiffLine::Kind::Same)
            look.setForeground(line.kind == DiffLine::Kind::Gone ? colours.alarm : colours.live);
        if (!cursor.atStart())
            cursor.insertBlock();
        const QChar sign = line.kind == DiffLine::Kind::Gone ? u'−' : line.kind == DiffLine::Kind::Come ? u'+' : u' ';
        cursor.insertText(sign + QStringLiteral(" ") + line.text, look);
    }
    m_text->verticalScrollBar()->setValue(at);
    const bool same = std::all_of(lines.cbegin(), lines.cend(), [](const DiffLine &line) { return line.kind == DiffLine::Kind::Same; });
    m_note->setText(tr("The same as the message before."));
    m_note->setVisible(same);
}

void MessageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void MessageView::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    m_form->setItemText(int(PayloadForm::Automatic), tr("Automatic"));
    m_form->setItemText(int(PayloadForm::Text), tr("Text"));
    m_form->setItemText(int(PayloadForm::Json), QStringLiteral("JSON"));
    m_form->setItemText(int(PayloadForm::Hex), tr("Hexadecimal"));
    m_form->setItemText(int(PayloadForm::Cbor), QStringLiteral("CBOR"));
    m_form->setAccessibleName(tr("How the payload is shown"));
    m_changes->setText(tr("&Changes only"));
    m_changes->setToolTip(tr("Compares it with the message before"));
    name(m_copyTopic, tr("Copy the topic"));
    name(m_copyPayload, tr("Copy the payload"));
    name(m_edit, tr("Send something like it"));
    m_text->setAccessibleName(tr("Payload"));
}

} // namespace muster
