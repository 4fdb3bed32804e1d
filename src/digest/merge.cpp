#include "digest/merge.h"

#include <algorithm>
#include <string_view>

#include "digest/script.h"

namespace paperdeck {
namespace {

// Looking for doubles among so many stays cheap however often a paper stands somewhere.
constexpr std::size_t kMaxLinks = 300;
constexpr std::size_t kMaxKeywords = 100;

void add_unique(std::vector<std::string>& out, const std::vector<std::string>& values, std::size_t limit)
{
    for (const std::string& value : values)
        if (out.size() < limit && std::find(out.begin(), out.end(), value) == out.end()) out.push_back(value);
}

template <class T>
void take_if_empty(T& out, const T& other)
{
    if (out.empty()) out = other;
}

void merge_links(PaperLinks& out, const PaperLinks& other)
{
    take_if_empty(out.abs, other.abs);
    take_if_empty(out.pdf, other.pdf);
    take_if_empty(out.code, other.code);
    add_unique(out.other, other.other, kMaxLinks);
    const auto is_elsewhere = [&](const std::string& url) { return url == out.abs || url == out.pdf || url == out.code; };
    out.other.erase(std::remove_if(out.other.begin(), out.other.end(), is_elsewhere), out.other.end());
}

// The text before the dots that say that there was more; all of it where there are none.
std::string_view before_ellipsis(std::string_view text)
{
    text = trimmed(text);
    for (const std::string_view dots : {std::string_view("\u2026"), std::string_view("...")}) {
        if (text.size() < dots.size() || text.substr(text.size() - dots.size()) != dots) continue;
        text.remove_suffix(dots.size());
        return trimmed(text);
    }
    return text;
}

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// Text of which several versions are known, and what makes one better than another.
enum class TextKind { kTitle, kAbstract };

// Whether `other`, which is older, is more to be trusted than `text`.
bool is_better(const StyledText& other, const StyledText& text, TextKind kind)
{
    const bool is_translated = !language_of(text.text).empty(), is_other_translated = !language_of(other.text).empty();
    if (is_translated != is_other_translated) return is_translated;
    const std::string_view whole = trimmed(text.text), other_whole = trimmed(other.text);
    const std::string_view start = before_ellipsis(whole), other_start = before_ellipsis(other_whole);
    const bool is_cut = start.size() < whole.size(), is_other_cut = other_start.size() < other_whole.size();
    if (other_start.size() > start.size() && begins_with(other_start, start)) return kind == TextKind::kAbstract || is_cut;
    if (is_cut != is_other_cut) return is_cut && other_start.size() > start.size();
    // Half as long: a part of the abstract, or what somebody made of it.
    return kind == TextKind::kAbstract && start.size() * 2 < other_start.size();
}

// What a translation has of one field and another text of that field as well.
void keep_translation(Translation& translation, StyledText Translation::*field, const StyledText& text)
{
    const std::string_view lang = language_of(text.text);
    if (lang.empty() || !(translation.*field).empty()) return;
    if (!translation.lang.empty() && translation.lang != lang) return;
    translation.lang = lang;
    translation.*field = text;
}

void merge_text(StyledText& out, const StyledText& other, TextKind kind, Translation& translation)
{
    if (other.empty()) return;
    const auto field = kind == TextKind::kTitle ? &Translation::title : &Translation::abstract;
    if (out.empty()) {
        out = other;
    } else if (is_better(other, out, kind)) {
        if (language_of(other.text).empty()) keep_translation(translation, field, out);
        out = other;
    } else if (language_of(out.text).empty()) {
        keep_translation(translation, field, other);
    }
}

void merge_translation(Translation& out, const Translation& other)
{
    if (out.lang.empty()) out.lang = other.lang;
    if (out.lang != other.lang) return;
    take_if_empty(out.title, other.title);
    take_if_empty(out.abstract, other.abstract);
}

void merge_into(Paper& out, const Paper& other)
{
    take_if_empty(out.doi, other.doi);
    if (other.authors.size() > out.authors.size()) out.authors = other.authors;
    take_if_empty(out.topic, other.topic);
    // What a digest itself calls a translation goes before what is only told by its script.
    merge_translation(out.translation, other.translation);
    merge_text(out.title, other.title, TextKind::kTitle, out.translation);
    merge_text(out.abstract, other.abstract, TextKind::kAbstract, out.translation);
    take_if_empty(out.comment, other.comment);
    take_if_empty(out.summaries, other.summaries);
    add_unique(out.keywords, other.keywords, kMaxKeywords);
    merge_links(out.links, other.links);
}

bool operator==(const LabelledText& a, const LabelledText& b) { return a.label == b.label && a.text == b.text; }

bool operator==(const Translation& a, const Translation& b)
{
    return a.lang == b.lang && a.title == b.title && a.abstract == b.abstract;
}

bool operator==(const PaperLinks& a, const PaperLinks& b)
{
    return a.abs == b.abs && a.pdf == b.pdf && a.code == b.code && a.other == b.other;
}

}  // namespace

Paper merged(const std::vector<const Paper*>& said)
{
    Paper out = *said.front();
    for (std::size_t i = 1; i < said.size(); ++i) merge_into(out, *said[i]);
    return out;
}

bool says_the_same(const Paper& a, const Paper& b)
{
    return a.id == b.id && a.doi == b.doi && a.title == b.title && a.authors == b.authors && a.topic == b.topic && a.abstract == b.abstract &&
           a.comment == b.comment && std::equal(a.summaries.begin(), a.summaries.end(), b.summaries.begin(), b.summaries.end(),
                                                [](const auto& x, const auto& y) { return x == y; }) &&
           a.keywords == b.keywords && a.translation == b.translation && a.links == b.links;
}

}  // namespace paperdeck
