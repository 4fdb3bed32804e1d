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

constexpr std::uint16_t kNoState = 0xFFFF;

// The last element of a state.
constexpr std::uint16_t kAfterWord = 1, kAtLineBegin = 2;

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
    const auto cut_before = [&](char32_t c) {
        const auto place = std::lower_bound(class_begins_.begin(), class_begins_.end(), c);
        if (place == class_begins_.end() || *place != c) class_begins_.insert(place, c);
    };
    const auto cut_at = [&](const CharSet& set) {
        for (const CharRange& range : set) {
            cut_before(range.first);
            cut_before(range.last + 1);
        }
    };
    cut_before(0);
    for (const CharSet& set : program_.sets) cut_at(set);
    const CharSet word = has_word_edges_ ? word_characters() : CharSet();
    cut_at(word);
    classes_ = class_begins_.size() + 1;

    const auto add_members = [&](std::vector<std::uint8_t>& members, const CharSet& set) {
        members.push_back(0);
        for (const char32_t begin : class_begins_) members.push_back(contains(set, begin));
    };
    for (const CharSet& set : program_.sets) add_members(members_, set);
    add_members(is_word_, word);
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
    StateId state = kStart;
    const auto sees = [&](ClassId c) {
        const StateId known = next_[state * classes_ + c];
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
    states_.clear();
    next_.clear();
    begins_.assign(1, 0);
    by_hash_.assign(2 * kMaxTransitions, kNoState);
    std::fill(entered_in_.begin(), entered_in_.end(), 0u);
    call_ = 0;
    to_.assign(1, 0);
    to_.push_back(has_line_begins_ ? kAtLineBegin : 0);
    add_state(to_);
}

Regex::StateId Regex::add_state(const State& state)
{
    std::size_t hash = 0;
    for (const std::uint16_t number : state) hash = (hash + number) * 0x9E3779B1u;
    for (hash = (hash >> 7) % by_hash_.size();; hash = (hash + 1) % by_hash_.size()) {
        const StateId id = by_hash_[hash];
        if (id == kNoState) break;
        if (begins_[id + 1u] - begins_[id] == state.size() && std::equal(state.begin(), state.end(), states_.begin() + begins_[id])) return id;
    }
    const auto id = static_cast<StateId>(begins_.size() - 1);
    by_hash_[hash] = id;
    states_.insert(states_.end(), state.begin(), state.end());
    begins_.push_back(static_cast<std::uint32_t>(states_.size()));
    next_.resize(next_.size() + classes_, kUnknown);
    return id;
}

// The state behind `from` when a character of class `c` comes: first the places are entered that need none, now
// that both sides of an edge are known, then the step over `c` is made.
Regex::StateId Regex::follow(StateId from, ClassId c)
{
    ++call_;
    from_.assign(states_.begin() + begins_[from], states_.begin() + begins_[from + 1u]);
    const unsigned before = from_.back();
    from_.pop_back();
    const bool is_edge = ((before & kAfterWord) != 0) != (is_word_[c] != 0);
    for (const std::uint16_t place : from_) enter(place, is_edge, (before & kAtLineBegin) != 0, c == 0);
    StateId& next = next_[from * classes_ + c];
    if (entered_in_.back() == call_) return next = kMatched;
    if (c == 0) return next = kStart;

    to_.assign(1, 0);  // a match may begin anywhere
    for (std::size_t place = 0; place < program_.code.size(); ++place) {
        const RegexInstruction& instruction = program_.code[place];
        if (entered_in_[place] != call_ || instruction.op != Op::kChar) continue;
        if (members_[static_cast<std::size_t>(instruction.x) * classes_ + c]) to_.push_back(static_cast<std::uint16_t>(place + 1));
    }
    to_.push_back(is_word_[c] ? kAfterWord : 0);
    if (next_.size() + classes_ > std::max(kMaxTransitions, kMinStates * classes_)) {
        const State reached = to_;
        forget_states();
        return add_state(reached);
    }
    const StateId reached = add_state(to_);
    return next_[from * classes_ + c] = reached;
}

// Enters `place` and all that can be reached from it without a character, each once a call of follow().
void Regex::enter(std::size_t place, bool is_edge, bool is_line_begin, bool is_line_end)
{
    const auto wait = [&](std::size_t at, std::int32_t distance) {
        at += static_cast<std::size_t>(distance);
        if (entered_in_[at] == call_) return;
        entered_in_[at] = call_;
        waiting_.push_back(static_cast<std::uint16_t>(at));
    };
    const auto wait_if = [&](bool holds, std::size_t at) {
        if (holds) wait(at, 1);
    };
    waiting_.clear();
    wait(place, 0);
    while (!waiting_.empty()) {
        const std::size_t at = waiting_.back();
        waiting_.pop_back();
        const RegexInstruction& instruction = program_.code[at];
        switch (instruction.op) {
        case Op::kChar:
        case Op::kMatch: break;
        case Op::kSplit: wait(at, instruction.y); [[fallthrough]];
        case Op::kJump: wait(at, instruction.x); break;
        case Op::kLineBegin: wait_if(is_line_begin, at); break;
        case Op::kLineEnd: wait_if(is_line_end, at); break;
        case Op::kWordEdge: wait_if(is_edge, at); break;
        case Op::kNoWordEdge: wait_if(!is_edge, at); break;
        }
    }
}

}  // namespace paperdeck
