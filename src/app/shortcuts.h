// Keys → commands. Keys have their DOM names ("j", "Enter", "ArrowDown").
#pragma once

#include <optional>
#include <string_view>

#include "ui/command.h"

namespace paperdeck::app {

// What of the state decides on a key's meaning.
struct KeyContext {
    bool is_help_open = false;
    bool has_selection = false;
    std::uint32_t selected = 0;
    bool follows_g = false;  // the key before was g
    bool zooms = false;      // the program does it, not the browser
    bool has_selection_end = false;  // of text, that arrow keys can move
};

// The command of a key, or nothing: then the key is the browser's or the window's. Modifiers as
// platform::Modifier: 1 shift, 2 ctrl, 4 alt, 8 meta.
std::optional<ui::Command> command_of_key(std::string_view name, unsigned modifiers, const KeyContext& context);

}  // namespace paperdeck::app
