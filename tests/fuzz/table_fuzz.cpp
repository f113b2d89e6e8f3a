// Tables that associations keep: any bytes are rows, or a sentence with the line; a row that is
// good has all it needs, and an unknown head-count stays unknown.
#include <string>

#include "app/activity_table.h"
#include "app/csv.h"
#include "base/check.h"
#include "fuzz_input.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace linli::app;
  const std::string_view text = linli::fuzz::text_of(data, size);
  const auto rows = parse_csv(text);
  if (!rows.ok()) {
    CHECK(!read_activity_table(text).ok());
    return 0;
  }
  // A heading before them, so that a mark of byte order in the first row stays what it is.
  std::string written = csv_row({"heading"});
  for (const CsvRow& row : rows.value()) {
    written += csv_row(row.fields);
  }
  const auto again = parse_csv(written);
  CHECK(again.ok() && again.value().size() == rows.value().size() + 1);
  for (size_t i = 0; i < rows.value().size(); ++i) {
    CHECK(again.value()[i + 1].fields == rows.value()[i].fields);
  }
  const auto table = read_activity_table(text);
  if (table.ok()) {
    for (const ActivityTableRow& row : table.value().rows) {
      CHECK(!row.good() || (!row.name.empty() && row.from_day.number <= row.to_day.number));
      CHECK(!row.head_count || *row.head_count >= 0);
    }
  }
  return 0;
}
