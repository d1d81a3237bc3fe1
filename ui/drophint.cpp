#include "ui/drophint.h"

#include "ui/theme.h"

#include <QEvent>
#include <QPainter>

namespace muster {

DropHint::DropHint(QWidget *over)
    : QWidget(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    over->installEventFilter(this);
    hide();
}

void DropHint::invite(const QString &sentence, const QRect &area)
{
    m_sentence = sentence;
    m_whole = area.isEmpty();
    setGeometry(m_whole ? parentWidget()->rect() : area);
    raise();
    show();
    update();
}

void DropHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = theme::colours(palette()).accent;
    QColor tint = accent;
    tint.setAlphaF(0.12F);
    painter.setPen(QPen(accent, 2));
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);

    const QRect bounds = painter.fontMetrics().boundingRect(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_sentence).adjusted(-12, -6, 12, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    painter.drawRoundedRect(bounds, 4, 4);
    painter.setPen(theme::colours(palette()).surface);
    painter.drawText(bounds, Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
}

bool DropHint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parent() && m_whole)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace muster
