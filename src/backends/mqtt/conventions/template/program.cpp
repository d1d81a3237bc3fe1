#include "backends/mqtt/conventions/template/program.h"

#include "backends/mqtt/conventions/template/evaluator.h"
#include "backends/mqtt/conventions/template/parser.h"
#include "backends/mqtt/conventions/words.h"

namespace muster::mqtt {

Result<TemplateProgram> TemplateProgram::compile(const QString &text)
{
    if (text.size() > maxSize)
        return failure(Error::Code::TooLarge, Words::tr("the template is too long"));
    auto tokens = tokensOf(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    auto syntax = Parser(*std::move(tokens)).parse();
    if (!syntax)
        return tl::unexpected(syntax.error());
    TemplateProgram program;
    program.m_syntax = *std::move(syntax);
    return program;
}

Rendering TemplateProgram::render(const QList<Variable> &variables) const
{
    std::vector<Datum> values(size_t(m_syntax.names.size()));
    for (const Variable &variable : variables) {
        if (const qsizetype at = m_syntax.names.indexOf(variable.name); at >= 0)
            values[size_t(at)] = variable.value;
    }
    Allowance allowance;
    const QString text = Evaluator(m_syntax, std::move(values), allowance).run();
    return {allowance.state, text.trimmed()};
}

Rendering TemplateProgram::render(QByteArrayView value, const simdjson::dom::element *json) const
{
    QList<Variable> variables {{QStringLiteral("value"), Datum::string(QString::fromUtf8(value))}};
    if (json)
        variables.append({QStringLiteral("value_json"), Datum::ofJson(*json)});
    return render(variables);
}

} // namespace muster::mqtt
