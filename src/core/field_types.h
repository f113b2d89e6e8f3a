// The types a field of an operation may have. A codec visits them by overload; nothing
// else may appear in an operation, so every operation can be written, read and checked.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/ids.h"
#include "core/enums.h"

namespace linli::core {

using base::ActivityId;
using base::AttendanceId;
using base::CampaignId;
using base::CourseId;
using base::Day;
using base::FundId;
using base::ImportId;
using base::InviteId;
using base::ItemId;
using base::NeedId;
using base::OperationId;
using base::OrganisationId;
using base::PersonId;
using base::PolicyId;
using base::RecordId;
using base::RedemptionId;
using base::ReplicaId;
using base::RoomId;
using base::ServiceKindId;
using base::SessionId;
using base::SiteId;
using base::SpaceId;
using base::TeamId;
using base::TransferId;

// Public text of at most title_code_points_max code points (names of places and things).
struct Title {
  std::string text;
  friend bool operator==(const Title& a, const Title& b) { return a.text == b.text; }
};

// Text of a private payload of at most note_code_points_max code points.
struct Note {
  std::string text;
  friend bool operator==(const Note& a, const Note& b) { return a.text == b.text; }
};

// 32 bytes as 64 lower-case hex characters: a hash, a key, a secret.
struct Hash {
  std::string hex;
  friend bool operator==(const Hash& a, const Hash& b) { return a.hex == b.hex; }
};

// Fields are visited by `v("wire_name", member)`; members may be:
//   Id<…>, Title, Note, Hash, Day, bool, int32_t, int64_t, an enum of core/enums.h,
//   std::optional<one of these> (absent in JSON when empty), std::vector<one of these>.

}  // namespace linli::core
