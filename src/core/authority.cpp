#include "core/authority.h"

namespace linli::core {
namespace {

constexpr StaffRoles kAdministrator = role_bit(StaffRole::administrator);
constexpr StaffRoles kDesk = kAdministrator | role_bit(StaffRole::coordinator);
constexpr StaffRoles kField = kDesk | role_bit(StaffRole::team_leader);
constexpr StaffRoles kReview = kDesk | role_bit(StaffRole::reviewer);
constexpr StaffRoles kTill = kDesk | role_bit(StaffRole::cashier);

template <class T, class... Of>
constexpr bool one_of = (std::is_same_v<T, Of> || ...);

template <class T>
constexpr StaffRoles needed() {
  if constexpr (one_of<T, ReplicaRevoked, InviteCreated, StaffAppointed, StaffDismissed,
                       PolicyAdopted, PersonErased>) {
    return kAdministrator;
  } else if constexpr (one_of<T, RecordApprove, RecordReject>) {
    return kReview;
  } else if constexpr (one_of<T, RecordReverse, TransferReverse, FundOpened, FundReceived,
                              CoinsGrant, FlagResolved, ImportUndone, PersonsMerged,
                              PersonsUnmerged, OrganisationRegistered, SiteRegistered,
                              RoomRegistered, TeamRegistered, ServiceKindDefined, CampaignOpened,
                              CourseDefined, ItemOffered>) {
    return kDesk;
  } else if constexpr (one_of<T, NeedDispatch, NeedCancel, NeedReferred, ActivityCancelled,
                              SessionCancelled, AttendanceCorrected>) {
    return kField;
  } else if constexpr (one_of<T, StockReceived, RedemptionHandedOver>) {
    return kTill;
  } else {
    return 0;
  }
}

template <class T>
constexpr bool kiosk_may =
    one_of<T, ReplicaEnrolled, AttendanceSignedIn, AttendanceSignedOut, EvidenceAttached,
           PersonRegistered, ServiceReported, NeedClaim, NeedRated, HeadsCounted, RefusalSeen>;

}  // namespace

StaffRoles roles_needed(const Body& body) {
  return std::visit([](const auto& b) { return needed<std::decay_t<decltype(b)>>(); }, body);
}

bool device_may(ReplicaRole role, const Body& body) {
  switch (role) {
    case ReplicaRole::desk:
    case ReplicaRole::demo:
      return true;
    case ReplicaRole::kiosk:
      return std::visit([](const auto& b) { return kiosk_may<std::decay_t<decltype(b)>>; }, body);
    case ReplicaRole::auditor:
      return std::holds_alternative<ReplicaEnrolled>(body);
  }
  return false;
}

}  // namespace linli::core
