#include "search/tokens.h"

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"

namespace paperdeck {
namespace {

using namespace token_bytes;

constexpr std::array<std::uint8_t, 256> make_classes()
{
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t i = 0; i < 256; ++i) {
        if (i >= 'a' && i <= 'z') classes[i] = kLower;
        if (i >= 'A' && i <= 'Z') classes[i] = kUpper;
        if (i >= '0' && i <= '9') classes[i] = kDigit;
        if (i == '-' || i == '\'' || i == '_') classes[i] = kJoiner;
        if (i >= 0x80) classes[i] = kBeyondAscii;
    }
    return classes;
}

// α to ω as TeX names them; ς is a sigma too.
constexpr std::array<std::string_view, 25> kGreek = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta",    "eta", "theta", "iota",
                                                     "kappa", "lambda", "mu",   "nu",    "xi",      "omicron", "pi",  "rho",   "sigma",
                                                     "sigma", "tau",    "upsilon", "phi", "chi",    "psi",     "omega"};

struct Sign {
    char32_t sign;
    std::string_view name;
};
// Sorted by sign.
constexpr std::array kSigns = {
    Sign{0xB1, "pm"},       Sign{0xD7, "times"},   Sign{0x2020, "dagger"}, Sign{0x2113, "ell"},    Sign{0x2192, "rightarrow"},
    Sign{0x21A6, "mapsto"}, Sign{0x2200, "forall"}, Sign{0x2202, "partial"}, Sign{0x2203, "exists"}, Sign{0x2207, "nabla"},
    Sign{0x2208, "in"},     Sign{0x2209, "notin"}, Sign{0x220F, "prod"},   Sign{0x2211, "sum"},    Sign{0x221A, "sqrt"},
    Sign{0x221D, "propto"}, Sign{0x221E, "infty"}, Sign{0x2225, "parallel"}, Sign{0x2229, "cap"},  Sign{0x222A, "cup"},
    Sign{0x222B, "int"},    Sign{0x223C, "sim"},   Sign{0x2248, "approx"}, Sign{0x2260, "neq"},    Sign{0x2261, "equiv"},
    Sign{0x2264, "leq"},    Sign{0x2265, "geq"},   Sign{0x2282, "subset"}, Sign{0x2286, "subseteq"}, Sign{0x2295, "oplus"},
    Sign{0x2297, "otimes"}, Sign{0x22A5, "perp"},  Sign{0x22C5, "cdot"}};

std::string_view name_of_sign(char32_t c)
{
    const auto found = std::lower_bound(kSigns.begin(), kSigns.end(), c, [](const Sign& sign, char32_t value) { return sign.sign < value; });
    return found != kSigns.end() && found->sign == c ? found->name : std::string_view();
}

// The name of a part that is one Greek letter; empty for all others.
std::string_view name_of_greek(std::string_view part)
{
    if (part.size() != 2) return {};
    const char32_t c = decode_utf8(part, 0).value;
    return c >= 0x3B1 && c <= 0x3C9 ? kGreek[c - 0x3B1] : std::string_view();
}

bool is_cjk(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9D) || (c >= 0x20000 && c <= 0x2FFFF);
}

bool is_mark_or_format(char32_t c) { return (c >= 0x300 && c <= 0x36F) || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFE0F; }

bool is_joiner(std::string_view folded) { return folded.size() == 1 && kClasses[static_cast<unsigned char>(folded[0])] == kJoiner; }

std::string_view shortened(std::string_view term)
{
    if (term.size() <= kMaxTermBytes) return term;
    std::size_t size = kMaxTermBytes;
    while (size > 0 && (static_cast<unsigned char>(term[size]) & 0xC0) == 0x80) --size;
    return term.substr(0, size);
}

}  // namespace

const std::array<std::uint8_t, 256> token_bytes::kClasses = make_classes();

void TokenRun::add_character(std::string_view text, std::size_t at, std::size_t size, char32_t c)
{
    const std::size_t before = folded_.size();
    if (c < 0x80) folded_ += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else folded_ += fold(text.substr(at, size));
    letters_.resize(folded_.size(), static_cast<Letter>(letter_case(c)));
    sources_.resize(folded_.size(), static_cast<std::uint32_t>(at));
    // Letters without case (Arabic, Thai) join their run; what folds to a joiner parts it.
    if (is_joiner(std::string_view(folded_).substr(before)))
        std::fill(letters_.begin() + static_cast<std::ptrdiff_t>(before), letters_.end(), Letter::kNone);
    else if (folded_.size() > before && letters_.back() == Letter::kNone)
        std::fill(letters_.begin() + static_cast<std::ptrdiff_t>(before), letters_.end(), Letter::kLower);
}

// A run of a few plain words with joining signs between them ("self-attention", "reader's"), as half of all runs are: its
// parts stay where they are. False for any other.
bool TokenRun::read_compound(std::string_view text, std::size_t begin)
{
    const auto class_at = [&](std::size_t i) { return i < text.size() ? kClasses[static_cast<unsigned char>(text[i])] : std::uint8_t{kOther}; };
    std::array<std::size_t, kMaxSuffixParts> begins{};  // of the parts in compound_
    std::size_t size = 0, at = begin;
    for (std::size_t parts = 0; parts < kMaxSuffixParts; ++at) {
        const std::size_t from = at;
        const std::uint8_t first = class_at(from), rest = first == kDigit ? kDigit : kLower;
        if (first < kLower || first > kDigit) return false;
        while (class_at(++at) == rest) {}
        if (at - from > kMaxTermBytes) return false;
        begins[parts++] = size;
        for (std::size_t i = from; i < at; ++i) compound_[size++] = text[i];
        if (first == kUpper) compound_[begins[parts - 1]] = static_cast<char>(text[from] + 32);
        tokens.push_back({.term = text.substr(from, at - from), .begin = static_cast<std::uint32_t>(from), .end = static_cast<std::uint32_t>(at),
                          .has_capital = first == kUpper, .has_room = text.size() - from >= kRoom});
        const std::uint8_t behind = class_at(at);
        if (behind == kJoiner && class_at(at + 1) != kOther) continue;
        if (behind != kJoiner && behind != kOther) return false;
        end = at;
        for (std::size_t n = 2; n <= parts; ++n) {
            const std::size_t whole = begins[parts - n];
            tokens.push_back({.term = shortened({compound_.data() + whole, size - whole}), .begin = tokens[parts - n].begin,
                              .end = static_cast<std::uint32_t>(end), .parts = static_cast<std::uint16_t>(n), .has_room = true});
        }
        return true;
    }
    return false;
}

// As much of the run as is ASCII, all of most runs; where it ends.
std::size_t TokenRun::read_ascii(std::string_view text, std::size_t begin)
{
    constexpr std::array<Letter, 6> kLetters = {Letter::kNone, Letter::kLower, Letter::kUpper, Letter::kDigit, Letter::kNone, Letter::kNone};
    const std::size_t stop = std::min(text.size(), begin + kMaxRunBytes);
    std::size_t at = begin;
    for (std::uint8_t before = kJoiner; at < stop; ++at) {
        const std::uint8_t here = kClasses[static_cast<unsigned char>(text[at])];
        if (here == kOther || here == kBeyondAscii || (here == kJoiner && before == kJoiner)) break;
        before = here;
    }
    const std::size_t size = at - begin;
    folded_.assign(text.data() + begin, size);
    letters_.resize(size);
    sources_.resize(size);
    char* folded = folded_.data();
    for (std::size_t i = 0; i < size; ++i) {
        const std::uint8_t here = kClasses[static_cast<unsigned char>(folded[i])];
        if (here == kUpper) folded[i] = static_cast<char>(folded[i] + 32);
        letters_[i] = kLetters[here];
        sources_[i] = static_cast<std::uint32_t>(begin + i);
    }
    return at;
}

void TokenRun::read(std::string_view text, std::size_t begin)
{
    tokens.clear();
    folded_.clear();
    letters_.clear();
    sources_.clear();
    names_.clear();
    if (read_compound(text, begin)) return;
    tokens.clear();
    std::size_t at = read_ascii(text, begin);
    std::size_t kept = at - begin;    // folded bytes up to the last letter: a joiner behind it is none
    bool is_after_joiner = kept == 0 || letters_.back() == Letter::kNone;
    if (kept > 0 && is_after_joiner) --kept;
    end = begin + kept;
    while (at < text.size() && at - begin < kMaxRunBytes) {
        const auto byte = static_cast<unsigned char>(text[at]);
        CodePoint c{byte, 1};
        if (byte >= 0x80) c = decode_utf8(text, at);
        const auto size = static_cast<std::size_t>(c.length);
        if (c.value >= 0x80) {
            if (is_cjk(c.value)) {
                if (kept == 0) return read_cjk(text, begin);
                break;
            }
            if (is_mark_or_format(c.value)) {
                at += size;
                continue;
            }
            const std::string_view name = name_of_sign(c.value);
            if (!name.empty()) {
                if (kept > 0) break;
                end = at + size;
                tokens.push_back({.term = name, .begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(end)});
                return;
            }
        }
        const bool is_letter = is_alphanumeric(c.value);
        const std::size_t before = folded_.size();
        if (!is_letter && is_after_joiner) break;
        add_character(text, at, size, c.value);
        const std::string_view added = std::string_view(folded_).substr(before);
        is_after_joiner = is_joiner(added);
        if (!is_letter && !is_after_joiner) break;
        at += size;
        if (is_letter) {
            kept = folded_.size();
            end = at;
        }
    }
    folded_.resize(kept);
    letters_.resize(kept);
    sources_.resize(kept);
    sources_.push_back(static_cast<std::uint32_t>(end));
    if (kept > 0) cut();
    else end = std::max(at, begin + static_cast<std::size_t>(decode_utf8(text, begin).length));
}

// Before folded byte k begins another part.
bool TokenRun::is_break(std::size_t k) const
{
    const Letter here = letters_[k], before = letters_[k - 1];
    if (sources_[k] == sources_[k - 1]) return false;  // one character
    if ((here == Letter::kDigit) != (before == Letter::kDigit)) return true;
    if (here != Letter::kUpper) return false;
    if (before == Letter::kLower) return true;
    // An acronym and a word: the last capital begins the word. Two small letters have to follow, or every
    // plural ("CNNs") would be one.
    return before == Letter::kUpper && k + 2 < letters_.size() && letters_[k + 1] == Letter::kLower && letters_[k + 2] == Letter::kLower;
}

void TokenRun::cut()
{
    struct Part {
        std::size_t begin, end;
    };
    std::size_t from = 0;
    stretches_.clear();
    const auto add_part = [&](std::size_t to) {
        if (to == from) return;
        const std::string_view part = std::string_view(folded_).substr(from, to - from);
        const std::string_view name = name_of_greek(part);
        const std::size_t begin = names_.size();
        names_ += name.empty() ? part : name;
        Token& token = tokens.emplace_back();
        token.begin = sources_[from];
        token.end = sources_[to];
        token.term = {nullptr, 0};
        token.parts = static_cast<std::uint16_t>(std::min<std::size_t>(names_.size() - begin, 0xFFFF));  // its bytes, for now
    };
    for (std::size_t k = 0; k < folded_.size(); ++k) {
        if (letters_[k] == Letter::kNone) {
            add_part(k);
            stretches_.push_back(tokens.size());
            from = k + 1;
        } else if (k > from && is_break(k)) {
            add_part(k);
            from = k;
        }
    }
    add_part(folded_.size());
    names_size_ = names_.size();
    names_.append(kRoom, '\0');
    std::size_t at = 0;
    for (Token& token : tokens) {
        const std::size_t size = token.parts;
        token.term = shortened(std::string_view(names_).substr(at, size));
        token.has_room = true;
        token.parts = 1;
        at += size;
    }
    if (tokens.size() < 2 || tokens.size() > kMaxParts) return;
    const std::size_t parts = tokens.size();
    if (!stretches_.empty() && parts > kMaxSuffixParts) stretches_.push_back(parts);  // its wholes are none of the run's
    std::size_t begin = 0;
    for (const std::size_t stretch_end : stretches_) {
        add_wholes(begin, stretch_end, parts);
        begin = stretch_end;
    }
    add_wholes(0, parts, parts);
}

// The last parts together of those from `first_part` to before `end_part`, of all `parts` of the run.
void TokenRun::add_wholes(std::size_t first_part, std::size_t end_part, std::size_t parts)
{
    const std::size_t count = end_part - first_part;
    const auto name_at = [&](std::size_t part) { return part < parts ? static_cast<std::size_t>(tokens[part].term.data() - names_.data()) : names_size_; };
    for (std::size_t n = count <= kMaxSuffixParts ? 2 : count; n <= count; ++n) {
        const std::size_t first = end_part - n;
        tokens.push_back({.term = shortened(std::string_view(names_).substr(name_at(first), name_at(end_part) - name_at(first))),
                          .begin = tokens[first].begin,
                          .end = tokens[end_part - 1].end,
                          .parts = static_cast<std::uint16_t>(n),
                          .behind = static_cast<std::uint16_t>(parts - end_part),
                          .has_room = true});
    }
}

void TokenRun::read_cjk(std::string_view text, std::size_t begin)
{
    // For each character two numbers in sources_: where it stands in the text and where in names_.
    std::size_t at = begin;
    while (at < text.size() && at - begin < kMaxRunBytes) {
        const CodePoint c = decode_utf8(text, at);
        if (!is_cjk(c.value)) break;
        sources_.push_back(static_cast<std::uint32_t>(at));
        sources_.push_back(static_cast<std::uint32_t>(names_.size()));
        const std::string_view character = text.substr(at, static_cast<std::size_t>(c.length));
        const bool is_plain = (c.value >= 0x3400 && c.value <= 0x4DBF) || (c.value >= 0x4E00 && c.value <= 0x9FFF);
        if (is_plain) names_ += character;
        else names_ += fold(character);
        at += static_cast<std::size_t>(c.length);
    }
    end = at;
    const std::size_t count = sources_.size() / 2;
    const auto source_of = [&](std::size_t i) { return i < count ? sources_[2 * i] : static_cast<std::uint32_t>(end); };
    const auto name_of = [&](std::size_t i) { return i < count ? sources_[2 * i + 1] : static_cast<std::uint32_t>(names_.size()); };
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t next = std::min(i + 2, count);
        tokens.push_back({.term = std::string_view(names_).substr(name_of(i), name_of(next) - name_of(i)), .begin = source_of(i),
                          .end = source_of(next), .is_cjk = true});
    }
}

std::vector<Word> words_of(std::string_view text)
{
    std::vector<Word> words;
    TokenRun run;
    tokenize(text, run, [&](const Token& token) {
        Word& word = words.emplace_back(Word{std::string(token.term), token.begin, token.end, token.parts, token.behind, token.is_cjk});
        if (token.has_capital) word.term[0] = static_cast<char>(word.term[0] + 32);
    });
    return words;
}

}  // namespace paperdeck
