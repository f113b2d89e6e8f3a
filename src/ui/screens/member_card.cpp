#include "ui/screens/member_card.h"

#include "app/app.h"
#include "app/qr_code.h"
#include "store/query_space.h"
#include "ui/html_text.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"

namespace linli::ui {

using app::Str;

std::string member_card_html(const Ui& ui, const store::PersonDetail& detail,
                             const std::string& space) {
  const std::string name = name_text(ui, detail.row.name, Names::whole);
  std::string html = "<section class=\"member-card\"><header><strong>";
  html += html_text(ui.tr(Str::app_name));
  html += "</strong> <span>" + html_text(space) + "</span></header><h1>" + html_text(name);
  html += "</h1><p>" + html_text(roles_text(ui, detail.row.roles)) + "</p><p class=\"number\">";
  html += html_text(ui.tr(Str::people_card_number)) + " <strong>";
  html += html_text(detail.card_number) + "</strong></p>";
  const std::optional<app::QrCode> code = app::make_qr_code(detail.card_number);
  if (code.has_value()) html += app::qr_code_svg(*code);
  html += "<footer>";
  html += html_text(ui.tr(Str::people_card_footer)) + "</footer></section>";
  return html;
}

void print_member_card(Ui& ui, const store::PersonDetail& detail) {
  ui.requests.add(app::PrintHtml{std::string(ui.tr(Str::people_card)),
                                 member_card_html(ui, detail, store::space_name(ui.app.state()))});
}

}  // namespace linli::ui
