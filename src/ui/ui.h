// Ui is what every screen and widget gets for one frame: theme, layout, words, input
// for text, semantics to record, and the app to read from and dispatch to. A screen
// keeps no copy of data beyond what it shows, and writes nothing but operations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/strings.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace linli::app {
class App;
}

namespace linli::ui {

// How wide the room is. Screens lay out by class, never by device name.
enum class WidthClass : uint8_t { phone, tablet, desk };  // < 600, < 1024, ≥ 1024 CSS px

// Large targets and text for the kiosk and the large mode.
enum class Density : uint8_t { regular, large };

// What a person typed into the twin's inputs, or did there by keyboard or reader.
struct TwinEvent {
  enum class Kind : uint8_t { activate, text, focus, blur, enter, escape, scroll_into_view };
  Kind kind = Kind::activate;
  uint32_t node = 0;
  std::string text;
  int32_t selection_begin = 0;
  int32_t selection_end = 0;
};

struct Viewport {
  float width = 0;    // CSS pixels
  float height = 0;
  float pixel_ratio = 1;
  float keyboard_height = 0;  // on-screen keyboard that covers the bottom
  bool reduced_motion = false;
  bool touch = false;
};

struct Ui {
  app::App& app;
  Theme& theme;
  Semantics& semantics;
  Viewport viewport;
  Density density = Density::regular;
  WidthClass width_class = WidthClass::desk;
  const std::vector<TwinEvent>* twin_events = nullptr;
  double seconds = 0;        // monotonic, for animation
  bool wants_frame = false;  // a widget sets it while it animates
  uint32_t focused_node = 0;

  std::string_view tr(app::Str id) const;
  // Placeholders by name: say(Str::need_left, {{"count", "3"}}).
  std::string say(app::Str id,
                  std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;

  // Reads and removes nothing: true in the one frame in which the twin of `node` was used.
  bool activated(uint32_t node) const;
  const TwinEvent* text_event(uint32_t node) const;
};

}  // namespace linli::ui
