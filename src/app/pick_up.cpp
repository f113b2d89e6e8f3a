#include "app/pick_up.h"

#include <cstdint>

#include "base/crypto.h"

namespace linli::app {

std::string new_pick_up_code(base::Env& env) {
  // Bytes of 250 and more are drawn again, because 256 is no multiple of ten.
  std::string code;
  while (code.size() < pick_up_digits) {
    unsigned char byte = 0;
    env.fill_random(&byte, 1);
    if (byte < 250) code.push_back(static_cast<char>('0' + byte % 10));
  }
  return code;
}

core::Hash pick_up_hash(const core::RedemptionId& redemption, std::string_view code) {
  std::string text = "linli.pick_up/1\n";
  text += redemption.view();
  text += '\n';
  text += code;
  return {base::sha256_hex(text)};
}

}  // namespace linli::app
