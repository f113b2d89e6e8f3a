// Reads a table of activities as associations keep it (name, time, place, what happened,
// how many signed in): columns by heading in any order, each row with its own problems.
// A head-count that is not written stays unknown; nothing is imported from here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/field_types.h"
#include "generated/strings.h"

namespace linli::app {

enum class Column : uint8_t { serial, name, days, place, description, heads };
inline constexpr size_t column_count = 6;

enum class RowProblem : uint8_t {
  name_missing,
  name_too_long,
  text_too_long,
  days_missing,
  days_unreadable,
  days_impossible,
  days_wrong_order,
  serial_unreadable,
  heads_unreadable,
  heads_too_many,
  columns_too_many,
  twice_in_file,
  already_here,
};

// The sentence for a problem; `figure` of the cell's limit where the sentence has one.
Str sentence(RowProblem problem);

struct CellProblem {
  Column column = Column::name;
  RowProblem problem = RowProblem::name_missing;
  int32_t figure = 0;
};

struct ActivityTableRow {
  int32_t line = 0;  // in the text, from 1
  std::optional<int32_t> serial;
  std::string name;
  core::ActivityKind activity_kind = core::ActivityKind::service;
  core::Day from_day;
  core::Day to_day;
  bool days_are_months = false;
  std::string place;
  std::string description;
  std::optional<int32_t> head_count;  // absent = unknown
  std::vector<CellProblem> problems;

  bool good() const { return problems.empty(); }
};

struct ActivityTable {
  std::vector<std::string> heading;
  std::vector<std::string> unused_columns;  // headings that nothing was read from
  std::vector<ActivityTableRow> rows;
};

// Errors: those of parse_csv, table_empty, column_missing (which: name or days).
base::Result<ActivityTable> read_activity_table(std::string_view text);

}  // namespace linli::app
