#include "ui/inspector/commandcontrol.h"

#include "ui/format.h"
#include "ui/inspector/numbercontrol.h"
#include "ui/inspector/toggleswitch.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

namespace muster {

namespace {

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    return row;
}

class SwitchControl : public CommandControl
{
public:
    SwitchControl(const CommandInfo &info, QWidget *parent)
        : CommandControl(parent)
        , m_switch(new ToggleSwitch(this))
    {
        QHBoxLayout *row = rowIn(this);
        row->addStretch();
        row->addWidget(m_switch);
        m_switch->setAccessibleName(format::commandName(info));
        connect(m_switch, &ToggleSwitch::asked, this, [this](bool on) { Q_EMIT asked(on); });
        setFocusProxy(m_switch);
    }

    void report(const MetricState *state) override
    {
        const bool isKnown = state && state->time != 0 && !std::isnan(state->value);
        m_switch->setReported(isKnown ? std::optional(state->value != 0) : std::nullopt);
    }

private:
    ToggleSwitch *m_switch;
};

class ChoiceControl : public CommandControl
{
public:
    ChoiceControl(const CommandInfo &info, QWidget *parent)
        : CommandControl(parent)
        , m_options(info.options)
        , m_list(new QComboBox(this))
    {
        rowIn(this)->addWidget(m_list, 1);
        m_list->setAccessibleName(format::commandName(info));
        m_list->setPlaceholderText(CommandControl::tr("Choose…"));
        m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_list->setMinimumContentsLength(8);
        for (const QString &option : info.options)
            m_list->addItem(format::plain(option, 80));
        m_list->setCurrentIndex(-1);
        // A wheel turned over it while scrolling the inspector must not command a device.
        m_list->setFocusPolicy(Qt::StrongFocus);
        m_list->installEventFilter(this);
        connect(m_list, &QComboBox::activated, this, [this](int index) {
            m_list->setCurrentIndex(m_reported);
            Q_EMIT asked(m_options.value(index));
        });
        setFocusProxy(m_list);
    }

    void report(const MetricState *state) override
    {
        m_reported = -1;
        if (state && state->time != 0) {
            const bool isText = state->info.type == MetricType::Text;
            const QString text = isText ? state->text : state->info.options.value(qsizetype(std::isnan(state->value) ? -1 : state->value));
            m_reported = int(m_options.indexOf(text));
        }
        if (!m_list->view()->isVisible())
            m_list->setCurrentIndex(m_reported);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Wheel) {
            event->ignore();
            return true;
        }
        return CommandControl::eventFilter(watched, event);
    }

private:
    QStringList m_options;
    QComboBox *m_list;
    int m_reported = -1;
};

class TextControl : public CommandControl
{
public:
    TextControl(const CommandInfo &info, QWidget *parent)
        : CommandControl(parent)
        , m_line(new QLineEdit(this))
        , m_send(new QPushButton(CommandControl::tr("Send"), this))
    {
        QHBoxLayout *row = rowIn(this);
        row->addWidget(m_line, 1);
        row->addWidget(m_send);
        m_line->setAccessibleName(format::commandName(info));
        m_line->setMaxLength(4'096);
        m_send->setAccessibleName(CommandControl::tr("Send %1").arg(format::commandName(info)));
        m_send->setAutoDefault(false);
        const auto send = [this] {
            m_isEdited = false;
            Q_EMIT asked(m_line->text());
        };
        connect(m_line, &QLineEdit::textEdited, this, [this] { m_isEdited = true; });
        connect(m_line, &QLineEdit::returnPressed, this, send);
        connect(m_send, &QPushButton::clicked, this, send);
        setFocusProxy(m_line);
    }

    void report(const MetricState *state) override
    {
        m_reported = state ? format::plain(state->text) : QString();
        if (state && !m_isEdited && m_line->text() != m_reported)
            m_line->setText(m_reported);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Escape || !m_isEdited)
            return CommandControl::keyPressEvent(event);
        m_isEdited = false;
        m_line->setText(m_reported);
    }

private:
    QLineEdit *m_line;
    QPushButton *m_send;
    QString m_reported;
    bool m_isEdited = false;
};

class ButtonControl : public CommandControl
{
public:
    ButtonControl(const CommandInfo &info, QWidget *parent)
        : CommandControl(parent)
    {
        auto *button = new QPushButton(format::label(format::commandName(info)), this);
        button->setAccessibleName(format::commandName(info));
        button->setAutoDefault(false);
        button->setProperty("dangerous", info.dangerous);
        rowIn(this)->addWidget(button, 1);
        connect(button, &QPushButton::clicked, this, [this] { Q_EMIT asked(Value {}); });
        setFocusProxy(button);
    }

    void report(const MetricState *) override {}
};

} // namespace

CommandControl *CommandControl::make(const CommandInfo &info, QWidget *parent)
{
    switch (info.argument) {
    case ArgumentType::Boolean:
        return new SwitchControl(info, parent);
    case ArgumentType::Number:
        return new NumberControl(info, parent);
    case ArgumentType::Enumeration:
        return new ChoiceControl(info, parent);
    case ArgumentType::Text:
        return new TextControl(info, parent);
    case ArgumentType::None:
        break;
    }
    return new ButtonControl(info, parent);
}

} // namespace muster
