// Where the words of a query end: characters only, no meaning. All offsets are bytes of the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace paperdeck {

// Bytes of the blank or the quote (straight or curly, as phones type them) that stands at `at`; 0 for anything else.
std::size_t blank_length(std::string_view text, std::size_t at);
std::size_t quote_length(std::string_view text, std::size_t at);

std::size_t skip_blanks(std::string_view text, std::size_t at);
std::string_view without_blanks_around(std::string_view text);
// `text` with one blank for each run of them and none at the ends.
std::string one_blank_each(std::string_view text);

// True where nothing of a word stands at `at`: end, blank, quote, bracket, bar.
bool is_word_over(std::string_view text, std::size_t at);

// AND, OR, NOT or ANDNOT as a word of its own at `at`; empty for anything else.
std::string_view operator_at(std::string_view text, std::size_t at);

// The end of the bare word that begins at `at`. Brackets that close within the word belong to it, and maths without
// blanks does: "O(n)", "p(x|y)", "$|x|$". `ends_at_comma`: in a list of values.
std::size_t word_end(std::string_view text, std::size_t at, bool ends_at_comma);

// "/a b/i", which may hold blanks: the end of what begins at `at`, 0 where it does not close. A blank right behind
// the first "/" makes it text, as "and / or" is.
std::size_t regex_end(std::string_view text, std::size_t at);

// The quote that closes what stands open since before `at`; text.size() where none does.
std::size_t closing_quote(std::string_view text, std::size_t at);

// True where - or ! at `at` turns round what follows, rather than being text ("->") or nothing (" - ").
bool is_negation(std::string_view text, std::size_t at);

}  // namespace paperdeck
