#pragma once

#include "core/topictrial.h"

#include <QWidget>

class QLabel;

namespace muster {

class RuleTree;

/// What a rule makes of the topics that were heard: devices, their values and where these come from. Bounded; rows stay where they are while only
/// values change.
class RulePreview : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRows = 2'000;

    explicit RulePreview(QWidget *parent = nullptr);

    /// `heard`: how many topics it was tried on.
    void show(const TopicTrial &trial, qsizetype heard);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QString device {};
        QString value {};   ///< its name; empty: a line about the topic
        QString text {};
        QString topic {};
        QString tip {};
    };
    void fill(const QList<Row> &rows);
    void refresh(const QList<Row> &rows);
    [[nodiscard]] QString summary() const;
    void retranslate();

    TopicTrial m_trial;
    qsizetype m_heard = 0;
    QList<Row> m_rows;
    QLabel *m_summary = nullptr;
    RuleTree *m_list = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace muster
