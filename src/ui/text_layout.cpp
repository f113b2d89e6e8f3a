#include "ui/text_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

bool wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF60) ||
         (c >= 0xE400 && c <= 0xF8FF);
}

// Marks that must not begin a line: 、。，．：；！？）》」』】〕〉…—~ and their Latin kin.
bool never_begins(char32_t c) {
  constexpr std::array<char32_t, 43> marks = {
      0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF09, 0x300B, 0x300D,
      0x300F, 0x3011, 0x3015, 0x3009, 0x3017, 0x2026, 0x2014, 0xFF5E, 0x201D, 0x2019, 0x00B7,
      0x30FB, 0xFF05, 0x2030, 0x2103, ',',    '.',    ':',    ';',    '!',    '?',    ')',
      ']',    '}',    '%',    '/',    0xFF3D, 0xFF5D, 0xFFE5, 0x00B0, 0x2013, 0x3005};
  return std::find(marks.begin(), marks.end(), c) != marks.end();
}

// Marks that must not end a line: （《「『【〔〈“‘ and their Latin kin.
bool never_ends(char32_t c) {
  constexpr std::array<char32_t, 17> marks = {0xFF08, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014,
                                              0x3008, 0x3016, 0x201C, 0x2018, '(',    '[',
                                              '{',    0x00A5, '$',    0xFF3B, 0xFF5B};
  return std::find(marks.begin(), marks.end(), c) != marks.end();
}

bool may_break(char32_t before, char32_t after) {
  if (never_begins(after) || never_ends(before) || after == ' ') {
    return false;
  }
  return before == ' ' || before == '-' || wide(before) || wide(after);
}

struct Face {
  ImFontBaked* baked;
  float scale;
};

Face face_of(Ui& ui, TextStyle style) {
  const float size = ui.theme.size(style);
  ImFontBaked* baked = ui.fonts.font(ui.theme.weight(style))->GetFontBaked(size);
  return {baked, size / baked->Size};
}

float measure(const Face& face, std::string_view text) {
  float width = 0;
  for (size_t at = 0; at < text.size();) {
    width += face.baked->GetCharAdvance(static_cast<ImWchar>(base::next_code_point(text, at)));
  }
  return width * face.scale;
}

// Breaks one paragraph, from `begin` to `end` of the block's text.
void break_paragraph(const Face& face, TextBlock& block, size_t begin, size_t end, float room) {
  const std::string_view text(block.text.data(), end);
  size_t line = begin;  // where the current line begins
  size_t good = begin;  // the last place where it may end
  float good_width = 0;
  float width = 0;
  char32_t before = 0;
  for (size_t at = begin; at < end;) {
    const size_t here = at;
    const char32_t c = base::next_code_point(text, at);
    const float advance = face.baked->GetCharAdvance(static_cast<ImWchar>(c)) * face.scale;
    if (here > line && may_break(before, c)) {
      good = here;
      good_width = width;
    }
    if (width + advance > room + 0.01f && here > line && c != ' ') {
      const size_t cut = good > line ? good : here;
      const float cut_width = good > line ? good_width : width;
      block.lines.push_back({static_cast<uint32_t>(line), static_cast<uint32_t>(cut), cut_width});
      width -= cut_width;
      line = cut;
      good = cut;
      good_width = 0;
    }
    width += advance;
    before = c;
  }
  block.lines.push_back({static_cast<uint32_t>(line), static_cast<uint32_t>(end), width});
}

// Cuts the last line so that an ellipsis fits, and keeps only `count` lines.
void shorten(const Face& face, TextBlock& block, size_t count, float room) {
  block.lines.resize(count);
  TextLine& last = block.lines.back();
  const float dots = measure(face, ellipsis);
  float width = 0;
  size_t at = last.begin;
  const std::string_view text(block.text);
  while (at < text.size() && text[at] != '\n') {
    size_t next = at;
    const char32_t c = base::next_code_point(text, next);
    const float advance = face.baked->GetCharAdvance(static_cast<ImWchar>(c)) * face.scale;
    if (width + advance + dots > room) {
      break;
    }
    width += advance;
    at = next;
  }
  block.text.resize(at);
  block.text.append(ellipsis);
  last.end = static_cast<uint32_t>(block.text.size());
  last.width = width + dots;
  block.shortened = true;
}

}  // namespace

float text_width(Ui& ui, std::string_view text, TextStyle style) {
  return std::ceil(measure(face_of(ui, style), ui.fonts.drawable(text)));
}

TextBlock lay_out_text(Ui& ui, std::string_view text, TextStyle style, float width, int lines_max) {
  const Face face = face_of(ui, style);
  TextBlock block;
  block.text = ui.fonts.drawable(text);
  size_t begin = 0;
  while (true) {
    const size_t newline = block.text.find('\n', begin);
    const size_t end = newline == std::string::npos ? block.text.size() : newline;
    break_paragraph(face, block, begin, end, width);
    if (newline == std::string::npos) {
      break;
    }
    begin = newline + 1;
  }
  if (lines_max > 0 && block.lines.size() > static_cast<size_t>(lines_max)) {
    shorten(face, block, static_cast<size_t>(lines_max), width);
  }
  for (const TextLine& line : block.lines) {
    block.width = std::max(block.width, line.width);
  }
  block.width = std::ceil(block.width);
  block.height = ui.theme.line_height(style) * static_cast<float>(block.lines.size());
  return block;
}

void draw_text_block(Ui& ui, const TextBlock& block, float x, float y, TextStyle style,
                     Colour colour) {
  const float size = ui.theme.size(style);
  const float step = ui.theme.line_height(style);
  ImFont* font = ui.fonts.font(ui.theme.weight(style));
  float top = y + (step - size) / 2;
  for (const TextLine& line : block.lines) {
    ImGui::GetWindowDrawList()->AddText(
        font, size, {x, top}, colour, block.text.data() + line.begin, block.text.data() + line.end);
    top += step;
  }
}

void draw_line(Ui& ui, std::string_view text, float x, float y, TextStyle style, Colour colour) {
  const float size = ui.theme.size(style);
  const std::string_view shown = ui.fonts.drawable(text);
  ImGui::GetWindowDrawList()->AddText(ui.fonts.font(ui.theme.weight(style)), size,
                                      {x, y + (ui.theme.line_height(style) - size) / 2}, colour,
                                      shown.data(), shown.data() + shown.size());
}

void draw_line_within(Ui& ui, std::string_view text, float x, float y, float width, TextStyle style,
                      Colour colour) {
  draw_text_block(ui, lay_out_text(ui, text, style, width, 1), x, y, style, colour);
}

}  // namespace linli::ui
