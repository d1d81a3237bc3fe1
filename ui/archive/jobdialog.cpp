#include "ui/archive/jobdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

JobDialog::JobDialog(Archive &archive, const QString &title, const QString &sentence, Conclusion conclusion, QWidget *parent)
    : QDialog(parent)
    , m_job(archive)
    , m_conclusion(std::move(conclusion))
    , m_sentence(new QLabel(sentence))
    , m_progress(new QProgressBar)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(420);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_progress->setRange(0, 1'000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *buttons = new QDialogButtonBox;
    m_button = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(m_button, &QPushButton::clicked, this, &JobDialog::reject);
    connect(&m_job, &ArchiveJob::progressed, this, [this](qint64, double part) { m_progress->setValue(int(part * 1'000)); });
    connect(&m_job, &ArchiveJob::finished, this, &JobDialog::conclude);
}

void JobDialog::conclude(const Result<qint64> &result)
{
    if (!result && result.error().code == Error::Code::Cancelled)
        return QDialog::reject();
    m_progress->hide();
    m_sentence->setText(result ? m_conclusion(*result) : result.error().text);
    m_button->setText(tr("Close"));
}

void JobDialog::reject()
{
    if (m_job.isRunning())
        m_job.cancel();
    else
        QDialog::reject();
}

} // namespace muster
