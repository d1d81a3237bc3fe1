#pragma once

#include "ui/topics/topictree.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace muster {

class BrokerView;
class MessageView;
class PublishPanel;

/// The topics of one broker: what is published, message by message, and sending by hand. Listens as long as it lives; closed, it costs nothing.
class TopicWindow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int paceMs = 50;     ///< between two batches taken in
    static constexpr int detailMs = 250;  ///< between two looks at the selected topic
    static constexpr int rateMs = 1'000;

    TopicWindow(Topics &topics, ConnectionId connection, QWidget *parent = nullptr);
    ~TopicWindow() override;

    [[nodiscard]] const TopicTree &tree() const { return m_tree; }

Q_SIGNALS:
    void rulesRequested(const QString &topic); ///< empty: none is selected

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void arrange();
    void wireUp();
    void retranslate();
    void listen();
    void take(const TopicBatch &batch);
    void pause(bool on);
    void clear();
    void refreshDetail();
    void refreshCount();
    void openMenu(const QPoint &at);
    void clearRetained();

    Topics &m_topics;
    ConnectionId m_connection;
    TopicTree m_tree;
    TopicScope m_scope;
    QTimer m_pace;
    QTimer m_detail;
    QTimer m_rates;
    QElapsedTimer m_sinceRates;
    bool m_changed = false;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_clear = nullptr;
    QPushButton *m_retained = nullptr;
    QPushButton *m_rules = nullptr;
    QTreeView *m_view = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_note = nullptr;
    QTabWidget *m_tabs = nullptr;
    MessageView *m_message = nullptr;
    PublishPanel *m_publish = nullptr;
    BrokerView *m_broker = nullptr;
};

} // namespace muster
