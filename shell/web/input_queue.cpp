#include "shell/web/input_queue.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string_view>

#include "imgui.h"

namespace linli::shell {
namespace {

// Pixels of a wheel that Dear ImGui counts as one step.
constexpr float wheel_step_pixels = 100;

enum class PointerPhase : uint8_t { move, down, up, cancel };

struct KeyName {
  std::string_view code;
  ImGuiKey key;
};

// Keys that mean something to the interface; letters and digits follow from their code.
constexpr KeyName key_names[] = {
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Enter", ImGuiKey_Enter},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"Escape", ImGuiKey_Escape},
    {"Backspace", ImGuiKey_Backspace},
    {"Delete", ImGuiKey_Delete},
    {"Tab", ImGuiKey_Tab},
    {"Space", ImGuiKey_Space},
    {"Slash", ImGuiKey_Slash},
    {"F1", ImGuiKey_F1},
};

ImGuiKey key_of(std::string_view code) {
  for (const KeyName& name : key_names) {
    if (name.code == code) {
      return name.key;
    }
  }
  if (code.size() == 4 && code.substr(0, 3) == "Key") {
    return static_cast<ImGuiKey>(ImGuiKey_A + (code[3] - 'A'));
  }
  if (code.size() == 6 && code.substr(0, 5) == "Digit") {
    return static_cast<ImGuiKey>(ImGuiKey_0 + (code[5] - '0'));
  }
  return ImGuiKey_None;
}

app::Event read_event(MessageReader& message) {
  app::Event event;
  event.request = static_cast<uint32_t>(message.integer());
  event.kind = static_cast<app::Event::Kind>(message.integer());
  event.status = static_cast<int32_t>(message.integer());
  event.number = message.integer();
  event.number2 = message.integer();
  event.code = message.text();
  event.text = message.text();
  event.name = message.text();
  event.type = message.text();
  event.head = message.text();
  event.bytes = message.text();
  return event;
}

ui::TwinEvent read_twin_event(MessageReader& message) {
  ui::TwinEvent event;
  event.kind = static_cast<ui::TwinEvent::Kind>(message.integer());
  event.node = static_cast<uint32_t>(message.integer());
  event.text = message.text();
  event.selection_begin = static_cast<int32_t>(message.integer());
  event.selection_end = static_cast<int32_t>(message.integer());
  return event;
}

bool presses(const ui::TwinEvent& event) {
  using Kind = ui::TwinEvent::Kind;
  return event.kind == Kind::activate || event.kind == Kind::enter || event.kind == Kind::escape;
}

// Presses that came together are shown to the interface one by one, and after what was
// typed before them: each may change what the next one means.
bool waits_for_next_frame(const ui::TwinEvent& next, const ui::FrameInput& frame) {
  if (!presses(next)) return false;
  return std::any_of(frame.twin_events.begin(), frame.twin_events.end(), [](const auto& event) {
    return presses(event) || event.kind == ui::TwinEvent::Kind::text;
  });
}

}  // namespace

void InputQueue::drain(ui::FrameInput& frame) {
  frame.twin_events.clear();
  frame.events.clear();
  frame.typed.clear();
  size_t taken = 0;
  for (; taken < waiting_.size(); ++taken) {
    MessageReader message(waiting_[taken]);
    if (!take(message, frame)) break;
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(taken));
}

bool InputQueue::take(MessageReader& message, ui::FrameInput& frame) {
  switch (static_cast<Input>(message.kind())) {
    case Input::viewport:
      take_viewport(message, frame);
      break;
    case Input::pointer:
      take_pointer(message);
      break;
    case Input::wheel: {
      const float x = message.real();
      const float y = message.real();
      ImGui::GetIO().AddMouseWheelEvent(-x / wheel_step_pixels, -y / wheel_step_pixels);
      break;
    }
    case Input::key:
      take_key(message, frame);
      break;
    case Input::pinch: {
      // As everywhere else: a pinch is a wheel with Ctrl.
      ImGuiIO& io = ImGui::GetIO();
      io.AddKeyEvent(ImGuiMod_Ctrl, true);
      io.AddMouseWheelEvent(0, std::log2(message.real()));
      io.AddKeyEvent(ImGuiMod_Ctrl, false);
      break;
    }
    case Input::twin: {
      ui::TwinEvent event = read_twin_event(message);
      if (waits_for_next_frame(event, frame)) return false;
      texts_read_ += event.kind == ui::TwinEvent::Kind::text ? 1 : 0;
      frame.twin_events.push_back(std::move(event));
      break;
    }
    case Input::event:
      frame.events.push_back(read_event(message));
      break;
    case Input::context_lost:
      context_lost_ = true;
      break;
    case Input::context_restored:
      context_restored_ = true;
      break;
  }
  return true;
}

void InputQueue::take_viewport(MessageReader& message, ui::FrameInput& frame) {
  frame.viewport.width = message.real();
  frame.viewport.height = message.real();
  frame.viewport.pixel_ratio = message.real();
  frame.viewport.keyboard_height = message.real();
  frame.viewport.reduced_motion = message.flag();
  frame.viewport.touch = message.flag();
  frame.prefers_dark = message.flag();
  frame.prefers_contrast = message.flag();
}

void InputQueue::take_pointer(MessageReader& message) {
  constexpr ImGuiMouseSource sources[] = {ImGuiMouseSource_Mouse, ImGuiMouseSource_TouchScreen,
                                          ImGuiMouseSource_Pen};
  const auto phase = static_cast<PointerPhase>(message.integer());
  const float x = message.real();
  const float y = message.real();
  const auto button = static_cast<int>(message.integer());
  const auto type = static_cast<size_t>(message.integer());
  ImGuiIO& io = ImGui::GetIO();
  const bool touch = type == 1;
  io.AddMouseSourceEvent(type < 3 ? sources[type] : ImGuiMouseSource_Mouse);
  if (phase == PointerPhase::cancel) {
    // Away first, so that letting go presses nothing.
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    io.AddMouseButtonEvent(0, false);
    return;
  }
  io.AddMousePosEvent(x, y);
  if (phase != PointerPhase::move && button < 3) {
    // The DOM counts left, middle, right; Dear ImGui left, right, middle.
    constexpr int buttons[] = {0, 2, 1};
    io.AddMouseButtonEvent(buttons[button], phase == PointerPhase::down);
  }
  if (touch && phase == PointerPhase::up) {
    // No finger hovers.
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
}

void InputQueue::take_key(MessageReader& message, ui::FrameInput& frame) {
  const std::string code = message.text();
  const std::string wrote = message.text();
  const bool down = message.flag();
  const auto modifiers = static_cast<uint32_t>(message.integer());
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Shift, (modifiers & 1u) != 0);
  io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 2u) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (modifiers & 4u) != 0);
  io.AddKeyEvent(ImGuiMod_Super, (modifiers & 8u) != 0);
  if (const ImGuiKey key = key_of(code); key != ImGuiKey_None) {
    io.AddKeyEvent(key, down);
  }
  // Text comes through the twin; only digit pads listen to keys, in the order of typing.
  constexpr uint32_t shift_alone = 1;
  if (!down || (modifiers & ~shift_alone) != 0) return;
  if (wrote.size() == 1 && wrote[0] >= '0' && wrote[0] <= '9') {
    frame.typed += wrote;
  } else if (wrote == "Backspace") {
    frame.typed += '\b';
  } else if (wrote == "Enter") {
    frame.typed += '\n';
  }
}

}  // namespace linli::shell
