// A stage to draw on without a window: a real App in memory, Root or single widgets, a
// pointer and the twin, frame by frame.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/app.h"
#include "box_glyphs.h"
#include "imgui.h"
#include "own_ids.h"
#include "ui/root.h"

namespace linli::ui {

class StageEnv : public base::Env {
 public:
  int64_t unix_millis() override { return 1795334400000 + static_cast<int64_t>(seconds * 1000); }
  base::LocalTime local_time() override { return {base::day_of({2026, 11, 22}), 600, 0}; }
  void fill_random(unsigned char* bytes, size_t count) override {
    for (size_t i = 0; i < count; ++i) {
      bytes[i] = static_cast<unsigned char>(++next_);
    }
  }
  double monotonic_seconds() override { return seconds; }

  double seconds = 1;

 private:
  uint32_t next_ = 0;
};

inline std::unique_ptr<app::App> memory_app(base::Env& env) {
  auto opened = app::App::open(
      env,
      {.log_path = ":memory:", .state_path = ":memory:", .key_hex = {}, .mode = app::Mode::demo});
  EXPECT_TRUE(opened.ok());
  return std::move(opened).value();
}

// What every frame has in common: time, pointer, textures.
class Stage {
 public:
  explicit Stage(float width = 1366, float height = 768) : app(memory_app(env)) {
    input.viewport.width = width;
    input.viewport.height = height;
  }
  virtual ~Stage() = default;

  // Runs frames until nothing moves, at most `most`.
  int settle(int most = 60) {
    int count = 0;
    bool more = true;
    while (more && count < most) {
      more = frame();
      ++count;
    }
    return count;
  }
  bool frame() {
    env.seconds += 0.02;
    input.seconds = env.seconds;
    const bool more = draw_frame();
    expect_own_ids(semantics());
    input.twin_events.clear();
    input.events.clear();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate ||
          texture->Status == ImTextureStatus_WantUpdates) {
        texture->SetTexID(1);
        texture->SetStatus(ImTextureStatus_OK);
      } else if (texture->Status == ImTextureStatus_WantDestroy) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
      }
    }
    return more;
  }
  void pointer(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
  void click(float x, float y) {
    pointer(x, y);
    settle();
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    settle();
  }
  void click(const Node& node) {
    click(node.rect.x + node.rect.width / 2, node.rect.y + node.rect.height / 2);
  }
  void twin(TwinEvent::Kind kind, uint32_t node, std::string text = {}) {
    TwinEvent event;
    event.kind = kind;
    event.node = node;
    event.text = std::move(text);
    input.twin_events.push_back(std::move(event));
    settle();
  }
  const Node& node(Role role, std::string_view name) {
    for (const Node& one : semantics().nodes()) {
      if (one.role == role && one.name == name) {
        return one;
      }
    }
    ADD_FAILURE() << "no node " << name;
    static const Node none;
    return none;
  }
  bool has(Role role, std::string_view name) {
    for (const Node& one : semantics().nodes()) {
      if (one.role == role && one.name == name) {
        return true;
      }
    }
    return false;
  }
  virtual const Semantics& semantics() = 0;

  StageEnv env;
  BoxGlyphs glyphs;
  std::unique_ptr<app::App> app;
  FrameInput input;

 protected:
  virtual bool draw_frame() = 0;
};

// Widgets alone, in a column as wide as the viewport.
class WidgetStage : public Stage {
 public:
  explicit WidgetStage(std::function<void(Ui&)> draw, float width = 800, float height = 600)
      : Stage(width, height),
        draw_(std::move(draw)),
        context_(ImGui::CreateContext()),
        fonts_(glyphs) {
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    fonts_.add_to(*ImGui::GetIO().Fonts);
  }
  ~WidgetStage() override { ImGui::DestroyContext(context_); }
  const Semantics& semantics() override { return semantics_; }

  Theme theme;
  Toasts toasts;
  std::string went;  // where ui.go led

 protected:
  bool draw_frame() override {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {input.viewport.width, input.viewport.height};
    io.DeltaTime = 0.02f;
    for (const TwinEvent& event : input.twin_events) {
      if (event.kind == TwinEvent::Kind::focus) focused_ = event.node;
      if (event.kind == TwinEvent::Kind::blur) focused_ = 0;
    }
    memory_.begin_frame(0.02f);
    semantics_.begin_frame();
    Ui ui{*app,    theme,  semantics_,      memory_,       fonts_,
          layout_, toasts, app->requests(), input.viewport};
    ui.width_class = input.viewport.width < 600 ? WidthClass::phone : WidthClass::desk;
    ui.twin_events = &input.twin_events;
    ui.events = &input.events;
    ui.seconds = input.seconds;
    ui.focused_node = focused_;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("stage", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
    layout_.begin(ui, 7, {16, 16, input.viewport.width - 32, 0});
    draw_(ui);
    layout_.end(ui);
    ImGui::End();
    toasts.draw(ui);
    ImGui::Render();
    if (!ui.next_route.empty()) went = ui.next_route;
    return ui.wants_frame;
  }

 private:
  std::function<void(Ui&)> draw_;
  ImGuiContext* context_;
  Fonts fonts_;
  Semantics semantics_;
  Memory memory_;
  Layout layout_;
  uint32_t focused_ = 0;
};

// The whole interface at a route.
class RootStage : public Stage {
 public:
  explicit RootStage(std::string_view route, float width = 1366, float height = 768)
      : Stage(width, height), root(*app, glyphs) {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    go(route);
  }
  void go(std::string_view route) {
    app::Event event;
    event.kind = app::Event::Kind::route;
    event.text = route;
    input.events.push_back(event);
    settle();
  }
  const Semantics& semantics() override { return root.semantics(); }

  Root root;

 protected:
  bool draw_frame() override { return root.frame(input); }
};

}  // namespace linli::ui
