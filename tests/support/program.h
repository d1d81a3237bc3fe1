#pragma once

#include "app/services.h"
#include "tests/support/broker.h"
#include "ui/mainwindow.h"

#include <QModelIndex>
#include <QObject>

#include <memory>

class QAbstractItemView;

namespace muster::test {

/// The whole program with a window of 1440 × 860 at the corner of the screen, beside a real broker; its data in a folder that goes with it.
class Program
{
public:
    Program();
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    /// Makes, starts and shows it with a connection to each of `endpoints`; again after stop(), with what it kept.
    [[nodiscard]] Result<void> start(const QList<QUrl> &endpoints);
    void stop();

    [[nodiscard]] Services &services() { return *m_services; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    /// The device that is shown under this name; invalid if none is.
    [[nodiscard]] DeviceId device(const QString &name) const;
    /// The one widget of this class.
    template<class T>
    [[nodiscard]] T *part() const
    {
        return m_window->findChild<T *>();
    }
    /// Keeps a picture of the window for whoever wants to look (MUSTER_PICTURES names the folder).
    void photograph(const char *name) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
};

/// A test whose steps build on each other, as a person would go on: after one that failed the others are skipped. A picture is kept of how it failed.
class Walk : public QObject
{
    Q_OBJECT

protected:
    Program m_program;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    bool m_broken = false;
};

/// Publishes a retained message from a process of its own.
[[nodiscard]] bool publishRetained(const Broker &broker, const QString &topic, const QByteArray &payload);

/// The cell that shows `text`, searched through the whole model.
[[nodiscard]] QModelIndex find(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {});
/// Where on the screen a view shows `text`; null if it does not.
[[nodiscard]] QPoint place(QAbstractItemView &view, const QString &text);

} // namespace muster::test
