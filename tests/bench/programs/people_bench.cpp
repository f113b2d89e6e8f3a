// The whole interface over a register of many people: how long frames take while somebody
// types into the search and scrolls to the end of the list. A frame counts with reading,
// drawing commands and the description of what is shown, as in the product.
#include <memory>
#include <string>
#include <vector>

#include <emscripten/emscripten.h>

#include "app/demo_branch.h"
#include "app/demo_plan.h"
#include "app/demo_random.h"
#include "imgui.h"
#include "shell/web/browser_env.h"
#include "shell/web/canvas_glyphs.h"
#include "shell/web/renderer.h"
#include "ui/root.h"

namespace linli::bench {
namespace {

// Beyond the reach of any list's end; a turn of the wheel that passes a page of rows.
constexpr float wheel_steps = 60;

class People {
 public:
  explicit People(int32_t count) {
    auto opened = app::App::open(env_, {":memory:", ":memory:", "", app::Mode::demo});
    CHECK(opened.ok());
    app_ = std::move(opened).value();
    CHECK(app::load_demo_branch(*app_, app::demo_seed).ok());
    const auto done = app_->log().together([&]() -> base::Status { return add(count); });
    CHECK(done.ok());
    root_ = std::make_unique<ui::Root>(*app_, glyphs_);
    renderer_ = std::make_unique<shell::Renderer>();
    input_.viewport.width = 1366;
    input_.viewport.height = 768;
    app::Event event;
    event.kind = app::Event::Kind::route;
    event.text = "people";
    input_.events.push_back(event);
    // Work that goes on behind the screens (confirming, sealing) comes to its end first.
    while (app_->work(1000)) {
    }
    settle();
    millis_.clear();
  }

  // Each text replaces the one before, as it does when a letter is typed.
  void type(const std::string& text) {
    ui::TwinEvent event;
    event.kind = ui::TwinEvent::Kind::text;
    event.node = search_field();
    event.text = text;
    event.selection_begin = event.selection_end = static_cast<int32_t>(text.size());
    input_.twin_events.push_back(event);
    settle();
  }

  // One turn of the wheel; false when nothing moved any more.
  bool scroll() {
    ImGui::GetIO().AddMousePosEvent(700, 600);
    ImGui::GetIO().AddMouseWheelEvent(0, -wheel_steps);
    const uint64_t before = root_->semantics().fingerprint();
    settle();
    return root_->semantics().fingerprint() != before;
  }

  const std::vector<double>& millis() const { return millis_; }

 private:
  base::Status add(int32_t count) {
    const app::DemoNames names = app::read_demo_plan().names;
    app::DemoRandom random(7);
    for (int32_t i = 0; i < count; ++i) {
      core::PersonRegistered body;
      body.person = app_->new_id<core::PersonId>();
      body.roles = {random.chance(600) ? core::PersonRole::volunteer : core::PersonRole::recipient};
      body.birth_year = random.between(1930, 2005);
      core::PersonPrivate details;
      details.name.text = random.pick(names.surnames) +
                          random.pick(random.chance(500) ? names.old_women : names.men);
      details.phone = core::Note{"138" + std::to_string(random.between(10000000, 99999999))};
      body.details = details;
      const auto recorded = app_->dispatch(body);
      if (!recorded.ok()) return recorded.error();
      CHECK(!recorded.value().id.empty());
    }
    return base::success();
  }

  uint32_t search_field() const {
    for (const ui::Node& node : root_->semantics().nodes()) {
      if ((node.states & ui::state_search) != 0) return node.id;
    }
    base::check_failed("no search field", __FILE__, __LINE__);
    return 0;
  }

  // Frames until nothing moves; two at least, as in the product.
  void settle() {
    int wanted = 2;
    for (int frames = 0; wanted > 0 && frames < 60; ++frames, --wanted) {
      if (frame()) wanted = 3;
    }
  }

  bool frame() {
    const double begin = env_.monotonic_seconds();
    input_.seconds = begin;
    const bool more = root_->frame(input_);
    renderer_->draw(root_->theme().colours().ground);
    fingerprints_ ^= root_->semantics().fingerprint();
    millis_.push_back((env_.monotonic_seconds() - begin) * 1000);
    input_.twin_events.clear();
    input_.events.clear();
    app_->requests().take();
    return more || ImGui::GetIO().MouseWheel != 0;
  }

  shell::BrowserEnv env_;
  shell::CanvasGlyphs glyphs_;
  std::unique_ptr<app::App> app_;
  std::unique_ptr<ui::Root> root_;
  std::unique_ptr<shell::Renderer> renderer_;
  ui::FrameInput input_;
  std::vector<double> millis_;
  uint64_t fingerprints_ = 0;
};

People* people = nullptr;
std::string room;

}  // namespace
}  // namespace linli::bench

extern "C" {

EMSCRIPTEN_KEEPALIVE void linli_bench_open(int32_t count) {
  linli::bench::people = new linli::bench::People(count);
}

EMSCRIPTEN_KEEPALIVE void* linli_bench_room(int32_t bytes) {
  linli::bench::room.resize(static_cast<size_t>(bytes));
  return linli::bench::room.data();
}

// Types the text in that room.
EMSCRIPTEN_KEEPALIVE void linli_bench_type() { linli::bench::people->type(linli::bench::room); }

EMSCRIPTEN_KEEPALIVE int32_t linli_bench_scroll() { return linli::bench::people->scroll() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE int32_t linli_bench_frames() {
  return static_cast<int32_t>(linli::bench::people->millis().size());
}

EMSCRIPTEN_KEEPALIVE double linli_bench_millis(int32_t frame) {
  return linli::bench::people->millis()[static_cast<size_t>(frame)];
}
}
