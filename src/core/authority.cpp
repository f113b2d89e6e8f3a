#include "core/authority.h"

namespace linli::core {
namespace {

constexpr StaffRoles kAdministrator = role_bit(StaffRole::administrator);
constexpr StaffRoles kDesk = kAdministrator | role_bit(StaffRole::coordinator);
constexpr StaffRoles kField = kDesk | role_bit(StaffRole::team_leader);
constexpr StaffRoles kReview = kDesk | role_bit(StaffRole::reviewer);
constexpr StaffRoles kTill = kDesk | role_bit(StaffRole::cashier);
constexpr StaffRoles kKiosk = role_bit(StaffRole::kiosk);

template <class T, class... Of>
constexpr bool one_of = (std::is_same_v<T, Of> || ...);

// Every kind stands here once; a new one that is forgotten does not compile.
template <class T>
constexpr StaffRoles may() {
  if constexpr (one_of<T, SpaceFounded, ReplicaEnrolled>) {
    return ~StaffRoles{0};  // the fold asks for the key and the invite instead
  } else if constexpr (one_of<T, ReplicaRevoked, InviteCreated, StaffAppointed, StaffDismissed,
                              PolicyAdopted, PersonErased>) {
    return kAdministrator;
  } else if constexpr (one_of<T, RecordApprove, RecordReject>) {
    return kReview;
  } else if constexpr (one_of<T, RecordReverse, TransferReverse, FundOpened, FundReceived,
                              CoinsGrant, CoinsGive, CoinsDonate, FlagResolved, ImportUndone,
                              PersonCorrected, PersonsMerged, PersonsUnmerged, CardIssued,
                              TeamJoined, TeamLeft, TrainingCompleted, OrganisationRegistered,
                              SiteRegistered, RoomRegistered, TeamRegistered, ServiceKindDefined,
                              CampaignOpened, CourseDefined, ItemOffered>) {
    return kDesk;
  } else if constexpr (one_of<T, ConsentGiven, ConsentWithdrawn, NeedPublished, NeedDispatch,
                              NeedCancel, NeedRelease, NeedReferred, ActivityPlanned,
                              ActivityCancelled, SessionScheduled, SessionCancelled,
                              AttendanceCorrected>) {
    return kField;
  } else if constexpr (one_of<T, StockReceived, RedemptionPlace, RedemptionHandedOver,
                              RedemptionCancel>) {
    return kTill;
  } else if constexpr (one_of<T, PersonRegistered, NeedClaim, NeedRated, HeadsCounted,
                              AttendanceSignedIn, AttendanceSignedOut, ServiceReported>) {
    return kField | kKiosk;
  } else if constexpr (one_of<T, EvidenceAttached, RecordAppeal>) {
    return kField | kReview | (one_of<T, EvidenceAttached> ? kKiosk : StaffRoles{0});
  } else {
    static_assert(one_of<T, RefusalSeen>);
    return kField | kReview | kTill | kKiosk;
  }
}

// What somebody who is no staff member may do: at a kiosk, or with a phone of their own.
template <class T>
constexpr bool anybody_may =
    one_of<T, SpaceFounded, ReplicaEnrolled, AttendanceSignedIn, AttendanceSignedOut,
           EvidenceAttached, PersonRegistered, ServiceReported, NeedClaim, NeedRelease, NeedRated,
           HeadsCounted, RecordAppeal, RefusalSeen>;

// What the actor does for themselves, with what is their own.
struct DoneFor {
  const PersonId& actor;
  bool operator()(const AttendanceSignedIn& in) const { return in.person == actor; }
  // It names no person; who does it for another is its helper.
  bool operator()(const AttendanceSignedOut& out) const { return out.helper != actor; }
  bool operator()(const ServiceReported& report) const { return report.volunteer == actor; }
  bool operator()(const NeedClaim& claim) const { return claim.volunteer == actor; }
  bool operator()(const NeedRelease& release) const { return release.volunteer == actor; }
  bool operator()(const CoinsGive& gift) const { return gift.from == actor; }
  bool operator()(const CoinsDonate& gift) const { return gift.from == actor; }
  bool operator()(const RedemptionPlace& place) const { return place.person == actor; }
  // The device does it, whoever stands before it; the fold asks whether it is its own name.
  bool operator()(const InviteCreated& invite) const { return invite.renews.has_value(); }
  template <class T>
  bool operator()(const T&) const {
    return false;
  }
};

template <class T>
constexpr bool kiosk_may =
    one_of<T, ReplicaEnrolled, AttendanceSignedIn, AttendanceSignedOut, EvidenceAttached,
           PersonRegistered, ServiceReported, NeedClaim, NeedRated, HeadsCounted, RefusalSeen>;

}  // namespace

StaffRoles roles_that_may(const Body& body) {
  return std::visit([](const auto& b) { return may<std::decay_t<decltype(b)>>(); }, body);
}

bool actor_may(StaffRoles roles, const PersonId& actor, const Body& body) {
  if ((roles & roles_that_may(body)) != 0) return true;
  if (std::visit(DoneFor{actor}, body)) return true;
  if (roles != 0) return false;
  return std::visit([](const auto& b) { return anybody_may<std::decay_t<decltype(b)>>; }, body);
}

bool device_may(ReplicaRole role, const Body& body) {
  switch (role) {
    case ReplicaRole::desk:
    case ReplicaRole::demo:
      return true;
    case ReplicaRole::kiosk:
      if (const auto* invite = std::get_if<InviteCreated>(&body)) return invite->renews.has_value();
      return std::visit([](const auto& b) { return kiosk_may<std::decay_t<decltype(b)>>; }, body);
    case ReplicaRole::auditor:
      return std::holds_alternative<ReplicaEnrolled>(body);
  }
  return false;
}

}  // namespace linli::core
