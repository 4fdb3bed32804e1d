#include "unit/reference_words.h"

#include <map>

#include "base/fold.h"
#include "base/utf8.h"
#include "search/tokens.h"

using namespace paperdeck;

namespace reference {
namespace {

struct Character {
    char32_t value = 0;
    std::string folded;
};

const std::map<char32_t, std::string> kSigns = {{U'∈', "in"}, {U'→', "rightarrow"}, {U'≤', "leq"}, {U'∇', "nabla"}, {U'×', "times"}, {U'∞', "infty"}};

const std::vector<std::string> kGreek = {"alpha", "beta", "gamma", "delta",   "epsilon", "zeta", "eta",   "theta", "iota",    "kappa", "lambda", "mu",
                                         "nu",    "xi",   "omicron", "pi",    "rho",     "",     "sigma", "tau",   "upsilon", "phi",   "chi",    "psi", "omega"};

bool is_chinese(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF);
}
bool is_letter(char32_t c) { return is_alphanumeric(c) && !is_chinese(c) && !kSigns.count(c); }
bool is_joiner(const Character& c) { return c.folded == "-" || c.folded == "'" || c.folded == "_"; }

// Without what folds to nothing: marks that stand on the letter before, soft hyphens, joiners without width.
std::vector<Character> characters_of(const std::string& text)
{
    std::vector<Character> out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_utf8(text, i);
        const auto size = static_cast<std::size_t>(c.length);
        const std::string folded = fold(text.substr(i, size));
        if (!folded.empty()) out.push_back({c.value, folded});
        i += size;
    }
    return out;
}

bool begins_part(const std::vector<Character>& run, std::size_t i)
{
    const auto is = [&](LetterCase wanted, std::size_t k) { return k < run.size() && letter_case(run[k].value) == wanted; };
    const bool is_capital = is(LetterCase::kUpper, i);
    if (is_joiner(run[i]) || is_joiner(run[i - 1])) return true;
    if (is(LetterCase::kDigit, i) != is(LetterCase::kDigit, i - 1)) return true;
    if (is_capital && !is(LetterCase::kUpper, i - 1)) return true;  // videoMoCo
    return is_capital && is(LetterCase::kLower, i + 1) && is(LetterCase::kLower, i + 2);  // HTMLParser
}

std::string with_greek_named(const std::string& part)
{
    const char32_t c = decode_utf8(part, 0).value;
    return part.size() == 2 && c >= U'α' && c <= U'ω' ? kGreek[c - U'α'] : part;
}

Run cut(const std::vector<Character>& run)
{
    Run out;
    std::string part;
    const auto close = [&] {
        if (!part.empty()) out.parts.push_back(with_greek_named(part));
        part.clear();
    };
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (i > 0 && begins_part(run, i)) close();
        if (is_joiner(run[i])) out.stretch_ends.push_back(out.parts.size());
        if (!is_joiner(run[i])) part += run[i].folded;
    }
    close();
    return out;
}

}  // namespace

std::vector<Run> runs_of(const std::string& text)
{
    const std::vector<Character> all = characters_of(text);
    const auto letter_at = [&](std::size_t i) { return i < all.size() && is_letter(all[i].value); };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < all.size();) {
        if (is_chinese(all[i].value)) {
            Run& run = runs.emplace_back();
            run.is_chinese = true;
            for (; i < all.size() && is_chinese(all[i].value); ++i) run.parts.push_back(all[i].folded);
        } else if (letter_at(i)) {
            std::vector<Character> run;
            for (; letter_at(i) || (i < all.size() && is_joiner(all[i]) && letter_at(i + 1)); ++i) run.push_back(all[i]);
            runs.push_back(cut(run));
        } else {
            const auto sign = kSigns.find(all[i].value);
            if (sign != kSigns.end()) runs.push_back({{sign->second}, false, {}});
            ++i;
        }
    }
    return runs;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
}

Text text_of(SearchField field, const std::string& written)
{
    Text text{field, written, {}, {}};
    for (const Run& run : runs_of(written)) {
        const std::size_t begin = text.parts.size(), count = run.parts.size();
        for (std::size_t i = 0; i < count; ++i) {
            const bool is_last = i + 1 == count;
            if (run.is_chinese) text.parts.push_back({is_last ? run.parts[i] : run.parts[i] + run.parts[i + 1], is_last});
            else text.parts.push_back({run.parts[i], false});
        }
        const auto add_wholes = [&](std::size_t first, std::size_t last) {
            const auto part = [&](std::size_t i) { return run.parts.begin() + static_cast<std::ptrdiff_t>(i); };
            for (std::size_t i = first; i + 1 < last; ++i)
                if (i == first || last - first <= kMaxSuffixParts) text.wholes.push_back({joined({part(i), part(last)}), begin + i, begin + last});
        };
        if (run.is_chinese) continue;
        std::size_t first = 0;
        for (const std::size_t last : run.stretch_ends) {
            add_wholes(first, last);
            first = last;
        }
        add_wholes(first, count);
        add_wholes(0, count);
    }
    return text;
}

}  // namespace reference
