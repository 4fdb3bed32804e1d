// The words of a text, as search knows them.
//
// A run is a stretch of letters and digits; a single hyphen, apostrophe or underscore between two of them does not end
// it. It is cut into parts at these signs, at camel humps and between letters and digits: "VideoMoCo" is video, mo, co;
// "GPT-4o" gpt, 4, o; "reader's" reader, s. Its last parts together, from two of them to all, are words as well: "moco"
// and "videomoco"; of more than kMaxSuffixParts parts only all. So are the last parts of each stretch between joining signs:
// "SwissGov-RSD" is swissgov too. All is folded as base/fold does (case, accents, width, ligatures, dashes).
// Chinese, Japanese and Korean, which part no words, give two characters at a time: "扩散模型" is 扩散, 散模, 模型, 型.
// A Greek letter by itself and the commonest signs of mathematics are words by their names in TeX, so that "α" finds
// "\alpha" and the other way round.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// Bytes of a word that count; the rest of a longer one is not looked at.
inline constexpr std::size_t kMaxTermBytes = 64;
// Bytes of a run, but for the character that reaches beyond; what follows is another one.
inline constexpr std::size_t kMaxRunBytes = 1024;

// Parts of a run that still is a word as a whole.
inline constexpr std::size_t kMaxParts = 63;
inline constexpr std::size_t kMaxSuffixParts = 6;

// Bytes that are read of a word at once, where they are there.
inline constexpr std::size_t kRoom = 16;

struct Token {
    std::string_view term;    // folded; where `has_capital` its first byte is still a capital A to Z
    std::uint32_t begin = 0;  // bytes of the text that it came from
    std::uint32_t end = 0;
    std::uint16_t parts = 1;  // 1: a part; more: the whole of that many parts; wholes come behind their run's parts, the one
                              // of all parts last
    std::uint16_t behind = 0; // parts of the run that stand behind the whole's last one
    bool has_capital = false;
    bool has_room = false;    // kRoom bytes can be read from where `term` begins
    bool is_cjk = false;      // of two characters, or the last one of a stretch of them
};

// One run taken apart; kept between calls for its memory.
struct TokenRun {
    std::vector<Token> tokens;
    std::size_t end = 0;       // where the text goes on behind it

    // Reads the run, sign or character at `begin`; no tokens where there is none.
    void read(std::string_view text, std::size_t begin);

private:
    enum class Letter : std::uint8_t { kNone, kLower, kUpper, kDigit };

    bool read_compound(std::string_view text, std::size_t begin);
    std::size_t read_ascii(std::string_view text, std::size_t begin);
    void read_cjk(std::string_view text, std::size_t begin);
    void add_character(std::string_view text, std::size_t at, std::size_t size, char32_t c);
    bool is_break(std::size_t k) const;
    void cut();
    void add_wholes(std::size_t first_part, std::size_t end_part, std::size_t parts);

    std::string folded_;
    std::vector<Letter> letters_;         // of each folded byte; kNone for what joins parts
    std::vector<std::uint32_t> sources_;  // of each folded byte and, at the end, behind the last
    std::vector<std::size_t> stretches_;  // between joining signs: in how many parts each ends
    std::string names_;                   // what the tokens of runs point into, and room behind it
    std::size_t names_size_ = 0;          // without the room
    std::array<char, kMaxSuffixParts * kMaxTermBytes + kRoom> compound_;  // the same for the wholes of plain words
};

namespace token_bytes {
enum Class : std::uint8_t { kOther, kLower, kUpper, kDigit, kJoiner, kBeyondAscii };
extern const std::array<std::uint8_t, 256> kClasses;
}  // namespace token_bytes

// Calls `sink(const Token&)` for every word of `text`, in order. Nearly all words of a paper are plain: letters of
// which only the first may be a capital, between blanks. They are cut here, without a copy.
template <class Sink>
void tokenize(std::string_view text, TokenRun& run, Sink&& sink)
{
    using namespace token_bytes;
    const auto class_at = [&](std::size_t i) { return kClasses[static_cast<unsigned char>(text[i])]; };
    const std::size_t size = text.size();
    std::size_t i = 0;
    while (i < size) {
        const std::uint8_t first = class_at(i);
        if (first == kOther || first == kJoiner) {
            ++i;
            continue;
        }
        if (first <= kDigit) {
            const std::uint8_t rest = first == kDigit ? kDigit : kLower;
            std::size_t end = i + 1;
            while (end < size && class_at(end) == rest) ++end;
            if (end == size || class_at(end) == kOther) {
                Token token;
                token.term = text.substr(i, end - i < kMaxTermBytes ? end - i : kMaxTermBytes);
                token.begin = static_cast<std::uint32_t>(i);
                token.end = static_cast<std::uint32_t>(end);
                token.has_capital = first == kUpper;
                token.has_room = size - i >= kRoom;
                sink(token);
                i = end;
                continue;
            }
        }
        run.read(text, i);
        for (const Token& token : run.tokens) sink(token);
        i = run.end;
    }
}

// The words of a query's text, or of any other short one, with copies of their terms.
struct Word {
    std::string term;
    std::uint32_t begin = 0, end = 0;
    std::uint16_t parts = 1, behind = 0;
    bool is_cjk = false;
};
std::vector<Word> words_of(std::string_view text);

}  // namespace paperdeck
