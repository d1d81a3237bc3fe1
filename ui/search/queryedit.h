#pragma once

#include "query/completion.h"
#include "query/fleetcolumns.h"
#include "query/query.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <optional>

class QCompleter;
class QStringListModel;

namespace muster {

/// A field for the fleet query language: asks while one types, offers what could be written, underlines what is wrong. What is wrong or
/// doubtful is told after a moment's rest or Return, never in the middle of a word; what was understood last goes on meanwhile.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int restMs = 600;
    static constexpr int vocabularyMs = 2'000; ///< so long words of the fleet are offered before it is asked again

    explicit QueryEdit(QWidget *parent = nullptr);

    /// Where words to offer come from.
    void setColumns(const FleetColumns *columns) { m_columns = columns; }
    /// What is wrong with the text as it stands.
    [[nodiscard]] const std::optional<QueryError> &error() const { return m_error; }
    /// What the person should be told now: the error, else the first doubt.
    [[nodiscard]] const std::optional<QueryError> &complaint() const { return m_complaint; }
    /// Writes what the complaint suggests.
    void takeSuggestion();

Q_SIGNALS:
    void queried(const QString &text); ///< which can be understood
    void complaintChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void take(const QString &text);
    void complain();
    void setComplaint(const std::optional<QueryError> &complaint);
    void underline();
    void offer(bool asked);
    void insertChoice(int choice);
    [[nodiscard]] const Vocabulary &vocabulary() const;

    QPointer<const FleetColumns> m_columns;
    QCompleter *m_completer;
    QStringListModel *m_choices;
    QList<Completion> m_offered;
    std::optional<QueryError> m_error;
    std::optional<QueryError> m_complaint;
    QTimer m_rest;
    mutable Vocabulary m_vocabulary;
    mutable qint64 m_vocabularyTime = 0; ///< ms of the monotonic clock; 0: none yet
};

} // namespace muster
