#pragma once

#include "ui/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace muster {

class Archive;
class Automations;
class MailSetup;

/// What a person chose about the look and the language of the window.
struct Appearance
{
    QString language {};                       ///< "de", "en"; empty: the desktop's
    theme::Mode mode = theme::Mode::System;
    int rowHeight = theme::normalRow;                        ///< px: 22, 26 or 32
    bool reducedMotion = false;

    /// From and to QSettings, under the keys of ui/settings.h.
    [[nodiscard]] static Appearance load();
    void store() const;
    friend bool operator==(const Appearance &, const Appearance &) = default;
};

/// Language, theme, row height and motion; on further pages the history, the site and e-mail. Every choice takes effect at once and is kept; there is nothing to apply. Not modal.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Without an archive there is no page about the history.
    explicit SettingsDialog(const Appearance &appearance, Archive *archive = nullptr, QWidget *parent = nullptr);

    /// Adds the page of the site.
    void addSite(Automations &automations);
    /// Adds the page of e-mail.
    void addMail(MailSetup &setup);
    void showAppearance(const Appearance &appearance);

Q_SIGNALS:
    void changed(const muster::Appearance &appearance);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void choose();

    Appearance m_appearance;
    QFormLayout *m_layout = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_mode = nullptr;
    QComboBox *m_rows = nullptr;
    QCheckBox *m_motion = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_close = nullptr;
    QTabWidget *m_pages = nullptr;
    QWidget *m_history = nullptr;
    QWidget *m_site = nullptr;
    QWidget *m_mail = nullptr;
};

} // namespace muster
