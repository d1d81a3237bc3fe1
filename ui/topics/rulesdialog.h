#pragma once

#include "core/connections.h"
#include "core/topics.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace muster {

class EmptyState;
class RuleFields;
class RulePreview;
class RuleTree;
class TopicTree;

/// The rules of one connection that make devices of its topics: a list, the parts of the one selected, and what it makes of the topics heard so far, while
/// one types. Not modal. Saving changes the connection, which is opened anew.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int typedMs = 40;   ///< between a key and the preview
    static constexpr int heardMs = 1'000; ///< between two looks at what is heard; longer where a look takes long

    RulesDialog(const Topics &topics, Connections &connections, ConnectionId connection, const TopicTree &tree, QWidget *parent = nullptr);

    /// Selects the rule that has this topic, or suggests a new one. A level without a message of its own: for a topic below it.
    void makeDevicesOf(const QString &topic);
    [[nodiscard]] QStringList rules() const { return m_rules; }

    void accept() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wireUp();
    void retranslate();
    void listRules(qsizetype current);
    void select();
    void add(const QString &rule);
    void removeCurrent();
    void move(int by);
    void edited();
    void look();
    void judge(bool all);
    void judgeRule(qsizetype rule);
    void updateButtons();
    [[nodiscard]] qsizetype current() const;
    [[nodiscard]] TopicTrial trial(qsizetype rule, const QList<TopicMessage> &messages) const;
    [[nodiscard]] QString suggestion(const QString &topic) const;

    const Topics &m_topics;
    Connections &m_connections;
    ConnectionId m_connection;
    const TopicTree &m_tree;
    QStringList m_rules;
    QList<TopicMessage> m_heard;
    QList<TopicMessage> m_names;     ///< of the same topics, without payloads: enough to count devices
    QTimer m_typed;
    QTimer m_look;
    bool m_filling = false;
    QLabel *m_sentence = nullptr;
    RuleTree *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_first = nullptr;
    RuleFields *m_fields = nullptr;
    RulePreview *m_preview = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace muster
