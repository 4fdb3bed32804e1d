#include "digest/unlabelled_text.h"

#include <algorithm>
#include <utility>

#include "digest/arxiv.h"
#include "digest/author_names.h"
#include "digest/heading.h"
#include "digest/link_lines.h"
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
bool take_named_title(Paper& paper, const Piece& piece)
{
    const StyledText& text = piece.text;
    if (text.text.size() > kMaxTitle || !find_named_id(text.text).id) return false;
    PaperHeading head = read_paper_heading(text, 0);
    if (!head.identity.arxiv || head.identity.arxiv->id != paper.id || head.title.empty()) return false;
    if (paper.version == 0) paper.version = head.identity.arxiv->version;
    if (paper.categories.empty()) {
        paper.categories = std::move(head.categories);
        paper.lines.set(PaperField::kCategories, piece.line);
    }
    if (paper.kind == Kind::kUnknown) {
        paper.kind = head.kind;
        paper.lines.set(PaperField::kKind, piece.line);
    }
    if (head.title.text.back() == '.') head.title = slice(head.title, 0, head.title.text.size() - 1);
    if (!language_of(paper.title.text).empty() && language_of(head.title.text).empty())
        take_original_title(paper, std::move(head.title), piece.line);
    return true;
}

// Paragraphs of a translation stand beside those of the original; what stands before them is a summary.
void assign_translated(Paper& paper, std::vector<StyledText> texts, int line)
{
    const std::size_t wanted = paper.abstract.text.size() / kShareOfTranslation;
    const bool is_translation = texts.back().text.size() >= std::max(wanted, kMinAbstract) && paper.extras->translation.abstract.empty();
    if (is_translation) {
        put_abstract(paper, std::move(texts.back()), line);
        texts.pop_back();
    }
    for (StyledText& text : texts) add_summary(paper, "", std::move(text), line);
}

// "A One, B Two — arXiv:2103.06255", "*A One, B Two* · [code](…)": the names before what parts them from the rest.
std::string_view names_part(const Piece& piece)
{
    constexpr std::size_t kLongestRest = 160;
    const std::string_view text = piece.text.text;
    std::size_t end = text.size();
    for (const std::string_view mark : {" — ", " – ", " · ", " | "}) end = std::min(end, text.find(mark));
    const std::vector<Span>& spans = piece.text.spans;
    const bool is_italic = !spans.empty() && (spans[0].style & kItalic) != 0 && spans[0].begin == 0 && spans[0].end >= trimmed(text.substr(0, end)).size();
    const bool is_parted = end < text.size() && text.size() - end <= kLongestRest && (is_italic || text.substr(0, end).find(", ") != std::string_view::npos);
    return is_parted ? text.substr(0, end) : text;
}

// "🏢 BAIDU", "▲ 44 • 💬 5": a sign and a word or two.
bool is_sign_line(const Piece& piece)
{
    constexpr std::size_t kLongest = 80;
    const std::string_view text = trimmed(piece.text.text);
    return text.size() <= kLongest && static_cast<unsigned char>(text[0]) >= 0x80 && without_signs(text).data() != text.data();
}

bool is_announced(const Paper& paper, const Piece& piece)
{
    const std::size_t at = announced_abstract(piece.text.text);
    const auto id = at > 0 ? leading_arxiv_id(std::string_view(piece.text.text).substr(0, at)) : std::nullopt;
    return id && id->id == paper.id;
}

void take_announced_abstract(Paper& paper, Piece& piece)
{
    const std::size_t at = announced_abstract(piece.text.text);
    const std::string_view lead = std::string_view(piece.text.text).substr(0, at);
    if (const auto id = leading_arxiv_id(lead); id && paper.version == 0) paper.version = id->version;
    for (const auto& [words, kind] : {std::pair<std::string_view, Kind>{"Type: cross", Kind::kCross}, {"Type: replace", Kind::kReplaced}, {"Type: new", Kind::kNew}}) {
        if (paper.kind != Kind::kUnknown || lead.find(words) == std::string_view::npos) continue;
        paper.kind = kind;
        paper.lines.set(PaperField::kKind, piece.line);
    }
    put_abstract(paper, finished(slice(piece.text, at, piece.text.text.size())), piece.line);
}

// "**【标题】**", "> *标题*": the first line below a title in English, set apart, is its translation.
void take_translation_below(Paper& paper, std::vector<Piece*>& texts)
{
    constexpr std::size_t kLongest = 240;
    if (texts.empty() || !language_of(paper.title.text).empty() || !paper.extras->translation.title.empty()) return;
    const StyledText& first = texts[0]->text;
    const std::string_view lang = language_of(first.text);
    const bool is_set_apart = first.spans.size() == 1 && (first.spans[0].style & (texts[0]->is_quote ? kBold | kItalic : kBold)) != 0 && first.spans[0].link < 0 &&
                              first.spans[0].end - first.spans[0].begin >= trimmed(first.text).size();
    if (lang.empty() || !is_set_apart || first.text.size() > kLongest || first.text.find("。") != std::string::npos) return;
    Translation& translation = paper.extras.edit().translation;
    translation.lang = std::string(lang);
    StyledText title;
    title.text = std::string(trimmed(first.text));
    if (title.text.starts_with("【") && title.text.ends_with("】")) title.text = title.text.substr(3, title.text.size() - 6);
    translation.title = finished(std::move(title));
    paper.lines.set(PaperField::kTranslatedTitle, texts[0]->line);
    texts.erase(texts.begin());
}

// "2021" among the words
bool has_year(std::string_view text)
{
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1))
        if (at + 4 <= text.size() && text.substr(at, 4).find_first_not_of("0123456789") == std::string_view::npos) return true;
    return false;
}

// The title in English as the first paragraph below one in another language, before texts in that one.
void take_title_below(Paper& paper, std::vector<Piece*>& texts)
{
    if (texts.empty() || language_of(paper.title.text).empty() || !paper.extras->translation.title.empty()) return;
    const std::string_view text = trimmed(texts[0]->text.text);
    const bool has_texts = texts.size() > 1 ? !language_of(texts[1]->text.text).empty() : !paper.abstract.empty() || !paper.extras->translation.abstract.empty();
    // "Ann One, Ben Two" and "Ann One" are authors.
    const bool are_names = looks_like_names(text) && (text.find(", ") != std::string_view::npos || text.find(". ") != std::string_view::npos || std::count(text.begin(), text.end(), ' ') < 2);
    // "CVPR 2021 Oral"
    const bool is_short = std::count(text.begin(), text.end(), ' ') < 3 && text.size() < 30;
    if (!has_texts || (is_short && has_year(text)) || text.size() > kMaxTitle || !language_of(text).empty() || text.back() == '.' || are_names) return;
    take_original_title(paper, finished(std::move(texts[0]->text)), texts[0]->line);
    texts.erase(texts.begin());
}

// The line that names the paper: "arXiv 2103.06255v2 [cs.CV]".
bool take_id_line(Paper& paper, const Piece& piece)
{
    constexpr std::size_t kLongest = 120;
    if (piece.text.text.size() > kLongest) return false;
    const auto id = leading_arxiv_id(piece.text.text);
    if (!id || id->id != paper.id) return false;
    if (paper.version == 0) paper.version = id->version;
    if (paper.categories.empty()) {
        paper.categories = find_categories(piece.text.text);
        paper.lines.set(PaperField::kCategories, piece.line);
    }
    return true;
}

}  // namespace

StyledText finished(StyledText text) { return finished_text(with_tex_resolved(std::move(text))); }

void put_abstract(Paper& paper, StyledText text, int line)
{
    const std::string_view lang = language_of(text.text);
    if (!lang.empty() && language_of(paper.title.text).empty()) {
        if (!paper.extras->translation.abstract.empty()) return;
        Translation& translation = paper.extras.edit().translation;
        translation.lang = std::string(lang);
        translation.abstract = std::move(text);
        paper.lines.set(PaperField::kTranslatedAbstract, line);
    } else if (paper.abstract.empty()) {
        paper.abstract = std::move(text);
        paper.lines.set(PaperField::kAbstract, line);
    }
}

void take_original_title(Paper& paper, StyledText text, int line)
{
    Translation& translation = paper.extras.edit().translation;
    translation.lang = std::string(language_of(paper.title.text));
    translation.title = std::exchange(paper.title, std::move(text));
    paper.lines.set(PaperField::kTranslatedTitle, paper.lines[PaperField::kTitle]);
    paper.lines.set(PaperField::kTitle, line);
}

void add_summary(Paper& paper, std::string label, StyledText text, int line)
{
    std::vector<LabelledText>& summaries = paper.extras.edit().summaries;
    if (summaries.empty()) paper.lines.set(PaperField::kSummaries, line);
    summaries.push_back({std::move(label), std::move(text)});
}

void assign_unlabelled(Paper& paper, std::vector<Piece>& pieces)
{
    std::vector<Piece*> quotes, paragraphs, announced;
    StyledText notes;
    int notes_line = 0;
    for (Piece& piece : pieces) {
        if (piece.field != Field::kNone || is_link_row(piece.text) || is_row_of_parts(piece) || trimmed(piece.text.text).empty()) continue;
        if (is_announced(paper, piece)) {
            announced.push_back(&piece);
            continue;
        }
        if (take_named_title(paper, piece) || take_id_line(paper, piece)) continue;
        if (piece.is_note && notes.empty()) notes_line = piece.line;
        if (piece.is_note) add_paragraph(notes, std::move(piece.text));
        else (piece.is_quote ? quotes : paragraphs).push_back(&piece);
    }
    take_title_below(paper, quotes.empty() ? paragraphs : quotes);
    take_translation_below(paper, quotes.empty() ? paragraphs : quotes);
    for (Piece* piece : announced) take_announced_abstract(paper, *piece);
    const bool needs_abstract = paper.abstract.empty();
    if (paper.authors.empty() && !paragraphs.empty()) {
        const Piece& first = *paragraphs.front();
        const auto stands_before = [&](PaperField field) { return paper.lines[field] > first.line; };
        const bool is_followed = paragraphs.size() > 1 || !quotes.empty() || stands_before(PaperField::kAbstract) || stands_before(PaperField::kSummaries);
        const std::string_view names = names_part(first);
        if ((is_followed || is_all_italic(first.text) || names.size() < first.text.text.size()) && looks_like_names(names)) {
            paper.authors = split_names(finished(slice(first.text, 0, names.size())).text);
            paper.lines.set(PaperField::kAuthors, first.line);
            paragraphs.erase(paragraphs.begin());
        }
    }
    const auto is_text = [](const Piece* piece) { return piece->text.text.size() >= kMinAbstract / 2; };
    if (std::any_of(paragraphs.begin(), paragraphs.end(), is_text)) {
        for (Piece* piece : paragraphs) {
            if (!is_sign_line(*piece)) continue;
            if (notes.empty()) notes_line = piece->line;
            add_paragraph(notes, std::move(piece->text));
            piece->text = StyledText{};
        }
        paragraphs.erase(std::remove_if(paragraphs.begin(), paragraphs.end(), [](const Piece* piece) { return piece->text.empty(); }), paragraphs.end());
    }
    if (needs_abstract) {
        StyledText abstract;
        std::vector<StyledText> translated;
        int line = 0, translated_line = 0;
        const bool title_is_foreign = !language_of(paper.title.text).empty();
        for (Piece* piece : quotes.empty() ? paragraphs : quotes) {
            const bool is_translated = !title_is_foreign && !language_of(piece->text.text).empty();
            int& first_line = is_translated ? translated_line : line;
            if (first_line == 0) first_line = piece->line;
            if (is_translated) translated.push_back(finished(std::move(piece->text)));
            else add_paragraph(abstract, std::move(piece->text));
        }
        paper.abstract = finished(std::move(abstract));
        paper.lines.set(PaperField::kAbstract, line);
        if (!translated.empty()) assign_translated(paper, std::move(translated), translated_line);
    }
    // Beside a quote that is the abstract, what stands outside of it is told, too.
    if (!quotes.empty() && (needs_abstract || !paragraphs.empty())) {
        for (Piece* piece : paragraphs) {
            StyledText text = finished(std::move(piece->text));
            if (text.text.size() >= kMinAbstract / 2) add_summary(paper, "", std::move(text), piece->line);
        }
    }
    notes = finished(std::move(notes));
    if (!notes.empty()) add_summary(paper, "Notes", std::move(notes), notes_line);
}

}  // namespace paperdeck
