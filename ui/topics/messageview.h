#pragma once

#include "ui/topics/payloadtext.h"
#include "ui/topics/topictree.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace muster {

class PropertiesView;

/// The last message of one topic: when, how, what it says of itself (MQTT 5), and its payload in the form a person wants, or what changed since the one before.
class MessageView : public QWidget
{
    Q_OBJECT

public:
    explicit MessageView(QWidget *parent = nullptr);

    /// A copy of what is known; null: nothing is selected.
    void show(const TopicRecord *record);

Q_SIGNALS:
    void editRequested(const QString &topic, const QByteArray &payload, int qos); ///< send something like it

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showText(const PayloadText &text);
    void showChanges();
    void retranslate();

    TopicRecord m_record;
    bool m_any = false;
    QLabel *m_topic = nullptr;
    QLabel *m_facts = nullptr;
    QComboBox *m_form = nullptr;
    QCheckBox *m_changes = nullptr;
    QToolButton *m_copyTopic = nullptr;
    QToolButton *m_copyPayload = nullptr;
    QToolButton *m_edit = nullptr;
    QPlainTextEdit *m_text = nullptr;
    PropertiesView *m_properties = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace muster
