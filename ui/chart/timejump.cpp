#include "ui/chart/timejump.h"

#include "ui/theme.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace muster {

namespace {

constexpr int perMilli = 1'000;

} // namespace

TimeJump::TimeJump(Micros shown, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_field(new QDateTimeEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Jump to time"));
    m_field->setDisplayFormat(locale().dateFormat(QLocale::ShortFormat).replace(QStringLiteral("yyyy"), QStringLiteral("yy")).replace(
                                  QStringLiteral("yy"), QStringLiteral("yyyy"))
        + QStringLiteral(" HH:mm:ss"));
    m_field->setCalendarPopup(true);
    m_field->setDateTime(QDateTime::fromMSecsSinceEpoch(shown / perMilli));
    m_field->setAccessibleName(tr("Date and time"));
    m_field->setMinimumHeight(28);
    m_field->installEventFilter(this);

    auto *go = new QPushButton(tr("Jump"));
    go->setDefault(true);
    connect(go, &QPushButton::clicked, this, &TimeJump::go);
    auto *first = new QHBoxLayout;
    first->addWidget(m_field, 1);
    first->addWidget(go);

    auto *second = new QHBoxLayout;
    second->setSpacing(4);
    const auto offer = [&](const QString &text, int days, int hours) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, [this, days, hours] { shift(days, hours); });
        second->addWidget(button);
    };
    offer(tr("1 h earlier"), 0, -1);
    offer(tr("1 day earlier"), -1, 0);
    offer(tr("1 week earlier"), -7, 0);
    auto *live = new QToolButton;
    live->setText(tr("Follow live"));
    live->setAccessibleName(live->text());
    live->setAutoRaise(true);
    live->setFocusPolicy(Qt::StrongFocus);
    connect(live, &QToolButton::clicked, this, [this] {
        close();
        Q_EMIT liveRequested();
    });
    second->addStretch(1);
    second->addWidget(live);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(first);
    layout->addLayout(second);
}

void TimeJump::popup(const QPoint &globalPos)
{
    adjustSize();
    move(globalPos);
    show();
    m_field->setFocus();
    m_field->setSelectedSection(QDateTimeEdit::DaySection);
}

bool TimeJump::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            go();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void TimeJump::shift(int days, int hours)
{
    m_field->setDateTime(m_field->dateTime().addDays(days).addSecs(hours * 3'600));
}

void TimeJump::go()
{
    m_field->interpretText();
    const Micros time = m_field->dateTime().toMSecsSinceEpoch() * perMilli;
    close();
    Q_EMIT chosen(time);
}

} // namespace muster
