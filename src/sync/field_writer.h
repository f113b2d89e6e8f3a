// Visitor over the `fields` of an operation or payload that writes them into one JSON
// object. Every type of core/field_types.h has one overload; a new type doesn't compile
// until it has one here and in field_reader.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/field_types.h"
#include "sync/canonical_json.h"

namespace linli::sync {

inline void append_field(std::string& out, bool value) { out += value ? "true" : "false"; }
inline void append_field(std::string& out, int32_t value) { append_json_integer(out, value); }
inline void append_field(std::string& out, int64_t value) { append_json_integer(out, value); }
inline void append_field(std::string& out, core::Day day) {
  append_json_string(out, base::to_text(day));
}
inline void append_field(std::string& out, const core::Title& title) {
  append_json_string(out, title.text);
}
inline void append_field(std::string& out, const core::Note& note) {
  append_json_string(out, note.text);
}
inline void append_field(std::string& out, const core::Hash& hash) {
  append_json_string(out, hash.hex);
}
template <class Tag>
void append_field(std::string& out, const base::Id<Tag>& id) {
  append_json_string(out, id.view());
}
template <class E, std::enable_if_t<std::is_enum_v<E>, int> = 0>
void append_field(std::string& out, E word) {
  append_json_string(out, core::name(word));
}
template <class T>
void append_field(std::string& out, const std::vector<T>& items) {
  out += '[';
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    append_field(out, items[i]);
  }
  out += ']';
}

class FieldWriter {
 public:
  explicit FieldWriter(JsonObjectWriter& object) : object_(object) {}

  template <class T>
  void operator()(std::string_view key, const T& value) {
    text_.clear();
    append_field(text_, value);
    object_.raw(key, text_);
  }
  template <class T>
  void operator()(std::string_view key, const std::optional<T>& value) {
    if (value.has_value()) (*this)(key, *value);
  }

 private:
  JsonObjectWriter& object_;
  std::string text_;
};

// `fields` isn't const because readers fill it; a FieldWriter only looks.
template <class Fields>
void write_fields(const Fields& fields, JsonObjectWriter& object) {
  FieldWriter writer(object);
  const_cast<Fields&>(fields).fields(writer);
}

}  // namespace linli::sync
