#include "app/items_file.h"
#include "platform/platform.h"

namespace paperdeck::app {

// Gives the browser's own refusal.
Result<bool> write_items(const std::string& file, const ui::Items&) { return platform::write_file(file, {}); }

}  // namespace paperdeck::app
