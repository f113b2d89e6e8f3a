#include "ui/fonts.h"

#include "base/check.h"
#include "base/utf8.h"
#include "imgui.h"
#include "ui/font_loader.h"
#include "ui/text_runs.h"

namespace linli::ui {

namespace {

// The private-use area of the basic plane, so that Dear ImGui's look-up tables stay short.
constexpr char32_t first_icon = 0xE000;
constexpr char32_t first_run = 0xE400;
constexpr char32_t last_run = 0xF8FF;
static_assert(first_icon + icon_count <= first_run);

constexpr int weights[] = {400, 500, 700};

}  // namespace

void Fonts::add_to(ImFontAtlas& atlas) {
  for (int i = 0; i < 3; ++i) {
    fonts_[i] = add_drawn_font(atlas, *this, weights[i]);
  }
}

ImFont* Fonts::font(int weight) const {
  ImFont* const found = fonts_[weight >= 700 ? 2 : weight >= 500 ? 1 : 0];
  CHECK(found != nullptr);
  return found;
}

char32_t Fonts::code_point(Icon icon) { return first_icon + static_cast<char32_t>(icon); }

std::string_view Fonts::drawable(std::string_view text) {
  if (!has_runs(text)) {
    return text;
  }
  drawable_.clear();
  size_t at = 0;
  while (at < text.size()) {
    const TextRun run = next_run(text, at);
    const std::string_view piece = text.substr(at, run.bytes);
    if (run.whole) {
      base::append_code_point(drawable_, run_code_point(piece));
    } else {
      drawable_.append(piece);
    }
    at += run.bytes;
  }
  return drawable_;
}

char32_t Fonts::run_code_point(std::string_view run) {
  std::string key(run);
  const auto found = run_index_.find(key);
  if (found != run_index_.end()) {
    return found->second;
  }
  const char32_t code_point = first_run + static_cast<char32_t>(runs_.size());
  if (code_point > last_run) {
    return 0xFFFD;
  }
  runs_.push_back(key);
  run_index_.emplace(std::move(key), code_point);
  return code_point;
}

bool Fonts::draw(char32_t code_point, float pixels, int weight, GlyphBitmap& out) {
  if (code_point >= first_icon && code_point < first_icon + icon_count) {
    return source_.draw_icon(icon_paths[code_point - first_icon], pixels, out);
  }
  if (code_point >= first_run && code_point < first_run + runs_.size()) {
    return source_.draw_text(runs_[code_point - first_run], pixels, weight, out);
  }
  std::string text;
  base::append_code_point(text, code_point);
  return source_.draw_text(text, pixels, weight, out);
}

}  // namespace linli::ui
