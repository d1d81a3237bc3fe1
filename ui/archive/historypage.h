#pragma once

#include "ui/archive/archivejob.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace muster {

/// The settings of the history: what is recorded, how long what is kept, how large it is and how long the disk will last; and tidying it up.
/// Every choice takes effect at once.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(Archive &archive, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void retranslate();
    void showRules(const RecordingRules &rules);
    void readRules();
    void addRule();
    void removeRule();
    void putRule(int row, const HistoryRule &rule);
    void showFacts(const HistoryStatistics &facts);
    void compact();

    Archive &m_archive;
    ArchiveJob m_job;
    bool m_showing = false;
    QLabel *m_whatLabel;
    QComboBox *m_what;
    QPlainTextEdit *m_patterns;
    QLabel *m_keepLabel;
    QTableWidget *m_rules;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_capLabel;
    QDoubleSpinBox *m_cap;     ///< GB; 0: no bound
    QLabel *m_placeLabel;
    QLabel *m_place;
    QLabel *m_facts;
    QPushButton *m_compact;
    QProgressBar *m_progress;
    QLabel *m_message;
    QTimer m_refresh;
    HistoryStatistics m_first; ///< when the page was shown, to see how fast it grows
    Micros m_firstAt = 0;
    HistoryStatistics m_last;
};

} // namespace muster
