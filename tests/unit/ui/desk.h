// The whole interface without a browser: a branch in memory, boxes for glyphs, and a person
// who reads by role and name and presses, types and opens addresses as the twin would.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "imgui.h"
#include "ui/glyph_source.h"
#include "ui/root.h"
#include "unit/app/device.h"
#include "unit/ui/own_ids.h"

namespace linli::ui {

class Desk {
 public:
  enum class Start : uint8_t { founded, empty };

  explicit Desk(float width = 1366, float height = 768, Start start = Start::founded) : device_(1) {
    if (start == Start::founded) device_.found();
    root_ = std::make_unique<Root>(device_.app(), glyphs_);
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    input_.viewport.width = width;
    input_.viewport.height = height;
    input_.viewport.reduced_motion = true;
    frames();
  }

  ~Desk() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }

  app::App& app() { return device_.app(); }
  store::Database& state() { return app().state(); }

  // Draws until nothing moves; false when it never comes to rest.
  bool rests() {
    for (int i = 0; i < 40; ++i) {
      frames(1);
      if (!more_) return true;
    }
    return false;
  }

  void frames(int count = 4) {
    for (int i = 0; i < count; ++i) {
      input_.seconds += 0.05;
      more_ = root_->frame(input_);
      expect_own_ids(root_->semantics());
      input_.twin_events.clear();
      input_.events.clear();
      for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
          texture->SetTexID(ImTextureID_Invalid);
          texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
          texture->SetTexID(1);
          texture->SetStatus(ImTextureStatus_OK);
        }
      }
    }
  }

  void resize(float width, float height) {
    input_.viewport.width = width;
    input_.viewport.height = height;
    frames();
  }

  void go(const std::string& route) {
    app::Event event;
    event.kind = app::Event::Kind::route;
    event.text = route;
    happens(std::move(event));
  }

  // News or an answer from outside.
  void happens(app::Event event) {
    input_.events.push_back(std::move(event));
    frames();
  }

  // The last thing of this kind that was asked of the world since the last call; everything
  // else that was asked is forgotten.
  template <class Asked>
  std::optional<std::pair<uint32_t, Asked>> asked() {
    std::optional<std::pair<uint32_t, Asked>> last;
    for (app::Request& request : app().requests().take()) {
      if (auto* body = std::get_if<Asked>(&request.body)) last = {request.id, std::move(*body)};
    }
    return last;
  }

  // Time passes without anybody touching anything.
  void later(double seconds) {
    input_.seconds += seconds;
    env().millis += static_cast<int64_t>(seconds * 1000);
    frames();
  }

  app::FakeEnv& env() { return device_.env(); }
  app::Device& device() { return device_; }
  void set_language(std::string_view language) {
    ASSERT_TRUE(app().set_setting("language", language).ok());
    frames();
  }
  void set_large(bool large) {
    ASSERT_TRUE(app().set_setting("large", large ? "on" : "off").ok());
    frames();
  }

  // The first node of this role whose name begins so; while a dialog is open, in it.
  const Node* find(Role role, std::string_view name) const {
    size_t begin = 0;
    for (size_t i = 0; i < nodes().size(); ++i) {
      if (nodes()[i].role == Role::dialog) begin = i;
    }
    for (size_t i = begin; i < nodes().size(); ++i) {
      const Node& node = nodes()[i];
      if (node.role == role && node.name.substr(0, name.size()) == name) return &node;
    }
    return nullptr;
  }
  bool shows(std::string_view words) const {
    for (const Node& node : root_->semantics().nodes()) {
      if (node.name.find(words) != std::string::npos ||
          node.value.find(words) != std::string::npos ||
          node.description.find(words) != std::string::npos) {
        return true;
      }
    }
    return false;
  }
  void press(Role role, std::string_view name) {
    const Node* node = find(role, name);
    ASSERT_NE(node, nullptr) << name << "\n" << listing();
    act(TwinEvent::Kind::activate, node->id, {});
  }
  void type(std::string_view field, const std::string& text) {
    const Node* node = find(Role::text_field, field);
    ASSERT_NE(node, nullptr) << field << "\n" << listing();
    act(TwinEvent::Kind::text, node->id, text);
  }
  const std::vector<Node>& nodes() const { return root_->semantics().nodes(); }
  std::string route() const { return root_->route_text().substr(1); }

  // Every thing to press has a name and is as large as a finger, inside the window's width.
  void expect_sound() const {
    const float least = root_->theme().target();
    for (const Node& node : nodes()) {
      if (node.role != Role::button && node.role != Role::checkbox && node.role != Role::radio &&
          node.role != Role::text_field && node.role != Role::combo_box) {
        continue;
      }
      EXPECT_FALSE(node.name.empty()) << listing();
      if (node.role != Role::text_field && (node.states & state_clipped) == 0) {
        EXPECT_GE(node.rect.height + 0.5f, least) << node.name;
        EXPECT_GE(node.rect.width + 0.5f, least) << node.name;
      }
      EXPECT_GE(node.rect.x, -0.5f) << node.name;
      EXPECT_LE(node.rect.x + node.rect.width, input_.viewport.width + 0.5f) << node.name;
    }
  }
  std::string listing() const {
    std::string all;
    for (const Node& node : nodes()) {
      all += std::to_string(static_cast<int>(node.role)) + " " + node.name + "\n";
    }
    return all;
  }

 private:
  // Every character is a box of a plausible width.
  class Boxes : public GlyphSource {
   public:
    bool draw_text(std::string_view text, float pixels, int, GlyphBitmap& out) override {
      float advance = 0;
      for (size_t offset = 0; offset < text.size();) {
        advance += base::next_code_point(text, offset) < 0x2000 ? pixels * 0.55f : pixels;
      }
      fill(out, pixels, advance);
      return true;
    }
    bool draw_icon(std::string_view, float pixels, GlyphBitmap& out) override {
      fill(out, pixels, pixels);
      return true;
    }

   private:
    static void fill(GlyphBitmap& out, float pixels, float advance) {
      out.width = 4;
      out.height = 4;
      out.top = -pixels * 0.8f;
      out.advance = advance;
      out.pixels.assign(16, 255);
    }
  };

  void act(TwinEvent::Kind kind, uint32_t node, const std::string& text) {
    TwinEvent event;
    event.kind = kind;
    event.node = node;
    event.text = text;
    input_.twin_events.push_back(event);
    frames();
  }

  app::Device device_;
  Boxes glyphs_;
  std::unique_ptr<Root> root_;
  FrameInput input_;
  bool more_ = false;
};

}  // namespace linli::ui
