// Invites as people handle them: a code of sixteen letters and digits, also as a link
// and a QR. Id and secret of the invite are derived from the code, so whoever has the
// code needs nothing else. It must never be kept after it was shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/env.h"
#include "core/field_types.h"
#include "core/operations_space.h"

namespace linli::app {

struct InviteCode {
  std::string code;  // 16 characters of Crockford's base 32, without hyphens
  core::InviteId invite;
  core::Hash secret;
};

InviteCode new_invite_code(base::Env& env);

// Reads what a person typed or scanned: any case, spaces and hyphens, O for 0, I and L
// for 1; or a link that ends in the code. Nothing when it is no code.
std::optional<InviteCode> read_invite_code(std::string_view typed);

// K7QM-3F2A-9XBD-W5T1
std::string shown_invite_code(std::string_view code);

// The address a phone or kiosk opens to join. `page` is the address of this page.
std::string invite_link(std::string_view page, std::string_view code);

// The operation that makes the invite valid from its place in the log on.
core::InviteCreated invite_created(const InviteCode& code, core::ReplicaRole role,
                                   core::Day expires_day);

}  // namespace linli::app
