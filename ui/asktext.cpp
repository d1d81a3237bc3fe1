#include "ui/asktext.h"

#include <QInputDialog>

namespace muster {

void askText(QWidget *parent, const QString &title, const QString &question, const QString &initial, std::function<void(const QString &)> accept)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    dialog->setTextValue(initial);
    dialog->setOkButtonText(title);
    dialog->resize(360, dialog->sizeHint().height());
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, std::move(accept));
    dialog->open();
}

} // namespace muster
