// The one dialog through which coins move by hand: grant from a fund, give to somebody,
// donate to a fund, coins received by a fund, a new fund. It says what will happen, shows
// the refusal with its figure, and dispatches exactly one operation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/operation.h"
#include "store/query_ledger.h"
#include "ui/screens/person_picker.h"

namespace linli::ui {

class CoinMove {
 public:
  void open_grant(Ui& ui);
  void open_give(Ui& ui, const core::PersonId& from);
  void open_donate(Ui& ui, const core::PersonId& from);
  void open_receive(Ui& ui, const core::FundId& fund);
  void open_fund(Ui& ui);
  void draw(Ui& ui);

 private:
  enum class Kind : uint8_t { grant, give, donate, receive, fund };
  void open(Ui& ui, Kind kind);
  void draw_fund_choice(Ui& ui);
  bool complete() const;
  void send(Ui& ui);

  Kind kind_ = Kind::grant;
  bool open_ = false;
  core::PersonId from_;
  PersonPicker to_;
  std::vector<store::FundRow> funds_;
  int fund_ = -1;
  int64_t half_coins_ = 2;  // the stepper goes by half coins
  int32_t coin_minutes_ = 60;
  std::string name_;
  std::string source_;
  std::string problem_;
};

}  // namespace linli::ui
