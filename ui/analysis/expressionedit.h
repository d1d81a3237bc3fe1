#pragma once

#include "analysis/expression.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace muster {

/// A field for an expression: offers metrics and functions while one types, underlines what is wrong. Return and Tab leave it.
class ExpressionEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ExpressionEdit(QWidget *parent = nullptr);

    /// The labels of the metrics, without quotation marks.
    void setLabels(const QStringList &labels);
    void setError(const ExpressionError *error); ///< null: none
    void insertLabel(const QString &label);
    [[nodiscard]] QCompleter *completer() const { return m_completer; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void accepted(); ///< Return

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    /// Where what is being typed begins: a word, or a quotation mark that is still open.
    [[nodiscard]] int wordStart() const;
    void offer();
    void complete(const QString &choice);

    QCompleter *m_completer;
    QStringListModel *m_choices;
};

} // namespace muster
