#pragma once

#include "core/topictrial.h"

#include <QWidget>

#include <array>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace muster {

/// One rule that makes devices of topics, part by part, with what is wrong below the part it is in. Knows where the parts of a rule begin, and nothing
/// else of how it is written: what it says is the backend's.
class RuleFields : public QWidget
{
    Q_OBJECT

public:
    explicit RuleFields(QWidget *parent = nullptr);

    void setText(const QString &rule); ///< without edited()
    [[nodiscard]] QString text() const;
    /// What is wrong with text(); nothing, where it can be read.
    void showFault(const TopicTrial &trial);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Part { Topics, Device, Keep, Command, Parts };
    struct Field
    {
        QLineEdit *edit = nullptr;
        QLabel *fault = nullptr;
    };
    void addField(Part part);
    void retranslate();
    void takeApart(const QString &rule);
    [[nodiscard]] QString compose(std::array<qsizetype, Parts> &begins) const;

    std::array<Field, Parts> m_fields {};
    QComboBox *m_format = nullptr;
    QFormLayout *m_layout = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace muster
