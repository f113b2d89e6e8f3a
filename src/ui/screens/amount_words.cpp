#include "ui/screens/amount_words.h"

#include "app/app.h"
#include "store/query_policy.h"
#include "ui/ui.h"

namespace linli::ui {

using app::Str;

namespace {

// At most two decimals, cut and not rounded, so that nobody is promised a minute too much.
std::string hundredths_text(int64_t hundredths) {
  std::string whole = app::number_text(hundredths / 100);
  const int64_t rest = hundredths % 100;
  if (rest == 0) return whole;
  whole += '.';
  whole += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) whole += static_cast<char>('0' + rest % 10);
  return whole;
}

}  // namespace

std::string amount_text(const Ui& ui, core::Purse purse, int64_t amount, int32_t coin_minutes) {
  const bool negative = amount < 0;
  const int64_t size = negative ? -amount : amount;
  std::string said;
  switch (purse) {
    case core::Purse::coin:
      said =
          ui.say(Str::coins_coin_amount, {{"count", hundredths_text(size * 100 / coin_minutes)}});
      break;
    case core::Purse::points:
      said = ui.say(Str::coins_point_amount, {{"count", app::number_text(size)}});
      break;
    case core::Purse::fen:
      said = app::money_text(size);
      break;
  }
  return negative ? "\u2212" + said : said;
}

std::string change_text(const Ui& ui, core::Purse purse, int64_t change, int32_t coin_minutes) {
  const std::string said = amount_text(ui, purse, change, coin_minutes);
  return change > 0 ? "+" + said : said;
}

int32_t coin_minutes_today(const Ui& ui) {
  const auto policy = store::policy_in_force(ui.app.state(), ui.app.today());
  return policy.has_value() ? policy->coin_minutes : 60;
}

}  // namespace linli::ui
