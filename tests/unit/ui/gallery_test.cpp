// Draws every widget in every state at the sizes people use and checks what the norms
// ask for: names, targets, nothing beside the screen, nothing on top of another.
#include <unordered_set>

#include "stage.h"
#include "ui/settings.h"
#include "unit/ui/desk.h"

namespace linli::ui {
namespace {

bool interactive(const Node& node) {
  switch (node.role) {
    case Role::button:
    case Role::link:
    case Role::checkbox:
    case Role::switch_:
    case Role::radio:
    case Role::text_field:
    case Role::combo_box:
    case Role::option:
    case Role::tab:
      return true;
    default:
      return false;
  }
}

bool overlap(Rect a, Rect b) {
  constexpr float touch = 0.6f;
  return a.x + a.width > b.x + touch && b.x + b.width > a.x + touch &&
         a.y + a.height > b.y + touch && b.y + b.height > a.y + touch;
}

void check_nodes(const Semantics& semantics, const FrameInput& input, float target) {
  std::unordered_set<uint32_t> ids;
  const std::vector<Node>& nodes = semantics.nodes();
  std::vector<const Node*> pressed;
  for (const Node& node : nodes) {
    EXPECT_TRUE(ids.insert(node.id).second) << "twice: " << node.name;
    if (node.role != Role::row && node.role != Role::list_item && node.role != Role::cell) {
      EXPECT_FALSE(node.name.empty()) << static_cast<int>(node.role);
    }
    EXPECT_GE(node.rect.x, -0.5f) << node.name;
    EXPECT_LE(node.rect.x + node.rect.width, input.viewport.width + 0.5f) << node.name;
    if (interactive(node)) {
      pressed.push_back(&node);
      if (node.role != Role::text_field) {
        EXPECT_GE(node.rect.width, 40) << node.name;
        EXPECT_GE(node.rect.height, target) << node.name;
      }
    }
  }
  for (size_t i = 0; i < pressed.size(); ++i) {
    for (size_t j = i + 1; j < pressed.size(); ++j) {
      const Node& a = *pressed[i];
      const Node& b = *pressed[j];
      const bool clipped = ((a.states | b.states) & state_clipped) != 0;
      if (a.parent == b.parent && !clipped && a.name.find(b.name) == std::string::npos) {
        EXPECT_FALSE(overlap(a.rect, b.rect)) << a.name << " / " << b.name;
      }
    }
  }
}

struct Size {
  float width;
  float height;
};

class Gallery : public testing::TestWithParam<Size> {};

TEST_P(Gallery, KeepsTheNormsInEveryLanguageAndDensity) {
  for (const char* language : {"zh-CN", "en"}) {
    for (const bool large : {false, true}) {
      RootStage stage("gallery", GetParam().width, GetParam().height);
      ASSERT_TRUE(stage.app->set_setting("language", language).ok());
      DeviceSettings settings;
      settings.large = large;
      settings.scheme = large ? SchemeChoice::contrast : SchemeChoice::dark;
      write_device_settings(*stage.app, settings);
      stage.input.viewport.reduced_motion = true;
      stage.settle();
      std::vector<uint32_t> tabs;
      for (const Node& node : stage.semantics().nodes()) {
        if (node.role == Role::tab) tabs.push_back(node.id);
      }
      ASSERT_EQ(tabs.size(), 3u);
      for (const uint32_t tab : tabs) {
        SCOPED_TRACE(std::string(language) + (large ? " large " : " ") + std::to_string(tab));
        stage.twin(TwinEvent::Kind::activate, tab);
        check_nodes(stage.semantics(), stage.input, large ? 60 : 44);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Gallery,
                         testing::Values(Size{1366, 768}, Size{1920, 1080}, Size{1080, 1920},
                                         Size{390, 844}));

TEST(Root, IdleDrawsNoFrames) {
  RootStage stage("gallery");
  stage.input.viewport.reduced_motion = true;
  EXPECT_LT(stage.settle(), 60);
  EXPECT_FALSE(stage.frame());
  const uint64_t before = stage.semantics().fingerprint();
  EXPECT_FALSE(stage.frame());
  EXPECT_EQ(stage.semantics().fingerprint(), before);
}

TEST(Root, SaysWhenAPageDoesNotExist) {
  Desk desk;
  desk.go("nowhere");
  EXPECT_NE(desk.find(Role::heading, "没有这一页"), nullptr);
}

TEST(Root, FocusIsBroughtIntoSight) {
  RootStage stage("gallery", 1366, 500);
  stage.input.viewport.reduced_motion = true;
  stage.settle();
  const Node before = stage.node(Role::text_field, "说明");
  ASSERT_TRUE(before.states & state_clipped);
  stage.twin(TwinEvent::Kind::focus, before.id);
  const Node after = stage.node(Role::text_field, "说明");
  EXPECT_FALSE(after.states & state_clipped);
  EXPECT_LE(after.rect.y + after.rect.height, 500);
}

TEST(Root, AFingerScrollsAndDoesNotPress) {
  RootStage stage("gallery", 390, 844);
  stage.input.viewport.reduced_motion = true;
  stage.settle();
  const float before = stage.node(Role::heading, "组件画廊").rect.y;
  ImGuiIO& io = ImGui::GetIO();
  const Rect field = stage.node(Role::button, "查看详情").rect;
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(field.x + 20, field.y + 20);
  stage.frame();
  io.AddMouseButtonEvent(0, true);
  stage.frame();
  for (int i = 1; i <= 10; ++i) {
    io.AddMousePosEvent(field.x + 20, field.y + 20 - 15 * static_cast<float>(i));
    stage.frame();
  }
  io.AddMouseButtonEvent(0, false);
  stage.settle();
  EXPECT_LT(stage.node(Role::heading, "组件画廊").rect.y, before - 80);
}

TEST(Root, LargeModeIsOnePressAway) {
  RootStage stage("gallery");
  stage.click(stage.node(Role::button, "大字模式"));
  EXPECT_EQ(stage.root.theme().density, Density::large);
  EXPECT_GE(stage.root.theme().body(), 22);
}

TEST(Root, LanguageSwitchesAtOnce) {
  RootStage stage("gallery");
  stage.click(stage.node(Role::button, "English"));
  EXPECT_TRUE(stage.has(Role::heading, "Widget gallery"));
}

}  // namespace
}  // namespace linli::ui
