#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "sync/canonical_json.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;

namespace {

constexpr size_t key_bytes_max = 64;

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '@' || c == '.';
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Characters of a string that stand for themselves; all but quote, backslash and controls.
constexpr auto plain_characters = [] {
  std::array<bool, 256> plain{};
  for (size_t c = 0x20; c < plain.size(); ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) { return plain_characters[static_cast<unsigned char>(c)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// Recursive descent; json_depth_max bounds the recursion. Stops at the first error.
class JsonReader {
 public:
  JsonReader(JsonDocument& document, JsonForm form)
      : text_(document.text_), nodes_(document.nodes_), form_(form) {}

  base::Status run() {
    // Bad bytes are found first, so that the rest may look at bytes alone.
    const size_t bad = base::utf8_error(text_);
    if (bad != std::string_view::npos) return Error{ErrorCode::not_utf8, std::to_string(bad)};
    if (text_.size() > base::file_bytes_max) return Error{ErrorCode::too_large, "file_bytes_max"};
    if (text_.find_first_not_of(" \t\n\r") == std::string_view::npos) {
      return Error{ErrorCode::not_json, "0"};
    }
    skip_space();
    nodes_.push_back(JsonNode{});
    if (value(0, 1)) {
      skip_space();
      if (ok() && at_ != text_.size()) fail(ErrorCode::not_json);
    }
    if (!ok()) return Error{code_, std::to_string(at_)};
    return base::success();
  }

 private:
  bool ok() const { return !failed_; }

  bool fail(ErrorCode code) {
    if (!failed_) {
      failed_ = true;
      code_ = code;
    }
    return false;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    const size_t begin = at_;
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
      ++at_;
    }
    if (at_ != begin && form_ == JsonForm::canonical) {
      at_ = begin;
      fail(ErrorCode::not_canonical);
    }
  }

  bool value(uint32_t index, size_t depth) {
    if (!ok()) return false;
    nodes_[index].begin = static_cast<uint32_t>(at_);
    const char c = peek();
    bool good = false;
    if (c == '"') {
      nodes_[index].type = JsonType::string;
      good = string(nodes_[index].escaped);
    } else if (c == '{') {
      nodes_[index].type = JsonType::object;
      good = object(index, depth);
    } else if (c == '[') {
      nodes_[index].type = JsonType::array;
      good = array(index, depth);
    } else if (c == '-' || is_digit(c)) {
      nodes_[index].type = JsonType::integer;
      good = integer();
    } else {
      good = word(nodes_[index]);
    }
    nodes_[index].end = static_cast<uint32_t>(at_);
    return good;
  }

  bool word(JsonNode& node) {
    for (const std::string_view one : {"null", "true", "false"}) {
      if (text_.substr(at_, one.size()) == one) {
        at_ += one.size();
        node.type = one == "null" ? JsonType::null : JsonType::boolean;
        return true;
      }
    }
    return fail(ErrorCode::not_json);
  }

  bool integer() {
    const size_t begin = at_;
    const bool negative = peek() == '-';
    if (negative) ++at_;
    if (!is_digit(peek())) return fail(ErrorCode::not_json);
    const size_t digits_begin = at_;
    int64_t value = 0;
    while (is_digit(peek())) {
      value = value * 10 + (text_[at_] - '0');
      if (value > base::json_integer_max) {
        at_ = begin;
        return fail(ErrorCode::not_json);
      }
      ++at_;
    }
    const bool leading_zero = text_[digits_begin] == '0' && at_ - digits_begin > 1;
    if (leading_zero || peek() == '.' || peek() == 'e' || peek() == 'E') {
      at_ = begin;
      return fail(ErrorCode::not_json);
    }
    if (negative && value == 0) {
      at_ = begin;
      return fail(ErrorCode::not_canonical);
    }
    return true;
  }

  bool string(bool& escaped) {
    ++at_;
    while (true) {
      while (at_ < text_.size() && is_plain(text_[at_])) ++at_;
      if (at_ == text_.size()) return fail(ErrorCode::not_json);
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (c != '\\') return fail(ErrorCode::not_json);
      escaped = true;
      if (!escape()) return false;
    }
  }

  bool four_hex(size_t begin, char32_t& unit) const {
    if (begin + 4 > text_.size()) return false;
    unit = 0;
    for (size_t i = begin; i < begin + 4; ++i) {
      const char c = text_[i];
      if (!is_hex(c)) return false;
      unit = unit * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return true;
  }

  // The canonical escapes are the seven short ones and \u00xx in lower case for other controls.
  bool canonical_unit(char32_t unit) const {
    const bool has_short_form =
        unit == '\b' || unit == '\t' || unit == '\n' || unit == '\f' || unit == '\r';
    const char last = text_[at_ + 5];
    return unit < 0x20 && !has_short_form && !(last >= 'A' && last <= 'F');
  }

  bool escape() {
    const char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (letter == 'u') return unicode_escape();
    if (std::string_view("\"\\bfnrt").find(letter) != std::string_view::npos && letter != '\0') {
      at_ += 2;
      return true;
    }
    if (letter != '/') return fail(ErrorCode::not_json);
    if (form_ == JsonForm::canonical) return fail(ErrorCode::not_canonical);
    at_ += 2;
    return true;
  }

  bool unicode_escape() {
    char32_t unit = 0;
    if (!four_hex(at_ + 2, unit)) return fail(ErrorCode::not_json);
    if (unit >= 0xDC00 && unit <= 0xDFFF) return fail(ErrorCode::not_utf8);
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      char32_t low = 0;
      if (text_.substr(at_ + 6, 2) != "\\u" || !four_hex(at_ + 8, low) || low < 0xDC00 ||
          low > 0xDFFF) {
        return fail(ErrorCode::not_utf8);
      }
    }
    if (form_ == JsonForm::canonical && !canonical_unit(unit)) {
      return fail(ErrorCode::not_canonical);
    }
    at_ += unit >= 0xD800 && unit <= 0xDBFF ? 12 : 6;
    return true;
  }

  bool key(JsonNode& node) {
    if (peek() != '"') return fail(ErrorCode::not_json);
    const size_t begin = ++at_;
    while (is_key_character(peek())) ++at_;
    if (at_ >= text_.size()) return fail(ErrorCode::not_json);
    // An escape in a key is never needed; the few writers that use one are not read at all.
    if (peek() == '\\' && form_ == JsonForm::canonical) return fail(ErrorCode::not_canonical);
    if (peek() != '"' || at_ == begin || at_ - begin > key_bytes_max) {
      return fail(ErrorCode::not_json);
    }
    node.key_begin = static_cast<uint32_t>(begin);
    node.key_bytes = static_cast<uint8_t>(at_ - begin);
    ++at_;
    return true;
  }

  std::string_view key_of(uint32_t index) const {
    return text_.substr(nodes_[index].key_begin, nodes_[index].key_bytes);
  }

  bool object(uint32_t index, size_t depth) {
    if (depth > base::json_depth_max) return fail(ErrorCode::too_deep);
    ++at_;
    skip_space();
    if (ok() && peek() == '}') {
      ++at_;
      return true;
    }
    nodes_[index].empty = false;
    uint32_t previous = 0;
    bool sorted = true;
    while (ok()) {
      const size_t member_begin = at_;
      const uint32_t child = static_cast<uint32_t>(nodes_.size());
      JsonNode node;
      if (!key(node)) return false;
      nodes_.push_back(node);
      if (previous != 0) {
        nodes_[previous].next = child;
        if (!(key_of(previous) < key_of(child))) {
          sorted = false;
          if (form_ == JsonForm::canonical) {
            at_ = member_begin;
            return fail(ErrorCode::not_canonical);
          }
        }
      }
      skip_space();
      if (!ok()) return false;
      if (peek() != ':') return fail(ErrorCode::not_json);
      ++at_;
      skip_space();
      if (!value(child, depth + 1)) return false;
      skip_space();
      previous = child;
      if (!ok()) return false;
      if (peek() == '}') {
        ++at_;
        return sorted || unique_keys(index);
      }
      if (peek() != ',') return fail(ErrorCode::not_json);
      ++at_;
      skip_space();
    }
    return false;
  }

  bool unique_keys(uint32_t index) {
    std::vector<std::string_view> keys;
    for (uint32_t child = index + 1; child != 0; child = nodes_[child].next) {
      keys.push_back(key_of(child));
    }
    std::sort(keys.begin(), keys.end());
    if (std::adjacent_find(keys.begin(), keys.end()) == keys.end()) return true;
    at_ = nodes_[index].begin;
    return fail(ErrorCode::not_canonical);
  }

  bool array(uint32_t index, size_t depth) {
    if (depth > base::json_depth_max) return fail(ErrorCode::too_deep);
    ++at_;
    skip_space();
    if (ok() && peek() == ']') {
      ++at_;
      return true;
    }
    nodes_[index].empty = false;
    uint32_t previous = 0;
    while (ok()) {
      const uint32_t child = static_cast<uint32_t>(nodes_.size());
      nodes_.push_back(JsonNode{});
      if (previous != 0) nodes_[previous].next = child;
      if (!value(child, depth + 1)) return false;
      skip_space();
      previous = child;
      if (!ok()) return false;
      if (peek() == ']') {
        ++at_;
        return true;
      }
      if (peek() != ',') return fail(ErrorCode::not_json);
      ++at_;
      skip_space();
    }
    return false;
  }

  std::string_view text_;
  std::vector<JsonNode>& nodes_;
  JsonForm form_;
  size_t at_ = 0;
  bool failed_ = false;
  ErrorCode code_ = ErrorCode::not_json;
};

base::Status JsonDocument::read(std::string_view text, JsonForm form) {
  text_ = text;
  nodes_.clear();
  // Room for the values of a bundle at once; a larger text lets the table grow.
  nodes_.reserve(std::min(text.size(), base::bundle_bytes_max) / 16 + 8);
  return JsonReader(*this, form).run();
}

}  // namespace linli::sync
