#include "ui/aboutdialog.h"

#include "ui/chart/chartkeys.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

QPushButton *closeButton(QDialog *dialog)
{
    auto *button = new QPushButton(QCoreApplication::translate("muster::AboutDialog", "Close"), dialog);
    button->setDefault(true);
    QObject::connect(button, &QPushButton::clicked, dialog, &QDialog::close);
    return button;
}

} // namespace

AboutDialog::AboutDialog(const QStringList &libraries, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Muster"));
    auto *icon = new QLabel(this);
    icon->setPixmap(icons::application().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *title = new QLabel(tr("Muster %1").arg(QCoreApplication::applicationVersion()), this);
    title->setFont(theme::title(font()));
    auto *what = new QLabel(tr("Fleet manager for M2M and IoT devices"), this);
    QStringList parts {QStringLiteral("Qt %1").arg(QLatin1StringView(qVersion())), QStringLiteral("Qt Charts"), QStringLiteral("QtKeychain")};
    parts += libraries;
    auto *made = new QLabel(tr("Made with %1.").arg(parts.join(QStringLiteral(", "))), this);
    auto *art = new QLabel(tr("Icons from Tabler Icons, MIT licence."), this);
    auto *licence = new QLabel(tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."), this);
    auto *text = new QVBoxLayout;
    for (auto *label : {title, what, made, art, licence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->addWidget(label);
    }
    text->addStretch();
    text->addWidget(closeButton(this), 0, Qt::AlignRight);
    auto *layout = new QHBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(text, 1);
    setMinimumWidth(440);
}

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setRootIsDecorated(false);
    list->setColumnCount(2);
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    list->setAccessibleName(windowTitle());
    for (const auto *action : actions) {
        QStringList keys;
        for (const auto &key : action->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText));
        if (!keys.isEmpty())
            new QTreeWidgetItem(list, {QString(action->text()).remove(QLatin1Char('&')).remove(QStringLiteral("…")), keys.join(QStringLiteral("  "))});
    }
    const auto inCharts = chartkeys::all();
    for (const auto &key : inCharts)
        new QTreeWidgetItem(list, {key.what, key.keys});
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list);
    layout->addWidget(closeButton(this), 0, Qt::AlignRight);
    resize(420, 420);
}

} // namespace muster
