#include "ui/profiles/probedialog.h"

#include "codec/profilejson.h"
#include "ui/format.h"
#include "ui/profiles/profilewords.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace muster {

namespace {

enum Column { What, Rate, Sure, Reads };
constexpr char wakingLine[] = "\r\n";

} // namespace

ProbeDialog::ProbeDialog(Listening &listening, const codec::ProfileShelf &shelf, const QUrl &port, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_listening(listening)
    , m_shelf(shelf)
    , m_port(port)
    , m_title(format::plain(title, 80))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_list(new QTreeWidget(this))
    , m_wake(new QCheckBox(this))
    , m_again(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    build();
    retranslate();
    connect(&listening, &Listening::heard, this, &ProbeDialog::take);
    connect(&listening, &Listening::ended, this, &ProbeDialog::end);
    connect(m_again, &QPushButton::clicked, this, &ProbeDialog::listen);
    connect(m_use, &QPushButton::clicked, this, &ProbeDialog::use);
    connect(m_edit, &QPushButton::clicked, this, &ProbeDialog::edit);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_list, &QTreeWidget::itemActivated, this, &ProbeDialog::use);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        m_use->setEnabled(current() >= 0);
        m_edit->setEnabled(current() >= 0);
    });
    listen();
}

ProbeDialog::~ProbeDialog()
{
    if (const quint64 order = std::exchange(m_order, 0); order != 0)
        m_listening.stop(order);
}

void ProbeDialog::build()
{
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setMinimumHeight(2 * fontMetrics().height() + 4);
    m_progress->setRange(0, int(codec::usualRates.size()));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_list->setColumnCount(4);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    for (const int column : {What, Rate, Sure})
        m_list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_use->setProperty("primary", true);
    m_use->setDefault(true);
    m_use->setEnabled(false);
    m_edit->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_state);
    column->addWidget(m_progress);
    column->addWidget(m_list, 1);
    column->addWidget(m_wake);
    column->addLayout(buttons);
    resize(720, 380);
}

// --- listening

void ProbeDialog::listen()
{
    m_captures.clear();
    m_guesses.clear();
    m_heard = 0;
    showGuesses();
    ListenOrder order;
    order.port = m_port;
    order.rates = QList<int>(codec::usualRates.begin(), codec::usualRates.end());
    if (m_wake->isChecked())
        order.wake = QByteArray(wakingLine);
    m_again->setEnabled(false);
    m_wake->setEnabled(false);
    m_progress->setValue(0);
    m_state->setText(tr("Listening to %1. Nothing is written.").arg(m_title));
    if (m_wake->isChecked())
        m_state->setText(tr("Listening to %1, after an empty line at each rate.").arg(m_title));
    m_order = m_listening.listen(order);
}

void ProbeDialog::take(quint64 id, int baud, const QByteArray &bytes)
{
    if (id != m_order || m_order == 0)
        return;
    const codec::Capture capture {baud, bytes};
    m_captures.append(capture);
    m_heard += bytes.size();
    m_progress->setValue(int(m_captures.size()));
    m_guesses += codec::probe({capture});
    std::stable_sort(m_guesses.begin(), m_guesses.end(), [](const codec::Guess &a, const codec::Guess &b) { return a.confidence > b.confidence; });
    m_guesses = m_guesses.first(std::min(m_guesses.size(), mostGuesses));
    showGuesses();
    m_state->setText(tr("Listening to %1: %2 at %3 Bd.").arg(m_title, format::bytes(bytes.size())).arg(baud));
    if (!m_guesses.isEmpty() && m_guesses.first().confidence >= codec::conclusive)
        m_listening.stop(id);
}

void ProbeDialog::end(quint64 id, const Result<void> &result)
{
    if (id != m_order || m_order == 0)
        return;
    m_order = 0;
    m_again->setEnabled(true);
    m_wake->setEnabled(true);
    m_progress->setValue(m_progress->maximum());
    if (!m_guesses.isEmpty())
        m_state->setText(tr("This is what %1 may be speaking.").arg(m_title));
    else if (!result && result.error().code != Error::Code::Cancelled)
        m_state->setText(result.error().text);
    else if (m_heard == 0)
        m_state->setText(tr("%1 said nothing at any rate. Some devices only speak when spoken to: tick below that something may be written, then listen again.").arg(m_title));
    else
        m_state->setText(tr("%1 says something, but nothing Muster knows. Open the console to see it, and write a profile for it.").arg(m_title));
}

QByteArray ProbeDialog::heardAt(int baud) const
{
    const auto it = std::find_if(m_captures.cbegin(), m_captures.cend(), [baud](const codec::Capture &capture) { return capture.baud == baud; });
    return it == m_captures.cend() ? QByteArray() : it->bytes;
}

void ProbeDialog::showGuesses()
{
    m_list->clear();
    for (const codec::Guess &guess : std::as_const(m_guesses)) {
        const codec::Tried tried = codec::tryOut(guess.profile, heardAt(guess.baud()));
        const QString sample = profilewords::sample(tried);
        auto *row = new QTreeWidgetItem(m_list,
            {format::plain(guess.profile.name, 60), tr("%1 Bd").arg(guess.baud()), profilewords::confidence(guess.confidence), sample.isEmpty() ? profilewords::counted(tried.counters) : sample});
        row->setToolTip(Reads, format::tip(profilewords::sample(tried, 20)));
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

int ProbeDialog::current() const
{
    const auto selected = m_list->selectedItems();
    return selected.isEmpty() ? -1 : m_list->indexOfTopLevelItem(selected.first());
}

// --- what comes of it

// One of the shelf, when nothing but the rate is different.
QString ProbeDialog::knownId(const codec::Profile &profile) const
{
    for (const QString &id : m_shelf.ids()) {
        auto known = m_shelf.find(id);
        if (!known)
            continue;
        known->baud = profile.baud;
        if (*known == profile)
            return id;
    }
    return profilewords::isAutomatic(profile) ? QStringLiteral("auto") : QString();
}

void ProbeDialog::use()
{
    if (current() < 0)
        return;
    const codec::Guess guess = m_guesses[current()];
    QString id = knownId(guess.profile);
    if (id.isEmpty()) {
        const QString base = codec::ProfileShelf::idFor(guess.profile.name);
        id = base;
        for (int i = 2; m_shelf.isInstalled(id) || m_shelf.isShipped(id); ++i)
            id = QStringLiteral("%1-%2").arg(base).arg(i);
        if (const auto done = m_shelf.install(id, codec::writeProfile(guess.profile)); !done) {
            m_state->setText(done.error().text);
            return;
        }
        Q_EMIT installed(id);
    }
    Q_EMIT chosen(guess.baud(), id);
    close();
}

void ProbeDialog::edit()
{
    if (current() < 0)
        return;
    const codec::Guess guess = m_guesses[current()];
    Q_EMIT editRequested(codec::writeProfile(guess.profile), heardAt(guess.baud()));
}

void ProbeDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProbeDialog::retranslate()
{
    setWindowTitle(tr("What %1 speaks").arg(m_title));
    m_list->setHeaderLabels({tr("Perhaps"), tr("Rate"), tr("How sure"), tr("What it reads")});
    m_list->setAccessibleName(tr("What it may be speaking"));
    m_progress->setAccessibleName(tr("Rates listened to"));
    m_wake->setText(tr("&Write an empty line first, for devices that only speak when spoken to"));
    m_wake->setToolTip(tr("What is connected may take it for a command. Without this, not a byte is written."));
    m_again->setText(tr("&Listen again"));
    m_edit->setText(tr("&Edit as profile…"));
    m_use->setText(tr("&Use this"));
    m_close->setText(tr("Close"));
}

} // namespace muster
