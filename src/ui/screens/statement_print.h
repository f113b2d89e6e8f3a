// A person's statement as a clean page to print and as a table to keep. Both say the same
// lines as the screen, oldest first, and nothing else about the person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/query_ledger.h"

namespace linli::ui {

struct Ui;

inline constexpr int statement_print_lines_max = 5000;

std::string statement_html(const Ui& ui, std::string_view name, std::string_view space,
                           core::Purse purse, const std::vector<store::StatementLine>& newest_first,
                           int32_t coin_minutes);
// UTF-8 with a byte order mark, so that spreadsheets read Chinese.
std::string statement_csv(const Ui& ui, const std::vector<store::StatementLine>& newest_first,
                          core::Purse purse, int32_t coin_minutes);

}  // namespace linli::ui
