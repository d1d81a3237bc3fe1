#include "ui/analysis/calculationsdialog.h"

#include "ui/analysis/calculationdialog.h"
#include "ui/analysis/calculationsmodel.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

namespace muster {

CalculationsDialog::CalculationsDialog(Calculations &calculations, const Fleet &fleet, QWidget *parent)
    : QDialog(parent)
    , m_calculations(calculations)
    , m_fleet(fleet)
    , m_model(new CalculationsModel(calculations, fleet, this))
    , m_table(new QTableView)
    , m_empty(new QLabel)
    , m_new(new QPushButton)
    , m_edit(new QPushButton)
    , m_plot(new QPushButton)
    , m_remove(new QPushButton)
    , m_close(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    retranslate();
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(current()); });
    connect(m_table, &QTableView::activated, this, [this] { edit(current()); });
    connect(m_plot, &QPushButton::clicked, this, [this] { Q_EMIT plotRequested({m_calculations.metric(current())}); });
    connect(m_remove, &QPushButton::clicked, this, &CalculationsDialog::remove);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CalculationsDialog::follow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CalculationsDialog::follow);
    follow();
}

void CalculationsDialog::build()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::rowHeight());
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(CalculationsModel::Name, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(CalculationsModel::Expression, QHeaderView::Stretch);
    header->resizeSection(CalculationsModel::Value, 180);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_new->setDefault(true);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_new, m_edit, m_plot, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    for (QPushButton *button : {m_edit, m_plot, m_remove, m_close})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(buttons);
    resize(760, 360);
}

void CalculationsDialog::retranslate()
{
    setWindowTitle(tr("Calculated metrics"));
    m_table->setAccessibleName(tr("Calculated metrics"));
    m_empty->setText(tr("Metrics of your own, calculated from others as they arrive: a difference, a rate, a rolling mean, another unit. They are plotted, "
                        "recorded and exported like all others."));
    m_new->setText(tr("New…"));
    m_edit->setText(tr("Edit…"));
    m_plot->setText(tr("Plot"));
    m_remove->setText(tr("Remove"));
    m_close->setText(tr("Close"));
}

void CalculationsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString CalculationsDialog::current() const
{
    return m_model->keyAt(m_table->currentIndex().row());
}

void CalculationsDialog::follow()
{
    const bool any = m_model->rowCount() > 0;
    if (any && !m_table->currentIndex().isValid())
        m_table->selectRow(m_model->rowCount() - 1);
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    for (QPushButton *button : {m_edit, m_plot, m_remove})
        button->setEnabled(!current().isEmpty());
}

CalculationDialog *CalculationsDialog::edit(const QString &key)
{
    auto *dialog = new CalculationDialog(m_calculations, m_fleet, key, {}, this);
    dialog->show();
    return dialog;
}

void CalculationsDialog::remove()
{
    const Calculation *const calculation = m_calculations.find(current());
    if (!calculation)
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove calculated metric"),
        tr("Remove “%1”? What was recorded of it is no longer shown. What is calculated from it stops.").arg(format::plain(calculation->name, 80)),
        QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *sure = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(sure, &QPushButton::clicked, this, [this, key = calculation->key] { m_calculations.remove(key); });
    question->open();
}

} // namespace muster
