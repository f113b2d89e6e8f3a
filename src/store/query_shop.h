// Reads the shop: items with what is left, and redemptions with where they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "core/refusal.h"
#include "store/database.h"

namespace linli::store {

struct ItemRow {
  core::ItemId item;
  core::ItemKind item_kind = core::ItemKind::gift;
  std::string name;
  std::string description;
  core::Purse purse = core::Purse::points;
  int64_t price = 0;
  std::optional<int32_t> cost_fen;
  core::ShelfState shelf = core::ShelfState::on_shelf;
  int64_t stock = 0;
  int64_t reserved = 0;
  int64_t left() const { return stock - reserved; }
  bool low = false;  // a gift on the shelf with few pieces left
};

struct ItemCursor {
  std::string name;
  core::ItemId item;
};

// By name.
std::vector<ItemRow> list_items(Database& state, const std::optional<ItemCursor>& after, int limit);
std::optional<ItemRow> find_item(Database& state, const core::ItemId& item);

enum class RedemptionState : uint8_t { placed, handed_over, cancelled, refused };

struct RedemptionRow {
  core::RedemptionId redemption;
  core::ItemId item;
  std::string item_name;
  core::PersonId person;
  std::string person_name;  // empty when not known here
  int32_t quantity = 0;
  core::Purse purse = core::Purse::points;
  int64_t amount = 0;
  std::string code_hash;
  RedemptionState state = RedemptionState::placed;
  std::optional<core::Refusal> refusal;
  core::Day placed_day;
  std::optional<core::Day> closed_day;
};

struct RedemptionCursor {
  core::Day placed_day;
  core::RedemptionId redemption;
};

// Placed and not yet handed over, oldest first.
std::vector<RedemptionRow> open_redemptions(Database& state,
                                            const std::optional<RedemptionCursor>& after,
                                            int limit);
// Newest first.
std::vector<RedemptionRow> redemptions_of(Database& state, const core::PersonId& person,
                                          const std::optional<RedemptionCursor>& before, int limit);
std::optional<RedemptionRow> find_redemption(Database& state, const core::RedemptionId& redemption);

}  // namespace linli::store
