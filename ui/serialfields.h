#pragma once

#include "core/connections.h"
#include "ui/serialendpoint.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QFormLayout;
class QPushButton;
class QToolButton;

namespace muster {

/// The parts of a serial endpoint as fields: the port, chosen from what is plugged in now or typed, the rate, the profile and, folded away,
/// how bytes travel.
class SerialFields : public QWidget
{
    Q_OBJECT

public:
    SerialFields(const Connections &connections, QWidget *parent = nullptr);

    void setEndpoint(const SerialEndpoint &endpoint); ///< without edited()
    [[nodiscard]] SerialEndpoint endpoint() const;
    /// What to begin with: the port that is there, if it is the only one, else all boards.
    [[nodiscard]] SerialEndpoint proposal() const;
    /// What such a connection is called where a person gave it no name.
    [[nodiscard]] QString nameFor(const SerialEndpoint &endpoint) const;

    /// What was found out about the port: rate, and the id of a profile or "auto".
    void take(int baud, const QString &profile);

Q_SIGNALS:
    void edited();
    void probeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice
    {
        QComboBox *box = nullptr;
        QString SerialEndpoint::*field = nullptr;
    };
    void build();
    QComboBox *addChoice(QString SerialEndpoint::*field, std::initializer_list<const char *> words);
    void fillPorts();
    void fillProfiles();
    void showProfile(const QString &profile);
    [[nodiscard]] QString profile() const;
    void showPort(const QString &port);
    [[nodiscard]] QString port() const;
    void unfold(bool open);
    void retranslate();
    void retranslateChoices();

    const Connections &m_connections;
    SerialEndpoint m_endpoint; ///< what has no field
    QFormLayout *m_layout = nullptr;
    QFormLayout *m_moreLayout = nullptr;
    QComboBox *m_port = nullptr;
    QComboBox *m_baud = nullptr;
    QComboBox *m_profile = nullptr;
    QPushButton *m_find = nullptr;
    QToolButton *m_fold = nullptr;
    QWidget *m_more = nullptr;
    std::vector<Choice> m_choices;
};

} // namespace muster
