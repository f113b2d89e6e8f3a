// What happened since the last frame, in the order in which it happened: pointers,
// wheel and keys for Dear ImGui, the rest for ui::Root. JavaScript's only way in.
#pragma once

#include <string>
#include <vector>

#include "shell/web/message.h"
#include "ui/root.h"

namespace linli::shell {

class InputQueue {
 public:
  void push(std::string message) { waiting_.push_back(std::move(message)); }
  bool empty() const { return waiting_.empty(); }

  // Moves what can be shown together into ImGuiIO and into `frame`, whose events it
  // replaces; the rest waits for the next frame.
  void drain(ui::FrameInput& frame);

  // How many of the texts that were typed into fields frames have seen.
  uint32_t texts_read() const { return texts_read_; }

  // True once after the drawing context was lost or came back.
  bool take_context_lost() { return std::exchange(context_lost_, false); }
  bool take_context_restored() { return std::exchange(context_restored_, false); }

 private:
  // False when the message has to wait.
  bool take(MessageReader& message, ui::FrameInput& frame);
  static void take_viewport(MessageReader& message, ui::FrameInput& frame);
  static void take_pointer(MessageReader& message);
  static void take_key(MessageReader& message, ui::FrameInput& frame);

  std::vector<std::string> waiting_;
  uint32_t texts_read_ = 0;
  bool context_lost_ = false;
  bool context_restored_ = false;
};

}  // namespace linli::shell
