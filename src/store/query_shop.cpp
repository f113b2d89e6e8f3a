#include "store/query_shop.h"

#include "base/limits.h"
#include "store/column.h"

namespace linli::store {
namespace {

#define LINLI_ITEM_COLUMNS                                                           \
  "SELECT item, item_kind, name, COALESCE(description, ''), purse, price, cost_fen," \
  " shelf, stock, reserved FROM item"

ItemRow read_item(const Statement& row) {
  ItemRow item;
  item.item = row.id<core::ItemId>(0);
  item.item_kind = enum_at<core::ItemKind>(row, 1);
  item.name = text_at(row, 2);
  item.description = text_at(row, 3);
  item.purse = enum_at<core::Purse>(row, 4);
  item.price = row.integer(5);
  item.cost_fen = optional_number_at(row, 6);
  item.shelf = enum_at<core::ShelfState>(row, 7);
  item.stock = row.integer(8);
  item.reserved = row.integer(9);
  item.low = item.item_kind == core::ItemKind::gift && item.shelf == core::ShelfState::on_shelf &&
             item.left() <= base::low_stock_pieces;
  return item;
}

#define LINLI_REDEMPTION_COLUMNS                                                       \
  "SELECT r.redemption, r.item, COALESCE(i.name, ''), r.person, COALESCE(p.name, '')," \
  " r.quantity, r.purse, r.amount, r.code_hash, r.state, r.refusal, r.placed_day,"     \
  " r.closed_day FROM redemption r LEFT JOIN item i ON i.item = r.item"                \
  " LEFT JOIN person_private p ON p.person = r.person"

RedemptionState state_at(const Statement& row, int column) {
  const std::string_view word = row.text(column);
  if (word == "placed") return RedemptionState::placed;
  if (word == "handed_over") return RedemptionState::handed_over;
  return word == "cancelled" ? RedemptionState::cancelled : RedemptionState::refused;
}

RedemptionRow read_redemption(const Statement& row) {
  RedemptionRow redemption;
  redemption.redemption = row.id<core::RedemptionId>(0);
  redemption.item = row.id<core::ItemId>(1);
  redemption.item_name = text_at(row, 2);
  redemption.person = row.id<core::PersonId>(3);
  redemption.person_name = text_at(row, 4);
  redemption.quantity = number_at(row, 5);
  redemption.purse = enum_at<core::Purse>(row, 6);
  redemption.amount = row.integer(7);
  redemption.code_hash = text_at(row, 8);
  redemption.state = state_at(row, 9);
  redemption.refusal = optional_enum_at<core::Refusal>(row, 10);
  redemption.placed_day = day_at(row, 11);
  if (!row.is_null(12)) redemption.closed_day = day_at(row, 12);
  return redemption;
}

std::vector<RedemptionRow> read_redemptions(Statement& row) {
  std::vector<RedemptionRow> rows;
  while (row.step()) rows.push_back(read_redemption(row));
  return rows;
}

}  // namespace

std::vector<ItemRow> list_items(Database& state, const std::optional<ItemCursor>& after,
                                int limit) {
  Statement& row =
      state.prepare(LINLI_ITEM_COLUMNS " WHERE (name, item) > (?, ?) ORDER BY name, item LIMIT ?");
  row.bind(after ? std::string_view(after->name) : std::string_view(),
           after ? after->item.view() : std::string_view(), limit);
  std::vector<ItemRow> rows;
  while (row.step()) rows.push_back(read_item(row));
  return rows;
}

std::optional<ItemRow> find_item(Database& state, const core::ItemId& item) {
  Statement& row = state.prepare(LINLI_ITEM_COLUMNS " WHERE item = ?");
  row.bind(item);
  if (!row.step()) return std::nullopt;
  ItemRow found = read_item(row);
  row.reset();
  return found;
}

std::vector<RedemptionRow> open_redemptions(Database& state,
                                            const std::optional<RedemptionCursor>& after,
                                            int limit) {
  Statement& row =
      state.prepare(LINLI_REDEMPTION_COLUMNS
                    " WHERE r.state = 'placed' AND (r.placed_day, r.redemption) > (?, ?)"
                    " ORDER BY r.placed_day, r.redemption LIMIT ?");
  row.bind(after ? after->placed_day.number : INT32_MIN,
           after ? after->redemption.view() : std::string_view(), limit);
  return read_redemptions(row);
}

std::vector<RedemptionRow> redemptions_of(Database& state, const core::PersonId& person,
                                          const std::optional<RedemptionCursor>& before,
                                          int limit) {
  Statement& row = state.prepare(LINLI_REDEMPTION_COLUMNS
                                 " WHERE r.person = ? AND (r.placed_day, r.redemption) < (?, ?)"
                                 " ORDER BY r.placed_day DESC, r.redemption DESC LIMIT ?");
  row.bind(person, before ? before->placed_day.number : INT32_MAX,
           before ? before->redemption.view() : std::string_view(), limit);
  return read_redemptions(row);
}

std::optional<RedemptionRow> find_redemption(Database& state,
                                             const core::RedemptionId& redemption) {
  Statement& row = state.prepare(LINLI_REDEMPTION_COLUMNS " WHERE r.redemption = ?");
  row.bind(redemption);
  if (!row.step()) return std::nullopt;
  RedemptionRow found = read_redemption(row);
  row.reset();
  return found;
}

}  // namespace linli::store
