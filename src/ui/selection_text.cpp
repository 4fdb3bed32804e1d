#include "ui/selection_text.h"

#include "ui/card.h"

namespace paperdeck::ui {

const StyledText& text_of(const View& view, const TextKey& key, const StyledText& authors)
{
    const Paper& paper = view.library->paper(key.paper).paper;
    const bool is_translated = view.settings.is_translated();
    if (key.field == TextField::kTitle) return shown_title(paper, is_translated);
    return key.field == TextField::kAbstract ? shown_abstract(paper, is_translated) : authors;
}

}  // namespace paperdeck::ui
