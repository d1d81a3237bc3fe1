#pragma once

#include "codec/profileshelf.h"
#include "core/wire.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace muster {

class Connections;
class JsonEdit;
class ProfilePreview;
struct ProfilePart;

/// All profiles, and one of them as text: checked while one types, with what it says beside it and what it makes of captured bytes. Changes nothing
/// until it is installed. A window of its own.
class ProfileEditor : public QWidget
{
    Q_OBJECT

public:
    static constexpr int checkMs = 250; ///< after the last key

    ProfileEditor(const codec::ProfileShelf &shelf, const Connections &connections, Wire *wire, QWidget *parent = nullptr);

    /// Shows one of the shelf.
    void open(const QString &id);
    /// Shows a text that is on no shelf yet; the first thing that is wrong is gone to.
    void openText(const QString &id, const QByteArray &json);
    void openFile(const QString &path);
    /// A new one, to be tried on these.
    void tryOn(const QByteArray &bytes);
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void installed(const QString &id);
    void removed(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeText();
    [[nodiscard]] QWidget *makeSide();
    void wire();
    void retranslate();
    void fillList(const QString &current);
    void begin(const QString &id, const QByteArray &json);
    void chosen();
    void check();
    void showSummary(const QList<ProfilePart> &summary);
    void install();
    void remove();
    void exportTo();
    void importFrom();
    void say(const QString &text, const char *icon, bool isTrouble);
    void showButtons();

    codec::ProfileShelf m_shelf;
    QTimer m_check;
    QString m_shown;        ///< the id in the list; empty: a text that is on no shelf
    QByteArray m_original;  ///< as it was opened
    bool m_isValid = false;
    bool m_asksToLeave = false; ///< the next try to leave a changed text does
    QComboBox *m_list = nullptr;
    QToolButton *m_new = nullptr;
    QAction *m_newSerial = nullptr;
    QAction *m_newBle = nullptr;
    QToolButton *m_open = nullptr;
    JsonEdit *m_text = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_verdict = nullptr;
    QPushButton *m_goThere = nullptr;
    QTreeWidget *m_summary = nullptr;
    ProfilePreview *m_preview = nullptr;
    QLabel *m_summaryTitle = nullptr;
    QLabel *m_previewTitle = nullptr;
    QLabel *m_idLabel = nullptr;
    QLineEdit *m_id = nullptr;
    QPushButton *m_install = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace muster
