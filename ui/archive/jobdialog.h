#pragma once

#include "ui/archive/archivejob.h"

#include <QDialog>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muster {

/// Shows how one order to the archive fares: a sentence, a bar, and a way to stop it; then what came of it. Window-modal: open() it.
class JobDialog : public QDialog
{
    Q_OBJECT

public:
    /// What to say in the end, for the number the order finished with.
    using Conclusion = std::function<QString(qint64)>;

    JobDialog(Archive &archive, const QString &title, const QString &sentence, Conclusion conclusion, QWidget *parent);

    void follow(quint64 job) { m_job.follow(job); }

public Q_SLOTS:
    void reject() override;

private:
    void conclude(const Result<qint64> &result);

    ArchiveJob m_job;
    Conclusion m_conclusion;
    QLabel *m_sentence;
    QProgressBar *m_progress;
    QPushButton *m_button;
};

} // namespace muster
