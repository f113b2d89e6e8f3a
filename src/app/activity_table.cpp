#include "app/activity_table.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "app/csv.h"
#include "app/date_text.h"
#include "app/strings.h"
#include "base/limits.h"
#include "base/utf8.h"

namespace linli::app {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::array<Str, column_count> heading_words = {
    Str::activity_import_column_serial,      Str::activity_import_column_name,
    Str::activity_import_column_days,        Str::activity_import_column_place,
    Str::activity_import_column_description, Str::activity_import_column_heads};

std::string lower(std::string_view text) {
  std::string out = base::trimmed(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Calls `each` with every word of a list of alternatives, in both languages.
template <class Each>
void for_each_word(Str list, Each each) {
  for (const Language language : {Language::zh_cn, Language::en}) {
    std::string_view rest = text(list, language);
    while (!rest.empty()) {
      const size_t bar = std::min(rest.find('|'), rest.size());
      each(rest.substr(0, bar));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
}

bool is_heading(Str list, std::string_view heading) {
  bool found = false;
  for_each_word(list, [&](std::string_view word) { found = found || word == heading; });
  return found;
}

bool mentions(Str list, std::string_view name) {
  bool found = false;
  for_each_word(list, [&](std::string_view word) {
    found = found || name.find(word) != std::string_view::npos;
  });
  return found;
}

core::ActivityKind kind_of(std::string_view name) {
  static constexpr std::array<std::pair<Str, core::ActivityKind>, 7> kinds = {{
      {Str::activity_import_words_contest, core::ActivityKind::contest},
      {Str::activity_import_words_training, core::ActivityKind::training},
      {Str::activity_import_words_counselling, core::ActivityKind::counselling},
      {Str::activity_import_words_visits, core::ActivityKind::visits},
      {Str::activity_import_words_publicity, core::ActivityKind::publicity},
      {Str::activity_import_words_market, core::ActivityKind::market},
      {Str::activity_import_words_culture, core::ActivityKind::culture},
  }};
  const std::string lowered = lower(name);
  for (const auto& [words, kind] : kinds) {
    if (mentions(words, lowered)) return kind;
  }
  return core::ActivityKind::service;
}

// A whole number of at most nine digits, full-width ones as well.
std::optional<int32_t> read_number(std::string_view cell) {
  int32_t value = 0;
  int digits = 0;
  for (size_t at = 0; at < cell.size();) {
    char32_t c = base::next_code_point(cell, at);
    if (c >= 0xFF10 && c <= 0xFF19) c = '0' + (c - 0xFF10);
    if (c < '0' || c > '9' || ++digits > 9) return std::nullopt;
    value = value * 10 + static_cast<int32_t>(c - '0');
  }
  return digits == 0 ? std::nullopt : std::optional<int32_t>(value);
}

RowProblem problem_of(DateProblem problem) {
  if (problem == DateProblem::impossible) return RowProblem::days_impossible;
  return problem == DateProblem::wrong_order ? RowProblem::days_wrong_order
                                             : RowProblem::days_unreadable;
}

using ColumnPlaces = std::array<std::optional<size_t>, column_count>;

class RowReader {
 public:
  RowReader(const CsvRow& row, const ColumnPlaces& places) : row_(row), places_(places) {}

  ActivityTableRow read(size_t heading_columns) {
    out_.line = row_.line;
    read_name();
    read_time();
    out_.place = read_text(Column::place, base::title_code_points_max);
    out_.description = read_text(Column::description, base::title_code_points_max);
    read_serial();
    read_heads();
    if (row_.fields.size() > heading_columns) add(Column::name, RowProblem::columns_too_many);
    return std::move(out_);
  }

 private:
  std::string cell(Column column) const {
    const auto place = places_[static_cast<size_t>(column)];
    if (!place || *place >= row_.fields.size()) return {};
    return base::trimmed(row_.fields[*place]);
  }
  void add(Column column, RowProblem problem, size_t figure = 0) {
    out_.problems.push_back({column, problem, static_cast<int32_t>(figure)});
  }
  std::string read_text(Column column, size_t limit) {
    std::string text = cell(column);
    if (base::code_points(text) > limit) add(column, RowProblem::text_too_long, limit);
    return text;
  }
  void read_name() {
    out_.name = cell(Column::name);
    out_.activity_kind = kind_of(out_.name);
    if (out_.name.empty()) add(Column::name, RowProblem::name_missing);
    if (base::code_points(out_.name) > base::title_code_points_max) {
      add(Column::name, RowProblem::name_too_long, base::title_code_points_max);
    }
  }
  void read_time() {
    const std::string written = cell(Column::days);
    if (written.empty()) return add(Column::days, RowProblem::days_missing);
    const DateText days = read_days(written);
    if (days.problem != DateProblem::none) return add(Column::days, problem_of(days.problem));
    out_.from_day = days.range.from;
    out_.to_day = days.range.to;
    out_.days_are_months = days.range.months_only;
  }
  void read_serial() {
    const std::string written = cell(Column::serial);
    if (written.empty()) return;
    out_.serial = read_number(written);
    if (!out_.serial) add(Column::serial, RowProblem::serial_unreadable);
  }
  void read_heads() {
    const std::string written = cell(Column::heads);
    if (written.empty()) return;
    out_.head_count = read_number(written);
    if (!out_.head_count) return add(Column::heads, RowProblem::heads_unreadable);
    if (*out_.head_count > base::head_count_max) {
      add(Column::heads, RowProblem::heads_too_many, base::head_count_max);
    }
  }

  const CsvRow& row_;
  const ColumnPlaces& places_;
  ActivityTableRow out_;
};

// Every good row that repeats an earlier good one gets the problem.
void mark_repeated(std::vector<ActivityTableRow>& rows) {
  std::vector<ActivityTableRow*> sorted;
  for (ActivityTableRow& row : rows) {
    if (row.good()) sorted.push_back(&row);
  }
  const auto key = [](const ActivityTableRow* row) {
    return std::tuple(row->from_day.number, row->to_day.number, std::string_view(row->name),
                      std::string_view(row->place));
  };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const auto* a, const auto* b) { return key(a) < key(b); });
  for (size_t i = 1; i < sorted.size(); ++i) {
    if (key(sorted[i - 1]) == key(sorted[i])) {
      sorted[i]->problems.push_back({Column::name, RowProblem::twice_in_file, 0});
    }
  }
}

}  // namespace

Str sentence(RowProblem problem) {
  switch (problem) {
    case RowProblem::name_missing:
      return Str::activity_import_problem_name_missing;
    case RowProblem::name_too_long:
      return Str::activity_import_problem_name_too_long;
    case RowProblem::text_too_long:
      return Str::activity_import_problem_text_too_long;
    case RowProblem::days_missing:
      return Str::activity_import_problem_days_missing;
    case RowProblem::days_unreadable:
      return Str::activity_import_problem_days_unreadable;
    case RowProblem::days_impossible:
      return Str::activity_import_problem_days_impossible;
    case RowProblem::days_wrong_order:
      return Str::activity_import_problem_days_wrong_order;
    case RowProblem::serial_unreadable:
      return Str::activity_import_problem_serial_unreadable;
    case RowProblem::heads_unreadable:
      return Str::activity_import_problem_heads_unreadable;
    case RowProblem::heads_too_many:
      return Str::activity_import_problem_heads_too_many;
    case RowProblem::columns_too_many:
      return Str::activity_import_problem_columns_too_many;
    case RowProblem::twice_in_file:
      return Str::activity_import_problem_twice_in_file;
    case RowProblem::already_here:
      return Str::activity_import_problem_already_here;
  }
  return Str::activity_import_problem_name_missing;
}

base::Result<ActivityTable> read_activity_table(std::string_view text) {
  base::Result<std::vector<CsvRow>> parsed = parse_csv(text);
  if (!parsed.ok()) return parsed.error();
  const std::vector<CsvRow>& rows = parsed.value();
  if (rows.empty()) return Error{ErrorCode::table_empty, {}};

  ActivityTable table;
  ColumnPlaces places;
  for (size_t i = 0; i < rows.front().fields.size(); ++i) {
    const std::string heading = lower(rows.front().fields[i]);
    table.heading.push_back(base::trimmed(rows.front().fields[i]));
    bool used = false;
    for (size_t column = 0; column < column_count && !used; ++column) {
      if (places[column] || !is_heading(heading_words[column], heading)) continue;
      places[column] = i;
      used = true;
    }
    if (!used && !heading.empty()) table.unused_columns.push_back(table.heading.back());
  }
  if (!places[static_cast<size_t>(Column::name)]) return Error{ErrorCode::column_missing, "name"};
  if (!places[static_cast<size_t>(Column::days)]) return Error{ErrorCode::column_missing, "days"};
  if (rows.size() == 1) return Error{ErrorCode::table_empty, {}};

  for (size_t i = 1; i < rows.size(); ++i) {
    table.rows.push_back(RowReader(rows[i], places).read(table.heading.size()));
  }
  mark_repeated(table.rows);
  return table;
}

}  // namespace linli::app
