#include "app/shortcuts.h"

#include <doctest/doctest.h>

using namespace paperdeck::app;
using paperdeck::ui::CommandKind;

namespace {

CommandKind kind(std::string_view key, unsigned modifiers = 0, KeyContext context = {false, true, 7, false})
{
    const auto command = command_of_key(key, modifiers, context);
    return command ? command->kind : CommandKind::kNone;
}

}  // namespace

TEST_CASE("readers' keys do what readers know them for")
{
    CHECK(kind("j") == CommandKind::kMoveSelection);
    CHECK(static_cast<int>(command_of_key("k", 0, {})->number) == -1);
    CHECK(kind("/") == CommandKind::kFocusSearch);
    CHECK(kind("h") == CommandKind::kToggleHighlights);
    CHECK(kind("h", 0, {true, true, 7, false}) == CommandKind::kNone);
    CHECK(kind("Enter") == CommandKind::kOpenPaper);
    CHECK(command_of_key("o", 0, {false, true, 7, false})->number == 7);
    CHECK(kind("Escape") == CommandKind::kBack);
    CHECK(kind("?", 1) == CommandKind::kToggleHelp);
    CHECK(kind("v") == CommandKind::kOpenAbsPage);
    CHECK(kind("P", 1) == CommandKind::kOpenPdf);
    CHECK(kind("G", 1) == CommandKind::kScrollToEnd);
}

TEST_CASE("chords belong to the browser, but for those that search")
{
    CHECK(kind("k", 2) == CommandKind::kFocusSearch);
    CHECK(kind("f", 8) == CommandKind::kFocusSearch);
    for (const char* key : {"r", "t", "w", "n", "c", "v", "p", "j", "0", "+"}) CHECK(kind(key, 2) == CommandKind::kNone);
    CHECK(kind("ArrowDown", 4) == CommandKind::kNone);
}

TEST_CASE("Shift and arrows move the end of a selection, where there is one, by words with Ctrl or a Mac's Alt")
{
    const KeyContext selecting = {false, true, 7, false, false, true};
    const auto step = [&](std::string_view key, unsigned modifiers) {
        const auto command = command_of_key(key, modifiers, selecting);
        REQUIRE(command.has_value());
        REQUIRE(command->kind == CommandKind::kExtendSelection);
        return static_cast<paperdeck::ui::SelectionStep>(command->number);
    };
    using Step = paperdeck::ui::SelectionStep;
    CHECK(step("ArrowLeft", 1) == Step::kLeft);
    CHECK(step("ArrowRight", 3) == Step::kWordRight);
    CHECK(step("ArrowLeft", 5) == Step::kWordLeft);
    CHECK(step("ArrowDown", 1) == Step::kDown);
    CHECK(kind("ArrowRight", 1) == CommandKind::kNone);
    CHECK(kind("ArrowRight", 0, selecting) == CommandKind::kNone);
    CHECK(kind("ArrowDown", 0, selecting) == CommandKind::kMoveSelection);
}

TEST_CASE("Ctrl or Cmd and A select the text of the paper at hand, if there is one and nothing lies over it")
{
    CHECK(kind("a", 2) == CommandKind::kSelectAll);
    CHECK(kind("a", 8) == CommandKind::kSelectAll);
    CHECK(kind("a", 0) == CommandKind::kNone);
    CHECK(kind("a", 2, {false, false, 0, false}) == CommandKind::kNone);
    CHECK(kind("a", 2, {true, true, 7, false}) == CommandKind::kNone);
}

TEST_CASE("g twice goes to the first card, once does nothing")
{
    CHECK(kind("g") == CommandKind::kNone);
    CHECK(kind("g", 0, {false, true, 7, true}) == CommandKind::kScrollToEnd);
}

TEST_CASE("without a selection there is nothing to open")
{
    CHECK(kind("Enter", 0, {}) == CommandKind::kNone);
    CHECK(kind("v", 0, {}) == CommandKind::kNone);
}

TEST_CASE("an open help takes the keys of the page under it")
{
    const KeyContext help = {true, true, 7, false};
    CHECK(kind("j", 0, help) == CommandKind::kNone);
    CHECK(kind("Escape", 0, help) == CommandKind::kBack);
    CHECK(kind("?", 1, help) == CommandKind::kToggleHelp);
}

TEST_CASE("zooming is the browser's, and the program's where there is no browser")
{
    const KeyContext browser = {false, true, 7, false, false}, desktop = {false, true, 7, false, true};
    for (const char* key : {"+", "=", "-", "0"}) CHECK(!command_of_key(key, 2, browser));
    CHECK(command_of_key("+", 2, desktop)->number == 1u);
    CHECK(command_of_key("=", 2, desktop)->number == 1u);
    CHECK(static_cast<int>(command_of_key("-", 2, desktop)->number) == -1);
    CHECK(command_of_key("0", 2, desktop)->kind == CommandKind::kZoom);
    CHECK(!command_of_key("+", 0, desktop));
}
