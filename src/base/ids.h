// Strong identifiers. An Id holds its text in place (no allocation) and can't be
// mistaken for another kind of Id. Text form: prefix, underscore, 26 characters of a
// ULID for entities; a bare ULID for operations; r_ and 32 hex for replicas.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/check.h"

namespace linli::base {

template <class Tag>
class Id {
 public:
  static constexpr size_t bytes_max = 39;

  Id() = default;
  explicit Id(std::string_view text) {
    CHECK(text.size() <= bytes_max);
    std::memcpy(text_, text.data(), text.size());
    size_ = static_cast<unsigned char>(text.size());
  }
  std::string_view view() const { return {text_, size_}; }
  std::string str() const { return std::string(view()); }
  bool empty() const { return size_ == 0; }
  static constexpr std::string_view prefix() { return Tag::prefix; }

  friend bool operator==(const Id& a, const Id& b) { return a.view() == b.view(); }
  friend bool operator!=(const Id& a, const Id& b) { return !(a == b); }
  friend bool operator<(const Id& a, const Id& b) { return a.view() < b.view(); }

 private:
  char text_[bytes_max] = {};
  unsigned char size_ = 0;
};

#define LINLI_ID(Name, text)                         \
  struct Name##Tag {                                 \
    static constexpr std::string_view prefix = text; \
  };                                                 \
  using Name = Id<Name##Tag>

LINLI_ID(OperationId, "");
LINLI_ID(SpaceId, "s");
LINLI_ID(ReplicaId, "r");
LINLI_ID(PersonId, "p");
LINLI_ID(OrganisationId, "o");
LINLI_ID(SiteId, "st");
LINLI_ID(RoomId, "rm");
LINLI_ID(TeamId, "t");
LINLI_ID(ServiceKindId, "k");
LINLI_ID(CampaignId, "cm");
LINLI_ID(PolicyId, "po");
LINLI_ID(InviteId, "iv");
LINLI_ID(NeedId, "n");
LINLI_ID(ActivityId, "a");
LINLI_ID(SessionId, "se");
LINLI_ID(AttendanceId, "at");
LINLI_ID(CourseId, "co");
LINLI_ID(RecordId, "re");
LINLI_ID(FundId, "f");
LINLI_ID(ItemId, "i");
LINLI_ID(RedemptionId, "rd");
LINLI_ID(TransferId, "x");
LINLI_ID(ImportId, "im");

#undef LINLI_ID

// True when the text has the form `prefix_` + 26 Crockford characters (or is a bare
// ULID for an empty prefix, or r_ + 32 hex for a replica).
bool well_formed_id(std::string_view text, std::string_view prefix);

template <class IdType>
bool well_formed(const IdType& id) {
  return well_formed_id(id.view(), IdType::prefix());
}

// Writes a ULID from milliseconds since 1970 (48 bits) and 80 random bits.
std::string ulid(int64_t unix_millis, const unsigned char (&random)[10]);

}  // namespace linli::base
