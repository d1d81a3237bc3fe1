#pragma once

#include "core/fleet.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace muster {

/// A searchable list of every metric that a chart can show, as a pop-up: type, choose with the arrows, Return adds it and the list stays open.
class MetricPicker : public QFrame
{
    Q_OBJECT

public:
    explicit MetricPicker(const Fleet &fleet, QWidget *parent = nullptr);

    void popup(const QPoint &globalPos);
    void setSearch(const QString &text);
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void picked(muster::MetricId metric);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void filter(const QString &text);
    void pick();

    const Fleet &m_fleet;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace muster
