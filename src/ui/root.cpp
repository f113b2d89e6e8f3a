#include "ui/root.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/app.h"
#include "app/sync_driver.h"
#include "imgui.h"
#include "ui/gate.h"
#include "ui/navigation.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/screens/registry.h"
#include "ui/scroll.h"
#include "ui/settings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/text.h"

namespace linli::ui {

namespace {

constexpr float phone_width = 600;
constexpr float desk_width = 1024;
constexpr double lock_watch_seconds = 30;
// Less than half of a frame's time, whatever the operations cost on this device.
constexpr double fold_seconds_per_frame = 0.006;
constexpr int fold_operations_per_look = 20;

WidthClass class_of(float width) {
  return width < phone_width  ? WidthClass::phone
         : width < desk_width ? WidthClass::tablet
                              : WidthClass::desk;
}

const ScreenEntry* entry_of(std::string_view route) {
  for (const ScreenEntry& entry : screen_entries()) {
    if (entry.route == route) {
      return &entry;
    }
  }
  return nullptr;
}

}  // namespace

Root::Root(app::App& app, GlyphSource& glyphs)
    : app_(app), context_(ImGui::CreateContext()), fonts_(glyphs) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTrickleEventQueue = true;
  io.MouseDragThreshold = 8;
  fonts_.add_to(*io.Fonts);
}

Root::~Root() {
  screens_.clear();
  ImGui::DestroyContext(context_);
}

void Root::read_settings(const FrameInput& input) {
  const DeviceSettings settings = read_device_settings(app_);
  theme_.scheme = settings.scheme == SchemeChoice::system
                      ? (input.prefers_contrast ? Scheme::contrast
                         : input.prefers_dark   ? Scheme::dark
                                                : Scheme::light)
                      : static_cast<Scheme>(settings.scheme);
  theme_.text_dp = settings.text_dp;
  theme_.density =
      settings.large || app_.mode() == app::Mode::kiosk ? Density::large : Density::regular;
  theme_.reduced_motion = input.viewport.reduced_motion;
  const app::Language language = app::language_of(app_.language());
  if (language != language_) {
    language_ = language;
    app_.requests().add(app::SetLanguage{std::string(app::tag(language))});
  }
}

void Root::take_focus(const FrameInput& input) {
  for (const TwinEvent& event : input.twin_events) {
    if (event.kind == TwinEvent::Kind::focus) {
      focused_ = event.node;
    } else if (event.kind == TwinEvent::Kind::blur && focused_ == event.node) {
      focused_ = 0;
    }
  }
}

void Root::open(Route route, Ui& ui, bool from_address_bar) {
  const bool other_screen = route.screen != route_.screen || route.parts != route_.parts;
  route_ = std::move(route);
  ui.route = route_;
  if (!from_address_bar) {
    app_.requests().add(app::ShowRoute{to_text(route_), false});
  }
  if (other_screen) {
    scroll_to_start(ui, "content");
  }
  route_changed_ = true;
}

void Root::take_route(const FrameInput& input, Ui& ui) {
  for (const app::Event& event : input.events) {
    if (event.kind == app::Event::Kind::route) {
      open(parse_route(event.text), ui, true);
    }
  }
}

Screen* Root::screen_of(std::string_view route) {
  const ScreenEntry* entry = entry_of(route);
  if (entry == nullptr) {
    return nullptr;
  }
  auto found = screens_.find(route);
  if (found == screens_.end()) {
    found = screens_.emplace(std::string(route), entry->make()).first;
  }
  return found->second.get();
}

bool Root::frame(const FrameInput& input) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  const auto passed = static_cast<float>(std::clamp(input.seconds - last_seconds_, 0.001, 0.1));
  last_seconds_ = input.seconds;
  io.DisplaySize = {std::max(1.0f, input.viewport.width), std::max(1.0f, input.viewport.height)};
  io.DisplayFramebufferScale = {input.viewport.pixel_ratio, input.viewport.pixel_ratio};
  io.DeltaTime = passed;
  read_settings(input);
  take_focus(input);
  memory_.begin_frame(passed);
  semantics_.begin_frame();

  Ui ui{app_,    theme_,  semantics_,      memory_,       fonts_,
        layout_, toasts_, app_.requests(), input.viewport};
  ui.density = theme_.density;
  ui.width_class = class_of(input.viewport.width);
  ui.language = language_;
  ui.route = route_;
  ui.twin_events = &input.twin_events;
  ui.events = &input.events;
  ui.typed = input.typed;
  ui.seconds = input.seconds;
  ui.focused_node = focused_;
  ui.wants_focus = static_cast<uint32_t>(std::exchange(memory_.at(focus_slot).whole, 0));
  take_route(input, ui);

  ImGui::NewFrame();
  run_sync(input, ui);
  take_pinch();
  watch_session(input, ui);
  draw(ui);
  toasts_.draw(ui);
  ImGui::Render();

  if (!ui.next_route.empty()) {
    open(parse_route(ui.next_route), ui, false);
    ui.wants_frame = true;
  }
  // What a press changed may stand above or before what was pressed: only the next frame
  // shows it, and a screen reader's press is followed by nothing else.
  ui.wants_frame =
      ui.wants_frame || !input.twin_events.empty() || !input.events.empty() || !input.typed.empty();
  seconds_until_frame_ = ui.wants_frame_in;
  return ui.wants_frame;
}

// A few steps of what goes on behind every screen: the hub, and rows that wait to be folded.
void Root::run_sync(const FrameInput& input, Ui& ui) {
  for (const app::Event& event : input.events) {
    app_.surroundings().notice(event);
    app_.sync().handle(event);
  }
  const double begin = app_.env().monotonic_seconds();
  bool more = true;
  while (more && app_.env().monotonic_seconds() - begin < fold_seconds_per_frame) {
    more = app_.work(fold_operations_per_look);
  }
  ui.wants_frame = more || ui.wants_frame;
  ui.wants_frame = app_.sync().work() || ui.wants_frame;
  ui.frame_in(app_.sync().seconds_until_work());
}

// Two fingers, or Ctrl and the wheel, change the size of the text in whole steps.
void Root::take_pinch() {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.KeyCtrl || io.MouseWheel == 0) {
    return;
  }
  pinched_ += io.MouseWheel;
  DeviceSettings settings = read_device_settings(app_);
  const float wanted = std::round(settings.text_dp * std::exp2(pinched_));
  if (wanted != settings.text_dp) {
    settings.text_dp = std::clamp(wanted, text_dp_least, text_dp_most);
    write_device_settings(app_, settings);
    pinched_ = 0;
  }
}

// Any use of the device keeps the person signed in; silence locks it.
void Root::watch_session(const FrameInput& input, Ui& ui) {
  app::Session& session = app_.session();
  if (!session.signed_in()) {
    return;
  }
  const ImGuiIO& io = ImGui::GetIO();
  const bool used = !input.twin_events.empty() || !input.typed.empty() || io.MouseDown[0] ||
                    io.MouseWheel != 0 || io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
  if (used) {
    session.touch();
  } else if (app_.mode() == app::Mode::desk && session.lock_if_idle()) {
    ui.wants_frame = true;
  }
  ui.frame_in(lock_watch_seconds);
}

void Root::draw(Ui& ui) {
  const Palette& colours = ui.theme.colours();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, colours.ground);
  ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, ImU32{0});
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, with_alpha(colours.outline, 0x90));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, colours.outline);
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, colours.outline);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("##root", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
  const std::string_view wanted =
      guarded_route(app_, route_.screen.empty() ? screen_entries().front().route
                                                : std::string_view(route_.screen));
  const ScreenEntry* entry = entry_of(wanted);
  const bool bare = entry != nullptr && entry->place == Place::bare;
  const Rect whole{0, 0, ui.viewport.width, ui.viewport.height};
  const Rect room = bare ? whole : draw_navigation(ui, wanted);

  title_ = ui.tr(entry != nullptr ? entry->title : app::Str::widget_page_missing);
  const int32_t whole_screen = record_open(ui, Role::screen, ui.id("screen"), title_, room);
  {
    const float ends = ui.phone() ? space::l : space::xxl;
    const float most = entry != nullptr ? entry->width_max : ScreenEntry{}.width_max;
    const float side = std::max(ends, (room.width - most) / 2);
    ScrollArea area(ui, "content", room, side, ends, space::xl);
    KeyScope keys(ui, wanted);
    Screen* screen = screen_of(wanted);
    if (screen == nullptr) {
      draw_missing(ui);
    } else {
      // The gate may show another screen than the address says: locked, or left as a kiosk.
      if (std::exchange(route_changed_, false) || drawn_ != wanted) {
        drawn_ = wanted;
        screen->opened(ui);
      }
      screen->draw(ui);
    }
  }
  ui.semantics.close();
  if (ui.wants_focus != 0) {
    // What should have the keyboard again is gone: reading goes on at the screen.
    ui.semantics.at(whole_screen).states |= state_focused;
  }
  ImGui::End();
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar(2);
}

void Root::draw_missing(Ui& ui) {
  heading(ui, "title", ui.tr(app::Str::widget_page_missing), 1);
  soft_text(ui, "hint", ui.tr(app::Str::widget_page_missing_hint));
  Row row(ui);
  if (primary_button(ui, "home", ui.tr(app::Str::widget_go_home), Icon::home)) {
    ui.go(std::string(screen_entries().front().route));
  }
}

}  // namespace linli::ui
