#include "digest/unlabelled_text.h"

#include <algorithm>
#include <utility>

#include "digest/author_names.h"
#include "digest/heading.h"
#include "digest/paper_links.h"
#include "digest/script.h"
#include "digest/tex.h"
#include "digest/tidying.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxTitle = 400;
// A translated abstract in Chinese has about two thirds of the bytes of the English one; less is a summary.
constexpr std::size_t kShareOfTranslation = 3;
constexpr std::size_t kMinAbstract = 120;

bool is_all_italic(const StyledText& text)
{
    const std::string_view inner = trimmed(text.text);
    const auto begin = static_cast<std::size_t>(inner.data() - text.text.data());
    return text.spans.size() == 1 && (text.spans[0].style & kItalic) != 0 && text.spans[0].begin <= begin &&
           text.spans[0].end >= begin + inner.size();
}

// "Title in English. (arXiv:2304.07763v1 [cs.IR])" below a title in another language.
bool take_original_title(Paper& paper, const StyledText& text)
{
    if (text.text.size() > kMaxTitle || !find_named_id(text.text).id) return false;
    PaperHeading head = read_paper_heading(text, 0);
    if (!head.identity.arxiv || head.identity.arxiv->id != paper.id || head.title.empty()) return false;
    if (paper.version == 0) paper.version = head.identity.arxiv->version;
    if (paper.categories.empty()) paper.categories = std::move(head.categories);
    if (paper.kind == Kind::kUnknown) paper.kind = head.kind;
    if (head.title.text.back() == '.') head.title = slice(head.title, 0, head.title.text.size() - 1);
    const std::string_view lang = language_of(paper.title.text);
    if (!lang.empty() && language_of(head.title.text).empty()) {
        paper.translation.lang = std::string(lang);
        paper.translation.title = std::exchange(paper.title, std::move(head.title));
    }
    return true;
}

// Paragraphs of a translation stand beside those of the original; what stands before them is a summary.
void assign_translated(Paper& paper, std::vector<StyledText> texts)
{
    const std::size_t wanted = paper.abstract.text.size() / kShareOfTranslation;
    const bool is_translation = texts.back().text.size() >= std::max(wanted, kMinAbstract) && paper.translation.abstract.empty();
    if (is_translation) {
        put_abstract(paper, std::move(texts.back()));
        texts.pop_back();
    }
    for (StyledText& text : texts) paper.summaries.push_back({"", std::move(text)});
}

}  // namespace

StyledText finished(StyledText text) { return finished_text(with_tex_resolved(std::move(text))); }

void put_abstract(Paper& paper, StyledText text)
{
    const std::string_view lang = language_of(text.text);
    if (!lang.empty() && language_of(paper.title.text).empty()) {
        if (!paper.translation.abstract.empty()) return;
        paper.translation.lang = std::string(lang);
        paper.translation.abstract = std::move(text);
    } else if (paper.abstract.empty()) {
        paper.abstract = std::move(text);
    }
}

void assign_unlabelled(Paper& paper, std::vector<Piece>& pieces)
{
    std::vector<Piece*> quotes, paragraphs;
    StyledText notes;
    for (Piece& piece : pieces) {
        if (piece.field != Field::kNone || is_link_row(piece.text) || trimmed(piece.text.text).empty()) continue;
        if (take_original_title(paper, piece.text)) continue;
        if (piece.is_note) add_paragraph(notes, std::move(piece.text));
        else (piece.is_quote ? quotes : paragraphs).push_back(&piece);
    }
    const bool needs_abstract = paper.abstract.empty();
    if (paper.authors.empty() && !paragraphs.empty()) {
        const Piece& first = *paragraphs.front();
        const bool is_followed = paragraphs.size() > 1 || !quotes.empty();
        if ((is_followed || is_all_italic(first.text)) && looks_like_names(first.text.text)) {
            paper.authors = split_names(finished(first.text).text);
            paragraphs.erase(paragraphs.begin());
        }
    }
    if (needs_abstract) {
        StyledText abstract;
        std::vector<StyledText> translated;
        const bool title_is_foreign = !language_of(paper.title.text).empty();
        for (Piece* piece : quotes.empty() ? paragraphs : quotes) {
            if (!title_is_foreign && !language_of(piece->text.text).empty()) translated.push_back(finished(std::move(piece->text)));
            else add_paragraph(abstract, std::move(piece->text));
        }
        paper.abstract = finished(std::move(abstract));
        if (!translated.empty()) assign_translated(paper, std::move(translated));
    }
    notes = finished(std::move(notes));
    if (!notes.empty()) paper.summaries.push_back({"Notes", std::move(notes)});
}

}  // namespace paperdeck
