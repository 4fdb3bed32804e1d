#include "digest/entry_fields.h"

#include <algorithm>
#include <utility>

#include "digest/author_names.h"
#include "digest/paper_links.h"
#include "digest/tex.h"

namespace paperdeck {
namespace {

// No paper has so many; looking for doubles among them stays cheap.
constexpr std::size_t kMaxLinks = 300;
constexpr std::size_t kMaxKeywords = 100;

void add_unique(std::vector<std::string>& list, const std::string& value)
{
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

StyledText finished(StyledText text) { return tidied(with_tex_resolved(std::move(text))); }

bool is_all_italic(const StyledText& text)
{
    const std::string_view inner = trimmed(text.text);
    const auto begin = static_cast<std::size_t>(inner.data() - text.text.data());
    return text.spans.size() == 1 && (text.spans[0].style & kItalic) != 0 && text.spans[0].begin <= begin &&
           text.spans[0].end >= begin + inner.size();
}

// What no label introduces: quotes are the abstract, else the paragraphs, after one of names.
void assign_unlabelled(Paper& paper, std::vector<Piece>& pieces)
{
    std::vector<Piece*> quotes, paragraphs;
    for (Piece& piece : pieces) {
        if (piece.field != Field::kNone || is_link_row(piece.text) || trimmed(piece.text.text).empty()) continue;
        (piece.is_quote ? quotes : paragraphs).push_back(&piece);
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
    if (!needs_abstract) return;
    StyledText abstract;
    for (Piece* piece : quotes.empty() ? paragraphs : quotes) add_paragraph(abstract, std::move(piece->text));
    paper.abstract = finished(std::move(abstract));
}

void add_keywords(Paper& paper, std::string_view text)
{
    for (const std::string_view word : split_list(text, ",;\n"))
        if (paper.keywords.size() < kMaxKeywords) add_unique(paper.keywords, std::string(word));
}

void assign_labelled(Paper& paper, Piece& piece)
{
    switch (piece.field) {
    case Field::kTitle:
        if (paper.title.empty()) {
            paper.title = finished(piece.text);
            drop_links(paper.title);
        }
        break;
    case Field::kAuthors:
        if (paper.authors.empty()) paper.authors = split_names(finished(piece.text).text);
        break;
    case Field::kAbstract:
        if (paper.abstract.empty()) paper.abstract = finished(std::move(piece.text));
        break;
    case Field::kSummary:
        if (!piece.text.empty()) paper.summaries.push_back({piece.label, finished(std::move(piece.text))});
        break;
    case Field::kCategories:
        for (const std::string& code : find_categories(piece.text.text)) add_unique(paper.categories, code);
        break;
    case Field::kComment:
        if (paper.comment.empty()) paper.comment = to_plain(finished(std::move(piece.text)));
        break;
    case Field::kKeywords:
        add_keywords(paper, finished(std::move(piece.text)).text);
        break;
    case Field::kDoi: {
        const std::size_t at = piece.text.text.find("10.");
        const std::string_view rest = at == std::string::npos ? std::string_view() : std::string_view(piece.text.text).substr(at);
        if (paper.doi.empty()) paper.doi = std::string(rest.substr(0, rest.find_first_of(" \n\t")));
        break;
    }
    default: break;
    }
}

}  // namespace

std::optional<ArxivId> linked_paper(const std::vector<Piece>& pieces)
{
    const bool is_labelled = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) {
        return p.field == Field::kAuthors || p.field == Field::kAbstract || p.field == Field::kLinks;
    });
    if (!is_labelled) return std::nullopt;
    // What an abstract links to is another paper. Apart from that, one id is an entry, several are a list.
    std::optional<ArxivId> found;
    bool is_one = true;
    const auto see = [&](std::optional<ArxivId> id) {
        if (!id) return;
        is_one = is_one && (!found || found->id == id->id);
        if (!found) found = std::move(id);
    };
    for (const Piece& piece : pieces) {
        if (piece.field == Field::kAbstract || piece.field == Field::kSummary) continue;
        for (const std::string& url : piece.text.links) see(arxiv_id_in_url(url));
        if (piece.field == Field::kLinks) see(parse_arxiv_id(piece.text.text));
    }
    return is_one ? found : std::nullopt;
}

Paper make_paper(PaperHeading heading, std::vector<Piece> pieces)
{
    Paper paper;
    if (heading.id) {
        paper.id = std::move(heading.id->id);
        paper.version = heading.id->version;
    }
    paper.number = heading.number;
    paper.title = std::move(heading.title);

    std::vector<std::string> urls = std::move(heading.links), code_urls;
    for (const Piece& piece : pieces) {
        for (const std::string& url : piece.text.links) {
            if (urls.size() < kMaxLinks) add_unique(urls, url);
            if (piece.field == Field::kCode && code_urls.empty()) code_urls.push_back(url);
        }
    }
    for (Piece& piece : pieces) assign_labelled(paper, piece);
    assign_unlabelled(paper, pieces);
    sort_links(paper, urls, code_urls);
    return paper;
}

}  // namespace paperdeck
