#include "search/query_reader.h"

#include "search/query_lexer.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMostTextBytes = 16'000;
constexpr std::size_t kMostWordBytes = 4'000;  // so that the normal form, which may be longer, is within kMostTextBytes
constexpr std::size_t kMostParts = 200;

}  // namespace

QueryReader::QueryReader(std::string_view text, QueryTrace& trace, bool traces) : text_(text), trace_(trace), traces_(traces)
{
    if (text_.size() <= kMostTextBytes) return;
    std::size_t end = kMostTextBytes;
    while (end > 0 && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
    leave_out_from(end);
    text_ = text_.substr(0, end);
}

bool QueryReader::phrase(const QueryScope& scope, QueryNode& out)
{
    const std::size_t begin = at_, inner = at_ + quote_length(text_, at_);
    const std::size_t close = closing_quote(text_, inner);
    at_ = close + quote_length(text_, close);
    if (close == text_.size()) trace_.is_open = true;
    const std::size_t end = at_;
    while (next() == '*') ++at_;
    note_last(scope.field, begin, end);
    const std::string words = one_blank_each(text_.substr(inner, close - inner));
    if (words.empty()) return false;
    if (filter(scope, words, out)) return true;
    if (scope.is_filter() && at_ < text_.size()) text_hint(begin, end, "No filter", std::string(scope.field_name) + ":" + words);
    out.field = scope.words();
    out.is_phrase = true;
    out.is_prefix = at_ > end;
    return leaf(QueryNode::Kind::kWords, words, out);
}

bool QueryReader::regular_expression(const QueryScope& scope, std::size_t end, QueryNode& out)
{
    out.field = scope.words();
    out.ignores_case = text_[end - 1] == 'i';
    const std::size_t begin = at_ + 1, close = end - (out.ignores_case ? 2 : 1);
    at_ = end;
    return leaf(QueryNode::Kind::kRegex, std::string(text_.substr(begin, close - begin)), out);
}

// The word from at_ to `end`, as a value where it is one.
bool QueryReader::word(const QueryScope& scope, std::size_t end, QueryNode& out)
{
    const std::string_view written = text_.substr(at_, end - at_);
    const bool is_last = end == text_.size() && !is_cut_;
    const std::size_t begin = at_;
    at_ = end;
    std::string text(written);
    if (scope.is_filter()) {
        if (filter(scope, written, out)) return true;
        text = std::string(scope.field_name) + ":" + text;
        const std::size_t from = scope.is_value ? static_cast<std::size_t>(scope.field_name.data() - text_.data()) : begin;
        if (may_become_value(scope.field->filter, written, scope.field->form) && is_half_typed(scope, from, end)) return false;
        if (!is_last) text_hint(from, end, "No filter", text);
    }
    const std::size_t size = text.size();
    while (!scope.is_filter() && !text.empty() && text.back() == '*') text.pop_back();
    if (text.empty()) return false;
    out.field = scope.words();
    out.is_typing = is_last && !scope.is_negated && text.size() == size;
    out.is_prefix = out.is_typing || text.size() < size;
    if (!leaf(QueryNode::Kind::kWords, std::move(text), out)) return false;
    trace_.is_typing = out.is_typing;
    return true;
}

bool QueryReader::leaf(QueryNode::Kind kind, std::string text, QueryNode& out)
{
    bytes_ += text.size();
    if (++parts_ > kMostParts || bytes_ > kMostWordBytes) {
        leave_out_from(at_);
        at_ = text_.size();
        return false;
    }
    out.kind = kind;
    out.text = std::move(text);
    return true;
}

bool QueryReader::filter(const QueryScope& scope, std::string_view written, QueryNode& out)
{
    if (!scope.is_filter()) return false;
    std::string value = canonical_value(scope.field->filter, written, scope.field->form);
    return !value.empty() && filter_leaf(scope.field->filter, std::move(value), out);
}

bool QueryReader::filter_leaf(QueryFilter::Field field, std::string value, QueryNode& out)
{
    if (!leaf(QueryNode::Kind::kFilter, std::move(value), out)) return false;
    out.filter.field = field;
    out.filter.values.push_back(std::move(out.text));
    out.text.clear();
    return true;
}

// What is left out ("-has:co") may stay text, which leaves out nothing: so it prints without a blank behind it.
bool QueryReader::is_half_typed(const QueryScope& scope, std::size_t begin, std::size_t end)
{
    if (end < text_.size() || is_cut_ || scope.is_negated) return false;
    at_ = end;
    std::string words = "Not yet complete: “";
    words.append(text_.substr(begin, end - begin)).append("” is left out.");
    hint(begin, end, std::move(words));
    query_.hints.back().is_early = true;
    trace_.is_typing = trace_.is_half_typed = true;
    return true;
}

void QueryReader::text_hint(std::size_t begin, std::size_t end, std::string_view what, std::string_view name)
{
    std::string words(what);
    words.append(" “").append(name).append("”: searched as text.");
    hint(begin, end, std::move(words));
}

void QueryReader::chip(std::size_t begin)
{
    if (!traces_) return;
    while (begin > 0 && (text_[begin - 1] == '-' || text_[begin - 1] == '!')) --begin;
    trace_.chips.push_back({begin, at_});
}

void QueryReader::note_last(const QueryField* field, std::size_t begin, std::size_t end)
{
    trace_.last_field = field;
    trace_.last_begin = begin;
    trace_.last_end = end;
}

void QueryReader::leave_out_from(std::size_t begin)
{
    if (!is_cut_) hint(begin, text_.size(), "Too long: the rest is left out.");
    is_cut_ = true;
}

}  // namespace paperdeck
