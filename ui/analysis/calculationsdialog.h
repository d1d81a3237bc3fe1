#pragma once

#include "analysis/calculations.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace muster {

class CalculationDialog;
class CalculationsModel;

/// All calculated metrics: add, change, plot, remove. Not modal.
class CalculationsDialog : public QDialog
{
    Q_OBJECT

public:
    CalculationsDialog(Calculations &calculations, const Fleet &fleet, QWidget *parent = nullptr);

    [[nodiscard]] CalculationsModel &model() { return *m_model; }
    CalculationDialog *edit(const QString &key); ///< empty: a new one

Q_SIGNALS:
    void plotRequested(const QList<muster::MetricId> &metrics);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void follow();
    void remove();
    [[nodiscard]] QString current() const;

    Calculations &m_calculations;
    const Fleet &m_fleet;
    CalculationsModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_plot;
    QPushButton *m_remove;
    QPushButton *m_close;
};

} // namespace muster
