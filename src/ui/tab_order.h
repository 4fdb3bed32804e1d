// The order in which the tab key goes through a frame's controls, where the browser does not keep it.
#pragma once

#include "ui/items.h"

namespace paperdeck::ui {

// The control after `focus` (+1) or before it (-1), around the ends; within the dialogue where one is open. `focus` itself
// where there is none.
ItemId next_tab_stop(const Items& items, ItemId focus, int direction);

}  // namespace paperdeck::ui
