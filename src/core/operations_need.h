// The order cycle: a need is published, claimed or dispatched, served, rated.
// Claiming and dispatching are intents, because two devices may want the last place.
#pragma once

#include "core/field_types.h"

namespace linli::core {

struct NeedPrivate {
  std::optional<Note> address;
  std::optional<Note> note;
  template <class V>
  void fields(V& v) {
    v("address", address), v("note", note);
  }
};

struct NeedPublished {
  static constexpr std::string_view kind = "need.published@1";
  using Private = NeedPrivate;
  NeedId need;
  PersonId recipient;
  ServiceKindId service_kind;
  std::optional<SiteId> site;
  Day service_day;
  int32_t from_minute = 0;  // 0..1439
  int32_t minutes = 60;     // duration
  int32_t head_count = 1;   // volunteers asked for
  IntakeChannel channel = IntakeChannel::phone;
  bool wish = false;               // D10: 微心愿
  bool paid_by_recipient = false;  // C07: the recipient's coins are held at claim
  std::optional<Private> details;
  template <class V>
  void fields(V& v) {
    v("need", need), v("recipient", recipient), v("service_kind", service_kind), v("site", site),
        v("service_day", service_day), v("from_minute", from_minute), v("minutes", minutes),
        v("head_count", head_count), v("channel", channel), v("wish", wish),
        v("paid_by_recipient", paid_by_recipient);
  }
};

struct NeedCancel {
  static constexpr std::string_view kind = "need.cancel@1";
  NeedId need;
  NeedCancelReason reason = NeedCancelReason::other;
  template <class V>
  void fields(V& v) {
    v("need", need), v("reason", reason);
  }
};

struct NeedClaim {
  static constexpr std::string_view kind = "need.claim@1";
  NeedId need;
  PersonId volunteer;
  template <class V>
  void fields(V& v) {
    v("need", need), v("volunteer", volunteer);
  }
};

struct NeedDispatch {
  static constexpr std::string_view kind = "need.dispatch@1";
  NeedId need;
  PersonId volunteer;
  template <class V>
  void fields(V& v) {
    v("need", need), v("volunteer", volunteer);
  }
};

struct NeedRelease {
  static constexpr std::string_view kind = "need.release@1";
  NeedId need;
  PersonId volunteer;
  ReleaseReason reason = ReleaseReason::other;
  template <class V>
  void fields(V& v) {
    v("need", need), v("volunteer", volunteer), v("reason", reason);
  }
};

struct NeedReferred {
  static constexpr std::string_view kind = "need.referred@1";
  NeedId need;
  OrganisationId agency;
  template <class V>
  void fields(V& v) {
    v("need", need), v("agency", agency);
  }
};

struct NeedRated {
  static constexpr std::string_view kind = "need.rated@1";
  NeedId need;
  int32_t stars = 5;  // 1..5
  template <class V>
  void fields(V& v) {
    v("need", need), v("stars", stars);
  }
};

}  // namespace linli::core
