// The file of --semantic-items. Its text is made only where files are written: in a page it would be 5 KB of the first load.
#pragma once

#include <string>

#include "base/result.h"
#include "ui/items.h"

namespace paperdeck::app {

Result<bool> write_items(const std::string& file, const ui::Items& items);

}  // namespace paperdeck::app
