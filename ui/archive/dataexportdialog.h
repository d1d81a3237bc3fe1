#pragma once

#include "core/fleet.h"
#include "ui/archive/archivejob.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace muster {

class MetricChoice;
class Past;
class RangeChoice;

/// Asks which metrics of which devices are to be exported, from when to when and how, says about how much that is, then shows the progress.
/// Window-modal: open() it.
class DataExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `devices` are checked at the start; none: the whole fleet is.
    DataExportDialog(const Fleet &fleet, Archive &archive, const Past &past, const QList<DeviceId> &devices, QWidget *parent = nullptr);
    ~DataExportDialog() override;

    [[nodiscard]] ExportRequest request() const;
    void setPath(const QString &path);

public Q_SLOTS:
    void reject() override;

private:
    [[nodiscard]] QWidget *buildChoice();
    [[nodiscard]] QWidget *buildForm();
    void wire();
    void checkShown(bool checked);
    void filter(const QString &words);
    void followFormat();
    void browse();
    void askCount();
    void describe();
    void run();
    void conclude(const Result<qint64> &rows);
    void setRunning(bool running);

    const Fleet &m_fleet;
    Archive &m_archive;
    const Past &m_past;
    ArchiveJob m_job;
    MetricChoice *m_choice;
    QSortFilterProxyModel *m_shown;
    QTreeView *m_tree;
    QLineEdit *m_words;
    QLabel *m_chosen;
    RangeChoice *m_range;
    QComboBox *m_format;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QLabel *m_estimate;
    QProgressBar *m_progress;
    QLabel *m_message;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QWidget *m_inputs = nullptr;
    QTimer m_soon;            ///< until how much it is will be asked
    quint64 m_question = 0;
    qint64 m_samples = -1;    ///< about; -1: not known yet
};

} // namespace muster
