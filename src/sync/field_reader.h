// Visitor over the `fields` of an operation or payload that fills them from one JSON
// object and remembers the first thing that is wrong, with its path.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "base/utf8.h"
#include "core/field_types.h"
#include "sync/canonical_json.h"

namespace linli::sync {

class FieldReader {
 public:
  // `path` stands before the key in errors, for example "data.".
  FieldReader(JsonValue object, std::string_view path) : object_(object), path_(path) {}

  template <class T>
  void operator()(std::string_view key, T& field) {
    if (!good()) return;
    const JsonValue value = object_.member(key);
    key_ = key;
    if (!value.exists()) return fail(base::ErrorCode::wrong_shape);
    read(value, field);
  }
  template <class T>
  void operator()(std::string_view key, std::optional<T>& field) {
    if (!good()) return;
    const JsonValue value = object_.member(key);
    if (!value.exists()) return;
    key_ = key;
    read(value, field.emplace());
  }

  bool good() const { return !error_.has_value(); }
  base::Status status() && {
    if (good()) return base::success();
    return std::move(*error_);
  }

 private:
  void fail(base::ErrorCode code, std::string_view where_inside = {}) {
    error_ = base::Error{code, path_ + std::string(key_) + std::string(where_inside)};
  }

  bool read_integer(JsonValue value, int64_t min, int64_t max, int64_t& field) {
    if (!value.is(JsonType::integer)) return false;
    field = value.integer();
    return field >= min && field <= max;
  }

  // A short string whose characters never need an escape.
  std::optional<std::string_view> plain(JsonValue value) {
    if (!value.is(JsonType::string)) return std::nullopt;
    return value.plain_string();
  }

  void read(JsonValue value, bool& field) {
    if (!value.is(JsonType::boolean)) return fail(base::ErrorCode::wrong_shape);
    field = value.boolean();
  }
  void read(JsonValue value, int32_t& field) {
    int64_t wide = 0;
    if (!read_integer(value, INT32_MIN, INT32_MAX, wide)) return fail(base::ErrorCode::wrong_shape);
    field = static_cast<int32_t>(wide);
  }
  void read(JsonValue value, int64_t& field) {
    if (!read_integer(value, -base::amount_max, base::amount_max, field)) {
      fail(base::ErrorCode::wrong_shape);
    }
  }
  void read(JsonValue value, core::Day& field) {
    const auto text = plain(value);
    const auto day = text ? base::parse_day(*text) : std::nullopt;
    if (!day) return fail(base::ErrorCode::wrong_shape);
    field = *day;
  }
  void read(JsonValue value, core::Title& field) {
    read_text(value, base::title_code_points_max, field.text);
  }
  void read(JsonValue value, core::Note& field) {
    read_text(value, base::note_code_points_max, field.text);
  }
  void read_text(JsonValue value, size_t code_points_max, std::string& field) {
    if (!value.is(JsonType::string)) return fail(base::ErrorCode::wrong_shape);
    field = value.string();
    // A text of few bytes can't have too many code points.
    if (field.size() > code_points_max && base::code_points(field) > code_points_max) {
      fail(base::ErrorCode::too_large);
    }
  }
  void read(JsonValue value, core::Hash& field) {
    const auto text = plain(value);
    if (!text || !is_hash(*text)) return fail(base::ErrorCode::wrong_shape);
    field.hex = std::string(*text);
  }
  template <class Tag>
  void read(JsonValue value, base::Id<Tag>& field) {
    const auto text = plain(value);
    if (!text || !base::well_formed_id(*text, Tag::prefix)) {
      return fail(base::ErrorCode::wrong_shape);
    }
    field = base::Id<Tag>(*text);
  }
  template <class E, std::enable_if_t<std::is_enum_v<E>, int> = 0>
  void read(JsonValue value, E& field) {
    const auto text = plain(value);
    if (!text) return fail(base::ErrorCode::wrong_shape);
    const std::optional<E> word = core::parse_enum<E>(*text);
    if (!word) return fail(base::ErrorCode::update_needed);
    field = *word;
  }
  template <class T>
  void read(JsonValue value, std::vector<T>& field) {
    if (!value.is(JsonType::array)) return fail(base::ErrorCode::wrong_shape);
    for (JsonValue item = value.first(); item.exists() && good(); item = item.next()) {
      read(item, field.emplace_back());
      if (!good()) error_->where += "[" + std::to_string(field.size() - 1) + "]";
    }
  }

 public:
  static bool is_hash(std::string_view text) {
    if (text.size() != 64) return false;
    for (const char c : text) {
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
  }

 private:
  JsonValue object_;
  std::string path_;
  std::string_view key_;
  std::optional<base::Error> error_;
};

}  // namespace linli::sync
