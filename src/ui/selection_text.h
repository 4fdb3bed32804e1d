// The texts that can be selected, as the panels lay them out.
#pragma once

#include "digest/library.h"
#include "ui/selection.h"

namespace paperdeck::ui {

// `authors`: as many of them as the panel shows, which the paper has only in parts.
const StyledText& text_of(const View& view, const TextKey& key, const StyledText& authors);

}  // namespace paperdeck::ui
