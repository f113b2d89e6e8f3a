// The member card on paper: name, number and the same number as a QR code for kiosks. It
// carries nothing else of the person, because cards get lost.
#pragma once

#include <string>

#include "store/query_person.h"

namespace linli::ui {

struct Ui;

// Body of the page that is printed.
std::string member_card_html(const Ui& ui, const store::PersonDetail& detail,
                             const std::string& space);
void print_member_card(Ui& ui, const store::PersonDetail& detail);

}  // namespace linli::ui
