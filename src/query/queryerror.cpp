#include "query/queryerror.h"

#include <QCoreApplication>

namespace muster {

QString QueryError::describe() const
{
    if (suggestion.isEmpty())
        return text;
    return QCoreApplication::translate("Query", "%1 Did you mean %2?").arg(text, suggestion);
}

} // namespace muster
