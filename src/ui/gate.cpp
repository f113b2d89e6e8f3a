#include "ui/gate.h"

#include "app/app.h"
#include "ui/screens/registry.h"

namespace linli::ui {

namespace {

constexpr std::string_view founding_route = "founding";
constexpr std::string_view join_route = "join";
constexpr std::string_view staff_route = "staff";
constexpr std::string_view kiosk_route = "kiosk";
constexpr std::string_view gallery_route = "gallery";  // shows no data

bool exists(std::string_view route) {
  for (const ScreenEntry& entry : screen_entries()) {
    if (entry.route == route) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string_view guarded_route(app::App& app, std::string_view wanted) {
  std::string_view before = {};
  if (wanted == gallery_route) {
    return wanted;
  }
  if (!app.founded()) {
    before = wanted == join_route ? join_route : founding_route;
  } else if (app.mode() == app::Mode::kiosk) {
    before = kiosk_route;
  } else if (!app.session().signed_in()) {
    before = staff_route;
  } else if (wanted == founding_route || wanted == join_route || wanted == staff_route ||
             (wanted == kiosk_route && app.mode() != app::Mode::demo)) {
    return screen_entries().front().route;
  }
  return before.empty() || !exists(before) ? wanted : before;
}

}  // namespace linli::ui
