// Small charts for figures that are already counted: bars (beside each other or
// stacked), rows with bars, lines, and a heat map. Each is a table for readers. An unknown value
// leaves a gap; it is never drawn as zero.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linli::ui {

struct Ui;

struct Series {
  std::string name;
  std::vector<std::optional<int64_t>> values;  // one per label
};

struct ChartOptions {
  // How a value is written, with its unit; empty = the plain number.
  std::function<std::string(int64_t)> say = {};
  int64_t unit = 1;  // axis steps are round multiples of this: 60 for minutes shown as hours
  float height = 260;
  bool stacked = false;  // bars only
};

void bar_chart(Ui& ui, std::string_view key, std::string_view name,
               const std::vector<std::string>& labels, const std::vector<Series>& series,
               const ChartOptions& options = {});
void line_chart(Ui& ui, std::string_view key, std::string_view name,
                const std::vector<std::string>& labels, const std::vector<Series>& series,
                const ChartOptions& options = {});
// One row per label with its value and a bar, the longest first if the caller sorted them: for
// names too long to stand below a bar.
void bar_list(Ui& ui, std::string_view key, std::string_view name,
              const std::vector<std::string>& labels, const Series& series,
              const ChartOptions& options = {});
// Rows are series, columns are labels: for example weekdays and hours.
void heat_map(Ui& ui, std::string_view key, std::string_view name,
              const std::vector<std::string>& labels, const std::vector<Series>& rows,
              const ChartOptions& options = {});

}  // namespace linli::ui
