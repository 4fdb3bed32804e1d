#include "app/shortcuts.h"

namespace paperdeck::app {
namespace {

using ui::Command;
using ui::CommandKind;

constexpr unsigned kShift = 1, kCtrl = 2, kAlt = 4, kMeta = 8;

Command number(CommandKind kind, int value) { return {kind, static_cast<std::uint32_t>(value), {}}; }

// Shift and an arrow; with Ctrl, or a Mac's Alt, by words.
std::optional<ui::SelectionStep> step_of_key(std::string_view name, unsigned modifiers)
{
    using ui::SelectionStep;
    if (!(modifiers & kShift) || modifiers & kMeta) return std::nullopt;
    const bool is_by_word = modifiers & (kCtrl | kAlt);
    if (name == "ArrowLeft") return is_by_word ? SelectionStep::kWordLeft : SelectionStep::kLeft;
    if (name == "ArrowRight") return is_by_word ? SelectionStep::kWordRight : SelectionStep::kRight;
    if (is_by_word) return std::nullopt;
    if (name == "ArrowUp") return SelectionStep::kUp;
    if (name == "ArrowDown") return SelectionStep::kDown;
    return std::nullopt;
}

}  // namespace

std::optional<Command> command_of_key(std::string_view name, unsigned modifiers, const KeyContext& context)
{
    const bool has_command_key = modifiers & (kCtrl | kMeta);
    if (has_command_key && (name == "k" || name == "f" || name == "K" || name == "F")) return Command{CommandKind::kFocusSearch, 0, {}};
    if (has_command_key && context.zooms && !(modifiers & kAlt)) {
        if (name == "+" || name == "=") return number(CommandKind::kZoom, 1);
        if (name == "-" || name == "_") return number(CommandKind::kZoom, -1);
        if (name == "0") return number(CommandKind::kZoom, 0);
    }
    if (!context.is_help_open) {
        const auto step = context.has_selection_end ? step_of_key(name, modifiers) : std::nullopt;
        if (step) return Command{CommandKind::kExtendSelection, static_cast<std::uint32_t>(*step), {}};
        const bool is_all = has_command_key && !(modifiers & (kShift | kAlt)) && name == "a";
        if (is_all && context.has_selection) return Command{CommandKind::kSelectAll, 0, {}};
    }
    // Every other chord belongs to the browser or the desktop.
    if (modifiers & (kCtrl | kMeta | kAlt)) return std::nullopt;

    if (name == "Escape") return Command{CommandKind::kBack, 0, {}};
    if (name == "?") return Command{CommandKind::kToggleHelp, 0, {}};
    if (context.is_help_open) return std::nullopt;

    if (name == "j" || name == "ArrowDown") return number(CommandKind::kMoveSelection, 1);
    if (name == "k" || name == "ArrowUp") return number(CommandKind::kMoveSelection, -1);
    if (name == "/") return Command{CommandKind::kFocusSearch, 0, {}};
    if (name == "h") return Command{CommandKind::kToggleHighlights, 0, {}};
    if (name == "PageDown" || (name == " " && !(modifiers & kShift))) return number(CommandKind::kScrollPages, 1);
    if (name == "PageUp" || name == " ") return number(CommandKind::kScrollPages, -1);
    if (name == "Home" || (name == "g" && context.follows_g)) return number(CommandKind::kScrollToEnd, 0);
    if (name == "End" || name == "G") return number(CommandKind::kScrollToEnd, 1);
    if (!context.has_selection) return std::nullopt;
    if (name == "Enter" || name == "o") return Command{CommandKind::kOpenPaper, context.selected, {}};
    if (name == "v") return Command{CommandKind::kOpenAbsPage, context.selected, {}};
    if (name == "P") return Command{CommandKind::kOpenPdf, context.selected, {}};
    return std::nullopt;
}

}  // namespace paperdeck::app
