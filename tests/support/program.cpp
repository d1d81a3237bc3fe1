#include "tests/support/program.h"

#include "tests/support/pointer.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QSettings>
#include <QTest>

namespace muster::test {

Program::Program()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    theme::apply(*qApp, theme::Mode::Light);
}

Program::~Program()
{
    stop();
}

Result<void> Program::start(const QList<QUrl> &endpoints)
{
    Options options;
    options.data = m_folder.path();
    options.endpoints = endpoints;
    m_services = std::make_unique<Services>(options);
    m_window = std::make_unique<MainWindow>(MainWindowParts {m_services->fleet(), m_services->dispatcher(), m_services->diagnostics(), m_services->connections(), m_services->past(), m_services->archive(), {}, {}, nullptr, &m_services->wire(), nullptr, nullptr, &m_services->pairings(), &m_services->topics(),
        &m_services->serialPorts().listening(), m_services->serialPorts().shelf().folder()});
    QObject::connect(m_window.get(), &MainWindow::profileChanged, &m_services->serialPorts(), &SerialPorts::look);
    if (auto started = m_services->start(); !started)
        return started;
    m_window->resize(1'440, 860);
    m_window->move(0, 0);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        return failure(Error::Code::TimedOut, QStringLiteral("The window did not come up."));
    return {};
}

void Program::stop()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_services.reset();
}

DeviceId Program::device(const QString &name) const
{
    const QList<DeviceId> all = m_services->fleet().devices();
    for (const DeviceId id : all)
        if (m_services->fleet().displayName(id) == name)
            return id;
    return {};
}

void Program::photograph(const char *name) const
{
    if (const QString folder = qEnvironmentVariable("MUSTER_PICTURES"); !folder.isEmpty() && m_window)
        QVERIFY(m_window->grab().save(folder + u'/' + QString::fromUtf8(name) + QStringLiteral(".png")));
}

void Walk::init()
{
    if (m_broken)
        QSKIP("an earlier step failed, and each builds on the one before");
}

void Walk::cleanup()
{
    if (!QTest::currentTestFailed() || m_broken)
        return;
    m_broken = true;
    m_program.photograph((QByteArray(metaObject()->className()) + "-failed").constData());
}

bool publishRetained(const Broker &broker, const QString &topic, const QByteArray &payload)
{
    return runProgram(QStringLiteral("mosquitto_pub"),
        {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(broker.port()), QStringLiteral("-r"), QStringLiteral("-q"),
            QStringLiteral("1"), QStringLiteral("-t"), topic, QStringLiteral("-m"), QString::fromUtf8(payload)});
}

QModelIndex find(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            if (const QModelIndex index = model.index(row, column, parent); index.data().toString() == text)
                return index;
        if (const QModelIndex below = find(model, text, model.index(row, 0, parent)); below.isValid())
            return below;
    }
    return {};
}

QPoint place(QAbstractItemView &view, const QString &text)
{
    const QModelIndex index = find(*view.model(), text);
    if (!index.isValid())
        return {};
    view.scrollTo(index);
    const QRect rect = view.visualRect(index);
    return view.viewport()->mapToGlobal(QPoint(rect.left() + std::min(40, rect.width() / 2), rect.center().y()));
}

} // namespace muster::test
