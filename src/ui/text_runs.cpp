#include "ui/text_runs.h"

#include "base/utf8.h"

namespace linli::ui {

namespace {

// Scripts that join or reorder their letters, or run from right to left.
bool joins(char32_t c) {
  return (c >= 0x0590 && c <= 0x10FF) || (c >= 0x1780 && c <= 0x18AF) ||
         (c >= 0xA800 && c <= 0xABFF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x11FFF);
}

// What clings to the character before it.
bool clings(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || c == 0x200C || c == 0x200D ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE01EF);
}

bool flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

char32_t peek(std::string_view text, size_t at) {
  return at < text.size() ? base::next_code_point(text, at) : 0;
}

}  // namespace

bool has_runs(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto b = static_cast<unsigned char>(text[i]);
    if (b < 0xCC) {
      continue;
    }
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    // Curly quotes (E2 80) and full-width signs (EF BC) are in every Chinese sentence.
    if (b >= 0xF0 || b <= 0xCD || (b >= 0xD6 && b <= 0xE1) || b == 0xEA ||
        (b == 0xE2 && (next == 0x83 || text.substr(i, 3) == "\xE2\x80\x8D" ||
                       text.substr(i, 3) == "\xE2\x80\x8C")) ||
        (b == 0xEF && next >= 0xAC && next <= 0xBB)) {
      return true;
    }
  }
  return false;
}

TextRun next_run(std::string_view text, size_t at) {
  size_t end = at;
  char32_t c = base::next_code_point(text, end);
  bool whole = c >= 0x10000;
  if (flag_letter(c) && flag_letter(peek(text, end))) {
    base::next_code_point(text, end);
  }
  if (joins(c)) {
    whole = true;
    // A run goes on over single blanks between joined words, so that their order is right.
    for (size_t next = end; next < text.size();) {
      c = base::next_code_point(text, next);
      if (joins(c) || clings(c)) {
        end = next;
      } else if (c != ' ' || !joins(peek(text, next))) {
        break;
      }
    }
  }
  for (size_t next = end; next < text.size();) {
    const bool joined = peek(text, end) == 0x200D;
    c = base::next_code_point(text, next);
    if (!clings(c)) {
      break;
    }
    whole = true;
    end = next;
    if (joined && next < text.size()) {
      base::next_code_point(text, next);
      end = next;
    }
  }
  return {end - at, whole};
}

}  // namespace linli::ui
