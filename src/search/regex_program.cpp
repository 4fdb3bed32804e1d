#include "search/regex_program.h"

#include <algorithm>

#include "base/utf8.h"
#include "search/regex_reader.h"

namespace paperdeck {
namespace {

using Instruction = RegexInstruction;
using Op = Instruction::Op;

constexpr int kMaxDepth = 40;
constexpr int kNoLimit = PatternReader::kNoLimit;

// What is known of the texts that a part of the pattern matches.
struct Piece {
    std::string exact;      // with is_exact: the only one
    bool is_exact = false;
    std::string needed;     // stands in all of them
};

void keep_longer(std::string& best, const std::string& other)
{
    if (other.size() > best.size()) best = other;
}

// Recursive descent over the pattern. Code is added at the end; as all jumps are relative, a part of it can be
// moved and copied.
class Compiler {
public:
    Compiler(std::string_view pattern, bool ignores_case) : read_(pattern), ignores_case_(ignores_case) {}

    std::optional<RegexProgram> compile()
    {
        Piece whole = alternatives(0);
        if (!read_.is_at_end()) read_.fail();  // a bracket too many
        add({Op::kMatch});
        if (read_.has_failed()) return std::nullopt;
        program_.literal = whole.is_exact ? std::move(whole.exact) : std::move(whole.needed);
        return std::move(program_);
    }

private:
    std::vector<Instruction>& code() { return program_.code; }
    std::size_t size() const { return program_.code.size(); }
    static std::int32_t distance(std::size_t from, std::size_t to) { return static_cast<std::int32_t>(to) - static_cast<std::int32_t>(from); }
    void add(Instruction instruction)
    {
        if (size() >= RegexProgram::kMaxInstructions) return read_.fail();
        code().push_back(instruction);
    }
    void insert(std::size_t at, Instruction instruction)
    {
        code().insert(code().begin() + static_cast<std::ptrdiff_t>(at), instruction);
    }
    void add_set(CharSet set)
    {
        const auto found = std::find(program_.sets.begin(), program_.sets.end(), set);
        const auto index = static_cast<std::int32_t>(found - program_.sets.begin());
        if (found == program_.sets.end()) program_.sets.push_back(std::move(set));
        add({Op::kChar, index});
    }

    Piece alternatives(int depth)
    {
        if (depth > kMaxDepth) read_.fail();
        std::vector<std::size_t> jumps;
        std::size_t begin = size();
        Piece piece = sequence(depth);
        while (read_.take('|')) {
            insert(begin, {Op::kSplit, 1, distance(begin, size() + 2)});
            jumps.push_back(size());
            add({Op::kJump});
            begin = size();
            sequence(depth);
            piece = {};
        }
        for (const std::size_t jump : jumps)
            if (!read_.has_failed()) code()[jump].x = distance(jump, size());
        return piece;
    }

    Piece sequence(int depth)
    {
        Piece whole{"", true, ""};
        std::string run;  // what stands side by side so far
        while (!read_.is_at_end() && !read_.is_at('|') && !read_.is_at(')')) {
            const std::size_t begin = size();
            Piece piece = atom(depth);
            quantifiers(begin, piece);
            if (piece.is_exact) {
                run += piece.exact;
                continue;
            }
            whole.is_exact = false;
            keep_longer(whole.needed, run);
            keep_longer(whole.needed, piece.needed);
            run.clear();
        }
        keep_longer(whole.needed, run);
        if (whole.is_exact) whole.exact = std::move(run);
        return whole;
    }

    Piece atom(int depth)
    {
        if (read_.take('(')) return group(depth);
        if (read_.take('^')) return edge(Op::kLineBegin);
        if (read_.take('$')) return edge(Op::kLineEnd);
        if (read_.take('[')) return characters(read_.brackets(ignores_case_));
        if (read_.take('.')) return characters(CharSet(1, CharRange{0, kLastCodePoint}));
        if (read_.is_at('*') || read_.is_at('+') || read_.is_at('?')) {
            read_.fail();
            return {};
        }
        if (!read_.take('\\')) return character(read_.next());
        if (read_.take('b')) return edge(Op::kWordEdge);
        if (read_.take('B')) return edge(Op::kNoWordEdge);
        CharSet set;
        const char32_t c = read_.escape(set);
        return set.empty() ? character(c) : characters(std::move(set));
    }

    Piece group(int depth)
    {
        if (read_.take('?')) {
            read_.take('P');
            if (read_.take('<') && !read_.is_at('=') && !read_.is_at('!')) {
                read_.skip_behind('>');
            } else if (!read_.take(':')) {
                read_.fail();  // looks around, or sets flags
            }
        }
        Piece piece = alternatives(depth + 1);
        if (!read_.take(')')) read_.fail();
        return piece;
    }

    Piece edge(Op op)
    {
        add({op});
        return {"", true, ""};
    }

    Piece characters(CharSet set)
    {
        if (ignores_case_) add_other_case(set);
        add_set(std::move(set));
        return {};
    }

    Piece character(char32_t c)
    {
        CharSet set(1, CharRange{c, c});
        if (ignores_case_) add_other_case(set);
        const bool has_case = set.size() > 1 || set[0].first != set[0].last;
        add_set(std::move(set));
        if (has_case && c >= 0x80) return {};
        Piece piece{"", true, ""};
        append_utf8(piece.exact, has_case ? c | 0x20 : c);
        return piece;
    }

    void quantifiers(std::size_t begin, Piece& piece)
    {
        int least = 1, most = 1;
        if (read_.take('*')) least = 0, most = kNoLimit;
        else if (read_.take('+')) most = kNoLimit;
        else if (read_.take('?')) least = 0;
        else if (!read_.counts(least, most)) return;
        read_.take('?');  // which match is found makes no difference to whether there is one
        if (read_.is_at('*') || read_.is_at('+') || read_.is_at('?')) read_.fail();
        if (read_.has_failed()) return;
        repeat(begin, least, most);
        if (least == 1 && most == 1) return;
        if (piece.is_exact) piece.needed = std::move(piece.exact);
        if (least == 0) piece.needed.clear();
        piece.is_exact = false;
    }

    // Makes of the code from `begin` on one that matches `least` to `most` of it in a row.
    void repeat(std::size_t begin, int least, int most)
    {
        const std::vector<Instruction> part(code().begin() + static_cast<std::ptrdiff_t>(begin), code().end());
        const auto length = static_cast<std::int32_t>(part.size());
        const auto copies = static_cast<std::size_t>(std::max({least, most, 1}));
        const auto splits = static_cast<std::size_t>(most == kNoLimit ? 2 : most - least);
        if (begin + part.size() * copies + splits >= RegexProgram::kMaxInstructions) return read_.fail();
        code().resize(begin);
        const auto add_part = [&] { code().insert(code().end(), part.begin(), part.end()); };
        for (int i = 0; i < least; ++i) add_part();
        if (most == kNoLimit && least > 0) {
            add({Op::kSplit, -length, 1});
        } else if (most == kNoLimit) {
            add({Op::kSplit, 1, length + 2});
            add_part();
            add({Op::kJump, -length - 1});
        }
        for (int i = least; i < most; ++i) {
            add({Op::kSplit, 1, length + 1});
            add_part();
        }
    }

    PatternReader read_;
    bool ignores_case_;
    RegexProgram program_;
};

}  // namespace

std::optional<RegexProgram> compile_regex(std::string_view pattern, bool ignores_case)
{
    return Compiler(pattern, ignores_case).compile();
}

}  // namespace paperdeck
