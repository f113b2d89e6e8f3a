#include "store/query_kinds.h"

namespace linli::store {

std::vector<KindSum> minutes_by_kind(Database& state, core::Day first, core::Day last, int limit) {
  std::vector<KindSum> sums;
  Statement& rows = state.prepare(
      "SELECT service_kind.name, SUM(record.approved_minutes) AS minutes"
      " FROM record JOIN service_kind ON service_kind.service_kind = record.service_kind"
      " WHERE record.state = 'approved' AND record.service_day BETWEEN ? AND ?"
      " GROUP BY record.service_kind ORDER BY minutes DESC, record.service_kind LIMIT ?");
  rows.bind(first.number, last.number, limit);
  while (rows.step()) {
    sums.push_back({std::string(rows.text(0)), rows.integer(1)});
  }
  rows.reset();
  return sums;
}

}  // namespace linli::store
