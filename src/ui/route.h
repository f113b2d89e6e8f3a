// A route is what stands in the address bar behind #/: a screen's name, parts that name
// what it shows, and parameters: needs/n_01JD…?tab=claims. It holds no secrets.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linli::ui {

struct Route {
  std::string screen;              // first part, empty for the start
  std::vector<std::string> parts;  // the others
  std::vector<std::pair<std::string, std::string>> parameters;

  std::string_view part(size_t index) const;  // empty when there is none
  std::string_view parameter(std::string_view name) const;
};

// Takes `#/needs/x`, `/needs/x` and `needs/x`; percent signs are decoded.
Route parse_route(std::string_view text);
std::string to_text(const Route& route);

}  // namespace linli::ui
