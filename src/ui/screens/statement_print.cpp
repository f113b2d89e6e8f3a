#include "ui/screens/statement_print.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/html_text.h"
#include "ui/screens/amount_words.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"

namespace linli::ui {

using app::Str;

namespace {

std::string csv_cell(std::string_view text) {
  // A leading sign would be read as a formula by spreadsheets.
  std::string cell = "\"";
  if (!text.empty() && (text[0] == '=' || text[0] == '+' || text[0] == '@')) cell += '\'';
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + "\"";
}

std::string html_cell(std::string_view tag, std::string_view text) {
  return "<" + std::string(tag) + ">" + html_text(text) + "</" + std::string(tag) + ">";
}

}  // namespace

std::string statement_html(const Ui& ui, std::string_view name, std::string_view space,
                           core::Purse purse, const std::vector<store::StatementLine>& newest_first,
                           int32_t coin_minutes) {
  std::string html = "<section class=\"statement\"><header><strong>";
  html += html_text(ui.tr(Str::app_name)) + "</strong> <span>" + html_text(space);
  html += "</span></header>";
  html += html_cell("h1",
                    ui.say(Str::coins_statement_of, {{"name", name_text(ui, name, Names::whole)}}));
  html += html_cell(
      "p", ui.say(Str::coins_printed_on, {{"day", app::full_day_text(ui.app.today(), ui.language)},
                                          {"purse", ui.tr(app::word(purse))}}));
  html += "<table><thead><tr>";
  for (const Str head : {Str::coins_column_day, Str::coins_column_reason, Str::coins_column_other,
                         Str::coins_column_change, Str::coins_column_balance}) {
    html += html_cell("th", ui.tr(head));
  }
  html += "</tr></thead><tbody>";
  for (auto line = newest_first.rbegin(); line != newest_first.rend(); ++line) {
    html += "<tr>" + html_cell("td", base::to_text(line->day));
    html += html_cell("td", ui.tr(app::word(line->reason)));
    html += html_cell("td", line->other_name);
    html += html_cell("td", change_text(ui, purse, line->change, coin_minutes));
    html += html_cell("td", amount_text(ui, purse, line->balance_after, coin_minutes)) + "</tr>";
  }
  html += "</tbody></table>" + html_cell("footer", ui.tr(Str::coins_print_footer)) + "</section>";
  return html;
}

std::string statement_csv(const Ui& ui, const std::vector<store::StatementLine>& newest_first,
                          core::Purse purse, int32_t coin_minutes) {
  std::string csv = "\xEF\xBB\xBF";
  for (const Str head : {Str::coins_column_day, Str::coins_column_reason, Str::coins_column_other,
                         Str::coins_column_change}) {
    csv += csv_cell(ui.tr(head)) + ",";
  }
  csv += csv_cell(ui.tr(Str::coins_column_balance)) + "\r\n";
  for (auto line = newest_first.rbegin(); line != newest_first.rend(); ++line) {
    csv += base::to_text(line->day) + "," + csv_cell(ui.tr(app::word(line->reason))) + "," +
           csv_cell(line->other_name) + "," +
           csv_cell(amount_text(ui, purse, line->change, coin_minutes)) + "," +
           csv_cell(amount_text(ui, purse, line->balance_after, coin_minutes)) + "\r\n";
  }
  return csv;
}

}  // namespace linli::ui
