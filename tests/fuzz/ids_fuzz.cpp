// Any text as a date, an id, an address, a category, a heading, a file name, a list of authors.
#include <cstdint>

#include "base/date.h"
#include "digest/author_names.h"
#include "digest/empty_day.h"
#include "digest/heading.h"
#include "digest/json_keys.h"
#include "digest/kind_guess.h"
#include "digest/sections.h"
#include "fuzz/bounds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace paperdeck;
    const std::string text = to_valid_utf8({reinterpret_cast<const char*>(data), size});
    for (const auto& date : {find_date(text), parse_iso_date(text)}) {
        if (!date) continue;
        fuzz::require(is_valid(*date), "a date that is found is one");
        fuzz::require(parse_iso_date(to_iso(*date)) == date, "a date goes to ISO and back");
    }
    for (const auto& id : {parse_arxiv_id(text), arxiv_id_in_url(text)}) {
        if (!id) continue;
        fuzz::require(parse_arxiv_id(id->id).has_value(), "an id that is found is one");
        fuzz::require(arxiv_id_in_url(abs_url(id->id)).has_value(), "an id goes into an address and back");
        (void)month_of(id->id);
        Paper paper;
        paper.id = id->id;
        paper.date = {2021, 3, 11};
        (void)guessed_kind(paper);
    }
    for (const std::string& code : find_categories(text)) fuzz::require(is_category_code(code), "a category that is found is one");
    const SectionNames names = read_section_heading(text), file = read_file_name(text);
    for (const Date& date : {names.date, file.date}) fuzz::require(!date || is_valid(date), "the day of a heading is one");
    std::size_t bytes = 0;
    for (const std::string& name : split_names(text)) bytes += name.size();
    fuzz::require(bytes <= 2 * text.size(), "names are no longer than their list");
    (void)is_web_url(text);
    (void)json_field_of(text);
    (void)translated_key(text);
    fuzz::require(is_valid_utf8(what_empty_says(text)), "what an empty day says is valid UTF-8");
    return 0;
}
