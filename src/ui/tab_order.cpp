#include "ui/tab_order.h"

#include <algorithm>
#include <vector>

namespace paperdeck::ui {

ItemId next_tab_stop(const Items& items, ItemId focus, int direction)
{
    const auto& records = items.records();
    const auto modal = std::find_if(records.begin(), records.end(), [](const ItemRecord& r) { return (r.state & kModal) != 0; });
    std::vector<ItemId> stops;
    for (const ItemRecord& record : records) {
        const Role role = record.role;
        if (modal != records.end() && record.parent != modal->id) continue;
        if (record.state & kNotTabStop) continue;
        if (role == Role::kLink || role == Role::kButton || role == Role::kCheckbox || role == Role::kComboBox || role == Role::kSeparator)
            stops.push_back(record.id);
    }
    if (stops.empty()) return focus;
    const auto at = std::find(stops.begin(), stops.end(), focus);
    const auto count = static_cast<int>(stops.size());
    const int from = at == stops.end() ? (direction > 0 ? -1 : count) : static_cast<int>(at - stops.begin());
    return stops[static_cast<std::size_t>((from + direction + count) % count)];
}

}  // namespace paperdeck::ui
