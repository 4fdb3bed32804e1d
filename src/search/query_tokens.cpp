#include "search/query_tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/date.h"
#include "base/fold.h"
#include "digest/arxiv.h"
#include "digest/styled_text.h"

namespace paperdeck {
namespace {

using Field = QueryFilter::Field;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string canonical_category_filter(std::string_view value)
{
    const bool has_star = value.size() > 2 && value.substr(value.size() - 2) == ".*";
    if (has_star) value.remove_suffix(2);
    const std::string code = canonical_category(value);
    if (is_archive(code) && (has_star || !is_category_code(code))) return code + ".*";
    return !has_star && is_category_code(code) ? code : std::string();
}

// "2021", "2021-03", "2021-03-11"
std::string canonical_day(std::string_view value)
{
    constexpr std::string_view kFirstOfYear = "0000-01-01";
    if (value.size() != 4 && value.size() != 7 && value.size() != 10) return {};
    if (!std::all_of(value.begin(), value.end(), [](char c) { return is_digit(c) || c == '-'; })) return {};
    const std::string day = std::string(value) + std::string(kFirstOfYear.substr(value.size()));
    const auto date = parse_iso_date(day);
    return date && date->year >= 1900 ? std::string(value) : std::string();
}

// "2021-03-01..2021-03-15"
std::string canonical_days(std::string_view value)
{
    const std::size_t dots = value.find("..");
    if (dots == std::string_view::npos) return canonical_day(value);
    const std::string first = canonical_day(value.substr(0, dots)), last = canonical_day(value.substr(dots + 2));
    return first.empty() || last.empty() ? std::string() : first + ".." + last;
}

std::string canonical_id(std::string_view value)
{
    auto id = parse_arxiv_id(value);
    if (!id) id = arxiv_id_in_url(value);
    return id ? id->id : std::string();
}

struct FieldName {
    std::string_view name;
    Field field;
};
constexpr std::array kFieldNames = {
    FieldName{"cat", Field::kCategory}, FieldName{"category", Field::kCategory}, FieldName{"date", Field::kDate},
    FieldName{"day", Field::kDate},     FieldName{"has", Field::kHas},           FieldName{"id", Field::kId},
};

std::optional<Field> field_named(std::string_view folded)
{
    const auto found = std::find_if(kFieldNames.begin(), kFieldNames.end(), [&](const FieldName& f) { return f.name == folded; });
    return found == kFieldNames.end() ? std::nullopt : std::optional<Field>(found->field);
}

std::optional<Sort> sort_named(std::string_view folded)
{
    if (folded == "listed") return Sort::kListed;
    if (folded == "newest") return Sort::kNewest;
    if (folded == "title") return Sort::kTitle;
    return std::nullopt;
}

std::vector<std::string_view> split_at_blanks(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, i), text.size());
        if (end > i) parts.push_back(text.substr(i, end - i));
        i = end + 1;
    }
    return parts;
}

constexpr std::string_view kBlanks = " \t\r\n\v\f";

// Folded text may hold blanks where the text had other white space: one blank each, none at the ends.
std::string one_blank_each(std::string_view text)
{
    std::string out;
    for (const std::string_view part : split_at_blanks(text, kBlanks)) {
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out;
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    std::vector<QueryToken> run()
    {
        while (true) {
            at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
            if (at_ == text_.size()) return std::move(tokens_);
            if (text_[at_] == '"') phrase();
            else word_or_field();
        }
    }

private:
    QueryToken& add(QueryToken::Kind kind, std::size_t end)
    {
        QueryToken& token = tokens_.emplace_back();
        token.kind = kind;
        token.begin = at_;
        token.end = end;
        at_ = end;
        return token;
    }

    static void add_word(QueryToken& token, std::string_view words, bool is_phrase)
    {
        std::string folded = one_blank_each(fold(words));
        if (!folded.empty()) token.words.push_back({std::move(folded), is_phrase});
    }

    // An open quote runs to the end.
    void phrase()
    {
        const std::size_t close = text_.find('"', at_ + 1);
        const std::size_t end = close == std::string_view::npos ? text_.size() : close + 1;
        const std::size_t inner_end = close == std::string_view::npos ? text_.size() : close;
        const std::string_view words = text_.substr(at_ + 1, inner_end - at_ - 1);
        add_word(add(QueryToken::Kind::kWords, end), words, true);
    }

    void word_or_field()
    {
        std::size_t end = std::min(text_.find_first_of(kBlanks, at_), text_.size());
        const std::string_view word = text_.substr(at_, end - at_);
        const std::string id = canonical_id(word);
        if (!id.empty()) {
            add(QueryToken::Kind::kFilter, end).filter = {Field::kId, {id}};
            return;
        }
        const std::size_t colon = word.find(':');
        if (colon != std::string_view::npos && field(fold(word.substr(0, colon)), at_ + colon + 1, end)) return;
        // A quote inside a word begins a phrase there.
        const std::size_t quote = word.find('"');
        if (quote != std::string_view::npos && quote > 0) end = at_ + quote;
        const std::string_view words = text_.substr(at_, end - at_);
        add_word(add(QueryToken::Kind::kWords, end), words, false);
    }

    // True when the field at at_, whose value begins at `value_at`, was taken.
    bool field(const std::string& name, std::size_t value_at, std::size_t end)
    {
        if (name == "sort") {
            const auto sort = sort_named(fold(text_.substr(value_at, end - value_at)));
            if (sort) add(QueryToken::Kind::kSort, end).sort = *sort;
            return sort.has_value();
        }
        const auto known = field_named(name);
        if (!known || value_at >= text_.size()) return false;
        const char open = text_[value_at];
        if (open != '(' && open != '"') {
            const std::string value = canonical_value(*known, text_.substr(value_at, end - value_at));
            if (value.empty()) return false;
            add(QueryToken::Kind::kFilter, end).filter = {*known, {value}};
            return true;
        }
        return bracketed(*known, value_at + 1, open == '(' ? ')' : '"');
    }

    // field:(A OR B), field:"A". What is no filter stays one piece of text, bracket and all, so that its
    // words cannot become a filter when other parts of the query move.
    bool bracketed(Field known, std::size_t from, char closer)
    {
        const std::size_t close = text_.find_first_of(closer == ')' ? ")(\"" : "\"", from);
        if (close == std::string_view::npos || text_[close] != closer) return false;
        const std::string_view inner = text_.substr(from, close - from);
        QueryFilter filter{known, {}};
        bool is_filter = true;
        for (const std::string_view part : split_at_blanks(inner, closer == ')' ? " \t\r\n\v\f|," : "\n")) {
            if (part == "OR" || part == "or") continue;
            std::string value = canonical_value(known, trimmed(part));
            is_filter = is_filter && !value.empty();
            filter.values.push_back(std::move(value));
        }
        if (is_filter && !filter.values.empty()) {
            add(QueryToken::Kind::kFilter, close + 1).filter = std::move(filter);
            return true;
        }
        const std::string_view all = text_.substr(at_, close + 1 - at_);
        QueryToken& token = add(QueryToken::Kind::kWords, close + 1);
        for (const std::string_view word : split_at_blanks(all, kBlanks)) add_word(token, word, false);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<QueryToken> tokens_;
};

}  // namespace

std::string canonical_value(QueryFilter::Field field, std::string_view value)
{
    switch (field) {
    case Field::kCategory: return canonical_category_filter(value);
    case Field::kDate: return canonical_days(value);
    case Field::kId: return canonical_id(value);
    case Field::kHas: {
        const std::string folded = fold(value);
        if (folded == "code") return "code";
        return folded == "math" || folded == "maths" ? "math" : "";
    }
    }
    return {};
}

std::vector<QueryToken> query_tokens(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace paperdeck
