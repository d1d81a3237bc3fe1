#include "ui/profiles/profileeditor.h"

#include "codec/bleprofile.h"
#include "codec/profilejson.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/profiles/jsonedit.h"
#include "ui/profiles/profilepreview.h"
#include "ui/profiles/profilewords.h"
#include "ui/theme.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace muster {

namespace {

constexpr char blank[] = R"({
    "profile": 1,
    "name": "My device",
    "description": "",
    "serial": { "baud": 115200 },
    "framing": { "kind": "lines" },
    "decoder": "keyvalue",
    "fields": [
        { "key": "temperature", "from": "t", "unit": "°C" }
    ],
    "commands": [],
    "examples": [
        { "bytes": "t=20\nt=21.5\n", "readings": { "temperature": 21.5 } }
    ]
}
)";

constexpr char blankBle[] = R"({
    "bleProfile": 1,
    "name": "My Bluetooth device",
    "match": { "names": ["Thing*"], "services": ["fff0"] },
    "characteristics": [
        {
            "service": "fff0",
            "characteristic": "fff1",
            "fields": [ { "key": "temperature", "name": "Temperature", "type": "s16", "at": 0, "scale": 0.1, "unit": "°C" } ]
        },
        {
            "service": "fff0",
            "characteristic": "fff2",
            "commands": [ { "key": "power", "name": "Power", "send": "hex:01 {value:u8}", "argument": { "type": "boolean" } } ]
        }
    ]
}
)";

} // namespace

ProfileEditor::ProfileEditor(const codec::ProfileShelf &shelf, const Connections &connections, Wire *wire, QWidget *parent)
    : QWidget(parent)
    , m_shelf(shelf)
    , m_check(this)
    , m_list(new QComboBox(this))
    , m_new(new QToolButton(this))
    , m_open(new QToolButton(this))
    , m_text(new JsonEdit(this))
    , m_icon(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_goThere(new QPushButton(this))
    , m_summary(new QTreeWidget(this))
    , m_preview(new ProfilePreview(connections, wire, this))
    , m_summaryTitle(new QLabel(this))
    , m_previewTitle(new QLabel(this))
    , m_idLabel(new QLabel(this))
    , m_id(new QLineEdit(this))
    , m_install(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_export(new QPushButton(this))
{
    m_check.setSingleShot(true);
    m_check.setInterval(checkMs);
    build();
    retranslate();
    this->wire();
    fillList({});
    open(m_list->itemData(0).toString());
}

void ProfileEditor::build()
{
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_new->setIcon(icons::icon("plus"));
    auto *kinds = new QMenu(this);
    m_newSerial = kinds->addAction(QString(), this, [this] { begin({}, blank); });
    m_newBle = kinds->addAction(QString(), this, [this] { begin({}, blankBle); });
    m_new->setMenu(kinds);
    m_new->setPopupMode(QToolButton::InstantPopup);
    m_open->setIcon(icons::icon("folder-open"));
    m_export->setIcon(icons::icon("file-export"));
    m_remove->setIcon(icons::icon("trash"));
    m_install->setProperty("primary", true);
    m_id->setMaxLength(64);
    m_id->setMinimumWidth(220);
    m_idLabel->setBuddy(m_id);
    auto *top = new QHBoxLayout;
    top->addWidget(m_list, 1);
    for (auto *button : {m_new, m_open}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        top->addWidget(button);
    }
    auto *middle = new QSplitter(Qt::Horizontal, this);
    middle->addWidget(makeText());
    middle->addWidget(makeSide());
    middle->setStretchFactor(0, 3);
    middle->setStretchFactor(1, 2);
    middle->setChildrenCollapsible(false);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_idLabel);
    bottom->addWidget(m_id);
    bottom->addStretch(1);
    bottom->addWidget(m_remove);
    bottom->addWidget(m_export);
    bottom->addWidget(m_install);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(middle, 1);
    column->addLayout(bottom);
    resize(1'100, 720);
}

QWidget *ProfileEditor::makeText()
{
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_verdict->setMinimumHeight(2 * fontMetrics().height() + 4); // so that nothing jumps while one types
    auto *row = new QHBoxLayout;
    row->addWidget(m_icon);
    row->addWidget(m_verdict, 1);
    row->addWidget(m_goThere);
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 4, 0);
    column->addWidget(m_text, 1);
    column->addLayout(row);
    return part;
}

QWidget *ProfileEditor::makeSide()
{
    m_summary->setColumnCount(2);
    m_summary->setHeaderHidden(true);
    m_summary->setUniformRowHeights(true);
    m_summary->setSelectionMode(QAbstractItemView::NoSelection);
    m_summary->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    for (auto *title : {m_summaryTitle, m_previewTitle})
        title->setFont(theme::title(font()));
    auto *side = new QSplitter(Qt::Vertical, this);
    const auto add = [side](QWidget *title, QWidget *content) {
        auto *part = new QWidget(side);
        auto *column = new QVBoxLayout(part);
        column->setContentsMargins(4, 0, 0, 4);
        column->addWidget(title);
        column->addWidget(content, 1);
        side->addWidget(part);
    };
    add(m_summaryTitle, m_summary);
    add(m_previewTitle, m_preview);
    side->setChildrenCollapsible(false);
    return side;
}

void ProfileEditor::wire()
{
    connect(&m_check, &QTimer::timeout, this, &ProfileEditor::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_asksToLeave = false;
        m_check.start();
    });
    connect(m_goThere, &QPushButton::clicked, m_text, &JsonEdit::goToFault);
    connect(m_list, &QComboBox::activated, this, &ProfileEditor::chosen);
    connect(m_open, &QToolButton::clicked, this, &ProfileEditor::importFrom);
    connect(m_install, &QPushButton::clicked, this, &ProfileEditor::install);
    connect(m_remove, &QPushButton::clicked, this, &ProfileEditor::remove);
    connect(m_export, &QPushButton::clicked, this, &ProfileEditor::exportTo);
    connect(m_id, &QLineEdit::textEdited, this, &ProfileEditor::showButtons);
}

// --- which one

void ProfileEditor::fillList(const QString &current)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const QString &id : m_shelf.ids()) {
        const auto profile = m_shelf.find(id);
        const QString name = profile ? format::plain(profile->name, 80) : id;
        m_list->addItem(m_shelf.isInstalled(id) ? tr("%1 (installed)").arg(name) : name, id);
    }
    for (const QString &id : m_shelf.bleIds()) {
        const auto json = m_shelf.text(id);
        const QString name = format::plain(json ? codec::ProfileShelf::check(*json).value_or(id) : id, 80);
        m_list->addItem(m_shelf.isInstalled(id) ? tr("%1 (Bluetooth, installed)").arg(name) : tr("%1 (Bluetooth)").arg(name), id);
    }
    m_list->setCurrentIndex(m_list->findData(current));
}

void ProfileEditor::chosen()
{
    const QString id = m_list->currentData().toString();
    if (json() != m_original && !std::exchange(m_asksToLeave, true)) {
        m_list->setCurrentIndex(m_list->findData(m_shown));
        return say(tr("What was changed is not installed. Choose again to throw it away."), "alert-triangle", true);
    }
    open(id);
}

void ProfileEditor::open(const QString &id)
{
    const auto text = m_shelf.text(id);
    begin(id, text ? *text : QByteArray(blank));
}

void ProfileEditor::openText(const QString &id, const QByteArray &json)
{
    begin({}, json);
    m_id->setText(id);
    showButtons();
    m_text->goToFault();
}

void ProfileEditor::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 cannot be read: %2").arg(path, file.errorString()), "alert-circle", true);
    openText(codec::ProfileShelf::idFor(QFileInfo(path).fileName()), file.read(codec::maxProfile + 1));
}

void ProfileEditor::tryOn(const QByteArray &bytes)
{
    if (m_shown.isEmpty() && json().isEmpty())
        begin({}, blank);
    m_preview->setBytes(bytes);
}

void ProfileEditor::begin(const QString &id, const QByteArray &json)
{
    m_shown = id;
    m_asksToLeave = false;
    m_text->setPlainText(QString::fromUtf8(json));
    m_original = this->json();
    m_id->setText(id.isEmpty() ? QStringLiteral("my-device") : id);
    m_id->setCursorPosition(0);
    m_list->setCurrentIndex(m_list->findData(id));
    m_check.stop();
    check();
}

QByteArray ProfileEditor::json() const
{
    return m_text->toPlainText().toUtf8();
}

// --- what is wrong with it, and what it says

QString ProfileEditor::problem() const
{
    return m_isValid ? QString() : m_verdict->text();
}

void ProfileEditor::check()
{
    qsizetype fault = -1;
    const QByteArray text = json();
    Result<void> valid;
    QList<ProfilePart> summary;
    if (codec::isBleProfile(text)) {
        const auto profile = codec::readBleProfile(text, &fault);
        valid = profile.map([](const codec::BleProfile &) {});
        summary = profile ? profilewords::summary(*profile) : summary;
        m_preview->setBleProfile();
    } else {
        const auto profile = codec::readProfile(text, &fault);
        valid = profile.map([](const codec::Profile &) {});
        summary = profile ? profilewords::summary(*profile) : summary;
        m_preview->setProfile(profile ? &*profile : nullptr);
    }
    m_isValid = valid.has_value();
    m_text->setFault(fault < 0 ? -1 : int(QString::fromUtf8(text.first(std::min(fault, text.size()))).size()));
    m_goThere->setVisible(fault >= 0);
    if (valid)
        say(tr("This is a valid profile."), "circle-check", false);
    else
        say(valid.error().text, "alert-circle", true);
    showButtons();
    if (valid) // else what it said last is better than nothing
        showSummary(summary);
}

void ProfileEditor::showSummary(const QList<ProfilePart> &summary)
{
    m_summary->clear();
    for (const ProfilePart &part : summary) {
        auto *heading = new QTreeWidgetItem(m_summary, {part.title});
        for (const auto &[name, about] : part.lines)
            new QTreeWidgetItem(heading, {name, about});
        heading->setFirstColumnSpanned(true);
    }
    m_summary->expandAll();
}

void ProfileEditor::say(const QString &text, const char *icon, bool isTrouble)
{
    m_verdict->setText(text);
    m_icon->setPixmap(icons::icon(icon).pixmap(QSize(16, 16), devicePixelRatioF()));
    QPalette colours = palette();
    if (isTrouble)
        colours.setColor(QPalette::WindowText, theme::colours(palette()).alarm);
    m_verdict->setPalette(colours);
}

void ProfileEditor::showButtons()
{
    const QString id = m_id->text();
    const bool isId = codec::ProfileShelf::isId(id);
    m_install->setEnabled(m_isValid && isId && !m_shelf.folder().isEmpty());
    m_install->setText(m_shelf.isInstalled(id) ? tr("&Replace installed") : tr("&Install"));
    m_install->setToolTip(m_shelf.folder().isEmpty() ? tr("Nothing is kept in the demo, profiles neither. Export it to a file instead.")
            : !isId                                  ? tr("The id is made of small letters, digits and “-”.")
                                                     : tr("Connections can use it as soon as it is installed."));
    m_remove->setEnabled(m_shelf.isInstalled(id));
    m_export->setEnabled(m_isValid);
}

// --- in and out

void ProfileEditor::install()
{
    m_check.stop();
    check();
    const QString id = m_id->text();
    if (const auto done = m_shelf.install(id, json()); !done)
        return say(done.error().text, "alert-circle", true);
    m_shown = id;
    m_original = json();
    fillList(id);
    showButtons();
    say((m_shelf.isBle(id) ? tr("Installed as “%1”. Bluetooth devices it fits are read by it now.") : tr("Installed as “%1”. Serial lines can be read by it now.")).arg(id),
        "circle-check", false);
    Q_EMIT installed(id);
}

void ProfileEditor::remove()
{
    const QString id = m_id->text();
    if (const auto done = m_shelf.remove(id); !done)
        return say(done.error().text, "alert-circle", true);
    fillList(m_shelf.isShipped(id) ? id : QString());
    m_original.clear(); // it is nowhere else any more
    showButtons();
    say(tr("“%1” was removed. Its text is still here; install it to have it back.").arg(id), "info-circle", false);
    Q_EMIT removed(id);
}

void ProfileEditor::exportTo()
{
    auto *dialog = new QFileDialog(this, tr("Export profile"), m_id->text() + QStringLiteral(".json"), tr("Profiles (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setLabelText(QFileDialog::Accept, tr("Export"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        const QByteArray text = json();
        if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
            say(tr("Written to %1.").arg(path), "circle-check", false);
        else
            say(tr("%1 cannot be written: %2").arg(path, file.errorString()), "alert-circle", true);
    });
    dialog->open();
}

void ProfileEditor::importFrom()
{
    auto *dialog = new QFileDialog(this, tr("Open profile"), QString(), tr("Profiles (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ProfileEditor::openFile);
    dialog->open();
}

void ProfileEditor::closeEvent(QCloseEvent *event)
{
    if (json() != m_original && !std::exchange(m_asksToLeave, true)) {
        say(tr("What was changed is not installed. Close again to throw it away."), "alert-triangle", true);
        event->ignore();
        return;
    }
    QWidget::closeEvent(event);
}

void ProfileEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfileEditor::retranslate()
{
    setWindowTitle(tr("Device profiles"));
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setPlaceholderText(tr("Not installed yet"));
    m_new->setText(tr("New"));
    m_new->setToolTip(tr("Begin a new profile"));
    m_newSerial->setText(tr("For a serial line"));
    m_newBle->setText(tr("For a Bluetooth device"));
    m_open->setText(tr("Open…"));
    m_open->setToolTip(tr("Open the file of a profile"));
    m_text->setAccessibleName(tr("The profile as JSON"));
    m_verdict->setAccessibleName(tr("Whether the profile is valid"));
    m_goThere->setText(tr("&Go there"));
    m_summaryTitle->setText(tr("What it says"));
    m_summary->setAccessibleName(m_summaryTitle->text());
    m_previewTitle->setText(tr("What it reads"));
    m_idLabel->setText(tr("I&d"));
    m_id->setAccessibleName(tr("Id of the profile"));
    m_remove->setText(tr("Remo&ve"));
    m_export->setText(tr("&Export…"));
    showButtons();
}

} // namespace muster
