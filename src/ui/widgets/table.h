// Rows and columns of any length: only the rows in sight are asked for. The head stays
// in sight, columns can be sorted, and on phones each row becomes a card.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/theme.h"

namespace linli::ui {

struct Ui;

struct TableColumn {
  std::string title;
  float share = 1;  // of the width
  bool sortable = false;
  bool numeric = false;  // set flush right
};

struct TableCell {
  std::string words;
  Tone tone = Tone::neutral;
  bool badge = false;
};

struct TableRows {
  int64_t count = 0;
  // A stable key of the row, for example its record's id.
  std::function<std::string(int64_t row)> key;
  std::function<TableCell(int64_t row, size_t column)> cell;
  // Called before the cells of the rows first..last-1 are asked for: read their page.
  std::function<void(int64_t first, int64_t last)> need = {};
};

struct TableSort {
  int column = -1;  // -1 = as they come
  bool descending = false;
};

// The row that was pressed, or -1. `sort` changes when a head is pressed.
int64_t table(Ui& ui, std::string_view key, std::string_view name,
              const std::vector<TableColumn>& columns, TableSort& sort, const TableRows& rows);

}  // namespace linli::ui
