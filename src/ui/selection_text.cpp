#include "ui/selection_text.h"

#include <algorithm>

#include "ui/card_list.h"
#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr auto kFirstSection = static_cast<std::size_t>(TextField::kFirstSection);

}  // namespace

const StyledText& text_of(const View& view, const TextKey& key)
{
    const Paper& paper = view.library->paper(key.paper).paper;
    const bool is_translated = view.settings.is_translated();
    if (key.field == TextField::kTitle) return shown_title(paper, is_translated);
    return key.surface == Surface::kList ? card_text(paper, is_translated).text : shown_abstract(paper, is_translated);
}

std::size_t PanelTexts::fields(Surface surface) const
{
    return surface == Surface::kDetail ? kFirstSection + detail_.sections.size() : kFirstSection;
}

PaperIndex PanelTexts::paper(const TextKey& key, std::size_t row) const
{
    if (key.surface == Surface::kDetail) return row == 0 ? key.paper : kNoPaper;
    const auto& papers = view_.result->papers;
    return row < papers.size() ? papers[row] : kNoPaper;
}

const StyledText& PanelTexts::text(const TextKey& key) const
{
    static const StyledText kNone;
    if (key.field == TextField::kTitle || key.field == TextField::kAbstract) return text_of(view_, key);
    if (key.surface == Surface::kList) return list_.shown_authors(view_, key.paper);
    // The detail may not have been drawn since another paper was chosen.
    if (detail_.paper != key.paper) return kNone;
    if (key.field == TextField::kAuthors) return detail_.authors_text;
    const std::size_t section = static_cast<std::size_t>(key.field) - kFirstSection;
    return section < detail_.sections.size() ? detail_.sections[section].text : kNone;
}

std::uint32_t PanelTexts::shown_bytes(const TextKey& key) const
{
    if (key.surface == Surface::kList && key.field == TextField::kAbstract) return list_.shown_abstract_bytes(view_, key.paper);
    return static_cast<std::uint32_t>(text(key).text.size());
}

}  // namespace paperdeck::ui
