// Hostile templates on hostile payloads: a NUL divides them. Whatever they are, rendering ends, and only a value has a text.

#include "backends/mqtt/conventions/template/program.h"

#include <simdjson.h>

#include <cstdlib>

using namespace muster::mqtt;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const qsizetype end = input.indexOf('\0');
    const auto program = TemplateProgram::compile(QString::fromUtf8(end < 0 ? input : input.first(end)));
    if (!program) {
        if (program.error().text.isEmpty())
            std::abort();
        return 0;
    }
    const QByteArray payload = (end < 0 ? QByteArrayView("{\"a\":[1,2.5,\"x\",null,true],\"b\":{\"c\":-3}}") : input.sliced(end + 1)).toByteArray();
    simdjson::dom::parser parser;
    simdjson::dom::element json;
    const bool isJson = parser.parse(payload.constData(), size_t(payload.size())).get(json) == simdjson::SUCCESS;
    (void)program->render(payload, isJson ? &json : nullptr);
    return 0;
}
