#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace muster {

class QueryEdit;

/// What is wrong with a query, below its field and over whatever is there, with the suggestion as a button. Takes no focus by itself.
class QueryHint : public QFrame
{
    Q_OBJECT

public:
    explicit QueryHint(QueryEdit &edit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void place();

    QueryEdit &m_edit;
    QLabel *m_text;
    QPushButton *m_suggestion;
};

} // namespace muster
