#include "digest/entry_fields.h"

#include <algorithm>
#include <utility>

#include "digest/author_names.h"
#include "digest/link_lines.h"
#include "digest/paper_links.h"
#include "digest/script.h"
#include "digest/unlabelled_text.h"

namespace paperdeck {
namespace {

// No paper has so many; looking for doubles among them stays cheap.
constexpr std::size_t kMaxKeywords = 100;
constexpr std::size_t kMostCompared = 50;
// "arXiv 2103.06255v2 [cs.CV]" and what else may stand in such a line.
constexpr std::size_t kLongestIdLine = 120;

void add_unique(std::vector<std::string>& list, const std::string& value)
{
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// Keywords: in code or bold each a span of its own, else parted by commas.
void add_keywords(Paper& paper, StyledText text, int line)
{
    std::vector<std::string> words;
    const auto is_code = [](const Span& span) { return (span.style & kCode) != 0; };
    if (text.spans.size() > 1 && std::all_of(text.spans.begin(), text.spans.end(), is_code)) {
        for (const Span& span : text.spans) words.emplace_back(trimmed(std::string_view(text.text).substr(span.begin, span.end - span.begin)));
    } else {
        const std::string all = with_narrow_separators(finished(std::move(text)).text);
        for (const std::string_view word : split_list(all, ",;\n")) words.emplace_back(word);
    }
    const bool had_categories = !paper.categories.empty();
    for (const std::string& word : words) {
        if (word.empty()) continue;
        if (is_category_code(word)) {
            if (paper.categories.empty()) paper.lines.set(PaperField::kCategories, line);
            if (!had_categories) add_unique(paper.categories, canonical_category(word));
        } else if (paper.extras->keywords.size() < kMaxKeywords) {
            if (paper.extras->keywords.empty()) paper.lines.set(PaperField::kKeywords, line);
            add_unique(paper.extras.edit().keywords, word);
        }
    }
}

void take_title(Paper& paper, StyledText text, int line)
{
    text = finished(std::move(text));
    drop_links(text);
    const std::string_view lang = language_of(text.text);
    if (paper.title.empty()) {
        paper.title = std::move(text);
        paper.lines.set(PaperField::kTitle, line);
    } else if (!lang.empty() && language_of(paper.title.text).empty()) {
        Translation& translation = paper.extras.edit().translation;
        translation.lang = std::string(lang);
        translation.title = std::move(text);
        paper.lines.set(PaperField::kTranslatedTitle, line);
    } else if (lang.empty() && !language_of(paper.title.text).empty() && !text.empty()) {
        take_original_title(paper, std::move(text), line);
    }
}

// Nothing, "None", "N/A", or a template's "{results}" that was not filled in.
bool says_nothing(std::string_view text)
{
    text = trimmed(text);
    const bool is_place = text.size() > 2 && text.front() == '{' && text.find('}') == text.size() - 1 && text.find(' ') == std::string_view::npos;
    return text.empty() || text == "None" || text == "N/A" || text == "null" || text == "-" || text == "—" || is_place;
}

void take_summary(Paper& paper, Piece& piece)
{
    StyledText text = finished(std::move(piece.text));
    if (says_nothing(text.text)) return;
    const std::vector<LabelledText>& known = paper.extras->summaries;
    const auto is_same = [&](const LabelledText& other) { return other.text.text == text.text; };
    const auto newest = known.rbegin() + static_cast<std::ptrdiff_t>(std::min(kMostCompared, known.size()));
    if (std::any_of(known.rbegin(), newest, is_same) || text.text == paper.abstract.text || text.text == paper.extras->translation.abstract.text) return;
    add_summary(paper, piece.label, std::move(text), piece.line);
}

void take_translation(Paper& paper, StyledText Translation::*part, PaperField field, Piece& piece)
{
    const bool is_second = !(paper.extras->translation.*part).empty();
    if (is_second && part == &Translation::abstract) return take_summary(paper, piece);
    if (is_second) return;
    StyledText text = finished(std::move(piece.text));
    const std::string_view lang = language_of(text.text);
    if (says_nothing(text.text)) return;
    if (lang.empty()) {
        if (part == &Translation::abstract) add_summary(paper, piece.label, std::move(text), piece.line);
        return;
    }
    Translation& translation = paper.extras.edit().translation;
    translation.lang = std::string(lang);
    translation.*part = std::move(text);
    paper.lines.set(field, piece.line);
}

// "Abstract" and "Resumen", or two translations: the second is told, too.
void take_abstract(Paper& paper, Piece& piece)
{
    const bool is_translation = !language_of(piece.text.text).empty() && language_of(paper.title.text).empty();
    const bool is_second = is_translation ? !paper.extras->translation.abstract.empty() : !paper.abstract.empty();
    if (is_second) take_summary(paper, piece);
    else put_abstract(paper, finished(std::move(piece.text)), piece.line);
}

void take_comment(Paper& paper, Piece& piece)
{
    if (!paper.extras->comment.empty()) return;
    std::string comment = to_plain(finished(std::move(piece.text)));
    if (says_nothing(comment)) return;
    paper.extras.edit().comment = std::move(comment);
    paper.lines.set(PaperField::kComment, piece.line);
}

void take_doi(Paper& paper, const Piece& piece)
{
    const std::size_t at = piece.text.text.find("10.");
    if (!paper.extras->doi.empty() || at == std::string::npos) return;
    std::string doi = leading_doi(std::string_view(piece.text.text).substr(at));
    if (doi.empty()) return;
    paper.extras.edit().doi = std::move(doi);
    paper.lines.set(PaperField::kDoi, piece.line);
}

void take_categories(Paper& paper, const Piece& piece)
{
    if (paper.categories.empty()) paper.lines.set(PaperField::kCategories, piece.line);
    for (const std::string& code : find_categories(piece.text.text)) add_unique(paper.categories, code);
}

// A field in words, "Computation and Language", is a topic; more than that is a text that begins with the word.
void take_field_in_words(Paper& paper, Piece& piece)
{
    constexpr std::size_t kLongestTopic = 60;
    StyledText text = finished(std::move(piece.text));
    if (text.text.size() > kLongestTopic) {
        text.text.insert(0, piece.label + ": ");
        for (Span& span : text.spans) {
            span.begin += static_cast<std::uint32_t>(piece.label.size() + 2);
            span.end += static_cast<std::uint32_t>(piece.label.size() + 2);
        }
        return add_summary(paper, "", std::move(text), piece.line);
    }
    if (!paper.topic.empty() || text.empty()) return;
    paper.topic = to_plain(text);
    paper.lines.set(PaperField::kTopic, piece.line);
}

void assign_labelled(Paper& paper, Piece& piece)
{
    switch (piece.field) {
    case Field::kTitle: take_title(paper, std::move(piece.text), piece.line); break;
    case Field::kTranslatedTitle: take_translation(paper, &Translation::title, PaperField::kTranslatedTitle, piece); break;
    case Field::kAuthors:
        if (!paper.authors.empty()) break;
        paper.authors = split_names(finished(piece.text).text);
        paper.lines.set(PaperField::kAuthors, piece.line);
        break;
    case Field::kAbstract: take_abstract(paper, piece); break;
    case Field::kTranslatedAbstract: take_translation(paper, &Translation::abstract, PaperField::kTranslatedAbstract, piece); break;
    case Field::kSummary: take_summary(paper, piece); break;
    case Field::kCategories:
        if (find_categories(piece.text.text).empty()) take_field_in_words(paper, piece);
        else take_categories(paper, piece);
        break;
    case Field::kComment: take_comment(paper, piece); break;
    case Field::kKeywords: add_keywords(paper, std::move(piece.text), piece.line); break;
    case Field::kTopic:
        if (!paper.topic.empty()) break;
        paper.topic = finished(std::move(piece.text)).text;
        paper.lines.set(PaperField::kTopic, piece.line);
        break;
    case Field::kDate:
        if (paper.date) break;
        paper.date = find_date(piece.text.text).value_or(Date{});
        paper.lines.set(PaperField::kDate, piece.line);
        break;
    case Field::kDoi: take_doi(paper, piece); break;
    default: break;
    }
}

bool is_id_line(const Piece& piece)
{
    return piece.field == Field::kLinks && piece.text.text.size() <= kLongestIdLine && leading_arxiv_id(piece.text.text, true);
}

// What the heading itself says; all of it stands in `line`.
void take_heading(Paper& paper, PaperHeading& heading, int line)
{
    paper.line = line;
    if (heading.identity.arxiv) {
        paper.id = std::move(heading.identity.arxiv->id);
        paper.version = heading.identity.arxiv->version;
    }
    if (!heading.identity.doi.empty()) paper.extras.edit().doi = std::move(heading.identity.doi);
    paper.number = heading.number;
    paper.kind = heading.kind;
    paper.categories = std::move(heading.categories);
    paper.title = std::move(heading.title);
    for (const PaperField field : {PaperField::kDoi, PaperField::kKind, PaperField::kCategories, PaperField::kTitle}) paper.lines.set(field, line);
}

// "`cs.SE` · also `X-01` · [abs](…)": a short line with a category set as code.
bool has_code_of_category(const StyledText& text)
{
    constexpr std::size_t kLongest = 200;
    return text.text.size() <= kLongest && std::any_of(text.spans.begin(), text.spans.end(), [&](const Span& span) {
        return (span.style & kCode) != 0 && is_category_code(std::string_view(text.text).substr(span.begin, span.end - span.begin));
    });
}

// The paper that all addresses seen mean: of arXiv's if there is one, else the one DOI, else the one address.
struct OnePaper {
    PaperIdentity found;
    bool is_one = true;

    void see(PaperIdentity identity)
    {
        if (!identity || rank(identity) < rank(found)) return;
        const bool is_better = rank(identity) > rank(found);
        is_one = is_better || (is_one && (found.means(identity) || is_file_of(identity.url, found.url)));
        if (is_better) found = std::move(identity);
    }

private:
    static int rank(const PaperIdentity& identity) { return identity.arxiv ? 3 : !identity.doi.empty() ? 2 : !identity.url.empty() ? 1 : 0; }
    // "…/articles/x.pdf" beside "…/articles/x"
    static bool is_file_of(std::string_view url, std::string_view page) { return !page.empty() && url.starts_with(page) && url.substr(page.size()) == ".pdf"; }
};

}  // namespace

PaperIdentity linked_paper(const std::vector<Piece>& pieces)
{
    // A row of links says more than a link in a text, which tells of a paper only among labelled fields.
    OnePaper in_rows, in_text;
    bool is_labelled = false;
    for (const Piece& piece : pieces) {
        is_labelled = is_labelled || piece.field == Field::kAuthors || piece.field == Field::kAbstract || piece.field == Field::kTranslatedAbstract;
        // What an abstract links to is another paper.
        if (piece.field == Field::kAbstract || piece.field == Field::kSummary || piece.field == Field::kTranslatedAbstract || piece.field == Field::kComment) continue;
        const bool is_named = piece.field == Field::kLinks || piece.field == Field::kDoi;
        const bool is_row = is_named || is_link_row(piece.text) || is_labelled_link(piece.text) || is_row_of_parts(piece);
        for (const std::string& url : piece.text.links) (is_row ? in_rows : in_text).see(identity_of(url));
        PaperIdentity named;
        if (piece.field == Field::kNone && piece.text.text.size() <= kLongestIdLine) {
            named.arxiv = leading_arxiv_id(piece.text.text);
            in_rows.see(named);
        }
        if (!is_named || piece.text.text.size() > kLongestIdLine) continue;
        named.arxiv = leading_arxiv_id(piece.text.text, true);
        if (!named && piece.field == Field::kDoi) named.doi = leading_doi(trimmed(piece.text.text));
        in_rows.see(std::move(named));
    }
    if (in_rows.found) return in_rows.is_one ? in_rows.found : PaperIdentity{};
    return is_labelled && in_text.is_one ? in_text.found : PaperIdentity{};
}

Paper make_paper(PaperHeading heading, std::vector<Piece> pieces, int line)
{
    Paper paper;
    take_heading(paper, heading, line);

    std::vector<SeenLink> links;
    SeenLink code;
    for (const std::string& url : heading.links) add_link(links, url, line);
    for (const Piece& piece : pieces) {
        for (const std::string& url : piece.text.links) {
            add_link(links, url, piece.line);
            if (piece.field == Field::kCode && code.url.empty()) code = {url, piece.line};
        }
    }
    add_link(links, heading.identity.url, line);
    // "[cs.CV](listing)": a category as a link. "arXiv: 2103.06255 [cs.CV]"
    if (paper.categories.empty())
        for (const Piece& piece : pieces)
            if (piece.field == Field::kNone ? is_link_row(piece.text) || is_row_of_parts(piece) || has_code_of_category(piece.text) : is_id_line(piece)) take_categories(paper, piece);
    // Where the title is a translation the abstract's language is told by the original one.
    for (Piece& piece : pieces)
        if (piece.field == Field::kTitle || piece.field == Field::kTranslatedTitle) assign_labelled(paper, piece);
    for (Piece& piece : pieces)
        if (piece.field != Field::kTitle && piece.field != Field::kTranslatedTitle) assign_labelled(paper, piece);
    assign_unlabelled(paper, pieces);
    sort_links(paper, links, code);
    if (paper.lines[PaperField::kId] == 0) paper.lines.set(PaperField::kId, line);
    if (const std::string& doi = paper.extras->doi; !doi.empty())
        for (const SeenLink& link : links)
            if (link.url.find(doi) != std::string::npos) paper.lines.set(PaperField::kDoi, link.line);
    return paper;
}

}  // namespace paperdeck
