#include "ui/screens/hand_over_page.h"

#include "app/app.h"
#include "app/pick_up.h"
#include "app/words.h"
#include "ui/screens/amount_words.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/pin_pad.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int rows_max = 200;
}

void HandOverPage::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  coin_minutes_ = coin_minutes_today(ui);
  rows_ = store::open_redemptions(ui.app.state(), std::nullopt, rows_max);
}

void HandOverPage::draw(Ui& ui) {
  read(ui);
  back_link(ui, ui.tr(Str::shop_title), "shop");
  heading(ui, "title", ui.tr(Str::shop_hand_over), 1);
  soft_text(ui, "intro", ui.tr(Str::shop_hand_over_intro));
  if (rows_.empty()) {
    empty_state(ui, "none", Icon::gift, ui.tr(Str::shop_nothing_waits),
                ui.tr(Str::shop_nothing_waits_hint));
    return;
  }
  {
    Card card(ui);
    const List list(ui, "waiting", ui.tr(Str::shop_hand_over));
    for (const store::RedemptionRow& row : rows_) {
      const std::string name = name_text(ui, row.person_name, Names::whole);
      const std::string second =
          facts({ui.say(Str::shop_item_times,
                        {{"name", row.item_name}, {"count", app::number_text(row.quantity)}}),
                 app::near_day_text(row.placed_day, ui.app.today(), ui.language)});
      if (list_row(ui, row.redemption.view(), name,
                   {.second = second,
                    .end = amount_text(ui, row.purse, row.amount, coin_minutes_),
                    .avatar = name})) {
        chosen_ = row;
        open_ = true;
        digits_.clear();
        problem_.clear();
      }
    }
  }
  draw_dialog(ui);
}

void HandOverPage::draw_dialog(Ui& ui) {
  {
    Dialog dialog(ui, "code", ui.tr(Str::shop_enter_code), open_);
    if (dialog && chosen_.has_value()) {
      text(ui, "who",
           ui.say(Str::shop_hand_to, {{"name", name_text(ui, chosen_->person_name, Names::whole)},
                                      {"item", chosen_->item_name}}),
           {.style = TextStyle::strong});
      if (pin_pad(ui, "pad", ui.tr(Str::shop_code), digits_,
                  {.length_max = app::pick_up_digits, .hidden = false, .error = problem_})) {
        problem_.clear();
        if (digits_.size() == app::pick_up_digits) {
          if (app::pick_up_hash(chosen_->redemption, digits_).hex == chosen_->code_hash) {
            hand_over(ui);
          } else {
            problem_ = ui.tr(app::word(core::Refusal::wrong_pick_up_code));
            digits_.clear();
          }
        }
      }
      Row row(ui);
      if (quiet_button(ui, "no_code", ui.tr(Str::shop_without_code), Icon::person)) {
        open_ = false;
        asking_without_code_ = true;
      }
      if (quiet_button(ui, "cancel", ui.tr(Str::shop_cancel_redemption), Icon::close)) {
        open_ = false;
        asking_cancel_ = true;
      }
    }
  }
  if (ask(ui, "without_code", ui.tr(Str::shop_without_code), ui.tr(Str::shop_without_code_what),
          ui.tr(Str::shop_hand_over), asking_without_code_) == Answer::yes) {
    hand_over(ui);
  }
  if (ask(ui, "cancel_ask", ui.tr(Str::shop_cancel_redemption), ui.tr(Str::shop_cancel_what),
          ui.tr(Str::shop_cancel_redemption), asking_cancel_, true) == Answer::yes) {
    cancel(ui);
  }
}

void HandOverPage::hand_over(Ui& ui) {
  const auto recorded = ui.app.dispatch(core::RedemptionHandedOver{chosen_->redemption});
  const std::string problem = problem_of(ui, recorded);
  open_ = false;
  ui.toasts.add(problem.empty() ? std::string(ui.tr(Str::shop_handed_over)) : problem,
                problem.empty() ? Tone::success : Tone::warning);
}

void HandOverPage::cancel(Ui& ui) {
  const auto recorded = ui.app.dispatch(core::RedemptionCancel{chosen_->redemption});
  const std::string problem = problem_of(ui, recorded);
  ui.toasts.add(problem.empty() ? std::string(ui.tr(Str::shop_cancelled)) : problem,
                problem.empty() ? Tone::success : Tone::warning);
}

}  // namespace linli::ui
