#include "ui/screens/coin_move.h"

#include "app/app.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "ui/screens/amount_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int64_t half_coins_max = 20000;

Str title_of(int kind) {
  constexpr Str titles[] = {Str::coins_grant, Str::coins_give, Str::coins_donate,
                            Str::coins_fund_receive, Str::coins_new_fund};
  return titles[kind];
}

Str hint_of(int kind) {
  constexpr Str hints[] = {Str::coins_grant_hint, Str::coins_give_hint, Str::coins_donate_hint,
                           Str::coins_fund_receive_hint, Str::coins_new_fund_hint};
  return hints[kind];
}

}  // namespace

void CoinMove::open(Ui& ui, Kind kind) {
  kind_ = kind;
  open_ = true;
  to_.clear();
  funds_ = store::list_funds(ui.app.state());
  fund_ = funds_.size() == 1 ? 0 : -1;
  half_coins_ = 2;
  coin_minutes_ = coin_minutes_today(ui);
  name_.clear();
  source_.clear();
  problem_.clear();
}

void CoinMove::open_grant(Ui& ui) { open(ui, Kind::grant); }

void CoinMove::open_give(Ui& ui, const core::PersonId& from) {
  open(ui, Kind::give);
  from_ = from;
}

void CoinMove::open_donate(Ui& ui, const core::PersonId& from) {
  open(ui, Kind::donate);
  from_ = from;
}

void CoinMove::open_receive(Ui& ui, const core::FundId& fund) {
  open(ui, Kind::receive);
  for (size_t i = 0; i < funds_.size(); ++i) {
    if (funds_[i].fund == fund) fund_ = static_cast<int>(i);
  }
}

void CoinMove::open_fund(Ui& ui) { open(ui, Kind::fund); }

void CoinMove::draw_fund_choice(Ui& ui) {
  std::vector<std::string> names;
  for (const store::FundRow& fund : funds_) {
    names.push_back(
        ui.say(Str::coins_fund_choice,
               {{"name", fund.name},
                {"left", amount_text(ui, core::Purse::coin, fund.coin_left, coin_minutes_)}}));
  }
  select(ui, "fund", ui.tr(Str::coins_fund), fund_, names, {.required = true});
}

bool CoinMove::complete() const {
  switch (kind_) {
    case Kind::grant:
      return fund_ >= 0 && to_.chosen().has_value();
    case Kind::give:
      return to_.chosen().has_value();
    case Kind::donate:
    case Kind::receive:
      return fund_ >= 0;
    case Kind::fund:
      return !base::trimmed(name_).empty() && !base::trimmed(source_).empty();
  }
  return false;
}

void CoinMove::send(Ui& ui) {
  const int64_t minutes = half_coins_ * coin_minutes_ / 2;
  const auto fund = [this] { return funds_[static_cast<size_t>(fund_)].fund; };
  base::Result<app::Recorded> recorded = [&] {
    switch (kind_) {
      case Kind::grant:
        return ui.app.dispatch(core::CoinsGrant{fund(), to_.chosen()->person, minutes});
      case Kind::give:
        return ui.app.dispatch(core::CoinsGive{from_, to_.chosen()->person, minutes});
      case Kind::donate:
        return ui.app.dispatch(core::CoinsDonate{from_, fund(), minutes});
      case Kind::receive:
        return ui.app.dispatch(core::FundReceived{fund(), core::Purse::coin, minutes});
      case Kind::fund:
        break;
    }
    return ui.app.dispatch(core::FundOpened{ui.app.new_id<core::FundId>(),
                                            core::Title{base::trimmed(name_)},
                                            core::Title{base::trimmed(source_)}});
  }();
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  open_ = false;
  ui.toasts.add(std::string(ui.tr(Str::coins_moved)), Tone::success);
}

void CoinMove::draw(Ui& ui) {
  const int kind = static_cast<int>(kind_);
  Dialog dialog(ui, "coin_move", ui.tr(title_of(kind)), open_);
  if (!dialog) return;
  soft_text(ui, "hint", ui.tr(hint_of(kind)));
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  if (kind_ == Kind::fund) {
    text_field(ui, "name", ui.tr(Str::coins_fund_name), name_,
               {.required = true, .length_max = static_cast<int>(base::title_code_points_max)});
    text_field(ui, "source", ui.tr(Str::coins_fund_money), source_,
               {.hint = ui.tr(Str::coins_fund_money_hint),
                .required = true,
                .length_max = static_cast<int>(base::title_code_points_max)});
  } else {
    if (kind_ != Kind::give) draw_fund_choice(ui);
    if (kind_ == Kind::grant || kind_ == Kind::give) {
      to_.draw(ui, "to", ui.tr(Str::coins_to), {});
    }
    number_stepper(ui, "amount", ui.tr(Str::coins_amount), half_coins_,
                   {.least = 1, .most = half_coins_max, .unit = ui.tr(Str::coins_half_unit)});
    text(ui, "sum",
         ui.say(Str::coins_amount_is,
                {{"amount", amount_text(ui, core::Purse::coin, half_coins_ * coin_minutes_ / 2,
                                        coin_minutes_)}}),
         {.style = TextStyle::title, .tone = Tone::accent});
  }
  Row row(ui, {.align = Align::end});
  if (button(ui, "cancel", ui.tr(Str::app_cancel))) open_ = false;
  if (button(ui, "send", ui.tr(title_of(kind)),
             {.kind = ButtonKind::primary, .disabled = !complete()})) {
    send(ui);
  }
}

}  // namespace linli::ui
