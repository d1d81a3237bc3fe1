#include "ui/topics/rulefields.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr int mostTyped = 1'000;

const QStringList &formats()
{
    static const QStringList names {QStringLiteral("auto"), QStringLiteral("json"), QStringLiteral("cbor"), QStringLiteral("msgpack"), QStringLiteral("text"), QStringLiteral("pairs")};
    return names;
}

void setLabel(QFormLayout *layout, QWidget *field, int line, const QString &text)
{
    if (auto *label = qobject_cast<QLabel *>(layout->labelForField(field))) {
        label->setText(text);
        label->setMinimumSize(0, 0);
        label->setMinimumSize(label->sizeHint().width() + 2, line); // beside the text of its field, whatever is below that
    }
}

} // namespace

RuleFields::RuleFields(QWidget *parent)
    : QWidget(parent)
    , m_format(new QComboBox(this))
    , m_layout(new QFormLayout(this))
    , m_hint(new QLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (qsizetype i = 0; i < formats().size(); ++i)
        m_format->addItem(QString());
    addField(Topics);
    addField(Device);
    addField(Keep);
    addField(Command);
    m_layout->addRow(QStringLiteral("-"), m_format);
    m_layout->addRow(m_hint);
    connect(m_format, &QComboBox::currentIndexChanged, this, &RuleFields::edited);
    setFocusProxy(m_fields[Topics].edit);
    retranslate();
}

void RuleFields::addField(Part part)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    Field &field = m_fields[part];
    field.edit = new QLineEdit(box);
    field.edit->setMaxLength(mostTyped);
    field.edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    field.fault = new QLabel(box);
    field.fault->setTextFormat(Qt::PlainText);
    field.fault->setWordWrap(true);
    field.fault->hide();
    column->addWidget(field.edit);
    column->addWidget(field.fault);
    box->setFocusProxy(field.edit);
    m_layout->addRow(QStringLiteral("-"), box);
    connect(field.edit, &QLineEdit::textEdited, this, [this, part](const QString &text) {
        if (part == Topics && text.contains(u';')) // a whole rule was pasted
            setText(this->text());
        Q_EMIT edited();
    });
}

QString RuleFields::compose(std::array<qsizetype, Parts> &begins) const
{
    static const std::array<QLatin1String, Parts> words {QLatin1String(""), QLatin1String("; device "), QLatin1String("; keep "), QLatin1String("; command ")};
    QString rule;
    for (const Part part : {Topics, Device, Keep, Command}) {
        if (part == Command && m_format->currentIndex() > 0) // a command goes on to the end
            rule += QStringLiteral("; format ") + formats()[m_format->currentIndex()];
        const QString text = m_fields[part].edit->text();
        const bool there = part == Topics || !text.trimmed().isEmpty();
        rule += there ? words[part] : QLatin1String();
        begins[part] = there ? rule.size() : -1;
        rule += there ? text : QString();
    }
    return rule;
}

QString RuleFields::text() const
{
    std::array<qsizetype, Parts> begins {};
    return compose(begins).trimmed();
}

void RuleFields::setText(const QString &rule)
{
    const QSignalBlocker blocker(this);
    takeApart(rule);
    showFault({});
}

// What is none of the known parts stays with the topics, where it is seen to be wrong.
void RuleFields::takeApart(const QString &rule)
{
    static const QRegularExpression command(QStringLiteral(";\\s*command\\s+(.*)$"));
    const auto found = command.match(rule);
    const QStringList parts = (found.hasMatch() ? rule.left(found.capturedStart()) : rule).split(u';');
    QString topics = parts.value(0).trimmed();
    QString device;
    QString keep;
    qsizetype format = 0;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QString part = parts[i].trimmed();
        const QString rest = part.section(u' ', 1).trimmed();
        if (part.startsWith(QLatin1String("device ")))
            device = rest;
        else if (part.startsWith(QLatin1String("keep ")))
            keep = rest;
        else if (part.startsWith(QLatin1String("format ")) && formats().contains(rest))
            format = formats().indexOf(rest);
        else if (!part.isEmpty())
            topics += QStringLiteral("; ") + part;
    }
    m_fields[Topics].edit->setText(topics);
    m_fields[Device].edit->setText(device);
    m_fields[Keep].edit->setText(keep);
    m_fields[Command].edit->setText(found.hasMatch() ? found.captured(1) : QString());
    m_format->setCurrentIndex(int(format));
}

void RuleFields::showFault(const TopicTrial &trial)
{
    std::array<qsizetype, Parts> begins {};
    const QString rule = compose(begins);
    qsizetype before = 0; // blanks that text() has not
    while (before < rule.size() && rule[before].isSpace())
        ++before;
    const qsizetype at = trial.column - 1 + before;
    Part where = Topics;
    for (const Part part : {Topics, Device, Keep, Command})
        if (begins[part] >= 0 && begins[part] <= at)
            where = part;
    for (const Part part : {Topics, Device, Keep, Command}) {
        const bool here = part == where && !trial.error.isEmpty();
        QLabel *fault = m_fields[part].fault;
        fault->setVisible(here);
        QString text = trial.error;
        if (trial.column > 0)
            text = tr("Column %1: %2").arg(at - begins[where] + 1).arg(trial.error);
        fault->setText(here ? format::plain(text) : QString());
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, theme::colours(palette()).alarm);
        fault->setPalette(colours);
        m_fields[part].edit->setAccessibleDescription(fault->text());
    }
}

void RuleFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RuleFields::retranslate()
{
    const auto name = [this](Part part, const QString &label, const QString &example, const QString &tip) {
        QLineEdit *edit = m_fields[part].edit;
        setLabel(m_layout, edit->parentWidget(), edit->sizeHint().height(), label);
        edit->setAccessibleName(QString(label).remove(u'&'));
        edit->setPlaceholderText(example);
        edit->setToolTip(tip);
    };
    name(Topics, tr("&Topics"), QStringLiteral("plant/{line}/{device}/state"), tr("Which topics the rule selects"));
    name(Device, tr("&Device"), tr("all names, with blanks between"), tr("How the device is called: text, with the names of levels in braces"));
    name(Keep, tr("&Values"), tr("all: t = temperature [°C] Oil temperature, air.co2"), tr("Which values are kept: the key as it comes, = another key, [unit], and a name, with commas between"));
    name(Command, tr("&Commands"), tr("none: speed 0..1500, mode at plant/{device}/set/{metric} send {value}"), tr("Which values can be set, with the range of a number; behind “at” the topic, behind “send” the payload"));
    m_hint->setText(tr("A name in braces stands for one level, + for any one, # for all that follow. The level called {metric} says which value it is."));
    setLabel(m_layout, m_format, m_format->sizeHint().height(), tr("&Format"));
    m_format->setAccessibleName(tr("Format"));
    const QStringList words {tr("Automatic"), QStringLiteral("JSON"), QStringLiteral("CBOR"), QStringLiteral("MessagePack"), tr("One value as text"), tr("Pairs: t=21.5, h=40")};
    const QSignalBlocker blocker(m_format);
    for (int i = 0; i < m_format->count(); ++i)
        m_format->setItemText(i, words.value(i));
}

} // namespace muster
