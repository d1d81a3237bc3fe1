#include "ui/inspector/section.h"

#include "ui/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace muster {

Section::Section(const QString &title, QWidget *content, bool open, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_row(new QHBoxLayout)
    , m_content(content)
{
    m_heading->setText(title);
    m_heading->setAccessibleName(title);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setAutoRaise(true);
    m_heading->setCheckable(true);
    m_heading->setStyleSheet(QStringLiteral("QToolButton { border: 0; padding: 2px 0; background: transparent; } QToolButton:focus { text-decoration: underline; }"));
    QFont font = theme::small(this->font());
    font.setWeight(QFont::DemiBold);
    m_heading->setFont(font);
    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    m_row->setContentsMargins(8, 0, 8, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_heading);
    m_row->addWidget(line, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_row);
    column->addWidget(content);
    connect(m_heading, &QToolButton::toggled, this, [this](bool on) {
        m_heading->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        m_content->setVisible(on);
        Q_EMIT toggled(on);
    });
    m_heading->setArrowType(Qt::RightArrow);
    m_content->setVisible(open);
    m_heading->setChecked(open);
}

void Section::addToHeading(QWidget *widget)
{
    m_row->addWidget(widget);
}

bool Section::isOpen() const
{
    return m_heading->isChecked();
}

void Section::setOpen(bool open)
{
    m_heading->setChecked(open);
}

} // namespace muster
