#pragma once

#include <QUrlQuery>
#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace muster {

/// Which ways of announcing devices a connection to a broker understands, and how it takes part in Sparkplug: the items `conventions`, `discovery`,
/// `generic`, `retained`, `sparkplug` and `host` of its URL. What they do not say is automatic.
class ConventionFields : public QWidget
{
    Q_OBJECT

public:
    explicit ConventionFields(QWidget *parent = nullptr);

    void setQuery(const QUrlQuery &query); ///< without edited()
    void writeTo(QUrlQuery &query) const;
    /// Whether there is something in it that is shown here.
    [[nodiscard]] static bool concerns(const QUrlQuery &query);
    /// As in `conventions=…`, in the order shown.
    [[nodiscard]] static QStringList names();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void enableFields();
    [[nodiscard]] QString chosen() const;
    void check(const QString &conventions);

    std::map<QString, QCheckBox *> m_checks; ///< by name
    QFormLayout *m_layout = nullptr;
    QGridLayout *m_grid = nullptr;
    QLineEdit *m_prefix = nullptr;
    QComboBox *m_sparkplug = nullptr;
    QLineEdit *m_host = nullptr;
    QCheckBox *m_generic = nullptr;
    QCheckBox *m_retained = nullptr;
};

} // namespace muster
