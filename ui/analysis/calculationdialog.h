#pragma once

#include "analysis/calculations.h"
#include "analysis/tryout.h"

#include <QDialog>
#include <QTimer>

#include <array>
#include <optional>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace muster {

class ExpressionEdit;

/// A line through the latest results of what is being written.
class TryoutPlot : public QWidget
{
public:
    explicit TryoutPlot(QWidget *parent = nullptr);
    void setPoints(std::vector<TriedPoint> points);
    [[nodiscard]] const std::vector<TriedPoint> &points() const { return m_points; }
    [[nodiscard]] QSize sizeHint() const override { return {320, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<TriedPoint> m_points;
};

/// One calculated metric: name, expression, unit, decimals, and what comes out as one types. Not modal; adds or changes it when accepted.
class CalculationDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr Micros tried = 600'000'000;     ///< the last ten minutes are tried out
    static constexpr qsizetype triedSamples = 20'000;

    /// An empty `key`: a new one, with that expression to begin with.
    CalculationDialog(Calculations &calculations, const Fleet &fleet, const QString &key, const QString &expression = {}, QWidget *parent = nullptr);

    [[nodiscard]] ExpressionEdit &expression() { return *m_expression; }
    void accept() override;

Q_SIGNALS:
    void finishedWith(const QString &key); ///< it was added or changed

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill(const QString &expression);
    void retranslate();
    void validate();
    void tryOutNow();
    void pickMetric();
    void say(const QString &text, bool isWrong);

    Calculations &m_calculations;
    const Fleet &m_fleet;
    Calculation m_calculation {};
    std::optional<CheckedExpression> m_checked;
    QTimer m_settle;   ///< from the last key to the verdict
    QTimer m_refresh;
    QFormLayout *m_form;
    std::array<QLabel *, 4> m_labels {}; ///< name, expression, unit, decimals
    QLineEdit *m_name;
    ExpressionEdit *m_expression;
    QLabel *m_verdict;
    QLineEdit *m_unit;
    QSpinBox *m_decimals;
    TryoutPlot *m_plot;
    QLabel *m_help;
    QPushButton *m_pick;
    QDialogButtonBox *m_buttons;
    QPushButton *m_accept;
};

} // namespace muster
