// The texts that can be selected, as the panels lay them out.
#pragma once

#include "digest/library.h"
#include "ui/selection.h"

namespace paperdeck::ui {

class CardList;
struct DetailState;

// A title or an abstract.
const StyledText& text_of(const View& view, const TextKey& key);

// All of them, drawn or not: cards that are out of sight are laid out.
class PanelTexts {
public:
    PanelTexts(const View& view, CardList& list, const DetailState& detail) : view_(view), list_(list), detail_(detail) {}

    // How many texts a paper has there, some of which may be empty.
    std::size_t fields(Surface surface) const;
    // The paper of a row on the surface of `key`, or none.
    PaperIndex paper(const TextKey& key, std::size_t row) const;
    // Stays until the next call.
    const StyledText& text(const TextKey& key) const;
    // How much of it is shown.
    std::uint32_t shown_bytes(const TextKey& key) const;

private:
    const View& view_;
    CardList& list_;
    const DetailState& detail_;
};

}  // namespace paperdeck::ui
