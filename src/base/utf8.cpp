#include "base/utf8.h"

#include <cstring>

#include "base/check.h"

namespace linli::base {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t ideographic_space = 0x3000;
constexpr char32_t no_break_space = 0xA0;

struct Decoded {
  char32_t code_point;
  size_t bytes;  // 0: not well-formed
};

// Table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF.
Decoded decode(std::string_view text, size_t offset) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const size_t left = text.size() - offset;
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const auto continues = [&](size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
    return i < left && byte(i) >= low && byte(i) <= high;
  };
  if (first >= 0xC2 && first <= 0xDF) {
    if (!continues(1)) return {0, 0};
    return {(char32_t{first} & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  }
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned char low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : 0xBF;
    if (!continues(1, low, high) || !continues(2)) return {0, 0};
    return {(char32_t{first} & 0x0F) << 12 | (char32_t{byte(1)} & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned char low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xF4 ? 0x8F : 0xBF;
    if (!continues(1, low, high) || !continues(2) || !continues(3)) return {0, 0};
    return {(char32_t{first} & 0x07) << 18 | (char32_t{byte(1)} & 0x3F) << 12 |
                (char32_t{byte(2)} & 0x3F) << 6 | (byte(3) & 0x3F),
            4};
  }
  return {0, 0};
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == no_break_space ||
         c == ideographic_space;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

}  // namespace

size_t utf8_error(std::string_view text) {
  size_t offset = 0;
  while (offset < text.size()) {
    // Most of a log is ASCII: eight bytes at a time.
    uint64_t eight = 0;
    if (text.size() - offset >= sizeof(eight)) {
      std::memcpy(&eight, text.data() + offset, sizeof(eight));
      if ((eight & 0x8080808080808080u) == 0) {
        offset += sizeof(eight);
        continue;
      }
    }
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    const Decoded decoded = decode(text, offset);
    if (decoded.bytes == 0) return offset;
    offset += decoded.bytes;
  }
  return std::string_view::npos;
}

size_t code_points(std::string_view text) {
  size_t count = 0;
  size_t offset = 0;
  while (offset < text.size()) {
    next_code_point(text, offset);
    ++count;
  }
  return count;
}

std::string_view head_code_points(std::string_view text, size_t count) {
  size_t offset = 0;
  while (offset < text.size() && count > 0) {
    next_code_point(text, offset);
    --count;
  }
  return text.substr(0, offset);
}

char32_t next_code_point(std::string_view text, size_t& offset) {
  CHECK(offset < text.size());
  const Decoded decoded = decode(text, offset);
  if (decoded.bytes == 0) {
    ++offset;
    return replacement;
  }
  offset += decoded.bytes;
  return decoded.code_point;
}

void append_code_point(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::string trimmed(std::string_view text) {
  std::string out;
  size_t end_of_words = 0;
  size_t offset = 0;
  while (offset < text.size()) {
    char32_t c = next_code_point(text, offset);
    const bool space = is_space(c);
    if (space && out.empty()) continue;
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    if (is_control(c)) continue;
    append_code_point(out, c);
    if (!space) end_of_words = out.size();
  }
  out.resize(end_of_words);
  return out;
}

}  // namespace linli::base
