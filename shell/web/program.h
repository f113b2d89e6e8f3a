// The program in the worker: the app, the interface and what joins them with the
// browser. It draws only when something happened, and lets nothing but messages out.
#pragma once

#include <memory>
#include <string>

#include "app/app.h"
#include "shell/web/browser_env.h"
#include "shell/web/canvas_glyphs.h"
#include "shell/web/input_queue.h"
#include "shell/web/renderer.h"
#include "ui/root.h"

namespace linli::shell {

enum class Keeping : uint8_t { store, memory };  // memory: the demo

class Program {
 public:
  void start(Keeping keeping);
  void push(std::string message) { queue_.push(std::move(message)); }
  // Answers with the milliseconds until it wants to be called again: 0 at once, negative
  // only when something happens.
  double frame();
  void stop();

 private:
  void note_store();
  void send_requests();
  void send_semantics();
  void send_style();

  BrowserEnv env_;
  CanvasGlyphs glyphs_;
  InputQueue queue_;
  ui::FrameInput input_;
  std::unique_ptr<app::App> app_;
  std::unique_ptr<ui::Root> root_;
  std::unique_ptr<Renderer> renderer_;
  uint64_t sent_fingerprint_ = 0;
  uint64_t drawn_revision_ = 0;
  std::string sent_style_;
  int settle_frames_ = 0;
  bool noted_ = false;
};

}  // namespace linli::shell
