#pragma once

#include "ui/chart/chartparts.h"
#include "ui/chart/exportrun.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace muster {

/// Asks how a chart is to be exported, then shows the progress. Window-modal: open() it. The chart outlives it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(ChartView &chart, const ChartParts &parts, QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;
    void setPath(const QString &path);

public Q_SLOTS:
    void reject() override;

private:
    void build();
    void browse();
    void followFormat();
    void describe();
    void run();
    void showResult(const Result<qint64> &rows);
    void setRunning(bool running);

    ChartView &m_chart;
    ChartParts m_parts;
    ExportRun m_run;
    QComboBox *m_format;
    QRadioButton *m_long;
    QRadioButton *m_wide;
    QRadioButton *m_visible;
    QRadioButton *m_all;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QProgressBar *m_progress;
    QLabel *m_message;
    QPushButton *m_export;
    QPushButton *m_cancel;
};

} // namespace muster
