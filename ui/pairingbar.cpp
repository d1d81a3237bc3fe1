#include "ui/pairingbar.h"

#include "core/pairing.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace muster {

namespace {

constexpr int longestPin = 16;
constexpr int passkeyDigits = 6;

} // namespace

PairingBar::PairingBar(Pairings &pairings, QWidget *parent)
    : QFrame(parent)
    , m_pairings(pairings)
    , m_sentence(new QLabel(this))
    , m_number(new QLabel(this))
    , m_code(new QLineEdit(this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
{
    setObjectName(QStringLiteral("pairingBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_number->setTextFormat(Qt::PlainText);
    QFont digits = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    digits.setPointSizeF(font().pointSizeF() * 1.4);
    digits.setBold(true);
    m_number->setFont(digits);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setMinimumWidth(110);
    m_code->setMaximumWidth(160);
    m_yes->setProperty("primary", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_sentence, 1);
    for (QWidget *const part : QList<QWidget *> {m_number, m_code, m_yes, m_no})
        layout->addWidget(part);
    hide();

    connect(m_code, &QLineEdit::textChanged, this, &PairingBar::judge);
    connect(m_code, &QLineEdit::returnPressed, m_yes, &QPushButton::click);
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    connect(&pairings, &Pairings::changed, this, &PairingBar::showFirst);
    retranslate();
}

void PairingBar::answer(bool yes)
{
    if (const PairingQuestion *const question = m_pairings.first())
        m_pairings.answer(question->id, yes, m_code->text().trimmed());
}

/// A number of digits, or a PIN that is not empty.
void PairingBar::judge()
{
    const PairingQuestion *const question = m_pairings.first();
    if (!question)
        return;
    const QString typed = m_code->text().trimmed();
    bool isNumber = false;
    typed.toUInt(&isNumber);
    m_yes->setEnabled(!question->wantsCode() || (question->kind == PairingQuestion::Kind::TypeHere ? isNumber : !typed.isEmpty()));
}

void PairingBar::showFirst()
{
    const PairingQuestion *const question = m_pairings.first();
    m_code->clear();
    if (!question)
        return hide();
    using Kind = PairingQuestion::Kind;
    m_code->setVisible(question->wantsCode());
    m_code->setMaxLength(question->kind == Kind::TypeHere ? passkeyDigits : longestPin);
    m_number->setText(question->code);
    m_number->setVisible(!question->code.isEmpty());
    m_yes->setVisible(question->kind != Kind::TypeThere);
    m_yes->setText(question->kind == Kind::Compare ? tr("Yes, pair") : tr("Pair"));
    m_no->setText(question->kind == Kind::Compare ? tr("No") : question->kind == Kind::Allow ? tr("Refuse") : tr("Cancel"));
    switch (question->kind) {
    case Kind::Compare: m_sentence->setText(tr("Does %1 show this number, too?").arg(question->device)); break;
    case Kind::TypeHere: m_sentence->setText(tr("Type the number that %1 shows.").arg(question->device)); break;
    case Kind::TypePin: m_sentence->setText(tr("Type the PIN of %1. It is often 0000 or in its manual.").arg(question->device)); break;
    case Kind::TypeThere: m_sentence->setText(tr("Type this number on %1.").arg(question->device)); break;
    case Kind::Allow: m_sentence->setText(tr("May %1 be paired with this computer?").arg(question->device)); break;
    }
    m_code->setAccessibleName(question->kind == Kind::TypePin ? tr("PIN of %1").arg(question->device) : tr("Number that %1 shows").arg(question->device));
    m_number->setAccessibleName(tr("Number: %1").arg(question->code));
    judge();
    show(); // last, so that what is seen first has room for its texts
}

void PairingBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void PairingBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return answer(false);
    QFrame::keyPressEvent(event);
}

void PairingBar::retranslate()
{
    m_code->setPlaceholderText(tr("Number"));
    const QString typed = m_code->text();
    showFirst();
    m_code->setText(typed);
}

} // namespace muster
