// The semantic items of a frame: what is drawn, said in words. One list serves the DOM mirror (screen
// readers, browser find, web tests), the desktop tests and the desktop's own Tab key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/command.h"
#include "ui/geometry.h"

namespace paperdeck::ui {

// Numbers are part of the mirror's binary format (web/mirror.js).
enum class Role : std::uint32_t {
    kSearchBox = 1,
    kStatus = 2,
    kFeed = 3,
    kArticle = 4,
    kHeading = 5,
    kLink = 6,
    kButton = 7,
    kRegion = 8,
    kGroup = 9,
    kCheckbox = 10,
    kComboBox = 11,
    kAlert = 12,
    kText = 13,
    kDialog = 14,
    kProgressBar = 15,
    kNavigation = 16,
    kList = 17,
    kListItem = 18,
    kPlain = 19,
    kHandle = 20,  // dragged by a finger; for the eye only
    kSeparator = 21,
    kNotice = 22,  // text that a screen reader says when it comes
    kListBox = 23,
    kOption = 24,  // kCurrent: the one that Enter takes; the search field keeps the focus
    kTextField = 25,  // of several lines; its value is its text
};

enum State : std::uint32_t {
    kHasChecked = 1,
    kChecked = 2,
    kHasPressed = 4,
    kPressed = 8,
    kCurrent = 16,
    kDisabled = 32,
    kBusy = 64,
    kWantsFocus = 128,
    kModal = 256,
    kLabelledByHeading = 512,
    kNotTabStop = 1024,     // arrow keys go there, Tab does not
    kCanvasPointer = 2048,  // a control that the canvas itself takes the pointer for
};

using ItemId = std::uint32_t;

// What a caller says of one item. Strings are copied into the frame's arena.
struct ItemSpec {
    ItemId parent = 0;
    Role role = Role::kPlain;
    Rect rect;
    std::string_view name;
    std::string_view description = {};
    std::string_view value = {};  // address of a link, text of the search box, options of a combo box
    std::uint32_t state = 0;
    std::uint32_t position = 0;   // of an article, 1-based
    std::uint32_t set_size = 0;
    std::uint32_t index = 0;      // heading level, chosen option, progress done, caret of the search box in bytes of its text
    CommandKind command = CommandKind::kNone;
    std::uint32_t number = 0;
    std::uint32_t key = 0;        // tells siblings of one role and name apart
};

// One 32-bit word each: this is the mirror's record, as JavaScript reads it from memory.
struct ItemRecord {
    ItemId id;
    ItemId parent;
    Role role;
    std::uint32_t state;
    float x, y, w, h;
    std::uint32_t name, name_length;
    std::uint32_t description, description_length;
    std::uint32_t value, value_length;  // strings: addresses once published, arena offsets before
    std::uint32_t position, set_size, index;
    std::uint32_t hash;
    std::uint32_t reserved[2];
};
static_assert(sizeof(ItemRecord) == 80);

class Items {
public:
    void clear();

    // Notes an item and returns its id, which is the same in every frame that shows it.
    ItemId add(const ItemSpec& spec);

    const std::vector<ItemRecord>& records() const { return records_; }

    std::string_view name(const ItemRecord& record) const { return slice(record.name, record.name_length); }
    std::string_view description(const ItemRecord& record) const { return slice(record.description, record.description_length); }
    std::string_view value(const ItemRecord& record) const { return slice(record.value, record.value_length); }

    // A number that differs when anything of the frame's items does.
    std::uint32_t hash() const { return hash_; }

    // Base of the arena that the offsets count from.
    const char* strings() const { return strings_.data(); }

private:
    std::string_view slice(std::uint32_t begin, std::uint32_t length) const { return std::string_view(strings_).substr(begin, length); }
    std::uint32_t store(std::string_view text);

    std::vector<ItemRecord> records_;
    std::string strings_;
    std::uint32_t hash_ = 0;
};

const char* to_string(Role role);

// The items as JSON, for tests of the desktop program: [{role, name, state, rect, …}].
std::string to_json(const Items& items);

}  // namespace paperdeck::ui
