// What every fuzz target holds besides the absence of errors: output in proportion to input.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/digest_reader.h"
#include "digest/paper_json.h"

namespace fuzz {

inline void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

inline void check_text(const paperdeck::StyledText& text)
{
    require(paperdeck::is_valid_utf8(text.text), "text is valid UTF-8");
    std::size_t last = 0;
    for (const paperdeck::Span& span : text.spans) {
        require(span.begin >= last && span.begin < span.end && span.end <= text.text.size(), "spans stand in order, inside the text, none of them empty");
        require(span.link < static_cast<std::int32_t>(text.links.size()), "a span's link is there");
        last = span.end;
    }
    for (const std::string& url : text.links) require(paperdeck::is_web_url(url), "links are http or https");
}

inline std::size_t check_links(const paperdeck::PaperLinks& links)
{
    std::size_t bytes = links.abs.size() + links.pdf.size() + links.code.size();
    for (const std::string* url : {&links.abs, &links.pdf, &links.code}) require(url->empty() || paperdeck::is_web_url(*url), "links are http or https");
    for (const std::string& url : links.other) {
        require(paperdeck::is_web_url(url), "links are http or https");
        bytes += url.size();
    }
    return bytes;
}

// Bytes of all that the papers say; ends the run where something is not as it has to be.
inline std::size_t check_digest(const paperdeck::Digest& digest, std::size_t input_bytes)
{
    std::size_t bytes = 0;
    int line = 0;
    for (const paperdeck::Paper& paper : digest.papers) {
        for (const paperdeck::StyledText* text : {&paper.title, &paper.abstract, &paper.extras->translation.title, &paper.extras->translation.abstract}) {
            check_text(*text);
            bytes += text->text.size();
        }
        for (const auto& summary : paper.extras->summaries) {
            check_text(summary.text);
            bytes += summary.text.text.size() + summary.label.size();
        }
        for (const auto* list : {&paper.authors, &paper.categories, &paper.extras->keywords})
            for (const std::string& item : *list) bytes += item.size();
        bytes += paper.extras->comment.size() + paper.topic.size() + check_links(paper.links);
        require(paper.line >= line, "papers stand in the order of the file");
        line = paper.line;
        require(!paperdeck::to_json(paper, digest.file).empty(), "every paper is JSON");
    }
    require(digest.warnings.size() <= 100 + input_bytes / 10, "warnings are few");
    return bytes;
}

}  // namespace fuzz
