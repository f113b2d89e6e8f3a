// A QR code on a white ground, as large as a scanner likes it. Its text is its name in
// the semantics.
#pragma once

#include <string_view>

namespace linli::ui {

struct Ui;

void qr_view(Ui& ui, std::string_view key, std::string_view text, float size);

}  // namespace linli::ui
