#pragma once

#include "ui/topics/retainedclearing.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace muster {

class TopicTree;

/// Shows which retained messages at and below a topic would be taken away from the broker, does it when told to, and can put them back as long as it is
/// open. Not modal. Messages too long to be kept are left alone, because they could not be put back.
class RetainedDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype maxListed = 1'000; ///< topics that are named
    static constexpr int lookMs = 500;            ///< between two looks at what is retained, before it begins

    RetainedDialog(Topics &topics, ConnectionId connection, const TopicTree &tree, const QString &path, QWidget *parent);

    void reject() override;

private:
    void build();
    void look();
    void begin();
    void showProgress();

    const TopicTree &m_tree;
    QString m_path;
    RetainedClearing m_clearing;
    QList<RetainedMessage> m_messages;
    QTimer m_look;
    QLabel *m_sentence = nullptr;
    QPlainTextEdit *m_list = nullptr;
    QLabel *m_left = nullptr;     ///< what is left alone, and why
    QProgressBar *m_progress = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace muster
