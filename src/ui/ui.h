// Ui is what every screen and widget gets for one frame: theme, layout, words, input
// for text, semantics to record, and the app to read from and dispatch to. A screen
// keeps no copy of data beyond what it shows, and writes nothing but operations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/request.h"
#include "app/strings.h"
#include "generated/icons.h"
#include "ui/fonts.h"
#include "ui/layout.h"
#include "ui/memory.h"
#include "ui/route.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace linli::app {
class App;
}

namespace linli::ui {

class Toasts;

// How wide the room is. Screens lay out by class, never by device name.
enum class WidthClass : uint8_t { phone, tablet, desk };  // < 600, < 1024, ≥ 1024 CSS px

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
  float width = 0;  // CSS pixels
  float height = 0;
  float pixel_ratio = 1;
  float keyboard_height = 0;  // on-screen keyboard that covers the bottom
  bool reduced_motion = false;
  bool touch = false;
};

// A child's id from its parent's and its own.
uint32_t mix_ids(uint32_t parent, uint32_t child);
uint32_t mix_ids(uint32_t parent, std::string_view key);

// Where memory keeps the node that a screen wants to have the keyboard next.
inline constexpr uint32_t focus_slot = 1;

struct Ui {
  app::App& app;
  Theme& theme;
  Semantics& semantics;
  Memory& memory;
  Fonts& fonts;
  Layout& layout;
  Toasts& toasts;
  app::Requests& requests;
  Viewport viewport;
  Density density = Density::regular;
  WidthClass width_class = WidthClass::desk;
  app::Language language = app::Language::zh_cn;
  Route route = {};  // where we are; screens read their id and parameters here
  const std::vector<TwinEvent>* twin_events = nullptr;
  const std::vector<app::Event>* events = nullptr;
  // Digits, '\b' and '\n' typed since the last frame while no text field had the keyboard.
  std::string_view typed = {};
  double seconds = 0;           // monotonic, for animation
  bool wants_frame = false;     // a widget sets it while it animates
  double wants_frame_in = 1e9;  // seconds; the earliest that somebody asked for
  uint32_t focused_node = 0;
  uint32_t wants_focus = 0;     // the node that is to have the keyboard; 0 once it is drawn
  std::string next_route = {};  // set by go
  std::vector<uint32_t> keys = {};

  std::string_view tr(app::Str id) const { return app::text(id, language); }
  // Placeholders by name: say(Str::need_left, {{"count", "3"}}).
  std::string say(app::Str id, app::Values values) const { return app::say(id, language, values); }

  // Id of a widget: its key under the keys that are open.
  uint32_t id(std::string_view key) const;
  void push_key(std::string_view key) { keys.push_back(id(key)); }
  void pop_key() { keys.pop_back(); }

  // Asks for a frame without any input after this time, for countdowns.
  void frame_in(double seconds_from_now) {
    if (seconds_from_now < wants_frame_in) wants_frame_in = seconds_from_now;
  }

  // Opens another screen after this frame: go("needs/n_01JD…").
  void go(std::string route_text) { next_route = std::move(route_text); }

  // Reads and removes nothing: true in the one frame in which the twin of `node` was used.
  bool activated(uint32_t node) const;
  const TwinEvent* text_event(uint32_t node) const;
  const TwinEvent* twin_event(uint32_t node, TwinEvent::Kind kind) const;
  // The answer to a request, in the one frame in which it came.
  const app::Event* answer(uint32_t request) const;

  bool phone() const { return width_class == WidthClass::phone; }
};

// Keys of what is drawn while it lives are below this one: one per list row, for example.
class KeyScope {
 public:
  KeyScope(Ui& ui, std::string_view key) : ui_(ui) { ui.push_key(key); }
  ~KeyScope() { ui_.pop_key(); }
  KeyScope(const KeyScope&) = delete;

 private:
  Ui& ui_;
};

}  // namespace linli::ui
