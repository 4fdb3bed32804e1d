// What a paper's id says of its kind.
#pragma once

#include "digest/paper.h"

namespace paperdeck {

// New or replaced by the id's month against the digest's day, with a few days of grace at the start of a month;
// unknown where the digest says the kind itself, or where id or day tell nothing.
Kind guessed_kind(const Paper& paper);

}  // namespace paperdeck
