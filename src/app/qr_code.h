// The squares of a QR code for a card number, a pick-up code or an invite. Made for
// print and screen alike; it knows nothing of either.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linli::app {

struct QrCode {
  int size = 0;            // squares per side, without the quiet border of 4
  std::vector<bool> dark;  // line by line
  bool at(int x, int y) const { return dark[static_cast<size_t>(y * size + x)]; }
};

// Nothing when the text is too long for one code (about 1,200 bytes).
std::optional<QrCode> make_qr_code(std::string_view text);

// An SVG of the code with its quiet border, for printed cards.
std::string qr_code_svg(const QrCode& code);

}  // namespace linli::app
