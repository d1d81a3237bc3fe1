#include "ui/topics/retaineddialog.h"

#include "ui/format.h"
#include "ui/topics/topictree.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

RetainedDialog::RetainedDialog(Topics &topics, ConnectionId connection, const TopicTree &tree, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_tree(tree)
    , m_path(path)
    , m_clearing(topics, connection)
    , m_sentence(new QLabel(this))
    , m_list(new QPlainTextEdit(this))
    , m_left(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_outcome(new QLabel(this))
    , m_clear(new QPushButton(this))
    , m_undo(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    build();
    connect(&m_look, &QTimer::timeout, this, &RetainedDialog::look);
    connect(m_clear, &QPushButton::clicked, this, &RetainedDialog::begin);
    connect(m_undo, &QPushButton::clicked, &m_clearing, &RetainedClearing::undo);
    connect(m_close, &QPushButton::clicked, this, &RetainedDialog::reject);
    connect(&m_clearing, &RetainedClearing::changed, this, &RetainedDialog::showProgress);
    m_look.start(lookMs);
    look();
}

void RetainedDialog::build()
{
    setWindowTitle(tr("Clear retained messages"));
    for (auto *label : {m_sentence, m_left, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_left->setForegroundRole(QPalette::PlaceholderText);
    m_left->hide();
    m_list->setReadOnly(true);
    m_list->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_list->setAccessibleName(tr("Retained topics"));
    m_list->setPlaceholderText(tr("Nothing is retained there."));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_outcome->hide();
    m_undo->setText(tr("Put them back"));
    m_undo->hide();
    m_close->setText(tr("Close"));
    m_close->setDefault(true);
    m_clear->setAutoDefault(false);
    m_undo->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addStretch();
    buttons->addWidget(m_clear);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 1);
    column->addWidget(m_left);
    column->addWidget(m_progress);
    column->addWidget(m_outcome);
    column->addLayout(buttons);
    resize(480, 400);
}

// What the broker retains comes in while this is open.
void RetainedDialog::look()
{
    m_messages.clear();
    QStringList names;
    qsizetype tooLong = 0;
    for (const TopicRecord *record : m_tree.retainedBelow(m_path)) {
        if (!record->isWhole()) {
            ++tooLong;
            continue;
        }
        m_messages.append({record->topic, record->payload, record->qos});
        if (names.size() < maxListed)
            names.append(format::plain(record->topic));
    }
    const int count = int(m_messages.size());
    m_sentence->setText(m_path.isEmpty() ? tr("%n retained message(s) would be taken away from the broker, for everybody.", nullptr, count)
                                         : tr("%n retained message(s) at and below “%1” would be taken away from the broker, for everybody.", nullptr, count).arg(format::plain(m_path, 200)));
    if (m_messages.size() > names.size())
        names.append(tr("and %n more", nullptr, int(m_messages.size() - names.size())));
    const QString text = names.join(QLatin1Char('\n'));
    if (m_list->toPlainText() != text)
        m_list->setPlainText(text);
    m_left->setText(tr("%n retained message(s) are too long to be put back and are left alone.", nullptr, int(tooLong)));
    m_left->setVisible(tooLong > 0);
    m_clear->setText(tr("Clear %n retained message(s)", nullptr, count));
    m_clear->setEnabled(count > 0);
}

void RetainedDialog::begin()
{
    m_look.stop();
    m_clear->hide();
    m_progress->show();
    m_outcome->show();
    m_clearing.clear(m_messages);
}

void RetainedDialog::showProgress()
{
    const bool runs = m_clearing.isRunning();
    m_progress->setRange(0, int(std::max<qsizetype>(1, m_clearing.total())));
    m_progress->setValue(int(m_clearing.done() + m_clearing.refused()));
    m_close->setText(runs ? tr("Stop") : tr("Close"));
    m_undo->setVisible(!runs && m_clearing.canUndo() > 0);
    const int done = int(m_clearing.done());
    QString text = m_clearing.isPuttingBack() ? tr("%n message(s) put back.", nullptr, done) : tr("%n message(s) cleared.", nullptr, done);
    if (m_clearing.refused() > 0)
        text = tr("%1 %n message(s) were not taken: %2", nullptr, int(m_clearing.refused())).arg(text, m_clearing.problem());
    m_outcome->setText(text);
}

// "Stop" while it runs, "Close" else.
void RetainedDialog::reject()
{
    if (m_clearing.isRunning())
        m_clearing.cancel();
    else
        QDialog::reject();
}

} // namespace muster
