// TeX text commands in titles and abstracts → styled text. Maths is left alone: it has a typesetter of
// its own.
//
// Known are: styles (\textbf{…}, \emph{…}, {\it …}), accents (R\'enyi, \v{s}), letters (\ss, \o), escaped
// signs (\%, \&), quotes (``…''), \url and \href, and citations and labels, which are dropped. A command
// that is not known stays as it is written: it may be what the abstract talks about.
#pragma once

#include "digest/styled_text.h"

namespace paperdeck {

// Linear in the input; text without TeX comes back as it went in, without a copy.
StyledText with_tex_resolved(StyledText text);

}  // namespace paperdeck
