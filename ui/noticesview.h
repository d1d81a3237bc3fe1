#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;

namespace muster {

class Connections;
class Diagnostics;
class NoticesModel;

/// The panel "Messages": what connections had to say. Copied with Ctrl+C, cleared with a button.
class NoticesView : public QWidget
{
    Q_OBJECT

public:
    NoticesView(const Diagnostics &diagnostics, const Connections &connections, QWidget *parent = nullptr);

    [[nodiscard]] NoticesModel &model() const { return *m_model; }

public Q_SLOTS:
    void copy();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateEmpty();

    NoticesModel *m_model = nullptr;
    QTreeView *m_view = nullptr;
    QLabel *m_empty = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_clear = nullptr;
};

} // namespace muster
