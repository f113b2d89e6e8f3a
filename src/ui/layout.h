// Where things go: boxes inside boxes, each a column, a row or a grid, that hand out
// rectangles in order. What a box cannot know before its content is drawn (the height
// of a row) it remembers from the frame before.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "ui/semantics.h"
#include "ui/theme.h"

namespace linli::ui {

struct Ui;

enum class Align : uint8_t { start, center, end };

class Layout {
 public:
  // Starts over with one column that fills `area`; `id` tells apart what is remembered.
  void begin(Ui& ui, uint32_t id, Rect area, float gap = space::l);
  // Ends what begin opened; returns the height that was used.
  float end(Ui& ui);

  // The next item's rectangle. Width 0 = all there is. In a row the width is kept and the
  // item is centred on the row's height; in a column wider items are cut to the column.
  Rect place(Ui& ui, float width, float height);
  // For items whose height follows from their width: first the room, then the height.
  Rect begin_item(Ui& ui, float width);
  void end_item(Ui& ui, Rect item);
  // A column inside `item`, which stays open in its parent; returns its id. end_nested gives
  // the item's whole height. `item.height` becomes what cells beside it need.
  uint32_t begin_nested(Ui& ui, Rect& item, float padding, float gap);
  float end_nested(Ui& ui, float padding);
  void begin_column(Ui& ui, float gap) { push(ui, Kind::column, 0, gap); }
  void end_column(Ui& ui) { pop(ui); }
  // Width the next item can have at most.
  float room() const;
  bool in_row() const { return boxes_.back().kind == Kind::row; }

 private:
  friend struct Column;
  friend struct Row;
  friend struct Grid;
  friend void spacer(Ui&);
  enum class Kind : uint8_t { column, row, grid };
  struct Box {
    Kind kind = Kind::column;
    Align align = Align::start;
    bool wrap = false;
    uint32_t id = 0;
    uint32_t children = 0;
    Rect area;  // height grows while things are placed
    float gap = 0;
    float x = 0, y = 0;  // of the next item
    float line = 0;      // height of the current line
    float widest = 0;
    int32_t items = 0;  // in the current line
    int32_t lines = 0;
    int32_t columns = 0;
    float lead = 0;     // free room before a centred or far line
    float all = 0;      // width of all items of a row, gaps included
    float spring = -1;  // x where a spacer ended
    float slack = 0;    // how much of the spacer can be given up
    float behind = -1;  // width of all that follows the spacer, gaps included
    std::vector<float> shares;
  };

  void push(Ui& ui, Kind kind, float width, float gap);
  Rect pop(Ui& ui);
  void next_line(Ui& ui);
  uint32_t line_id() const;

  std::vector<Box> boxes_;
};

// Items one under the other.
struct Column {
  explicit Column(Ui& ui, float gap = space::m, float width = 0);
  ~Column();
  Column(const Column&) = delete;

 private:
  Ui& ui_;
};

struct RowStyle {
  float gap = space::m;
  Align align = Align::start;
  bool wrap = true;  // goes on in a new line when there is no room
};

// Items side by side; with shares each item gets that share of the width: Row(ui, {2, 1}).
struct Row {
  explicit Row(Ui& ui, RowStyle style = {});
  Row(Ui& ui, std::initializer_list<float> shares, float gap = space::l);
  ~Row();
  Row(const Row&) = delete;

 private:
  Ui& ui_;
};

// As many equal columns as fit with at least `least_width` each; cells fill it line by line.
struct Grid {
  Grid(Ui& ui, float least_width, float gap = space::l, int columns_max = 12);
  ~Grid();
  Grid(const Grid&) = delete;

 private:
  Ui& ui_;
};

// In a row: pushes what follows to the far end, or all of it together to a new line.
void spacer(Ui& ui);
// In a column: an extra distance.
void gap(Ui& ui, float height);

}  // namespace linli::ui
