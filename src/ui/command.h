// What the reader asks for, whatever they asked it with: mouse, key, touch, screen reader or test.
// The front end only says it; `app` does it.
#pragma once

#include <cstdint>
#include <string>

namespace paperdeck::ui {

enum class CommandKind : std::uint8_t {
    kNone,
    kSetQuery,       // text: the whole query
    kToggleFilter,   // number: QueryFilter::Field; text: the value
    kSetSort,        // number: Sort
    kClearQuery,
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
    kShowFilters,    // number: 1 show, 0 hide (the phone's filter page)
    kDismissAlert,   // number: Alert::id
    kRemoveDigest,   // number: OwnDigest::id
    kReload,         // the waiting version of the page, or the files that changed on disk
    kBack,           // Escape: closes what is uppermost
};

struct Command {
    CommandKind kind = CommandKind::kNone;
    std::uint32_t number = 0;
    std::string text;
};

}  // namespace paperdeck::ui
