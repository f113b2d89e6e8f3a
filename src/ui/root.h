// The whole interface, drawn once per frame by the shell: navigation, the screen of the
// current route, dialogs and messages. It owns Dear ImGui's context; it must never wait
// and never draw unless it is asked to.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ui/screen.h"
#include "ui/toasts.h"
#include "ui/ui.h"

struct ImGuiContext;

namespace linli::ui {

struct FrameInput {
  Viewport viewport;
  std::vector<TwinEvent> twin_events;
  std::vector<app::Event> events;  // answers and news since the last frame
  std::string typed;               // see Ui::typed
  double seconds = 0;              // monotonic
  bool prefers_dark = false;       // what the system asks for; a setting overrides it
  bool prefers_contrast = false;
};

class Root {
 public:
  // Makes the context and the fonts. Pointer, wheel and keys go straight to ImGuiIO.
  Root(app::App& app, GlyphSource& glyphs);
  ~Root();
  Root(const Root&) = delete;
  Root& operator=(const Root&) = delete;

  // Draws one frame into Dear ImGui's draw data; true when another is wanted at once.
  bool frame(const FrameInput& input);

  // Seconds after the last frame at which one is wanted though nothing happened.
  double seconds_until_frame() const { return seconds_until_frame_; }

  const Semantics& semantics() const { return semantics_; }
  const Theme& theme() const { return theme_; }
  const std::string& title() const { return title_; }  // of the document
  app::Language language() const { return language_; }
  std::string route_text() const { return to_text(route_); }

 private:
  void read_settings(const FrameInput& input);
  void take_focus(const FrameInput& input);
  void run_sync(const FrameInput& input, Ui& ui);
  void watch_session(const FrameInput& input, Ui& ui);
  void take_route(const FrameInput& input, Ui& ui);
  void open(Route route, Ui& ui, bool from_address_bar);
  void take_pinch();
  void draw(Ui& ui);
  void draw_missing(Ui& ui);
  Screen* screen_of(std::string_view route);

  app::App& app_;
  ImGuiContext* context_;
  Fonts fonts_;
  Theme theme_;
  Semantics semantics_;
  Memory memory_;
  Layout layout_;
  Toasts toasts_;
  Route route_;
  bool route_changed_ = true;
  std::string drawn_;  // the screen that was drawn last
  std::string title_;
  app::Language language_ = app::Language::zh_cn;
  uint32_t focused_ = 0;
  double last_seconds_ = 0;
  float pinched_ = 0;  // doublings of the text size that are not yet a whole step
  double seconds_until_frame_ = 1e9;
  std::map<std::string, std::unique_ptr<Screen>, std::less<>> screens_;
};

}  // namespace linli::ui
