#include "app/items_file.h"
#include "platform/platform.h"

namespace paperdeck::app {

Result<bool> write_items(const std::string& file, const ui::Items& items) { return platform::write_file(file, ui::to_json(items)); }

}  // namespace paperdeck::app
