// JSON as Linli writes it: RFC 8785 over a strict subset (docs/formats/bundle.md). A
// document is read into a flat table of offsets into the text it came from, so reading
// allocates once and every value knows its exact bytes. It must never repair anything:
// what is not canonical is either refused or, where a person may have edited a file,
// read and re-written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace linli::sync {

enum class JsonType : uint8_t { null, boolean, integer, string, array, object };

enum class JsonForm : uint8_t {
  canonical,  // anything but the canonical bytes is an error with the offset of the first
              // difference
  any,        // white space, other escapes and another order of keys are let through
};

// One value. Offsets are into the document's text; children follow their parent.
struct JsonNode {
  uint32_t key_begin = 0;
  uint32_t begin = 0;  // of the value's own bytes, quotes and brackets included
  uint32_t end = 0;
  uint32_t next = 0;  // index of the next sibling, 0 = last
  uint8_t key_bytes = 0;
  JsonType type = JsonType::null;
  bool escaped = false;  // the string has a backslash
  bool empty = true;     // the array or object has no child
};

class JsonDocument;

// A value of a document, as cheap to copy as a pointer. Valid while the document and its text are.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonDocument* document, uint32_t index) : document_(document), index_(index) {}

  bool exists() const { return document_ != nullptr; }
  JsonType type() const { return node().type; }
  bool is(JsonType type) const { return exists() && node().type == type; }

  std::string_view key() const;
  std::string_view bytes() const;  // the value as it stands in the text
  size_t offset() const { return node().begin; }

  // CHECK that the type is right.
  bool boolean() const;
  int64_t integer() const;
  std::string string() const;
  // The string without copying; empty optional when it has escapes.
  std::optional<std::string_view> plain_string() const;

  JsonValue first() const;  // first member or element; does not exist when empty
  JsonValue next() const;
  JsonValue member(std::string_view key) const;  // does not exist when absent
  size_t count() const;

 private:
  const JsonNode& node() const;
  const JsonDocument* document_ = nullptr;
  uint32_t index_ = 0;
};

// Can be read again and again; the table of nodes is kept between readings.
class JsonDocument {
 public:
  // `text` must outlive the document's values. Errors carry the byte offset.
  base::Status read(std::string_view text, JsonForm form);
  JsonValue root() const { return JsonValue(this, 0); }

 private:
  friend class JsonValue;
  friend class JsonReader;
  std::string_view text_;
  std::vector<JsonNode> nodes_;
};

// The canonical text of a value: keys sorted, no white space, shortest escapes.
std::string canonical_text(JsonValue value);

void append_json_string(std::string& out, std::string_view text);
void append_json_integer(std::string& out, int64_t value);

// Writes the members of one object in any order and puts them out sorted by key.
class JsonObjectWriter {
 public:
  void string(std::string_view key, std::string_view value);
  void integer(std::string_view key, int64_t value);
  void boolean(std::string_view key, bool value);
  void raw(std::string_view key, std::string_view canonical);  // already canonical
  std::string finish();

 private:
  struct Member {
    std::string_view key;
    size_t begin;
    size_t end;
  };
  void close(std::string_view key, size_t begin);
  std::string values_;
  std::vector<Member> members_;
};

}  // namespace linli::sync
