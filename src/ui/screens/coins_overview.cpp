#include "ui/screens/coins_overview.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/amount_words.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int accounts_shown = 12;
}

void CoinsOverview::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  store::Database& state = ui.app.state();
  coin_minutes_ = coin_minutes_today(ui);
  totals_ = store::purse_totals(state);
  faults_ = store::check_ledger(state);
  funds_ = store::list_funds(state);
  richest_ =
      store::largest_accounts(state, core::Purse::coin, core::AccountKind::person, accounts_shown);
}

void CoinsOverview::draw(Ui& ui) {
  read(ui);
  {
    Row row(ui);
    heading(ui, "title", ui.tr(Str::coins_title), 1);
    spacer(ui);
    if (button(ui, "policies", ui.tr(Str::coins_policies), {.icon = Icon::book})) {
      ui.go("coins/policies");
    }
    if (primary_button(ui, "grant", ui.tr(Str::coins_grant), Icon::donate)) move_.open_grant(ui);
  }
  draw_totals(ui);
  if (ui.width_class == WidthClass::desk) {
    Row row(ui, {1, 1}, space::l);
    draw_people(ui);
    draw_funds(ui);
  } else {
    draw_people(ui);
    draw_funds(ui);
  }
  move_.draw(ui);
}

void CoinsOverview::draw_totals(Ui& ui) {
  if (faults_.none()) {
    banner(ui, "sound", ui.tr(Str::coins_sound), Tone::success);
  } else {
    banner(ui, "unsound", ui.tr(Str::coins_unsound), Tone::danger);
  }
  Grid grid(ui, ui.phone() ? 280.0f : 300.0f, space::m);
  for (const store::PurseTotals& purse : totals_) {
    if (purse.transfers == 0) continue;
    const KeyScope keys(ui, core::name(purse.purse));
    Card card(ui);
    heading(ui, "purse", ui.tr(app::word(purse.purse)), 3);
    figure(ui, "people", ui.tr(Str::coins_with_people),
           amount_text(ui, purse.purse, purse.with_people, coin_minutes_), Tone::accent);
    key_value(ui, "funds", ui.tr(Str::coins_with_funds),
              amount_text(ui, purse.purse, purse.with_funds, coin_minutes_));
    key_value(ui, "issued", ui.tr(Str::coins_issued),
              amount_text(ui, purse.purse, purse.issued, coin_minutes_));
    key_value(ui, "transfers", ui.tr(Str::coins_transfers), app::number_text(purse.transfers));
  }
}

void CoinsOverview::draw_people(Ui& ui) {
  Card card(ui);
  heading(ui, "people", ui.tr(Str::coins_people), 3);
  if (picker_.draw(ui, "who", ui.tr(Str::coins_find_person), {}) && picker_.chosen().has_value()) {
    const std::string person = picker_.chosen()->person.str();
    picker_.clear();
    ui.go("coins/" + person);
  }
  if (richest_.empty()) {
    empty_state(ui, "nobody", Icon::coin, ui.tr(Str::coins_none), ui.tr(Str::coins_none_hint));
    return;
  }
  const List list(ui, "accounts", ui.tr(Str::coins_people));
  for (const store::AccountRow& account : richest_) {
    const KeyScope keys(ui, account.owner);
    const std::string held =
        account.balance.held > 0
            ? ui.say(Str::coins_held,
                     {{"amount",
                       amount_text(ui, core::Purse::coin, account.balance.held, coin_minutes_)}})
            : std::string();
    if (list_row(ui, "row", name_text(ui, account.name, Names::whole),
                 {.second = held,
                  .end = amount_text(ui, core::Purse::coin, account.balance.posted, coin_minutes_),
                  .avatar = account.name})) {
      ui.go("coins/" + account.owner);
    }
  }
}

void CoinsOverview::draw_funds(Ui& ui) {
  Card card(ui);
  {
    Row row(ui);
    heading(ui, "funds", ui.tr(Str::coins_funds), 3);
    spacer(ui);
    if (quiet_button(ui, "new_fund", ui.tr(Str::coins_new_fund), Icon::add)) move_.open_fund(ui);
  }
  if (funds_.empty()) {
    empty_state(ui, "no_funds", Icon::fund, ui.tr(Str::coins_no_funds),
                ui.tr(Str::coins_no_funds_hint));
    return;
  }
  for (const store::FundRow& fund : funds_) {
    const KeyScope keys(ui, fund.fund.view());
    const Column column(ui, space::xs);
    text(ui, "name", fund.name, {.style = TextStyle::strong});
    caption(ui, "source", ui.say(Str::coins_fund_source, {{"source", fund.source}}));
    key_value(ui, "received", ui.tr(Str::coins_fund_received),
              amount_text(ui, core::Purse::coin, fund.coin_received, coin_minutes_));
    key_value(ui, "granted", ui.tr(Str::coins_fund_granted),
              amount_text(ui, core::Purse::coin, fund.coin_granted, coin_minutes_));
    key_value(ui, "left", ui.tr(Str::coins_fund_left),
              amount_text(ui, core::Purse::coin, fund.coin_left, coin_minutes_), Tone::success);
    if (button(ui, "receive", ui.tr(Str::coins_fund_receive), {.icon = Icon::add})) {
      move_.open_receive(ui, fund.fund);
    }
  }
}

}  // namespace linli::ui
