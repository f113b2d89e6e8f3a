#include "store/query_ledger.h"

#include "store/column.h"

namespace linli::store {
namespace {

int64_t one_number(Database& state, const char* sql) {
  Statement& row = state.prepare(sql);
  CHECK(row.step());
  const int64_t number = row.integer(0);
  row.reset();
  return number;
}

}  // namespace

PersonBalances person_balances(Database& state, const core::PersonId& person) {
  PersonBalances balances;
  Statement& row = state.prepare(
      "SELECT purse, posted, held FROM account WHERE owner = ? AND purse IN ('coin', 'points')"
      " ORDER BY purse");
  row.bind(person);
  while (row.step()) {
    Balance& balance = row.text(0) == "coin" ? balances.coin : balances.points;
    balance = {row.integer(1), row.integer(2)};
  }
  Statement& earned =
      state.prepare("SELECT COALESCE(SUM(minutes), 0) FROM earned WHERE person = ?");
  earned.bind(person);
  CHECK(earned.step());
  balances.earned_minutes = earned.integer(0);
  earned.reset();
  return balances;
}

namespace {

std::vector<AccountRow> read_accounts(Statement& row) {
  std::vector<AccountRow> rows;
  while (row.step()) {
    rows.push_back({text_at(row, 0),
                    enum_at<core::AccountKind>(row, 1),
                    text_at(row, 2),
                    {row.integer(3), row.integer(4)}});
  }
  return rows;
}

}  // namespace

std::vector<AccountRow> list_accounts(Database& state, core::Purse purse, core::AccountKind kind,
                                      std::string_view after, int limit) {
  Statement& row = state.prepare(
      "SELECT a.owner, a.kind, COALESCE(p.name, f.name, ''), a.posted, a.held FROM account a"
      " LEFT JOIN person_private p ON p.person = a.owner LEFT JOIN fund f ON f.fund = a.owner"
      " WHERE a.purse = ? AND a.kind = ? AND a.owner > ? ORDER BY a.owner LIMIT ?");
  row.bind(core::name(purse), core::name(kind), after, limit);
  return read_accounts(row);
}

std::vector<AccountRow> largest_accounts(Database& state, core::Purse purse, core::AccountKind kind,
                                         int limit) {
  Statement& row = state.prepare(
      "SELECT a.owner, a.kind, COALESCE(p.name, f.name, ''), a.posted, a.held FROM account a"
      " LEFT JOIN person_private p ON p.person = a.owner LEFT JOIN fund f ON f.fund = a.owner"
      " WHERE a.purse = ? AND a.kind = ? AND a.posted > 0"
      " ORDER BY a.posted DESC, a.owner LIMIT ?");
  row.bind(core::name(purse), core::name(kind), limit);
  return read_accounts(row);
}

std::vector<StatementLine> statement_of(Database& state, std::string_view owner, core::Purse purse,
                                        std::optional<int64_t> before, int limit) {
  const int64_t end = before.value_or(INT64_MAX);
  Statement& sum = state.prepare(
      "SELECT COALESCE((SELECT SUM(amount) FROM transfer WHERE credit = ?1 AND purse = ?2"
      " AND number < ?3), 0) - COALESCE((SELECT SUM(amount) FROM transfer WHERE debit = ?1"
      " AND purse = ?2 AND number < ?3), 0)");
  sum.bind(owner, core::name(purse), end);
  CHECK(sum.step());
  int64_t balance = sum.integer(0);
  sum.reset();

  Statement& row = state.prepare(
      "SELECT t.number, t.transfer, t.day, t.reason, t.subject, t.other,"
      " COALESCE(p.name, f.name, ''), t.change, t.policy, t.reverses,"
      " EXISTS(SELECT 1 FROM transfer r WHERE r.reverses = t.transfer) FROM ("
      "SELECT number, transfer, day, reason, subject, debit AS other, amount AS change, policy,"
      " reverses FROM transfer WHERE credit = ?1 AND purse = ?2 AND number < ?3"
      " UNION ALL "
      "SELECT number, transfer, day, reason, subject, credit AS other, -amount AS change, policy,"
      " reverses FROM transfer WHERE debit = ?1 AND purse = ?2 AND number < ?3"
      " ORDER BY number DESC LIMIT ?4) t"
      " LEFT JOIN person_private p ON p.person = t.other LEFT JOIN fund f ON f.fund = t.other"
      " ORDER BY t.number DESC");
  row.bind(owner, core::name(purse), end, limit);
  std::vector<StatementLine> lines;
  while (row.step()) {
    StatementLine line;
    line.number = row.integer(0);
    line.transfer = row.id<core::TransferId>(1);
    line.day = day_at(row, 2);
    line.reason = enum_at<core::TransferReason>(row, 3);
    line.subject = text_at(row, 4);
    line.other_owner = text_at(row, 5);
    line.other_name = text_at(row, 6);
    line.change = row.integer(7);
    line.balance_after = balance;
    line.policy = optional_id_at<core::PolicyId>(row, 8);
    line.reverses = optional_id_at<core::TransferId>(row, 9);
    line.reversed = row.integer(10) != 0;
    balance -= line.change;
    lines.push_back(line);
  }
  return lines;
}

std::vector<HoldRow> open_holds_of(Database& state, std::string_view owner) {
  Statement& row = state.prepare(
      "SELECT subject, purse, amount, reason, day FROM hold WHERE debit = ? AND state = 'open'"
      " ORDER BY purse, subject, part");
  row.bind(owner);
  std::vector<HoldRow> rows;
  while (row.step()) {
    rows.push_back({text_at(row, 0), enum_at<core::Purse>(row, 1), row.integer(2),
                    enum_at<core::TransferReason>(row, 3), day_at(row, 4)});
  }
  return rows;
}

std::vector<FundRow> list_funds(Database& state) {
  Statement& row = state.prepare(
      "SELECT f.fund, f.name, f.source,"
      " COALESCE((SELECT SUM(amount) FROM transfer t WHERE t.credit = f.fund AND purse = 'coin'"
      " AND reverses IS NULL), 0),"
      " COALESCE((SELECT SUM(amount) FROM transfer t WHERE t.debit = f.fund AND purse = 'coin'"
      " AND reverses IS NULL AND NOT EXISTS("
      "SELECT 1 FROM transfer r WHERE r.reverses = t.transfer)), 0),"
      " COALESCE((SELECT posted FROM account a WHERE a.owner = f.fund AND purse = 'coin'), 0),"
      " COALESCE((SELECT posted FROM account a WHERE a.owner = f.fund AND purse = 'fen'), 0)"
      " FROM fund f ORDER BY f.fund");
  std::vector<FundRow> rows;
  while (row.step()) {
    rows.push_back({row.id<core::FundId>(0), text_at(row, 1), text_at(row, 2), row.integer(3),
                    row.integer(4), row.integer(5), row.integer(6)});
  }
  return rows;
}

std::vector<PurseTotals> purse_totals(Database& state) {
  Statement& row = state.prepare(
      "SELECT purse, (SELECT COUNT(*) FROM transfer t WHERE t.purse = a.purse),"
      " SUM(CASE WHEN kind = 'person' THEN posted ELSE 0 END),"
      " SUM(CASE WHEN kind = 'fund' THEN posted ELSE 0 END),"
      " SUM(CASE WHEN kind = 'branch' THEN -posted ELSE 0 END)"
      " FROM account a GROUP BY purse ORDER BY purse");
  std::vector<PurseTotals> totals;
  while (row.step()) {
    totals.push_back({enum_at<core::Purse>(row, 0), row.integer(1), row.integer(2), row.integer(3),
                      row.integer(4)});
  }
  return totals;
}

LedgerFaults check_ledger(Database& state) {
  LedgerFaults faults;
  faults.purses_not_zero = one_number(
      state,
      "SELECT COUNT(*) FROM (SELECT purse FROM account GROUP BY purse HAVING SUM(posted) <> 0)");
  faults.posted_not_transfers = one_number(
      state,
      "SELECT COUNT(*) FROM account a WHERE posted <>"
      " COALESCE((SELECT SUM(amount) FROM transfer WHERE credit = a.owner AND purse = a.purse), 0) "
      "-"
      " COALESCE((SELECT SUM(amount) FROM transfer WHERE debit = a.owner AND purse = a.purse), 0)");
  faults.held_not_holds =
      one_number(state,
                 "SELECT COUNT(*) FROM account a WHERE held <>"
                 " COALESCE((SELECT SUM(amount) FROM hold WHERE debit = a.owner AND purse = a.purse"
                 " AND state = 'open'), 0)");
  faults.reversals_not_opposite =
      one_number(state,
                 "SELECT COUNT(*) FROM transfer r LEFT JOIN transfer t ON t.transfer = r.reverses"
                 " WHERE r.reverses IS NOT NULL AND (t.transfer IS NULL OR t.amount <> r.amount"
                 " OR t.purse <> r.purse OR t.reverses IS NOT NULL)");
  faults.credited_not_transferred =
      one_number(state,
                 "SELECT COUNT(*) FROM record WHERE state = 'approved' AND credited_minutes <>"
                 " COALESCE((SELECT SUM(amount) FROM transfer t WHERE t.subject = record.record"
                 " AND t.purse = 'coin' AND t.reason = 'service' AND NOT EXISTS("
                 "SELECT 1 FROM transfer r WHERE r.reverses = t.transfer)), 0)");
  return faults;
}

}  // namespace linli::store
