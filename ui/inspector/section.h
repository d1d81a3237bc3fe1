#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace muster {

/// A part of the inspector under a small heading that opens and closes it. The heading row has room for a button or two at its right.
class Section : public QWidget
{
    Q_OBJECT

public:
    Section(const QString &title, QWidget *content, bool open, QWidget *parent = nullptr);

    void addToHeading(QWidget *widget);
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void toggled(bool open);

private:
    QToolButton *m_heading;
    QHBoxLayout *m_row;
    QWidget *m_content;
};

} // namespace muster
