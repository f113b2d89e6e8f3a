#include "ui/row_window.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

// Rows above and below the window that are described too, so that the keyboard can go on.
constexpr int kMargin = 4;

}  // namespace

RowWindow::RowWindow(Ui& ui, int count, float row_height)
    : ui_(ui), count_(count), row_height_(row_height) {
  const float top = ui.layout.place(ui, 0, 0).y;
  const ImRect seen = ImGui::GetCurrentWindowRead()->ClipRect;
  const auto above = static_cast<int>((seen.Min.y - top) / row_height);
  const auto below = static_cast<int>((seen.Max.y - top) / row_height) + 1;
  first_ = std::clamp(above - kMargin, 0, count);
  last_ = std::clamp(below + kMargin, first_, count);
  if (first_ > 0) gap(ui, static_cast<float>(first_) * row_height);
}

RowWindow::~RowWindow() {
  if (last_ < count_) gap(ui_, static_cast<float>(count_ - last_) * row_height_);
}

}  // namespace linli::ui
