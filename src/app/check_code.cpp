#include "app/check_code.h"

#include "app/invite.h"
#include "store/state_hash.h"

namespace linli::app {

namespace {

constexpr size_t code_characters = 16;

}  // namespace

std::string check_code(App& app) {
  return shown_invite_code(store::state_hash(app.state()).substr(0, code_characters));
}

}  // namespace linli::app
