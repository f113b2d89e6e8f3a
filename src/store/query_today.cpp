#include "store/query_today.h"

#include "base/limits.h"

namespace linli::store {
namespace {

template <class... Values>
int64_t count(Database& state, const char* sql, const Values&... values) {
  Statement& row = state.prepare(sql);
  row.bind(values...);
  CHECK(row.step());
  const int64_t number = row.integer(0);
  row.reset();
  return number;
}

}  // namespace

TodayCounts today_counts(Database& state, core::Day today) {
  TodayCounts counts;
  counts.sessions_today =
      count(state, "SELECT COUNT(*) FROM session WHERE session_day = ? AND state = 'scheduled'",
            today.number);
  counts.in_now = count(state,
                        "SELECT COUNT(DISTINCT person) FROM attendance WHERE state <> 'closed'"
                        " AND duplicate_of IS NULL AND state = 'open' AND in_day = ?",
                        today.number);
  counts.unreviewed_records = count(state, "SELECT COUNT(*) FROM record WHERE state = 'waiting'");
  counts.unfilled_needs = count(state,
                                "SELECT COUNT(*) FROM need n WHERE n.state = 'open'"
                                " AND n.starts_at >= ? * 1440 AND n.taken < n.head_count",
                                today.number);
  counts.overdue_needs = count(state,
                               "SELECT COUNT(*) FROM need n WHERE n.state = 'open'"
                               " AND n.starts_at < ? * 1440 AND NOT EXISTS(SELECT 1 FROM record r"
                               " WHERE r.need = n.need AND r.state <> 'rejected')",
                               today.number);
  counts.forgotten_sign_outs =
      count(state,
            "SELECT COUNT(*) FROM attendance WHERE state <> 'closed' AND duplicate_of IS NULL"
            " AND (in_day < ? OR state = 'doubtful')",
            today.number);
  counts.open_redemptions = count(state, "SELECT COUNT(*) FROM redemption WHERE state = 'placed'");
  counts.low_stock_items =
      count(state,
            "SELECT COUNT(*) FROM item WHERE item_kind = 'gift' AND shelf = 'on_shelf'"
            " AND stock - reserved <= ?",
            base::low_stock_pieces);
  return counts;
}

}  // namespace linli::store
