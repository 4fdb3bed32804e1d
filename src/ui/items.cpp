#include "ui/items.h"

#include <nlohmann/json.hpp>

namespace paperdeck::ui {
namespace {

// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint32_t kHashStart = 2166136261u;

std::uint32_t hash_bytes(std::uint32_t hash, const void* bytes, std::size_t count)
{
    const auto* at = static_cast<const unsigned char*>(bytes);
    for (std::size_t i = 0; i < count; ++i) hash = (hash ^ at[i]) * 16777619u;
    return hash;
}

std::uint32_t hash_text(std::uint32_t hash, std::string_view text) { return hash_bytes(hash, text.data(), text.size()); }

template <class T>
std::uint32_t hash_value(std::uint32_t hash, const T& value)
{
    return hash_bytes(hash, &value, sizeof value);
}

}  // namespace

void Items::clear()
{
    records_.clear();
    strings_.clear();
    hash_ = kHashStart;
}

std::uint32_t Items::store(std::string_view text)
{
    const auto offset = static_cast<std::uint32_t>(strings_.size());
    strings_ += text;
    return offset;
}

ItemId Items::add(const ItemSpec& spec)
{
    // An article is the paper it shows, a progress bar or status the one of its kind: their text
    // changes while they stay the same thing. The others are told apart by their name.
    const bool is_named_by_text = spec.role != Role::kStatus && spec.role != Role::kProgressBar &&
                                  spec.role != Role::kText && spec.role != Role::kNotice && spec.role != Role::kHeading &&
                                  spec.role != Role::kArticle && spec.role != Role::kRegion;
    std::uint32_t id = hash_value(kHashStart, spec.parent);
    id = hash_value(id, spec.role);
    id = hash_value(id, spec.key);
    if (is_named_by_text) id = hash_text(id, spec.name);
    if (id == 0) id = 1;

    std::uint32_t hash = hash_text(kHashStart, spec.name);
    hash = hash_text(hash_value(hash, '\n'), spec.description);
    hash = hash_text(hash_value(hash, '\n'), spec.value);
    for (std::uint32_t word : {spec.state, spec.position, spec.set_size, spec.index}) hash = hash_value(hash, word);

    ItemRecord record = {};
    record.id = id;
    record.parent = spec.parent;
    record.role = spec.role;
    record.state = spec.state;
    record.x = spec.rect.x;
    record.y = spec.rect.y;
    record.w = spec.rect.w;
    record.h = spec.rect.h;
    record.name = store(spec.name);
    record.name_length = static_cast<std::uint32_t>(spec.name.size());
    record.description = store(spec.description);
    record.description_length = static_cast<std::uint32_t>(spec.description.size());
    record.value = store(spec.value);
    record.value_length = static_cast<std::uint32_t>(spec.value.size());
    record.position = spec.position;
    record.set_size = spec.set_size;
    record.index = spec.index;
    record.hash = hash;
    records_.push_back(record);

    hash_ = hash_value(hash_, record.id);
    hash_ = hash_value(hash_, record.hash);
    hash_ = hash_bytes(hash_, &record.x, 4 * sizeof(float));
    return id;
}

const char* to_string(Role role)
{
    switch (role) {
        case Role::kSearchBox: return "searchbox";
        case Role::kStatus: return "status";
        case Role::kFeed: return "feed";
        case Role::kArticle: return "article";
        case Role::kHeading: return "heading";
        case Role::kLink: return "link";
        case Role::kButton: return "button";
        case Role::kRegion: return "region";
        case Role::kGroup: return "group";
        case Role::kCheckbox: return "checkbox";
        case Role::kComboBox: return "combobox";
        case Role::kAlert: return "alert";
        case Role::kText: return "text";
        case Role::kDialog: return "dialog";
        case Role::kProgressBar: return "progressbar";
        case Role::kNavigation: return "navigation";
        case Role::kList: return "list";
        case Role::kListItem: return "listitem";
        case Role::kPlain: return "group";
        case Role::kSeparator: return "separator";
        case Role::kHandle: return "handle";
        case Role::kNotice: return "notice";
        case Role::kListBox: return "listbox";
        case Role::kOption: return "option";
        case Role::kTextField: return "textbox";
    }
    return "";
}

std::string to_json(const Items& items)
{
    auto list = nlohmann::json::array();
    for (const ItemRecord& record : items.records()) {
        nlohmann::json item = {{"role", to_string(record.role)},
                               {"name", std::string(items.name(record))},
                               {"id", record.id},
                               {"parent", record.parent},
                               {"rect", {record.x, record.y, record.w, record.h}}};
        if (record.value_length) item["value"] = std::string(items.value(record));
        if (record.description_length) item["description"] = std::string(items.description(record));
        if (record.state & kHasChecked) item["checked"] = (record.state & kChecked) != 0;
        if (record.state & kHasPressed) item["pressed"] = (record.state & kPressed) != 0;
        if (record.state & kCurrent) item["current"] = true;
        if (record.state & kBusy) item["busy"] = true;
        if (record.role == Role::kArticle) item["position"] = record.position;
        list.push_back(std::move(item));
    }
    return list.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace paperdeck::ui
