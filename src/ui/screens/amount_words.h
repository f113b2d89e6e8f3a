// Amounts of the ledger in words: coins from minutes, points, money. It only says what
// it is given and must never compute a rule.
#pragma once

#include <cstdint>
#include <string>

#include "core/enums.h"

namespace linli::ui {

struct Ui;

// 1.5 枚, 12 分, ¥3.50. A coin is `coin_minutes` of service.
std::string amount_text(const Ui& ui, core::Purse purse, int64_t amount, int32_t coin_minutes = 60);
// With a sign in front: +1.5 枚, −12 分.
std::string change_text(const Ui& ui, core::Purse purse, int64_t change, int32_t coin_minutes = 60);
// Minutes of one coin by the policy in force today; 60 without a policy.
int32_t coin_minutes_today(const Ui& ui);

}  // namespace linli::ui
