// Settings as they are kept: one platform setting each, by name.
#pragma once

#include "ui/settings.h"
#include "ui/ui.h"

namespace paperdeck::app {

// What was kept; what was never set, or no longer makes sense, is as it comes.
ui::Settings load_settings();
// `value` is taken and kept.
void change_setting(ui::Settings& settings, ui::Setting setting, int value);


ui::HighlightLists load_highlights();
// As much of them as can be kept.
void keep_highlights(ui::HighlightLists& lists);

}  // namespace paperdeck::app
