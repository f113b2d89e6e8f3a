#include "shell/web/program.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "app/demo_branch.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "shell/web/message.h"
#include "shell/web/requests_out.h"
#include "shell/web/semantics_out.h"

namespace linli::shell {
namespace {

// Dear ImGui knows some sizes only in the frame after the one that needed them.
constexpr int settle_frames = 2;
// Beyond this nobody waits for a frame.
constexpr double call_seconds_max = 86400;

std::string css_colour(ui::Colour colour) {
  char text[16];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", colour & 0xFFu, (colour >> 8) & 0xFFu,
                (colour >> 16) & 0xFFu);
  return text;
}

void send_unusable(const base::Error& error) {
  MessageWriter message(Output::unusable_store);
  message.text(std::string(base::name(error.code)) + " " + error.where);
  send(message.message());
}

}  // namespace

void Program::start(Keeping keeping) {
  const bool demo = keeping == Keeping::memory;
  app::OpenAt at;
  at.log_path = demo ? ":memory:" : "log.db";
  at.state_path = demo ? ":memory:" : "state.db";
  at.mode = demo ? app::Mode::demo : app::Mode::desk;
  base::Result<std::unique_ptr<app::App>> opened = app::App::open(env_, at);
  if (!opened) {
    send_unusable(opened.error());
    return;
  }
  app_ = std::move(opened.value());
  if (demo) {
    const base::Status loaded = app::load_demo_branch(*app_, app::demo_seed);
    if (!loaded.ok()) {
      send_unusable(loaded.error());
      return;
    }
  }
  root_ = std::make_unique<ui::Root>(*app_, glyphs_);
  renderer_ = std::make_unique<Renderer>();
}

double Program::frame() {
  if (root_ == nullptr) {
    return -1;
  }
  if (!queue_.empty()) {
    settle_frames_ = settle_frames;
  }
  queue_.drain(input_);
  if (queue_.take_context_lost()) {
    renderer_->lose_context();
  }
  if (queue_.take_context_restored()) {
    renderer_->restore_context();
    settle_frames_ = settle_frames;
  }
  input_.seconds = env_.monotonic_seconds();
  // Without a context the frame still reads its messages and goes on with the work.
  const bool wants_frame = root_->frame(input_);
  if (!renderer_->lost()) {
    renderer_->draw(root_->theme().colours().ground);
  }
  // Presses that came together are shown to the interface one by one.
  const bool input_waits = !queue_.empty() || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  if (wants_frame || input_waits || app_->revision() != drawn_revision_) {
    settle_frames_ = settle_frames;
  }
  drawn_revision_ = app_->revision();
  settle_frames_ -= settle_frames_ > 0 ? 1 : 0;
  note_store();
  send_requests();
  send_style();
  send_semantics();
  if (settle_frames_ > 0) {
    return 0;
  }
  const double seconds = root_->seconds_until_frame();
  return seconds < call_seconds_max ? std::max(0.0, seconds) * 1000 : -1;
}

void Program::stop() {
  renderer_.reset();
  root_.reset();
  app_.reset();
}

// Outside the store, so that a lost store is noticed; and the browser is asked to keep it.
void Program::note_store() {
  if (!noted_ && app_->founded() && app_->mode() != app::Mode::demo) {
    noted_ = true;
    app_->requests().add(app::RememberSentinel{std::string(app_->identity().space.view())});
    app_->requests().add(app::AskPersistence{});
  }
}

void Program::send_requests() {
  for (const app::Request& request : app_->requests().take()) {
    send(write_request(request));
  }
}

void Program::send_semantics() {
  const uint64_t fingerprint = root_->semantics().fingerprint();
  // A field whose text was cut or refused looks as before, and the page must hear of it.
  const bool answers_text =
      std::any_of(input_.twin_events.begin(), input_.twin_events.end(),
                  [](const auto& event) { return event.kind == ui::TwinEvent::Kind::text; });
  if (fingerprint != sent_fingerprint_ || answers_text) {
    sent_fingerprint_ = fingerprint;
    send(write_semantics(root_->semantics(), queue_.texts_read()));
  }
}

// Fields that have the focus are drawn by the page: in our colours.
void Program::send_style() {
  const ui::Palette& colours = root_->theme().colours();
  const std::string style =
      "--field-text:" + css_colour(colours.text) + ";--field-accent:" + css_colour(colours.accent) +
      ";--field-selection:" + css_colour(ui::mix(colours.surface, colours.accent, 0.35f)) + ";";
  if (style != sent_style_) {
    sent_style_ = style;
    MessageWriter message(Output::style);
    send(message.text(style).message());
  }
}

}  // namespace linli::shell
