// "[[page]]" and "[[page|words]]", as note-taking programs (Obsidian, Logseq) write links between files, which no Markdown
// parser resolves. What they point at is not at hand here, so their words are left.
// Source: https://help.obsidian.md/links
#pragma once

#include <string>
#include <string_view>

namespace paperdeck {

// Replaces "[[page|words]]" by "words", "[[page#part]]" by "page#part", and takes out "![[file]]", what another file shows
// here. "[[PDF]](https://…)", "[[PDF](…)]", "[[1, 2], [3, 4]]", what begins with no letter, and what stands
// in mathematics or code of its line stay. Lines are kept. Returns `text` itself where nothing changes, else `buffer`, which must outlive the answer. Linear.
std::string_view with_wiki_links_resolved(std::string_view text, std::string& buffer);

}  // namespace paperdeck
