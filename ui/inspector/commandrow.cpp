#include "ui/inspector/commandrow.h"

#include "core/dispatcher.h"
#include "core/fleet.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/inspector/commandcontrol.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

CommandRow::CommandRow(Fleet &fleet, Dispatcher &dispatcher, DeviceId device, const CommandInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_dispatcher(dispatcher)
    , m_device(device)
    , m_info(info)
    , m_control(CommandControl::make(info, this))
    , m_note(new QLabel(this))
    , m_question(new QWidget(this))
    , m_questionText(new QLabel(m_question))
    , m_confirm(new QPushButton(m_question))
{
    build();
    connect(m_control, &CommandControl::asked, this, &CommandRow::ask);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_question->hide();
        submit(m_asked);
    });
    if (!m_info.problem.isEmpty()) {
        m_control->setEnabled(false);
        say(m_fleet.isPast() ? format::plain(m_info.problem) : tr("Not supported yet: %1").arg(format::plain(m_info.problem)), false);
    }
    refresh();
}

void CommandRow::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(2);
    column->addLayout(makeLine());
    buildQuestion();
    column->addWidget(m_question);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(theme::small(font()));
    m_note->hide();
    column->addWidget(m_note);
}

// Name, warning, control. A button carries the name itself; a switch stands at the right end.
QLayout *CommandRow::makeLine()
{
    const bool isSwitch = m_info.argument == ArgumentType::Boolean;
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    if (m_info.argument != ArgumentType::None) {
        auto *name = new QLabel(format::commandName(m_info), this);
        name->setTextFormat(Qt::PlainText);
        name->setToolTip(format::tip(format::commandName(m_info)));
        name->setMinimumWidth(72);
        name->setWordWrap(true);
        name->setSizePolicy(isSwitch ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
        line->addWidget(name, isSwitch ? 1 : 0);
    }
    if (m_info.dangerous) {
        auto *warning = new QLabel(this);
        warning->setPixmap(icons::icon("alert-triangle").pixmap(16));
        warning->setToolTip(tr("Asks before it is sent"));
        warning->setAccessibleName(tr("Dangerous"));
        line->addWidget(warning);
    }
    line->addWidget(m_control, isSwitch ? 0 : 1);
    return line;
}

void CommandRow::buildQuestion()
{
    m_questionText->setTextFormat(Qt::PlainText);
    m_questionText->setWordWrap(true);
    m_confirm->setAutoDefault(false);
    m_confirm->setProperty("dangerous", true);
    m_confirm->setAccessibleName(tr("Send it"));
    auto *cancel = new QPushButton(tr("Cancel"), m_question);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, m_question, &QWidget::hide);
    auto *row = new QHBoxLayout(m_question);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_questionText, 1);
    row->addWidget(m_confirm);
    row->addWidget(cancel);
    m_question->hide();
}

void CommandRow::refresh()
{
    m_control->report(m_fleet.metric(m_fleet.findMetric(m_device, m_info.metric)));
}

void CommandRow::ask(const Value &argument)
{
    if (!m_info.dangerous)
        return submit(argument);
    m_asked = argument;
    const QString target = format::plain(m_fleet.displayName(m_device), 60);
    const QString what = format::commandName(m_info);
    const QString value = format::argument(m_info, argument);
    m_questionText->setText(value.isEmpty() ? tr("%1: %2?", "command: target").arg(what, target) : tr("%1 → %2 on %3?", "command, value, target").arg(what, value, target));
    m_confirm->setText(value.isEmpty() ? format::label(what) : tr("Set"));
    m_confirm->setAccessibleName(m_questionText->text());
    m_note->hide();
    m_question->show();
    m_confirm->setFocus(Qt::OtherFocusReason);
}

void CommandRow::submit(const Value &argument)
{
    Command command;
    command.device = m_device;
    command.key = m_info.key;
    command.argument = argument;
    command.origin = QStringLiteral("person");
    const QString value = format::argument(m_info, argument);
    say(value.isEmpty() ? tr("Sending…") : tr("→ %1 …", "value that was asked for").arg(value), false);
    m_pending = {};
    // It may already have ended when submit() returns: its outcome has then been said by finish().
    const Result<CommandId> started = m_dispatcher.submit(command);
    if (!started)
        say(started.error().text, true);
    else if (m_dispatcher.isPending(*started))
        m_pending = *started;
    else if (!m_dispatcher.journal().empty() && m_dispatcher.journal().back().command.id == *started)
        finish(m_dispatcher.journal().back());
}

void CommandRow::finish(const CommandOutcome &outcome)
{
    if (m_pending.isValid() && outcome.command.id != m_pending)
        return;
    m_pending = {};
    say(format::outcome(outcome), !outcome.result);
    refresh();
}

void CommandRow::say(const QString &text, bool isTrouble)
{
    const theme::Colours &colours = theme::colours(palette());
    QPalette ink = palette();
    ink.setColor(m_note->foregroundRole(), isTrouble ? colours.alarm : colours.muted);
    m_note->setPalette(ink);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

} // namespace muster
