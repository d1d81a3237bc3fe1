#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace muster {

void Translations::use(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    // Numbers and times follow the language of the window; without a choice, the desktop's own habits.
    QLocale::setDefault(locale);
    for (QTranslator *translator : {&m_muster, &m_qt})
        QCoreApplication::removeTranslator(translator);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has a file too: it knows "1 device" from "2 devices".
    if (m_muster.load(locale, QStringLiteral("muster"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || m_muster.load(QStringLiteral(":/i18n/muster_en")))
        QCoreApplication::installTranslator(&m_muster);
}

} // namespace muster
