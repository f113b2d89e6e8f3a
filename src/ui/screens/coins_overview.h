// All coins of the branch at a glance: what people and funds hold, the check that every
// purse sums to zero, the funds, and the way to one person's statement.
#pragma once

#include <cstdint>
#include <vector>

#include "store/query_ledger.h"
#include "ui/screens/coin_move.h"
#include "ui/screens/person_picker.h"

namespace linli::ui {

class CoinsOverview {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_totals(Ui& ui);
  void draw_people(Ui& ui);
  void draw_funds(Ui& ui);

  uint64_t revision_ = 0;
  int32_t coin_minutes_ = 60;
  std::vector<store::PurseTotals> totals_;
  store::LedgerFaults faults_;
  std::vector<store::FundRow> funds_;
  std::vector<store::AccountRow> richest_;
  PersonPicker picker_;
  CoinMove move_;
};

}  // namespace linli::ui
