#pragma once

#include "query/dynamicgroups.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace muster {

class QueryEdit;

/// A dynamic group's name and query, with how many devices fit it as one types. Deletes itself.
class DynamicGroupDialog : public QDialog
{
    Q_OBJECT

public:
    DynamicGroupDialog(DynamicGroups &groups, FleetColumns &columns, const DynamicGroup &group, QWidget *parent);

private:
    void build();
    void refresh();
    void store();

    DynamicGroups &m_groups;
    DynamicGroup m_group;
    LiveQuery m_preview;
    QLineEdit *m_name;
    QueryEdit *m_query;
    QLabel *m_found;
    QPushButton *m_store = nullptr;
};

} // namespace muster
