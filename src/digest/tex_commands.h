// The TeX text commands that titles and abstracts have in them, as a table.
#pragma once

#include <cstdint>
#include <string_view>

#include "digest/styled_text.h"

namespace paperdeck {

struct TexCommand {
    // What the command does with what stands behind it.
    enum class Action {
        kStyle,   // \textbf{…}: the argument in `style`
        kSwitch,  // {\it …}: `style` to the end of the group
        kSymbol,  // \ss: `text`
        kAccent,  // \v{s}: the argument with `mark`
        kDrop,    // \cite{…}: nothing
        kNote,    // \footnote{…}: the argument in brackets
        kUrl,     // \url{…}
        kHref,    // \href{…}{…}
        kColour   // \textcolor{red}{…}: the second argument
    };

    std::string_view name;  // without its backslash
    Action action;
    std::uint8_t style = kPlain;
    char32_t mark = 0;
    std::string_view text = {};
};

// The command of that name; null for one that is not known.
const TexCommand* tex_command(std::string_view name);

// The combining mark of an accent written with a sign: U+0301 for the ' of \'e. 0 for other characters.
char32_t accent_mark(char sign);

}  // namespace paperdeck
