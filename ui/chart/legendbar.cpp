#include "ui/chart/legendbar.h"

#include "ui/chart/chartview.h"
#include "ui/chart/flowlayout.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>
#include <array>

namespace muster {

namespace {

constexpr int swatch = 10;
constexpr int padding = 6;
constexpr int mostNameWidth = 260;

QIcon colourIcon(const QColor &colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(2, 2, 12, 12), 3, 3);
    return QIcon(pixmap);
}

} // namespace

LegendButton::LegendButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void LegendButton::setTrace(const QString &name, const QColor &colour, bool known)
{
    setText(name);
    m_colour = colour;
    m_known = known;
    describe();
    updateGeometry();
    update();
}

void LegendButton::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    const int width = fontMetrics().horizontalAdvance(value);
    if (width > m_valueWidth) {
        m_valueWidth = width;
        updateGeometry();
    }
    describe();
    update();
}

void LegendButton::describe()
{
    const QString state = !m_known ? tr("%1, not heard of yet") : isChecked() ? tr("%1, shown, latest value %2") : tr("%1, hidden, latest value %2");
    setAccessibleName(m_known ? state.arg(text(), m_value) : state.arg(text()));
    const QString tip = m_known ? tr("%1\nClick to show or hide it; more with the right button.") : tr("%1\nIts device has not been heard of yet.");
    setToolTip(tip.arg(text()).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

QSize LegendButton::sizeHint() const
{
    const int name = std::min(mostNameWidth, fontMetrics().horizontalAdvance(text()) + 2);
    return {2 * padding + swatch + 6 + name + (m_valueWidth > 0 ? 8 + m_valueWidth : 0), std::max(22, fontMetrics().height() + 6)};
}

QSize LegendButton::minimumSizeHint() const
{
    return {2 * padding + swatch + 40, sizeHint().height()};
}

void LegendButton::paintEvent(QPaintEvent *)
{
    const theme::Colours &colours = theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.window);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const bool shown = isChecked() && m_known;
    const QRectF mark(padding, (height() - swatch) / 2.0, swatch, swatch);
    // Hidden is told by the shape, not by the colour alone.
    painter.setPen(QPen(shown ? m_colour : colours.muted, 1.5));
    painter.setBrush(shown ? QBrush(m_colour) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(mark.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2);

    QRect space = rect().adjusted(padding + swatch + 6, 0, -padding, 0);
    painter.setPen(shown ? colours.text : colours.muted);
    if (!m_value.isEmpty()) {
        painter.drawText(space, Qt::AlignRight | Qt::AlignVCenter, m_value);
        space.setRight(space.right() - m_valueWidth - 8);
    }
    painter.setPen(colours.muted);
    painter.drawText(space, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideMiddle, space.width()));
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

LegendBar::LegendBar(ChartView &chart, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_note(new QLabel(this))
{
    new FlowLayout(this, 4);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setMinimumHeight(24);
    m_note->hide();
    connect(&chart, &ChartView::tracesChanged, this, &LegendBar::rebuild);
    rebuild();
}

void LegendBar::rebuild()
{
    const TraceSet &traces = m_chart.traces();
    while (m_buttons.size() > traces.size())
        m_buttons.takeLast()->deleteLater();
    while (m_buttons.size() < traces.size()) {
        const qsizetype i = m_buttons.size();
        auto *button = new LegendButton(this);
        layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, i](bool shown) { m_chart.edit([&](TraceSet &all) { all.setShown(i, shown); }); });
        connect(button, &QWidget::customContextMenuRequested, this, [this, i, button](const QPoint &at) {
            QMenu *actions = menu(i);
            actions->setAttribute(Qt::WA_DeleteOnClose);
            actions->popup(button->mapToGlobal(at));
        });
        button->show();
        m_buttons.append(button);
    }
    layout()->removeWidget(m_note);
    layout()->addWidget(m_note); // behind the last trace
    for (qsizetype i = 0; i < traces.size(); ++i) {
        m_buttons[i]->setChecked(traces.at(i).shown);
        m_buttons[i]->setTrace(traces.at(i).name(), m_chart.colour(i), traces.at(i).metric.isValid());
    }
    refreshValues();
}

void LegendBar::refreshValues()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setValue(m_chart.latest(i));
}

void LegendBar::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QMenu *LegendBar::menu(qsizetype trace)
{
    auto *menu = new QMenu(this);
    const Trace &subject = m_chart.traces().at(trace);
    const auto edit = [this](auto change) { return [this, change] { m_chart.edit(change); }; };
    menu->addAction(subject.shown ? tr("Hide") : tr("Show"), this, edit([trace, shown = !subject.shown](TraceSet &all) { all.setShown(trace, shown); }));
    menu->addAction(tr("Show only this"), this, edit([trace](TraceSet &all) { all.showOnly(trace); }));
    menu->addAction(tr("Show all"), this, edit([](TraceSet &all) { all.showAll(); }));
    menu->addSeparator();
    QMenu *colours = menu->addMenu(tr("Colour"));
    const std::array<QString, theme::traceCount> names {tr("Blue"), tr("Vermilion"), tr("Green"), tr("Purple"), tr("Orange"), tr("Sky blue"), tr("Yellow"),
        tr("Black or white")};
    for (int colour = 0; colour < theme::traceCount; ++colour) {
        QAction *action = colours->addAction(colourIcon(theme::trace(colour, palette())), names[size_t(colour)], this,
            edit([trace, colour](TraceSet &all) { all.setColour(trace, colour); }));
        action->setCheckable(true);
        action->setChecked(subject.colour == colour);
    }
    if (subject.isNumber())
        menu->addAction(subject.side == Side::Left ? tr("Move to the right axis") : tr("Move to the left axis"), this,
        edit([trace](TraceSet &all) { all.changeSide(trace); }));
    menu->addSeparator();
    menu->addAction(tr("Remove from this chart"), this, edit([trace](TraceSet &all) { all.remove(trace); }));
    return menu;
}

} // namespace muster
