// The shop: gifts and services for coins or points, with stock and a pick-up code.
// Placing is an intent and holds the price; handing over is a fact and posts it.
#pragma once

#include "core/field_types.h"

namespace linli::core {

struct ItemOffered {
  static constexpr std::string_view kind = "item.offered@1";
  ItemId item;
  ItemKind item_kind = ItemKind::gift;
  Title name;
  std::optional<Title> description;
  Purse purse = Purse::points;
  int64_t price = 0;                // minutes or points
  std::optional<int32_t> cost_fen;  // X05
  ShelfState shelf = ShelfState::on_shelf;
  template <class V>
  void fields(V& v) {
    v("item", item), v("item_kind", item_kind), v("name", name), v("description", description),
        v("purse", purse), v("price", price), v("cost_fen", cost_fen), v("shelf", shelf);
  }
};

struct StockReceived {
  static constexpr std::string_view kind = "stock.received@1";
  ItemId item;
  int32_t quantity = 0;  // negative: taken out after a count
  template <class V>
  void fields(V& v) {
    v("item", item), v("quantity", quantity);
  }
};

struct RedemptionPlace {
  static constexpr std::string_view kind = "redemption.place@1";
  RedemptionId redemption;
  ItemId item;
  PersonId person;
  int32_t quantity = 1;
  Hash code_hash;  // sha256("linli.pick_up/1\n" + redemption + "\n" + six digits)
  template <class V>
  void fields(V& v) {
    v("redemption", redemption), v("item", item), v("person", person), v("quantity", quantity),
        v("code_hash", code_hash);
  }
};

struct RedemptionHandedOver {
  static constexpr std::string_view kind = "redemption.handed_over@1";
  RedemptionId redemption;
  template <class V>
  void fields(V& v) {
    v("redemption", redemption);
  }
};

struct RedemptionCancel {
  static constexpr std::string_view kind = "redemption.cancel@1";
  RedemptionId redemption;
  template <class V>
  void fields(V& v) {
    v("redemption", redemption);
  }
};

}  // namespace linli::core
