#include "digest/arxiv.h"

#include <algorithm>
#include <array>

#include "base/byte_set.h"
#include "digest/styled_text.h"

namespace paperdeck {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

bool starts_with_no_case(std::string_view text, std::string_view lower_prefix)
{
    if (text.size() < lower_prefix.size()) return false;
    return std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(),
                      [](char a, char b) { return a == to_lower(b); });
}

// How the part behind the dot of an archive's categories is written.
enum class Classes { kNone, kCapitals, kWords };

struct Archive {
    std::string_view name;
    Classes classes;
    bool is_category;  // is a category by itself, as hep-th is
};

// https://arxiv.org/category_taxonomy, and the archives that were merged into them later.
constexpr std::array kArchives = {
    Archive{"cs", Classes::kCapitals, false},       Archive{"math", Classes::kCapitals, false},
    Archive{"stat", Classes::kCapitals, false},     Archive{"eess", Classes::kCapitals, false},
    Archive{"econ", Classes::kCapitals, false},     Archive{"q-bio", Classes::kCapitals, true},
    Archive{"q-fin", Classes::kCapitals, false},    Archive{"nlin", Classes::kCapitals, false},
    Archive{"astro-ph", Classes::kCapitals, true},  Archive{"cond-mat", Classes::kWords, true},
    Archive{"physics", Classes::kWords, false},     Archive{"gr-qc", Classes::kNone, true},
    Archive{"hep-ex", Classes::kNone, true},        Archive{"hep-lat", Classes::kNone, true},
    Archive{"hep-ph", Classes::kNone, true},        Archive{"hep-th", Classes::kNone, true},
    Archive{"math-ph", Classes::kNone, true},       Archive{"nucl-ex", Classes::kNone, true},
    Archive{"nucl-th", Classes::kNone, true},       Archive{"quant-ph", Classes::kNone, true},
    Archive{"cmp-lg", Classes::kNone, true},        Archive{"alg-geom", Classes::kNone, true},
    Archive{"chao-dyn", Classes::kNone, true},      Archive{"solv-int", Classes::kNone, true},
    Archive{"dg-ga", Classes::kNone, true},         Archive{"patt-sol", Classes::kNone, true},
    Archive{"funct-an", Classes::kNone, true},      Archive{"q-alg", Classes::kNone, true},
    Archive{"adap-org", Classes::kNone, true},      Archive{"comp-gas", Classes::kNone, true},
    Archive{"mtrl-th", Classes::kNone, true},       Archive{"supr-con", Classes::kNone, true},
    Archive{"acc-phys", Classes::kNone, true},      Archive{"ao-sci", Classes::kNone, true},
    Archive{"atom-ph", Classes::kNone, true},       Archive{"bayes-an", Classes::kNone, true},
    Archive{"chem-ph", Classes::kNone, true},       Archive{"plasm-ph", Classes::kNone, true},
};

const Archive* archive_named(std::string_view name)
{
    const auto found = std::find_if(kArchives.begin(), kArchives.end(), [&](const Archive& a) { return a.name == name; });
    return found == kArchives.end() ? nullptr : found;
}

bool is_class(std::string_view text, Classes classes)
{
    if (classes == Classes::kCapitals) return text.size() == 2 && std::all_of(text.begin(), text.end(), is_upper);
    if (classes == Classes::kWords)
        return text.size() >= 3 && text.size() <= 9 && is_lower(text.front()) && is_lower(text.back()) &&
               std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || c == '-'; });
    return false;
}

// Length of the new-style number ("2103.06255") or old-style id ("hep-th/9901001", "math.GT/0309136")
// at the start of `text`; 0 where there is none.
std::size_t id_length(std::string_view text)
{
    const auto digits_at = [&](std::size_t i) {
        std::size_t n = 0;
        while (i + n < text.size() && is_digit(text[i + n])) ++n;
        return n;
    };
    if (digits_at(0) == 4 && text.size() > 4 && text[4] == '.') {
        // Four digits from April 2007 to December 2014, five since.
        const int month = (text[2] - '0') * 10 + (text[3] - '0');
        const int year_month = ((text[0] - '0') * 10 + (text[1] - '0')) * 100 + month;
        const std::size_t wanted = year_month <= 1412 ? 4 : 5;
        return year_month >= 704 && month >= 1 && month <= 12 && digits_at(5) == wanted ? 5 + wanted : 0;
    }
    const std::size_t slash = text.substr(0, 20).find('/');
    if (slash == std::string_view::npos || digits_at(slash + 1) != 7) return 0;
    const std::string_view archive = text.substr(0, slash);
    const std::size_t dot = archive.find('.');
    const Archive* known = archive_named(archive.substr(0, dot));
    if (!known || (dot != std::string_view::npos && !is_class(archive.substr(dot + 1), Classes::kCapitals))) return 0;
    return slash + 8;
}

// An id with its version at the start of `text`; `length` says how much of it that takes.
std::optional<ArxivId> leading_id(std::string_view text, std::size_t& length)
{
    const std::size_t end = id_length(text);
    if (end == 0) return std::nullopt;
    ArxivId id;
    id.id = std::string(text.substr(0, end));
    length = end;
    std::size_t i = end;
    if (i + 1 < text.size() && (text[i] == 'v' || text[i] == 'V') && is_digit(text[i + 1])) {
        for (++i; i < text.size() && is_digit(text[i]) && i < end + 5; ++i) id.version = id.version * 10 + (text[i] - '0');
        length = i;
    }
    return id;
}

// The parts of an http or https address; empty host where it is none.
struct Address {
    std::string_view host;  // without port and "www."
    std::string_view path;
};

Address split_url(std::string_view url)
{
    std::size_t at = 0;
    if (starts_with_no_case(url, "https://")) at = 8;
    else if (starts_with_no_case(url, "http://")) at = 7;
    else return {};
    constexpr ByteSet kEnds("/?#");
    const std::size_t end = kEnds.find_in(url, at);
    std::string_view host = url.substr(at, end - at);
    if (host.substr(0, 1) != "[") host = host.substr(0, host.find(':'));
    if (starts_with_no_case(host, "www.")) host.remove_prefix(4);
    return {host, url.substr(end)};
}

bool is_arxiv_host(std::string_view host)
{
    constexpr std::array<std::string_view, 6> kHosts = {"arxiv.org",    "export.arxiv.org",     "cn.arxiv.org",
                                                        "alphaxiv.org", "ar5iv.labs.arxiv.org", "ar5iv.org"};
    return std::any_of(kHosts.begin(), kHosts.end(),
                       [&](std::string_view known) { return host.size() == known.size() && starts_with_no_case(host, known); });
}

}  // namespace

std::optional<ArxivId> parse_arxiv_id(std::string_view text)
{
    text = trimmed(text);
    if (starts_with_no_case(text, "arxiv:")) text = trimmed(text.substr(6));
    std::size_t length = 0;
    auto id = leading_id(text, length);
    if (!id || length != text.size()) return std::nullopt;
    return id;
}

std::optional<ArxivId> leading_arxiv_id(std::string_view text, bool is_named)
{
    // Signs before it: "📄", "**", "(".
    while (!text.empty() && !is_letter(text.front()) && !is_digit(text.front())) text.remove_prefix(1);
    constexpr std::string_view kName = "arxiv";
    std::size_t length = 0;
    if (!starts_with_no_case(text, kName)) return is_named ? leading_id(text, length) : std::nullopt;
    const std::size_t at = text.find_first_not_of(": ", kName.size());
    return at == std::string_view::npos || at == kName.size() ? std::nullopt : leading_id(text.substr(at), length);
}

std::optional<ArxivId> arxiv_id_in_url(std::string_view url)
{
    const Address address = split_url(trimmed(url));
    if (!is_arxiv_host(address.host)) return std::nullopt;
    for (const std::string_view form : {"/abs/", "/pdf/", "/html/", "/e-print/", "/src/", "/format/", "/ps/", "/overview/"}) {
        if (address.path.substr(0, form.size()) != form) continue;
        const std::string_view rest = address.path.substr(form.size());
        std::size_t length = 0;
        auto id = leading_id(rest, length);
        if (!id) return std::nullopt;
        const std::string_view tail = rest.substr(length);
        const bool ends = tail.empty() || tail == "/" || tail.substr(0, 4) == ".pdf" || tail.front() == '?' || tail.front() == '#';
        return ends ? id : std::nullopt;
    }
    return std::nullopt;
}

std::optional<ArxivId> arxiv_id_in_path(std::string_view path)
{
    if (path.find("//") != std::string_view::npos) return std::nullopt;
    path = path.substr(0, path.find_first_of("?#"));
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    std::size_t end = std::min(name.find_first_not_of("0123456789.v"), name.size());
    while (end > 0 && name[end - 1] == '.') --end;
    if (end < name.size() && name[end] != '.' && name[end] != '-' && name[end] != '_') return std::nullopt;
    std::string id(name.substr(0, end));
    constexpr std::size_t kYearAndMonth = 4, kDigits = 9;
    if (id.find_first_not_of("0123456789") == kDigits && id[kDigits] == 'v') id.insert(kYearAndMonth, 1, '.');
    // Four digits behind the dot may be a day: "1210.2023.md".
    const bool is_long = id.size() >= kDigits + 1 && id[kYearAndMonth] == '.' && id[kDigits] != 'v';
    return is_long || id.find('v') != std::string::npos ? parse_arxiv_id(id) : std::nullopt;
}

std::optional<ArxivId> arxiv_id_of_doi(std::string_view doi)
{
    constexpr std::string_view kOfArxiv = "10.48550/arxiv.";
    return starts_with_no_case(doi, kOfArxiv) ? parse_arxiv_id(doi.substr(kOfArxiv.size())) : std::nullopt;
}

std::string abs_url(std::string_view id) { return "https://arxiv.org/abs/" + std::string(id); }
std::string pdf_url(std::string_view id) { return "https://arxiv.org/pdf/" + std::string(id); }

Date month_of(std::string_view id)
{
    const std::size_t slash = id.find('/');
    if (slash != std::string_view::npos) id.remove_prefix(slash + 1);
    if (id.size() < 4 || !std::all_of(id.begin(), id.begin() + 4, is_digit)) return {};
    const int yy = (id[0] - '0') * 10 + (id[1] - '0');
    const int month = (id[2] - '0') * 10 + (id[3] - '0');
    if (month < 1 || month > 12) return {};
    return {yy >= 91 ? 1900 + yy : 2000 + yy, month, 0};
}

bool is_category_code(std::string_view text)
{
    const std::size_t dot = text.find('.');
    const Archive* archive = archive_named(text.substr(0, dot));
    if (!archive) return false;
    return dot == std::string_view::npos ? archive->is_category : is_class(text.substr(dot + 1), archive->classes);
}

std::string canonical_category(std::string_view text)
{
    std::string code(text);
    const std::size_t dot = std::min(code.find('.'), code.size());
    std::transform(code.begin(), code.end(), code.begin(), to_lower);
    const Archive* archive = archive_named(std::string_view(code).substr(0, dot));
    if (archive && archive->classes == Classes::kCapitals)
        std::transform(code.begin() + static_cast<std::ptrdiff_t>(dot), code.end(), code.begin() + static_cast<std::ptrdiff_t>(dot), to_upper);
    return code;
}

bool is_archive(std::string_view text) { return archive_named(text) != nullptr; }

bool begins_category(std::string_view text)
{
    const std::string code = canonical_category(text);
    if (is_category_code(code)) return false;
    const std::size_t dot = code.find('.');
    if (dot == std::string::npos)
        return std::any_of(kArchives.begin(), kArchives.end(), [&](const Archive& a) { return a.name.substr(0, code.size()) == code; });
    const Archive* archive = archive_named(std::string_view(code).substr(0, dot));
    if (!archive || archive->classes == Classes::kNone) return false;
    const std::string_view letters = std::string_view(code).substr(dot + 1);
    const bool is_short = letters.size() < (archive->classes == Classes::kCapitals ? 2 : 3);
    return is_short && std::all_of(letters.begin(), letters.end(), is_letter);
}

std::vector<std::string> find_categories(std::string_view text)
{
    const auto is_name = [](char c) { return is_letter(c) || c == '-'; };
    const auto is_old_id_at = [&](std::size_t slash) {
        return slash < text.size() && text[slash] == '/' && slash + 7 < text.size() &&
               std::all_of(text.begin() + static_cast<std::ptrdiff_t>(slash) + 1, text.begin() + static_cast<std::ptrdiff_t>(slash) + 8, is_digit);
    };
    std::vector<std::string> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_lower(text[i])) continue;
        std::size_t name_end = i;
        while (name_end < text.size() && is_name(text[name_end])) ++name_end;
        std::size_t class_end = name_end;
        if (class_end < text.size() && text[class_end] == '.') {
            for (++class_end; class_end < text.size() && is_name(text[class_end]);) ++class_end;
        }
        const bool starts_word = i == 0 || !(is_name(text[i - 1]) || is_digit(text[i - 1]));
        for (const std::size_t end : {class_end, name_end}) {
            const std::string_view code = text.substr(i, end - i);
            const bool ends_word = end == text.size() || !is_digit(text[end]);
            if (!starts_word || !ends_word || is_old_id_at(end) || !is_category_code(code)) continue;
            if (std::find(found.begin(), found.end(), code) == found.end()) found.emplace_back(code);  // there are some 200
            name_end = end;
            break;
        }
        i = name_end - 1;
    }
    return found;
}

bool is_web_url(std::string_view url)
{
    const Address address = split_url(url);
    if (address.host.empty()) return false;
    const bool starts_well = is_letter(address.host[0]) || is_digit(address.host[0]) || address.host[0] == '[' ||
                             static_cast<unsigned char>(address.host[0]) >= 0x80;
    constexpr ByteSet kForbidden("\x7F<>\"\\`", ' ');
    return starts_well && kForbidden.find_in(url) == url.size();
}

}  // namespace paperdeck
