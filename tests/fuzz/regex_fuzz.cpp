// Any pattern (the first line) in any text (the others): a text has a match when one of its lines has.
#include <cstdint>

#include "fuzz/bounds.h"
#include "search/regex.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace paperdeck;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t end = input.find('\n');
    if (end == std::string_view::npos) return 0;
    std::string_view rest = input.substr(end + 1);
    for (const bool ignores_case : {false, true}) {
        auto regex = Regex::compile(input.substr(0, end), ignores_case);
        if (!regex) return 0;
        bool is_in_line = false;
        for (std::size_t from = 0; from <= rest.size();) {
            const std::size_t line_end = std::min(rest.find('\n', from), rest.size());
            is_in_line = is_in_line || regex->occurs_in(rest.substr(from, line_end - from));
            from = line_end + 1;
        }
        fuzz::require(regex->occurs_in(rest) == is_in_line, "a text has a match when one of its lines has");
    }
    return 0;
}
