#pragma once

#include "core/fleet.h"
#include "ui/archive/archivejob.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace muster {

/// Shows how a table will be read: what was guessed from its beginning, which a person can change, and its first rows as they are understood.
/// Then has it imported and shows the progress. Window-modal: open() it.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr qint64 headBytes = 64 * 1024;
    static constexpr int rowsShown = 20;

    ImportDialog(const Fleet &fleet, Archive &archive, const QString &path, QWidget *parent = nullptr);

    [[nodiscard]] ImportRequest request() const;

public Q_SLOTS:
    void reject() override;

private:
    void build();
    [[nodiscard]] QWidget *buildForm();
    void fillChoices();
    void fillColumns();
    void guessAgain();
    void readChoices();
    void showFormat();
    void preview();
    [[nodiscard]] QString problem() const;
    void renameColumn(int column);
    void run();
    void conclude(const Result<qint64> &samples);
    void setRunning(bool running);

    const Fleet &m_fleet;
    Archive &m_archive;
    ArchiveJob m_job;
    QString m_path;
    QString m_unreadable; ///< why the file cannot be read at all
    QByteArray m_head;
    bool m_whole = false; ///< the head is all of it
    tables::TableFormat m_format;
    bool m_showing = false;
    qint64 m_skipped = 0; ///< were there already

    QComboBox *m_separator;
    QComboBox *m_decimal;
    QComboBox *m_encoding;
    QCheckBox *m_header;
    QComboBox *m_time;
    QComboBox *m_timeForm;
    QComboBox *m_shape;
    QComboBox *m_names;
    QComboBox *m_values;
    QComboBox *m_device;
    QLineEdit *m_name;
    QTableWidget *m_table;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_import;
    QPushButton *m_cancel;
    QWidget *m_inputs;
};

} // namespace muster
