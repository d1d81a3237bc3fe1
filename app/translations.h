#pragma once

#include <QObject>
#include <QTranslator>

namespace muster {

/// The language of the window: Muster's own texts and Qt's. Switches at once; widgets learn of it by QEvent::LanguageChange. Main thread.
class Translations : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public Q_SLOTS:
    /// "de", "en"; empty: the desktop's language, English where there is no translation.
    void use(const QString &language);

private:
    QTranslator m_muster;
    QTranslator m_qt;
};

} // namespace muster
