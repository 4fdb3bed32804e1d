#include "digest/entry_fields.h"

#include <algorithm>
#include <utility>

#include "digest/author_names.h"
#include "digest/paper_links.h"
#include "digest/script.h"
#include "digest/unlabelled_text.h"

namespace paperdeck {
namespace {

// No paper has so many; looking for doubles among them stays cheap.
constexpr std::size_t kMaxLinks = 300;
constexpr std::size_t kMaxKeywords = 100;

void add_unique(std::vector<std::string>& list, const std::string& value)
{
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// Keywords: in code or bold each a span of its own, else parted by commas.
void add_keywords(Paper& paper, StyledText text)
{
    std::vector<std::string> words;
    const auto is_code = [](const Span& span) { return (span.style & kCode) != 0; };
    if (text.spans.size() > 1 && std::all_of(text.spans.begin(), text.spans.end(), is_code)) {
        for (const Span& span : text.spans) words.emplace_back(trimmed(std::string_view(text.text).substr(span.begin, span.end - span.begin)));
    } else {
        const std::string all = with_narrow_separators(finished(std::move(text)).text);
        for (const std::string_view word : split_list(all, ",;\n")) words.emplace_back(word);
    }
    for (const std::string& word : words)
        if (paper.keywords.size() < kMaxKeywords && !word.empty()) add_unique(paper.keywords, word);
}

void take_title(Paper& paper, StyledText text)
{
    text = finished(std::move(text));
    drop_links(text);
    const std::string_view lang = language_of(text.text);
    if (paper.title.empty()) {
        paper.title = std::move(text);
    } else if (!lang.empty() && language_of(paper.title.text).empty()) {
        paper.translation.lang = std::string(lang);
        paper.translation.title = std::move(text);
    } else if (lang.empty() && !language_of(paper.title.text).empty() && !text.empty()) {
        paper.translation.lang = std::string(language_of(paper.title.text));
        paper.translation.title = std::exchange(paper.title, std::move(text));
    }
}

void take_translation(Translation& translation, StyledText& out, StyledText text)
{
    if (!out.empty()) return;
    text = finished(std::move(text));
    const std::string_view lang = language_of(text.text);
    if (lang.empty()) return;
    translation.lang = std::string(lang);
    out = std::move(text);
}

void add_summary(Paper& paper, Piece& piece)
{
    StyledText text = finished(std::move(piece.text));
    if (text.empty()) return;
    const auto is_same = [&](const LabelledText& other) { return other.text.text == text.text; };
    if (std::any_of(paper.summaries.begin(), paper.summaries.end(), is_same)) return;
    paper.summaries.push_back({piece.label, std::move(text)});
}

void assign_labelled(Paper& paper, Piece& piece)
{
    switch (piece.field) {
    case Field::kTitle: take_title(paper, std::move(piece.text)); break;
    case Field::kTranslatedTitle: take_translation(paper.translation, paper.translation.title, std::move(piece.text)); break;
    case Field::kAuthors:
        if (paper.authors.empty()) paper.authors = split_names(finished(piece.text).text);
        break;
    case Field::kAbstract: put_abstract(paper, finished(std::move(piece.text))); break;
    case Field::kTranslatedAbstract: take_translation(paper.translation, paper.translation.abstract, std::move(piece.text)); break;
    case Field::kSummary: add_summary(paper, piece); break;
    case Field::kCategories:
        for (const std::string& code : find_categories(piece.text.text)) add_unique(paper.categories, code);
        break;
    case Field::kComment:
        if (paper.comment.empty()) paper.comment = to_plain(finished(std::move(piece.text)));
        break;
    case Field::kKeywords: add_keywords(paper, std::move(piece.text)); break;
    case Field::kTopic:
        if (paper.topic.empty()) paper.topic = finished(std::move(piece.text)).text;
        break;
    case Field::kDate:
        if (!paper.date) paper.date = find_date(piece.text.text).value_or(Date{});
        break;
    case Field::kDoi: {
        const std::size_t at = piece.text.text.find("10.");
        if (paper.doi.empty() && at != std::string::npos) paper.doi = leading_doi(std::string_view(piece.text.text).substr(at));
        break;
    }
    default: break;
    }
}

// The paper that all addresses seen mean; a DOI beside an arXiv id means the same one.
struct OnePaper {
    PaperIdentity found;
    bool is_one = true;

    void see(PaperIdentity identity)
    {
        if (!identity || (found.arxiv && !identity.arxiv)) return;
        const bool is_better = !found.arxiv && identity.arxiv;
        is_one = is_one && (!found || is_better || found.means(identity));
        if (!found || is_better) found = std::move(identity);
    }
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
        for (const std::string& url : piece.text.links) (is_named || is_link_row(piece.text) ? in_rows : in_text).see(identity_of(url));
        if (!is_named) continue;
        PaperIdentity named;
        named.arxiv = parse_arxiv_id(piece.text.text);
        if (!named && piece.field == Field::kDoi) named.doi = leading_doi(trimmed(piece.text.text));
        in_rows.see(std::move(named));
    }
    if (in_rows.found) return in_rows.is_one ? in_rows.found : PaperIdentity{};
    return is_labelled && in_text.is_one ? in_text.found : PaperIdentity{};
}

Paper make_paper(PaperHeading heading, std::vector<Piece> pieces)
{
    Paper paper;
    if (heading.identity.arxiv) {
        paper.id = std::move(heading.identity.arxiv->id);
        paper.version = heading.identity.arxiv->version;
    }
    paper.doi = std::move(heading.identity.doi);
    paper.number = heading.number;
    paper.kind = heading.kind;
    paper.categories = std::move(heading.categories);
    paper.title = std::move(heading.title);

    std::vector<std::string> urls = std::move(heading.links), code_urls;
    for (const Piece& piece : pieces) {
        for (const std::string& url : piece.text.links) {
            if (urls.size() < kMaxLinks) add_unique(urls, url);
            if (piece.field == Field::kCode && code_urls.empty()) code_urls.push_back(url);
        }
    }
    if (!heading.identity.url.empty()) add_unique(urls, heading.identity.url);
    // "[cs.CV](listing)": a category as a link.
    if (paper.categories.empty())
        for (const Piece& piece : pieces)
            if (piece.field == Field::kNone && is_link_row(piece.text))
                for (const std::string& code : find_categories(piece.text.text)) add_unique(paper.categories, code);
    // Where the title is a translation the abstract's language is told by the original one.
    for (Piece& piece : pieces)
        if (piece.field == Field::kTitle || piece.field == Field::kTranslatedTitle) assign_labelled(paper, piece);
    for (Piece& piece : pieces)
        if (piece.field != Field::kTitle && piece.field != Field::kTranslatedTitle) assign_labelled(paper, piece);
    assign_unlabelled(paper, pieces);
    sort_links(paper, urls, code_urls);
    return paper;
}

}  // namespace paperdeck
