// Any bytes → papers, by the Markdown reader or the JSON reader as the content says, and into the library.
#include <cstdint>

#include "digest/library.h"
#include "fuzz/bounds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace paperdeck;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    Digest digest = read_digest("2025-03-10.md", bytes);
    // A paper of a table row in 60 bytes has two addresses made of its id, and the category and day of its heading.
    fuzz::require(fuzz::check_digest(digest, size) <= 8 * size + 4096, "papers are no longer than eight times the input");
    Library library;
    const DigestId first = library.add(digest).digest;
    const DigestId second = library.add(std::move(digest)).digest;
    for (const DigestId id : {first, second}) (void)library.note_of(id);
    for (const LibraryPaper& paper : library.papers()) {
        (void)history_words(paper);
        (void)also_in_words(paper);
    }
    library.remove(first);
    library.remove(second);
    fuzz::require(library.live_count() == 0, "what is taken out again is gone");
    return 0;
}
