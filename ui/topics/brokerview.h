#pragma once

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace muster {

class TopicTree;

/// What a broker tells of itself under $SYS: version, clients, traffic. Shows what the tree has of it.
class BrokerView : public QWidget
{
    Q_OBJECT

public:
    explicit BrokerView(const TopicTree &tree, QWidget *parent = nullptr);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const TopicTree &m_tree;
    QLabel *m_empty = nullptr;
    QTreeWidget *m_list = nullptr;
};

} // namespace muster
