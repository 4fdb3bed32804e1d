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

// Takes the older papers in, one after the other, and notes what of them is kept.
class Merge {
public:
    explicit Merge(const Paper& newest)
    {
        out_.paper = newest;
        for (std::size_t i = 0; i < kPaperFields; ++i) out_.sources[i].field = static_cast<PaperField>(i);
    }

    void add(const Paper& other, std::uint32_t index)
    {
        index_ = index;
        Paper& paper = out_.paper;
        if (other.authors.size() > paper.authors.size()) replace(paper.authors, other.authors, PaperField::kAuthors);
        take_if_empty(paper.topic, other.topic, PaperField::kTopic);
        take_if_empty(paper.categories, other.categories, PaperField::kCategories);
        // What a digest itself calls a translation goes before what is only told by its script.
        if (!other.extras->translation.lang.empty()) add_translation(other.extras->translation);
        add_text(paper.title, other.title, TextKind::kTitle);
        add_text(paper.abstract, other.abstract, TextKind::kAbstract);
        add_extras(*other.extras);
        add_links(other.links);
    }

    Merged take() { return std::move(out_); }

private:
    FieldSource& source(PaperField field) { return out_.sources[static_cast<std::size_t>(field)]; }
    void note(PaperField field) { source(field) = {index_, field}; }

    template <class T>
    void replace(T& out, const T& other, PaperField field)
    {
        out = other;
        note(field);
    }

    template <class T>
    void take_if_empty(T& out, const T& other, PaperField field)
    {
        if (out.empty() && !other.empty()) replace(out, other, field);
    }

    // The same for what is seldom there: asked for before it is edited.
    template <class T>
    void take_extra(T PaperExtras::*part, const PaperExtras& other, PaperField field)
    {
        Rare<PaperExtras>& extras = out_.paper.extras;
        if (((*extras).*part).empty() && !(other.*part).empty()) replace(extras.edit().*part, other.*part, field);
    }

    void add_extras(const PaperExtras& other)
    {
        take_extra(&PaperExtras::doi, other, PaperField::kDoi);
        take_extra(&PaperExtras::comment, other, PaperField::kComment);
        take_extra(&PaperExtras::summaries, other, PaperField::kSummaries);
        if (other.keywords.empty()) return;
        std::vector<std::string>& keywords = out_.paper.extras.edit().keywords;
        if (keywords.empty()) note(PaperField::kKeywords);
        add_unique(keywords, other.keywords, kMaxKeywords);
    }

    void add_translation(const Translation& other)
    {
        Translation& out = out_.paper.extras.edit().translation;
        if (out.lang.empty()) out.lang = other.lang;
        if (out.lang != other.lang) return;
        take_if_empty(out.title, other.title, PaperField::kTranslatedTitle);
        take_if_empty(out.abstract, other.abstract, PaperField::kTranslatedAbstract);
    }

    void add_links(const PaperLinks& other)
    {
        PaperLinks& out = out_.paper.links;
        take_if_empty(out.abs, other.abs, PaperField::kAbs);
        take_if_empty(out.pdf, other.pdf, PaperField::kPdf);
        take_if_empty(out.code, other.code, PaperField::kCode);
        if (out.other.empty()) note(PaperField::kOtherLinks);
        add_unique(out.other, other.other, kMaxLinks);
        const auto is_elsewhere = [&](const std::string& url) { return url == out.abs || url == out.pdf || url == out.code; };
        out.other.erase(std::remove_if(out.other.begin(), out.other.end(), is_elsewhere), out.other.end());
    }

    // Keeps `text`, which stands at `from`, where it is in another language.
    void keep_translation(TextKind kind, const StyledText& text, FieldSource from)
    {
        const auto part = kind == TextKind::kTitle ? &Translation::title : &Translation::abstract;
        const std::string_view lang = language_of(text.text);
        const Translation& known = out_.paper.extras->translation;
        if (lang.empty() || !(known.*part).empty() || (!known.lang.empty() && known.lang != lang)) return;
        Translation& translation = out_.paper.extras.edit().translation;
        translation.lang = lang;
        translation.*part = text;
        source(kind == TextKind::kTitle ? PaperField::kTranslatedTitle : PaperField::kTranslatedAbstract) = from;
    }

    void add_text(StyledText& out, const StyledText& other, TextKind kind)
    {
        if (other.empty()) return;
        const PaperField field = kind == TextKind::kTitle ? PaperField::kTitle : PaperField::kAbstract;
        if (out.empty()) {
            replace(out, other, field);
        } else if (is_better(other, out, kind)) {
            if (language_of(other.text).empty()) keep_translation(kind, out, source(field));
            replace(out, other, field);
        } else if (language_of(out.text).empty()) {
            keep_translation(kind, other, {index_, field});
        }
    }

    Merged out_;
    std::uint32_t index_ = 0;
};

}  // namespace

Merged merged(const std::vector<const Paper*>& said)
{
    Merge merge(*said.front());
    for (std::size_t i = 1; i < said.size(); ++i) merge.add(*said[i], static_cast<std::uint32_t>(i));
    return merge.take();
}

bool says_the_same(const Paper& a, const Paper& b)
{
    return a.id == b.id && a.title == b.title && a.authors == b.authors && a.topic == b.topic && a.abstract == b.abstract && a.extras == b.extras && a.links == b.links;
}

}  // namespace paperdeck
