#include "digest/broken_tex.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

// Commands by what is left of them. One that ends in "{" needs it; behind the others stands no letter.
// The controls but TAB and CR have no other use in text, so that any command will do.
constexpr std::array<std::string_view, 8> kBell = {"lpha", "pprox", "ngle", "st", "symp", "leph", "rg", "cute{"};
constexpr std::array<std::string_view, 27> kBackspace = {
    "eta",  "egin{", "ar{",  "oldsymbol{", "f{",      "f",     "inom{",  "ig",     "igl",    "igr",      "igg",   "iggl",     "iggr", "ullet",
    "mod",  "oxed{", "ot",   "m{",         "reve{",   "ecause", "igcup", "igcap",  "igoplus", "igotimes", "owtie", "ackslash", "ra"};
constexpr std::array<std::string_view, 12> kVerticalTab = {"ec{", "arepsilon", "arphi", "arrho", "artheta", "ee", "ert", "dots", "space{", "ec", "dash", "arsigma"};
constexpr std::array<std::string_view, 6> kFormFeed = {"rac{", "orall", "box{", "lat", "rown", "ootnote{"};
// What is no word, so that no line begins with it and no column of a table.
constexpr std::array<std::string_view, 17> kTab = {"ext{",   "extbf{", "extit{", "extsc{",     "extrm{",        "extsf{",      "exttt{", "extsuperscript{", "extsubscript{",
                                                   "imes",   "heta",   "ilde{",  "riangle",    "frac{",         "herefore",    "riangleq", "extstyle"};
constexpr std::array<std::string_view, 9> kReturn = {"ho", "ight", "ceil", "angle{", "ightarrow", "ightharpoonup", "m{", "ef{", "floor{"};
// What may be a word as well, but not between dollars.
constexpr std::array<std::string_view, 8> kTabInMaths = {"o", "au", "op", "an", "anh", "ag{", "o{", "ilde"};
constexpr std::array<std::string_view, 4> kReturnInMaths = {"angle", "floor", "m", "vert"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <std::size_t N>
bool begins_with_one(std::string_view text, const std::array<std::string_view, N>& rests)
{
    return std::any_of(rests.begin(), rests.end(), [&](std::string_view rest) {
        if (text.substr(0, rest.size()) != rest) return false;
        return rest.back() == '{' || text.size() == rest.size() || !is_letter(text[rest.size()]);
    });
}

}  // namespace

char letter_of_broken_tex(std::string_view text, std::size_t at, bool in_maths)
{
    const std::string_view rest = text.substr(at + 1);
    switch (text[at]) {
    case '\a': return begins_with_one(rest, kBell) ? 'a' : '\0';
    case '\b': return begins_with_one(rest, kBackspace) ? 'b' : '\0';
    case '\v': return begins_with_one(rest, kVerticalTab) ? 'v' : '\0';
    case '\f': return begins_with_one(rest, kFormFeed) ? 'f' : '\0';
    case '\t': return begins_with_one(rest, kTab) || (in_maths && begins_with_one(rest, kTabInMaths)) ? 't' : '\0';
    case '\r': return begins_with_one(rest, kReturn) || (in_maths && begins_with_one(rest, kReturnInMaths)) ? 'r' : '\0';
    default: return '\0';
    }
}

}  // namespace paperdeck
