#include "digest/tex_commands.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

using Action = TexCommand::Action;

// In ASCII order.
constexpr std::array kCommands = {
    TexCommand{"AA", Action::kSymbol, 0, 0, "Å"},
    TexCommand{"AE", Action::kSymbol, 0, 0, "Æ"},
    TexCommand{"H", Action::kAccent, 0, 0x30B},
    TexCommand{"L", Action::kSymbol, 0, 0, "Ł"},
    TexCommand{"LaTeX", Action::kSymbol, 0, 0, "LaTeX"},
    TexCommand{"O", Action::kSymbol, 0, 0, "Ø"},
    TexCommand{"OE", Action::kSymbol, 0, 0, "Œ"},
    TexCommand{"TeX", Action::kSymbol, 0, 0, "TeX"},
    TexCommand{"aa", Action::kSymbol, 0, 0, "å"},
    TexCommand{"ae", Action::kSymbol, 0, 0, "æ"},
    TexCommand{"b", Action::kAccent, 0, 0x331},
    TexCommand{"bf", Action::kSwitch, kBold},
    TexCommand{"bfseries", Action::kSwitch, kBold},
    TexCommand{"c", Action::kAccent, 0, 0x327},
    TexCommand{"cite", Action::kDrop},
    TexCommand{"citep", Action::kDrop},
    TexCommand{"citet", Action::kDrop},
    TexCommand{"d", Action::kAccent, 0, 0x323},
    TexCommand{"dots", Action::kSymbol, 0, 0, "…"},
    TexCommand{"em", Action::kSwitch, kItalic},
    TexCommand{"emph", Action::kStyle, kItalic},
    TexCommand{"footnote", Action::kNote},
    TexCommand{"footnotesize", Action::kSwitch},
    TexCommand{"href", Action::kHref},
    TexCommand{"i", Action::kSymbol, 0, 0, "ı"},
    TexCommand{"it", Action::kSwitch, kItalic},
    TexCommand{"itshape", Action::kSwitch, kItalic},
    TexCommand{"j", Action::kSymbol, 0, 0, "ȷ"},
    TexCommand{"k", Action::kAccent, 0, 0x328},
    TexCommand{"l", Action::kSymbol, 0, 0, "ł"},
    TexCommand{"label", Action::kDrop},
    TexCommand{"ldots", Action::kSymbol, 0, 0, "…"},
    TexCommand{"mbox", Action::kStyle},
    TexCommand{"o", Action::kSymbol, 0, 0, "ø"},
    TexCommand{"oe", Action::kSymbol, 0, 0, "œ"},
    TexCommand{"r", Action::kAccent, 0, 0x30A},
    TexCommand{"ref", Action::kDrop},
    TexCommand{"rm", Action::kSwitch},
    TexCommand{"sc", Action::kSwitch},
    TexCommand{"sf", Action::kSwitch},
    TexCommand{"sl", Action::kSwitch, kItalic},
    TexCommand{"small", Action::kSwitch},
    TexCommand{"ss", Action::kSymbol, 0, 0, "ß"},
    TexCommand{"text", Action::kStyle},
    TexCommand{"textasciitilde", Action::kSymbol, 0, 0, "~"},
    TexCommand{"textbackslash", Action::kSymbol, 0, 0, "\\"},
    TexCommand{"textbf", Action::kStyle, kBold},
    TexCommand{"textcolor", Action::kColour},
    TexCommand{"textit", Action::kStyle, kItalic},
    TexCommand{"textmd", Action::kStyle},
    TexCommand{"textnormal", Action::kStyle},
    TexCommand{"textrm", Action::kStyle},
    TexCommand{"textsc", Action::kStyle},
    TexCommand{"textsf", Action::kStyle},
    TexCommand{"textsl", Action::kStyle, kItalic},
    TexCommand{"textsubscript", Action::kStyle},
    TexCommand{"textsuperscript", Action::kStyle},
    TexCommand{"texttt", Action::kStyle, kCode},
    TexCommand{"tt", Action::kSwitch, kCode},
    TexCommand{"u", Action::kAccent, 0, 0x306},
    TexCommand{"uline", Action::kStyle},
    TexCommand{"underline", Action::kStyle},
    TexCommand{"url", Action::kUrl},
    TexCommand{"v", Action::kAccent, 0, 0x30C},
};

}  // namespace

const TexCommand* tex_command(std::string_view name)
{
    const auto found = std::lower_bound(kCommands.begin(), kCommands.end(), name,
                                        [](const TexCommand& command, std::string_view wanted) { return command.name < wanted; });
    return found != kCommands.end() && found->name == name ? found : nullptr;
}

char32_t accent_mark(char sign)
{
    switch (sign) {
    case '\'': return 0x301;
    case '`': return 0x300;
    case '^': return 0x302;
    case '"': return 0x308;
    case '~': return 0x303;
    case '=': return 0x304;
    case '.': return 0x307;
    default: return 0;
    }
}

}  // namespace paperdeck
