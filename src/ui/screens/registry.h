// The list of all screens: one line per screen in registry.cpp, in the order of the
// navigation. Nothing else in the program names a screen.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "app/strings.h"
#include "generated/icons.h"
#include "ui/screen.h"

namespace linli::ui {

// Where the way to a screen stands.
enum class Place : unsigned char {
  main,    // first in the rail; the first four are in the phone's bottom bar
  more,    // below a line in the rail, behind “more” on the phone
  hidden,  // reached from other screens only
  bare,    // drawn without navigation: kiosk, first run, sign-in
};

struct ScreenEntry {
  std::string_view route;
  app::Str title;
  Icon icon;
  Place place;
  std::unique_ptr<Screen> (*make)();
  float width_max = 1320;  // dp; what is wider than that leaves room on both sides
};

// How many of the main screens stand in the phone's bar.
inline constexpr int phone_bar_items = 4;

const std::vector<ScreenEntry>& screen_entries();

}  // namespace linli::ui
