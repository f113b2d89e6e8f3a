#include "sync/canonical_json.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "base/utf8.h"

namespace linli::sync {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

void append_hex4(std::string& out, char32_t value) {
  for (int shift = 12; shift >= 0; shift -= 4) out += hex_digits[value >> shift & 15];
}

char short_escape(char c) {
  switch (c) {
    case '\b':
      return 'b';
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\f':
      return 'f';
    case '\r':
      return 'r';
    case '"':
      return '"';
    case '\\':
      return '\\';
    default:
      return 0;
  }
}

char control_of(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'f':
      return '\f';
    case 'r':
      return '\r';
    default:
      return letter;  // quote, backslash, solidus
  }
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char32_t hex4(std::string_view text, size_t offset) {
  char32_t value = 0;
  for (size_t i = 0; i < 4; ++i)
    value = value * 16 + static_cast<char32_t>(hex_value(text[offset + i]));
  return value;
}

// The text of a string whose escapes have been checked when it was read.
std::string unescape(std::string_view inner) {
  std::string out;
  out.reserve(inner.size());
  size_t i = 0;
  while (i < inner.size()) {
    if (inner[i] != '\\') {
      out += inner[i++];
      continue;
    }
    if (inner[i + 1] != 'u') {
      out += control_of(inner[i + 1]);
      i += 2;
      continue;
    }
    char32_t unit = hex4(inner, i + 2);
    i += 6;
    if (unit >= 0xD800 && unit < 0xDC00) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (hex4(inner, i + 2) - 0xDC00);
      i += 6;
    }
    base::append_code_point(out, unit);
  }
  return out;
}

std::string_view inner_of(std::string_view quoted) { return quoted.substr(1, quoted.size() - 2); }

void append_canonical(std::string& out, JsonValue value) {
  if (value.is(JsonType::string)) {
    append_json_string(out, value.string());
  } else if (value.is(JsonType::array)) {
    out += '[';
    for (JsonValue child = value.first(); child.exists(); child = child.next()) {
      if (out.back() != '[') out += ',';
      append_canonical(out, child);
    }
    out += ']';
  } else if (value.is(JsonType::object)) {
    std::vector<JsonValue> members;
    for (JsonValue child = value.first(); child.exists(); child = child.next()) {
      members.push_back(child);
    }
    std::sort(members.begin(), members.end(),
              [](const JsonValue& a, const JsonValue& b) { return a.key() < b.key(); });
    out += '{';
    for (const JsonValue& member : members) {
      if (out.back() != '{') out += ',';
      append_json_string(out, member.key());
      out += ':';
      append_canonical(out, member);
    }
    out += '}';
  } else {
    out += value.bytes();
  }
}

}  // namespace

const JsonNode& JsonValue::node() const {
  CHECK(document_ != nullptr);
  return document_->nodes_[index_];
}

std::string_view JsonValue::key() const {
  return document_->text_.substr(node().key_begin, node().key_bytes);
}

std::string_view JsonValue::bytes() const {
  return document_->text_.substr(node().begin, node().end - node().begin);
}

bool JsonValue::boolean() const {
  CHECK(is(JsonType::boolean));
  return bytes() == "true";
}

int64_t JsonValue::integer() const {
  CHECK(is(JsonType::integer));
  const std::string_view digits = bytes();
  int64_t value = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  CHECK(end.ec == std::errc());
  return value;
}

std::string JsonValue::string() const {
  CHECK(is(JsonType::string));
  const std::string_view inner = inner_of(bytes());
  return node().escaped ? unescape(inner) : std::string(inner);
}

std::optional<std::string_view> JsonValue::plain_string() const {
  CHECK(is(JsonType::string));
  if (node().escaped) return std::nullopt;
  return inner_of(bytes());
}

JsonValue JsonValue::first() const {
  return node().empty ? JsonValue() : JsonValue(document_, index_ + 1);
}

JsonValue JsonValue::next() const {
  return node().next == 0 ? JsonValue() : JsonValue(document_, node().next);
}

JsonValue JsonValue::member(std::string_view wanted) const {
  if (!is(JsonType::object)) return {};
  for (JsonValue child = first(); child.exists(); child = child.next()) {
    if (child.key() == wanted) return child;
  }
  return {};
}

size_t JsonValue::count() const {
  size_t count = 0;
  for (JsonValue child = first(); child.exists(); child = child.next()) ++count;
  return count;
}

std::string canonical_text(JsonValue value) {
  std::string out;
  out.reserve(value.bytes().size());
  append_canonical(out, value);
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  size_t copied = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(copied, i - copied);
    copied = i + 1;
    out += '\\';
    if (const char letter = short_escape(c)) {
      out += letter;
    } else {
      out += 'u';
      append_hex4(out, static_cast<unsigned char>(c));
    }
  }
  out += text.substr(copied);
  out += '"';
}

void append_json_integer(std::string& out, int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value);
  out.append(digits, end.ptr);
}

void JsonObjectWriter::close(std::string_view key, size_t begin) {
  members_.push_back({key, begin, values_.size()});
}

void JsonObjectWriter::string(std::string_view key, std::string_view value) {
  const size_t begin = values_.size();
  append_json_string(values_, value);
  close(key, begin);
}

void JsonObjectWriter::integer(std::string_view key, int64_t value) {
  const size_t begin = values_.size();
  append_json_integer(values_, value);
  close(key, begin);
}

void JsonObjectWriter::boolean(std::string_view key, bool value) {
  raw(key, value ? "true" : "false");
}

void JsonObjectWriter::raw(std::string_view key, std::string_view canonical) {
  const size_t begin = values_.size();
  values_ += canonical;
  close(key, begin);
}

std::string JsonObjectWriter::finish() {
  std::sort(members_.begin(), members_.end(),
            [](const Member& a, const Member& b) { return a.key < b.key; });
  std::string out;
  out.reserve(values_.size() + members_.size() * 24 + 2);
  out += '{';
  for (const Member& member : members_) {
    if (out.size() > 1) out += ',';
    out += '"';
    out += member.key;
    out += "\":";
    out += std::string_view(values_).substr(member.begin, member.end - member.begin);
  }
  out += '}';
  return out;
}

}  // namespace linli::sync
