#pragma once

#include "core/fleet.h"

#include <QTimer>
#include <QTreeWidget>

namespace muster {

class DropHint;

/// What links begin or end with: the metrics or the commands of the fleet's devices, as a tree. Metrics are dragged from here (and from anywhere else in
/// the window) onto commands. Enter or a double click on one asks for a new link with it.
class LinkEnds : public QTreeWidget
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Metrics, Commands };
    static constexpr int mostDevices = 300; ///< shown at a time; a search finds the others
    static constexpr int gatherMs = 300;

    LinkEnds(Kind kind, const Fleet &fleet, QWidget *parent = nullptr);

public Q_SLOTS:
    /// Only devices, metrics and commands with these words in them.
    void search(const QString &words);

Q_SIGNALS:
    void metricChosen(muster::MetricId metric);
    void commandChosen(muster::DeviceId device, const QString &key);
    void dropped(muster::MetricId metric, muster::DeviceId device, const QString &key);

protected:
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QList<QTreeWidgetItem *> &items) const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void fill();
    [[nodiscard]] QTreeWidgetItem *itemOf(DeviceId device, const QString &name) const;
    void activate(const QTreeWidgetItem *item);
    [[nodiscard]] QTreeWidgetItem *commandAt(const QPoint &place) const;

    Kind m_kind;
    const Fleet &m_fleet;
    QString m_words;
    QTimer m_fill;
    DropHint *m_hint = nullptr;
};

} // namespace muster
