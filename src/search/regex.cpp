#include "search/regex.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace paperdeck {
namespace {

using Op = RegexInstruction::Op;

// In place of a next state.
constexpr std::uint16_t kMatched = 0xFFFF, kUnknown = 0xFFFE;
constexpr std::size_t kMaxTransitions = std::size_t{1} << 16;  // remembered at once
constexpr std::size_t kMinStates = 64;

constexpr std::uint16_t kStart = 0;  // the state at the begin of a line

// The last element of a state.
constexpr char16_t kAfterWord = 1, kAtLineBegin = 2;

// The order of letters in English text, commonest first; what is not in it is rarer.
constexpr std::string_view kCommonest = " etaoinsrhldcumfpgwybvkxqjz";

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t rarest_byte(std::string_view literal)
{
    const auto rarity = [&](std::size_t i) { return std::min(kCommonest.find(small(literal[i])), kCommonest.size()); };
    std::size_t best = 0;
    for (std::size_t i = 1; i < literal.size(); ++i)
        if (rarity(i) > rarity(best)) best = i;
    return best;
}

}  // namespace

std::optional<Regex> Regex::compile(std::string_view pattern, bool ignores_case)
{
    std::optional<RegexProgram> program = compile_regex(pattern, ignores_case);
    if (!program) return std::nullopt;
    Regex regex(std::move(*program));
    regex.ignores_case_ = ignores_case;
    return regex;
}

Regex::Regex(RegexProgram program) : program_(std::move(program))
{
    rarest_ = rarest_byte(program_.literal);
    for (const RegexInstruction& instruction : program_.code) {
        has_word_edges_ = has_word_edges_ || instruction.op == Op::kWordEdge || instruction.op == Op::kNoWordEdge;
        has_line_begins_ = has_line_begins_ || instruction.op == Op::kLineBegin;
    }
    entered_in_.resize(program_.code.size());
    cut_alphabet();
    forget_states();
}

void Regex::cut_alphabet()
{
    class_begins_ = {0};
    const auto cut_at = [&](const CharSet& set) {
        for (const CharRange& range : set) {
            class_begins_.push_back(range.first);
            class_begins_.push_back(range.last + 1);
        }
    };
    for (const CharSet& set : program_.sets) cut_at(set);
    if (has_word_edges_) cut_at(word_characters());
    std::sort(class_begins_.begin(), class_begins_.end());
    class_begins_.erase(std::unique(class_begins_.begin(), class_begins_.end()), class_begins_.end());

    const auto members_of = [&](const CharSet& set) {
        std::vector<bool> members = {false};
        for (const char32_t begin : class_begins_) members.push_back(contains(set, begin));
        return members;
    };
    for (const CharSet& set : program_.sets) members_.push_back(members_of(set));
    is_word_ = members_of(has_word_edges_ ? word_characters() : CharSet());
    for (char32_t c = 0; c < 128; ++c) ascii_classes_[c] = c == '\n' ? ClassId{0} : class_of(c);
}

Regex::ClassId Regex::class_of(char32_t c) const
{
    return static_cast<ClassId>(std::upper_bound(class_begins_.begin(), class_begins_.end(), c) - class_begins_.begin());
}

bool Regex::has_literal(std::string_view text) const
{
    const std::string_view literal = program_.literal;
    if (!ignores_case_) {
        // The rarest byte first: memchr passes over most texts in one go.
        for (std::size_t i = rarest_; i < text.size(); ++i) {
            const void* found = std::memchr(text.data() + i, literal[rarest_], text.size() - i);
            if (!found) return false;
            i = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
            if (text.substr(i - rarest_, literal.size()) == literal) return true;
        }
        return false;
    }
    const auto is_alike = [](char a, char b) { return small(a) == b; };
    for (std::size_t i = rarest_; i < text.size(); ++i) {
        if (small(text[i]) != literal[rarest_]) continue;
        const std::string_view here = text.substr(i - rarest_, literal.size());
        if (here.size() == literal.size() && std::equal(here.begin(), here.end(), literal.begin(), is_alike)) return true;
    }
    return false;
}

bool Regex::occurs_in(std::string_view text)
{
    if (!program_.literal.empty() && !has_literal(text)) return false;
    const std::size_t classes = is_word_.size();
    StateId state = kStart;
    const auto sees = [&](ClassId c) {
        const StateId known = next_[state * classes + c];
        state = known == kUnknown ? follow(state, c) : known;
        return state != kMatched;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        CodePoint c{byte, 1};
        if (byte >= 0x80) c = decode_utf8(text, i);
        if (!sees(byte < 0x80 ? ascii_classes_[byte] : class_of(c.value))) return true;
        i += static_cast<std::size_t>(c.length);
    }
    return !sees(0);
}

void Regex::forget_states()
{
    ids_.clear();
    states_.clear();
    next_.clear();
    std::fill(entered_in_.begin(), entered_in_.end(), 0u);
    call_ = 0;
    add_state({char16_t{0}, has_line_begins_ ? kAtLineBegin : char16_t{0}});
}

Regex::StateId Regex::add_state(State state)
{
    const auto [entry, is_new] = ids_.try_emplace(std::move(state), static_cast<StateId>(states_.size()));
    if (is_new) {
        states_.push_back(&entry->first);
        next_.resize(next_.size() + is_word_.size(), kUnknown);
    }
    return entry->second;
}

// The state behind `from` when a character of class `c` comes: first the places are entered that need none, now
// that both sides of an edge are known, then the step over `c` is made.
Regex::StateId Regex::follow(StateId from, ClassId c)
{
    const State& state = *states_[from];
    const bool is_edge = ((state.back() & kAfterWord) != 0) != is_word_[c];
    ++call_;
    places_.clear();
    for (std::size_t i = 0; i + 1 < state.size(); ++i) enter(state[i], is_edge, (state.back() & kAtLineBegin) != 0, c == 0);
    bool has_match = false;
    State reached = {char16_t{0}};  // a match may begin anywhere
    for (const std::uint16_t place : places_) {
        const RegexInstruction& instruction = program_.code[place];
        if (instruction.op == Op::kMatch) has_match = true;
        else if (members_[static_cast<std::size_t>(instruction.x)][c]) reached += static_cast<char16_t>(place + 1);
    }
    std::sort(reached.begin(), reached.end());
    reached += is_word_[c] ? kAfterWord : char16_t{0};

    const std::size_t slot = from * is_word_.size() + c;
    if (has_match || c == 0) return next_[slot] = has_match ? kMatched : kStart;
    if (next_.size() >= std::max(kMaxTransitions, kMinStates * is_word_.size())) {
        forget_states();
        return add_state(std::move(reached));
    }
    const StateId next = add_state(std::move(reached));
    return next_[slot] = next;
}

// Notes `place` and all that can be reached from it without a character, each once a call of follow().
void Regex::enter(std::uint16_t place, bool is_edge, bool is_line_begin, bool is_line_end)
{
    std::array<std::uint16_t, RegexProgram::kMaxInstructions> waiting;
    std::size_t count = 0;
    const auto wait = [&](std::int32_t at) {
        if (entered_in_[static_cast<std::size_t>(at)] == call_) return;
        entered_in_[static_cast<std::size_t>(at)] = call_;
        waiting[count++] = static_cast<std::uint16_t>(at);
    };
    wait(place);
    while (count > 0) {
        const std::int32_t at = waiting[--count];
        const RegexInstruction& instruction = program_.code[static_cast<std::size_t>(at)];
        switch (instruction.op) {
        case Op::kChar:
        case Op::kMatch: places_.push_back(static_cast<std::uint16_t>(at)); break;
        case Op::kJump: wait(at + instruction.x); break;
        case Op::kSplit:
            wait(at + instruction.x);
            wait(at + instruction.y);
            break;
        case Op::kLineBegin:
            if (is_line_begin) wait(at + 1);
            break;
        case Op::kLineEnd:
            if (is_line_end) wait(at + 1);
            break;
        case Op::kWordEdge:
            if (is_edge) wait(at + 1);
            break;
        case Op::kNoWordEdge:
            if (!is_edge) wait(at + 1);
            break;
        }
    }
}

}  // namespace paperdeck
