// Tables as comma-separated text after RFC 4180: quoted fields, doubled quotes, line
// breaks inside quotes, CRLF or LF, a byte order mark. It must never guess at a broken
// quote: that is an Error with the line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace linli::app {

struct CsvRow {
  int32_t line = 0;  // where the row begins in the text, from 1
  std::vector<std::string> fields;
};

// Rows without any text are left out. Errors: too_large, not_utf8 (line), row_invalid
// (line of a quote that never ends or goes on after it was closed).
base::Result<std::vector<CsvRow>> parse_csv(std::string_view text);

// One row with its CRLF; fields are quoted when they have to be.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace linli::app
