#include "ui/screens/redeem_page.h"

#include "app/app.h"
#include "app/pick_up.h"
#include "app/words.h"
#include "base/ids.h"
#include "store/query_space.h"
#include "ui/html_text.h"
#include "ui/screens/amount_words.h"
#include "ui/screens/person_words.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int64_t pieces_max = 99;
}

void RedeemPage::opened(Ui& ui, const core::ItemId& item) {
  id_ = item;
  revision_ = 0;
  quantity_ = 1;
  code_.clear();
  problem_.clear();
  picker_.clear();
  const std::string_view person = ui.route.parameter("person");
  if (base::well_formed_id(person, core::PersonId::prefix())) {
    picker_.choose(ui, core::PersonId(person));
  }
}

void RedeemPage::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  coin_minutes_ = coin_minutes_today(ui);
  item_ = store::find_item(ui.app.state(), id_);
  balances_ = picker_.chosen().has_value()
                  ? store::person_balances(ui.app.state(), picker_.chosen()->person)
                  : store::PersonBalances();
}

void RedeemPage::draw(Ui& ui) {
  read(ui);
  back_link(ui, ui.tr(Str::shop_title), "shop");
  if (!item_.has_value()) {
    empty_state(ui, "missing", Icon::cart, ui.tr(app::word(core::Refusal::unknown_item)));
    return;
  }
  heading(ui, "title", ui.say(Str::shop_redeem_named, {{"name", item_->name}}), 1);
  if (!code_.empty()) {
    draw_code(ui);
    return;
  }
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  Card card(ui);
  if (picker_.draw(ui, "who", ui.tr(Str::shop_for_whom), {})) {
    revision_ = 0;
    ui.wants_frame = true;
  }
  number_stepper(ui, "quantity", ui.tr(Str::shop_quantity), quantity_,
                 {.least = 1, .most = pieces_max});
  if (picker_.chosen().has_value()) draw_balance(ui);
  if (button(ui, "place", ui.tr(Str::shop_place),
             {.kind = ButtonKind::primary,
              .icon = Icon::check,
              .disabled = !picker_.chosen().has_value()})) {
    place(ui);
  }
}

void RedeemPage::draw_balance(Ui& ui) {
  const int64_t available =
      item_->purse == core::Purse::coin ? balances_.coin.available() : balances_.points.available();
  key_value(ui, "has", ui.tr(Str::shop_has),
            amount_text(ui, item_->purse, available, coin_minutes_));
  key_value(ui, "costs", ui.tr(Str::shop_costs),
            amount_text(ui, item_->purse, amount(), coin_minutes_));
  if (available >= amount()) {
    key_value(ui, "rest", ui.tr(Str::shop_rest),
              amount_text(ui, item_->purse, available - amount(), coin_minutes_), Tone::success);
  } else {
    banner(ui, "short",
           ui.say(Str::shop_short,
                  {{"amount", amount_text(ui, item_->purse, amount() - available, coin_minutes_)}}),
           Tone::warning);
  }
}

void RedeemPage::place(Ui& ui) {
  const auto redemption = ui.app.new_id<core::RedemptionId>();
  const std::string code = app::new_pick_up_code(ui.app.env());
  const auto recorded = ui.app.dispatch(
      core::RedemptionPlace{redemption, id_, picker_.chosen()->person,
                            static_cast<int32_t>(quantity_), app::pick_up_hash(redemption, code)});
  problem_ = problem_of(ui, recorded);
  if (stands(recorded)) code_ = code;
}

void RedeemPage::draw_code(Ui& ui) {
  Card card(ui, {.tone = Tone::success});
  heading(ui, "done", ui.tr(Str::shop_placed), 2);
  text(ui, "for",
       ui.say(Str::shop_code_for, {{"name", name_text(ui, picker_.chosen()->name, Names::whole)}}));
  text(ui, "code", code_.substr(0, 3) + " " + code_.substr(3),
       {.style = TextStyle::figure, .tone = Tone::success, .centred = true, .live = true});
  soft_text(ui, "hint", ui.tr(Str::shop_code_hint));
  Row row(ui);
  if (button(ui, "print", ui.tr(Str::shop_print_code), {.icon = Icon::print})) print_code(ui);
  if (button(ui, "to_open", ui.tr(Str::shop_hand_over), {.icon = Icon::gift})) ui.go("shop/open");
  if (primary_button(ui, "next", ui.tr(Str::shop_done), Icon::check)) ui.go("shop");
}

void RedeemPage::print_code(Ui& ui) {
  std::string html = "<section class=\"pick-up\"><header><strong>";
  html += html_text(ui.tr(Str::app_name)) + "</strong> <span>";
  html += html_text(store::space_name(ui.app.state())) + "</span></header><h1>";
  html += html_text(item_->name) + "</h1><p class=\"number\">" + html_text(code_) + "</p><footer>";
  html += html_text(ui.tr(Str::shop_code_hint)) + "</footer></section>";
  ui.requests.add(app::PrintHtml{std::string(ui.tr(Str::shop_code)), html});
}

}  // namespace linli::ui
