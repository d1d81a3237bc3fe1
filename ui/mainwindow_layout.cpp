// MainWindow: where things are, and how that is kept.
#include "ui/chart/chartarea.h"
#include "ui/fleetview.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>

namespace muster {

void MainWindow::resetLayout()
{
    fold(false);
    for (auto *dock : {m_discoveredDock, m_groupsDock, m_inspectorDock, m_messagesDock}) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_discoveredDock);
    addDockWidget(Qt::LeftDockWidgetArea, m_groupsDock);
    addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_messagesDock);
    if (m_alarmsDock) {
        m_alarmsDock->setFloating(false);
        removeDockWidget(m_alarmsDock);
        addDockWidget(Qt::BottomDockWidgetArea, m_alarmsDock);
        tabifyDockWidget(m_alarmsDock, m_messagesDock);
        resizeDocks({m_alarmsDock}, {240}, Qt::Vertical);
        m_alarmsDock->hide();
    }
    for (auto *dock : {m_discoveredDock, m_groupsDock, m_inspectorDock})
        dock->show();
    m_messagesDock->hide();
    m_actions->charts->setChecked(true);
    resizeDocks({m_discoveredDock, m_inspectorDock}, {220, 300}, Qt::Horizontal);
    resizeDocks({m_discoveredDock, m_groupsDock}, {320, 280}, Qt::Vertical);
    resizeDocks({m_messagesDock}, {140}, Qt::Vertical);
    m_middle->setSizes({3'000, 2'000});
    fold(width() < foldWidth);
}

void MainWindow::restoreLayout()
{
    // Most of a large screen, all of a small one: a person's own choice replaces it below.
    constexpr QSize frame(8, 40); // the window manager's, which is not known before the window is shown
    resize(QSize(1'440, 900).boundedTo(screen()->availableSize() - frame));
    resetLayout();
    const QSettings settings;
    restoreGeometry(settings.value(settings::windowGeometry).toByteArray());
    fold(false);
    restoreState(settings.value(settings::windowState).toByteArray(), settings::stateVersion);
    m_fleetView->restoreState(settings.value(settings::fleetTable).toByteArray());
    m_middle->restoreState(settings.value(settings::windowMiddle).toByteArray());
    fold(width() < foldWidth);
}

void MainWindow::restoreCharts()
{
    m_charts->restore(QJsonDocument::fromJson(QSettings().value(settings::charts).toByteArray()).object());
}

void MainWindow::storeLayout()
{
    const bool folded = m_folded;
    QSettings settings;
    settings.setValue(settings::windowGeometry, saveGeometry());
    fold(false); // the drawer is no layout: what is kept is where the dock would be
    settings.setValue(settings::windowState, saveState(settings::stateVersion));
    settings.setValue(settings::windowMiddle, m_middle->saveState());
    settings.setValue(settings::fleetTable, m_fleetView->saveState());
    settings.setValue(settings::charts, QJsonDocument(m_charts->save()).toJson(QJsonDocument::Compact));
    fold(folded);
}

void MainWindow::applyDensity()
{
    theme::setReducedMotion(m_appearance.reducedMotion);
    setAnimated(!m_appearance.reducedMotion);
    theme::setRowHeight(m_appearance.rowHeight);
    const auto tables = findChildren<QTableView *>();
    for (auto *table : tables) {
        table->verticalHeader()->setMinimumSectionSize(m_appearance.rowHeight);
        table->verticalHeader()->setDefaultSectionSize(m_appearance.rowHeight);
        table->updateGeometry();
    }
    const auto trees = findChildren<QTreeView *>();
    for (auto *tree : trees)
        tree->doItemsLayout();
}

} // namespace muster
