// Reads a column of the current row as a type of the domain, NULL as absent. A word that
// the enum does not know is a programmer's error, because only folds write these rows.
#pragma once

#include <optional>
#include <string>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

template <class E>
E enum_at(const Statement& row, int column) {
  const auto value = core::parse_enum<E>(row.text(column));
  CHECK(value.has_value());
  return *value;
}

template <class E>
std::optional<E> optional_enum_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return enum_at<E>(row, column);
}

template <class IdType>
std::optional<IdType> optional_id_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.id<IdType>(column);
}

inline int32_t number_at(const Statement& row, int column) {
  return static_cast<int32_t>(row.integer(column));
}

inline std::optional<int32_t> optional_number_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return number_at(row, column);
}

inline core::Day day_at(const Statement& row, int column) {
  return core::Day{number_at(row, column)};
}

inline std::string text_at(const Statement& row, int column) {
  return std::string(row.text(column));
}

}  // namespace linli::store
