// A day from a calendar, and a time of day from hours and quarters. Both open below
// their field, or as a sheet on phones.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/day.h"

namespace linli::ui {

struct Ui;

struct DateOptions {
  std::optional<base::Day> least = {};
  std::optional<base::Day> most = {};
  std::string_view hint = {};
  std::string_view error = {};
  bool required = false;
};

// True when the day changed. `today` is marked and decides whether the year is written.
bool date_field(Ui& ui, std::string_view key, std::string_view label, std::optional<base::Day>& day,
                base::Day today, const DateOptions& options = {});

struct TimeOptions {
  int32_t first_hour = 6;
  int32_t last_hour = 22;
  int32_t minute_step = 15;
  std::string_view error = {};
  bool required = false;
};

// Minutes since midnight.
bool time_field(Ui& ui, std::string_view key, std::string_view label,
                std::optional<int32_t>& minute, const TimeOptions& options = {});

}  // namespace linli::ui
