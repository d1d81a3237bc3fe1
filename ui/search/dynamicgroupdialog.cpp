#include "ui/search/dynamicgroupdialog.h"

#include "ui/format.h"
#include "ui/search/queryedit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace muster {

DynamicGroupDialog::DynamicGroupDialog(DynamicGroups &groups, FleetColumns &columns, const DynamicGroup &group, QWidget *parent)
    : QDialog(parent)
    , m_groups(groups)
    , m_group(group)
    , m_preview(columns)
    , m_name(new QLineEdit(group.name))
    , m_query(new QueryEdit)
    , m_found(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Edit search"));
    build();
    m_query->setColumns(&columns);
    connect(m_query, &QueryEdit::queried, this, [this](const QString &text) {
        m_preview.setQuery(parseQuery(text).value_or(Query()));
        refresh();
    });
    connect(m_query, &QueryEdit::complaintChanged, this, &DynamicGroupDialog::refresh);
    connect(m_query, &QLineEdit::textChanged, this, &DynamicGroupDialog::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &DynamicGroupDialog::refresh);
    connect(&m_preview, &LiveQuery::entered, this, &DynamicGroupDialog::refresh);
    connect(&m_preview, &LiveQuery::left, this, &DynamicGroupDialog::refresh);
    m_query->setText(group.query);
    refresh();
    m_query->setFocus();
}

void DynamicGroupDialog::build()
{
    setMinimumWidth(480);
    m_name->setMaxLength(int(DynamicGroups::maxName));
    m_name->setAccessibleName(tr("Name"));
    m_query->setAccessibleName(tr("Search"));
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Holds whatever fits"), m_query);
    form->addRow(QString(), m_found);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_store = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &DynamicGroupDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void DynamicGroupDialog::refresh()
{
    m_store->setEnabled(!m_query->error() && !m_name->text().simplified().isEmpty());
    if (m_query->complaint())
        m_found->setText(m_query->complaint()->describe());
    else if (!m_query->error())
        m_found->setText(tr("Now: %1.", "devices").arg(format::devices(m_preview.count())));
}

void DynamicGroupDialog::store()
{
    if (const Result<void> stored = m_groups.change({m_group.id, m_name->text(), m_query->text()}); !stored)
        m_found->setText(stored.error().text);
    else
        accept();
}

} // namespace muster
