// The commands that stand for one character. Source of the pairs: the Unicode character database's
// names beside the symbol lists of TeX and amssymb.
#include <algorithm>
#include <iterator>

#include "text/maths.h"

namespace paperdeck {
namespace {

struct Symbol {
    std::string_view command;
    std::string_view text;
};

// Sorted by command (byte order): looked up by binary search.
constexpr Symbol kSymbols[] = {
    {"#", "#"}, {"$", "$"}, {"%", "%"}, {"&", "&"}, {"AA", "Å"}, {"Delta", "Δ"},
    {"Gamma", "Γ"}, {"Im", "ℑ"}, {"Lambda", "Λ"}, {"Leftarrow", "⇐"}, {"Leftrightarrow", "⇔"},
    {"Longleftrightarrow", "⇔"}, {"Longrightarrow", "⇒"}, {"Omega", "Ω"}, {"Phi", "Φ"},
    {"Pi", "Π"}, {"Pr", "Pr"}, {"Psi", "Ψ"}, {"Re", "ℜ"}, {"Rightarrow", "⇒"}, {"S", "§"},
    {"Sigma", "Σ"}, {"Theta", "Θ"}, {"Uparrow", "⇑"}, {"Upsilon", "Υ"}, {"Vert", "‖"}, {"Xi", "Ξ"},
    {"_", "_"}, {"aleph", "ℵ"}, {"alpha", "α"}, {"angle", "∠"}, {"approx", "≈"}, {"ast", "∗"},
    {"asymp", "≍"}, {"backslash", "\\"}, {"because", "∵"}, {"beta", "β"}, {"bigcap", "⋂"},
    {"bigcup", "⋃"}, {"bigoplus", "⊕"}, {"bigotimes", "⊗"}, {"bigwedge", "⋀"}, {"bot", "⊥"},
    {"bullet", "•"}, {"cap", "∩"}, {"cdot", "·"}, {"cdots", "⋯"}, {"checkmark", "✓"}, {"chi", "χ"},
    {"circ", "∘"}, {"colon", ":"}, {"cong", "≅"}, {"cup", "∪"}, {"dag", "†"}, {"dagger", "†"},
    {"ddagger", "‡"}, {"deg", "°"}, {"degree", "°"}, {"delta", "δ"}, {"diamond", "⋄"}, {"div", "÷"},
    {"dots", "…"}, {"dotsc", "…"}, {"downarrow", "↓"}, {"ell", "ℓ"}, {"emptyset", "∅"},
    {"epsilon", "ϵ"}, {"equiv", "≡"}, {"eta", "η"}, {"exists", "∃"}, {"forall", "∀"},
    {"gamma", "γ"}, {"ge", "≥"}, {"geq", "≥"}, {"geqslant", "≥"}, {"gets", "←"}, {"gg", "≫"},
    {"gtrsim", "≳"}, {"hbar", "ℏ"}, {"hookrightarrow", "↪"}, {"iff", "⇔"}, {"imath", "ı"},
    {"implies", "⇒"}, {"in", "∈"}, {"infty", "∞"}, {"int", "∫"}, {"iota", "ι"}, {"jmath", "ȷ"},
    {"kappa", "κ"}, {"lambda", "λ"}, {"land", "∧"}, {"langle", "⟨"}, {"lbrace", "{"},
    {"lbrack", "["}, {"lceil", "⌈"}, {"ldots", "…"}, {"le", "≤"}, {"leftarrow", "←"},
    {"leftrightarrow", "↔"}, {"leq", "≤"}, {"leqslant", "≤"}, {"lesssim", "≲"}, {"lfloor", "⌊"},
    {"ll", "≪"}, {"lnot", "¬"}, {"longrightarrow", "⟶"}, {"lor", "∨"}, {"lvert", "|"},
    {"mapsto", "↦"}, {"mid", "∣"}, {"models", "⊨"}, {"mp", "∓"}, {"mu", "μ"}, {"nabla", "∇"},
    {"ne", "≠"}, {"neg", "¬"}, {"neq", "≠"}, {"ni", "∋"}, {"not", "¬"}, {"notin", "∉"},
    {"nu", "ν"}, {"odot", "⊙"}, {"omega", "ω"}, {"ominus", "⊖"}, {"oplus", "⊕"}, {"otimes", "⊗"},
    {"parallel", "∥"}, {"partial", "∂"}, {"perp", "⊥"}, {"phi", "ϕ"}, {"pi", "π"}, {"pm", "±"},
    {"pounds", "£"}, {"prec", "≺"}, {"preceq", "⪯"}, {"prime", "′"}, {"prod", "∏"},
    {"propto", "∝"}, {"psi", "ψ"}, {"rangle", "⟩"}, {"rbrace", "}"}, {"rbrack", "]"},
    {"rceil", "⌉"}, {"rfloor", "⌋"}, {"rho", "ρ"}, {"rightarrow", "→"}, {"rightleftharpoons", "⇌"},
    {"rvert", "|"}, {"setminus", "∖"}, {"sigma", "σ"}, {"sim", "∼"}, {"simeq", "≃"}, {"sqcup", "⊔"},
    {"square", "□"}, {"star", "⋆"}, {"subset", "⊂"}, {"subseteq", "⊆"}, {"succ", "≻"},
    {"succeq", "⪰"}, {"sum", "∑"}, {"supset", "⊃"}, {"supseteq", "⊇"}, {"tau", "τ"},
    {"therefore", "∴"}, {"theta", "θ"}, {"tilde", "~"}, {"times", "×"}, {"to", "→"}, {"top", "⊤"},
    {"triangle", "△"}, {"triangleq", "≜"}, {"uparrow", "↑"}, {"upsilon", "υ"},
    {"varepsilon", "ε"}, {"varnothing", "∅"}, {"varphi", "φ"}, {"varpi", "ϖ"}, {"varrho", "ϱ"},
    {"varsigma", "ς"}, {"vartheta", "ϑ"}, {"vee", "∨"}, {"vert", "|"}, {"wedge", "∧"}, {"wp", "℘"},
    {"xi", "ξ"}, {"zeta", "ζ"}, {"{", "{"}, {"|", "‖"}, {"}", "}"},
};

constexpr bool is_sorted()
{
    for (std::size_t i = 1; i < std::size(kSymbols); ++i)
        if (!(kSymbols[i - 1].command < kSymbols[i].command)) return false;
    return true;
}
static_assert(is_sorted(), "the binary search needs the table in byte order");

}  // namespace

std::string_view maths_symbol(std::string_view command)
{
    const auto* found = std::lower_bound(
        std::begin(kSymbols), std::end(kSymbols), command,
        [](const Symbol& symbol, std::string_view key) { return symbol.command < key; });
    if (found == std::end(kSymbols) || found->command != command) return {};
    return found->text;
}

}  // namespace paperdeck
