// Texts that a reader might type, and many that nobody would: for tests of what must hold for every query.
#pragma once

#include <cstdint>
#include <string>

namespace paperdeck::test {

class QuerySamples {
public:
    explicit QuerySamples(std::uint64_t seed) : state_(seed) {}

    std::uint32_t below(std::uint32_t count)
    {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>((state_ >> 33) % count);
    }

    // Pieces of the language in any order, some of them cut short.
    std::string text()
    {
        static const char* const kPieces[] = {
            "graph", "net", "a", "b", "U-Net", "neur*", "O(n)", "p(x|y)", "C++", "A*", "e.g.", "\u56fe\u795e\u7ecf", "\"graph net\"", "\"a\"*", "\u201ccurly\u201d", "\"open ",
            "/re gex/i", "/usr", "a/b", "x/", "/", "$\\alpha + b$", "$a", "b$", "title:", "ti:net", "title:(a OR b c)", "author:\"A B\"", "AU:x", "all:OR", "abs:/r/", "foo:bar", "foo:",
            "https://arxiv.org/abs/2103.06255v2", "2103.06255", "arXiv:1301.3781,", "hep-th/9901001", "id:", "id:2104.00001", "cat:cs.CV", "cat:(cs.CV OR cs.LG)", "cat:cs.CV,cs.LG", "in:cs",
            "cat:cs.", "cat:(cs.CV OR foo)", "cat:math.*", "date:2021-03", "date:>=2021", "date:..2020-01-01", "after:2020-12-31", "before:2000", "newer_than:7d", "newer_than:x",
            "date:2021..2020-05", "has:code", "has:maths", "has:x", "is:unread", "is:(new OR cross)", "tag:later", "tag:\"to read\"", "label:(a OR b,c)", "sort:newest", "sort:best", "sort:x",
            "OR", "AND", "NOT", "ANDNOT", "|", "-", "!", "->", "--", "(", ")", "((", "))", "-(", "NOT (", "title:(", "cat:(", "tag:(", ",", ":", "*", "\"", " ", " ", " ", " ", " ", " ", "  ",
            "\t", "\u3000", "-cat:cs.CV", "-\"a b\"", "-author:x", "-graph"};
        std::string out;
        const std::uint32_t count = below(9);
        for (std::uint32_t i = 0; i < count; ++i) {
            out += kPieces[below(sizeof kPieces / sizeof *kPieces)];
            if (below(4) > 0) out += ' ';
        }
        if (below(4) == 0) out.resize(below(static_cast<std::uint32_t>(out.size()) + 1));
        return out;
    }

    // Any bytes, most of them ones that mean something.
    std::string bytes()
    {
        constexpr char kSigns[] = "()\"|-! ,:*/$\\ab1.<>=\xE2\x80\x9C\xC2\xA0ORNTANDtitle:cat:s";
        std::string out;
        const std::uint32_t count = below(40);
        for (std::uint32_t i = 0; i < count; ++i) out += below(8) == 0 ? static_cast<char>(below(256)) : kSigns[below(sizeof kSigns - 1)];
        return out;
    }

private:
    std::uint64_t state_;
};

}  // namespace paperdeck::test
