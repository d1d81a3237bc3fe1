#pragma once

#include "core/messageproperties.h"

#include <QTreeWidget>

class QAction;

namespace muster {

/// What a message of MQTT 5 says of itself, name by name, to read and to copy. Takes no room where there is nothing.
class PropertiesView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit PropertiesView(QWidget *parent = nullptr);

    void show(const MessageProperties &properties);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void add(const QString &name, const QString &value, const QString &whole = {});
    void copy(bool all) const;
    void fit();
    void retranslate();

    MessageProperties m_properties;
    QAction *m_copy = nullptr;
    QAction *m_copyAll = nullptr;
};

} // namespace muster
