#include "digest/json_row.h"

#include <string>
#include <utility>
#include <vector>

#include "digest/arxiv.h"
#include "digest/author_names.h"
#include "digest/json_text.h"
#include "digest/kind_guess.h"
#include "digest/mending.h"
#include "digest/paper_links.h"
#include "digest/tex.h"
#include "digest/tidying.h"

namespace paperdeck {
namespace {

std::vector<std::string_view> cells_of(std::string_view row)
{
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= row.size(); ++i) {
        if (i < row.size() && (row[i] != '|' || (i > 0 && row[i - 1] == '\\'))) continue;
        if (!trimmed(row.substr(begin, i - begin)).empty()) cells.push_back(trimmed(row.substr(begin, i - begin)));
        begin = i + 1;
    }
    return cells;
}

}  // namespace

std::optional<Paper> paper_of_json_row(std::string_view source, const JsonContext& context)
{
    std::string buffer;
    const std::string row(mended(decoded_json_string(source), buffer));
    Paper paper;
    std::vector<SeenLink> links;
    Date date;
    for (const std::string_view cell : cells_of(std::string_view(row).substr(0, row.find('\n')))) {
        StyledText text = finished_text(with_tex_resolved(styled_json_line(cell)));
        for (const std::string& url : text.links) add_link(links, url, context.line);
        const auto day = find_date(text.text);
        if (!date && day && text.text.size() <= 16) date = *day;
        else if (paper.title.empty()) paper.title = std::move(text);
        else if (paper.authors.empty() && text.links.empty() && text.text != "null") paper.authors = split_names(text.text);
    }
    for (std::string& name : paper.authors) name = without_et_al(std::move(name));
    // The whole title is set in bold.
    if (paper.title.spans.size() == 1 && paper.title.spans[0].end - paper.title.spans[0].begin == paper.title.text.size()) paper.title.spans.clear();
    drop_links(paper.title);
    const auto id = parse_arxiv_id(context.key);
    if (paper.title.empty() || !id) return std::nullopt;
    paper.id = id->id;
    paper.version = id->version;
    paper.line = context.line;
    for (const PaperField field : {PaperField::kId, PaperField::kTitle, PaperField::kAuthors}) paper.lines.set(field, context.line);
    if (!context.date && date) paper.lines.set(PaperField::kDate, context.line);
    paper.date = context.date ? context.date : date;
    paper.categories = context.categories;
    paper.topic = context.topic;
    paper.kind_guess = guessed_kind(paper);
    sort_links(paper, links, {});
    return paper;
}

}  // namespace paperdeck
