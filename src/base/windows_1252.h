// The code page that other text is most often mistaken for.
// Source: https://encoding.spec.whatwg.org/#windows-1252 (the five bytes without a character stay what they are)
#pragma once

namespace paperdeck {

// The character that `byte` is.
char32_t from_windows_1252(unsigned char byte);

// The byte that `character` is; -1 where it has none.
int to_windows_1252(char32_t character);

}  // namespace paperdeck
