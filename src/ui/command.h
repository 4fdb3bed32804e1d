// What the reader asks for, whatever they asked it with: mouse, key, touch, screen reader or test.
// The front end only says it; `app` does it.
#pragma once

#include <cstdint>
#include <string>

namespace paperdeck::ui {

enum class CommandKind : std::uint8_t {
    kNone,
    kSetQuery,       // text: the whole query
    kTypeQuery,      // the same, by hand or completed; number: where the caret stands, in bytes
    kToggleFilter,   // number: QueryFilter::Field; text: the value
    kSetSort,        // number: Sort
    kSetDates,       // text: the value of the only date filter, empty for none
    kClearQuery,
    kSearchFocus,    // number: 1 the search field got the focus, 0 lost it
    kTakeSuggestion, // number: which
    kForgetQueries,  // those asked before
    kExplainQuery,   // in words
    kExplainPlace,   // number: PaperIndex; why it stands where it does
    kFindLikePaper,  // number: PaperIndex
    kFindLikeText,   // the text in the search field
    kGoToPaper,      // number: PaperIndex, a result or not
    kCloseAnswer,
    kFocusSearch,
    kLeaveSearch,
    kMoveSelection,  // number: cards down, as int32
    kScrollPages,    // number: pages down, as int32
    kScrollToEnd,    // number: 0 the first card, 1 the last
    kOpenPaper,      // number: PaperIndex
    kClosePaper,
    kOpenAbsPage,    // number: PaperIndex
    kOpenPdf,        // number: PaperIndex
    kOpenUrl,        // text: an http or https address
    kPickFiles,
    kToggleTheme,
    kToggleHelp,
    kToggleView,     // the choices about the look of things
    kToggleHighlights,  // the dialogue
    kEditHighlights, // number: 0 the words, 1 the authors; text: all of them
    kShowPage,       // number: Page
    kSet,            // number: setting_number()
    kZoom,           // number: 1 larger, -1 smaller, 0 as it comes; as int32
    kDismissAlert,   // number: Alert::id
    kRemoveDigest,   // number: OwnDigest::id
    kReload,         // the waiting version of the page, or the files that changed on disk
    kCopySelection,  // by the button beside it, which ends it
    kExtendSelection,  // number: SelectionStep
    kSelectAll,      // of the paper at hand
    kTouchFeedback,  // a long press did something: the finger shall feel it
    kBack,           // Escape: closes what is uppermost
};

// What an arrow key does to the end of selected text.
enum class SelectionStep : std::uint32_t { kLeft, kRight, kUp, kDown, kWordLeft, kWordRight };

struct Command {
    CommandKind kind = CommandKind::kNone;
    std::uint32_t number = 0;
    std::string text;
};

}  // namespace paperdeck::ui
