// UTF-8 without a locale: validity, lengths in code points, cutting and comparing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linli::base {

// Byte offset of the first byte that is not well-formed UTF-8, or npos.
size_t utf8_error(std::string_view text);
inline bool is_utf8(std::string_view text) { return utf8_error(text) == std::string_view::npos; }
size_t code_points(std::string_view text);
// The first `count` code points.
std::string_view head_code_points(std::string_view text, size_t count);
// Reads one code point at `offset` and moves it on; U+FFFD for a bad byte.
char32_t next_code_point(std::string_view text, size_t& offset);
void append_code_point(std::string& out, char32_t code_point);
// Removes spaces (also U+3000) at both ends and control characters inside; a tab or a
// line break inside becomes a space. A bad byte becomes U+FFFD.
std::string trimmed(std::string_view text);

}  // namespace linli::base
