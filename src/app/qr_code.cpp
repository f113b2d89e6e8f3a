#include "app/qr_code.h"

#include <array>
#include <string>

#include "qrcodegen.h"

namespace linli::app {

namespace {

// Version 25 holds 1,275 bytes at the lowest correction level; denser codes are hard to scan.
constexpr int version_max = 25;
constexpr int quiet_border = 4;

}  // namespace

std::optional<QrCode> make_qr_code(std::string_view text) {
  std::array<uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(version_max)> squares;
  std::array<uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(version_max)> work;
  const std::string copy(text);
  if (copy.size() != std::string_view(copy.c_str()).size() ||
      !qrcodegen_encodeText(copy.c_str(), work.data(), squares.data(), qrcodegen_Ecc_MEDIUM, 1,
                            version_max, qrcodegen_Mask_AUTO, true)) {
    return std::nullopt;
  }
  QrCode code;
  code.size = qrcodegen_getSize(squares.data());
  code.dark.reserve(static_cast<size_t>(code.size * code.size));
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      code.dark.push_back(qrcodegen_getModule(squares.data(), x, y));
    }
  }
  return code;
}

std::string qr_code_svg(const QrCode& code) {
  const std::string side = std::to_string(code.size + 2 * quiet_border);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
                    "\" shape-rendering=\"crispEdges\"><path d=\"";
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (code.at(x, y)) {
        svg += "M" + std::to_string(x + quiet_border) + " " + std::to_string(y + quiet_border) +
               "h1v1h-1z";
      }
    }
  }
  return svg + "\"/></svg>";
}

}  // namespace linli::app
