// One entry of a list: picture or icon, title and quieter words, something at the end, and
// a chevron when it opens. Rows are as high as a finger needs.
#pragma once

#include <cstdint>
#include <string_view>

#include "generated/icons.h"
#include "ui/theme.h"

namespace linli::ui {

struct Ui;

struct RowOptions {
  std::string_view second = {};  // quieter words below the title
  int32_t second_lines = 0;      // lines they take; 0 = one, or two where one is not enough
  std::string_view end = {};     // short figure or state at the end
  Tone end_tone = Tone::neutral;
  Icon icon = Icon::none;        // in front
  std::string_view avatar = {};  // name of a person: shows its first character instead of an icon
  bool opens = true;             // a button with a chevron; false = only a line of text
  bool selected = false;
  int32_t position = 0;  // 1-based, with set_size for lists that are drawn in part
  int32_t set_size = 0;
};

// A list: rows between begin and end are its items.
class List {
 public:
  List(Ui& ui, std::string_view key, std::string_view name);
  ~List();
  List(const List&) = delete;

 private:
  Ui& ui_;
};

// How high a row with so many quieter lines is.
float list_row_height(Ui& ui, int32_t second_lines);

bool list_row(Ui& ui, std::string_view key, std::string_view title, const RowOptions& options = {});

// The round picture of a person: the first character of the name on a warm colour.
void draw_avatar(Ui& ui, std::string_view name, float x, float y, float size);

}  // namespace linli::ui
