// The dialog for one item of the shop: a new one, a changed one, or stock that came in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/query_shop.h"

namespace linli::ui {

struct Ui;

class ItemForm {
 public:
  void open_new(Ui& ui);
  void open_existing(Ui& ui, const store::ItemRow& item);
  void draw(Ui& ui);

 private:
  void save(Ui& ui);

  bool open_ = false;
  std::optional<store::ItemRow> existing_;
  std::string name_;
  std::string description_;
  int kind_ = 0;
  int purse_ = 1;
  int64_t price_ = 10;  // points, or half coins
  int64_t stock_ = 0;   // pieces that came in
  bool on_shelf_ = true;
  int32_t coin_minutes_ = 60;
  std::string problem_;
};

}  // namespace linli::ui
