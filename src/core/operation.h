// Operation is the one thing that is ever recorded: who did what, when, on which
// device. The list below is the whole vocabulary; projections are folded from it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "core/operations_activity.h"
#include "core/operations_ledger.h"
#include "core/operations_need.h"
#include "core/operations_person.h"
#include "core/operations_record.h"
#include "core/operations_shop.h"
#include "core/operations_space.h"

namespace linli::core {

// New kinds are added at the end of their area; the order has no meaning on the wire.
using AnyBody = std::variant<
    SpaceFounded, ReplicaEnrolled, ReplicaRevoked, InviteCreated, StaffAppointed, StaffDismissed,
    OrganisationRegistered, SiteRegistered, RoomRegistered, TeamRegistered, TeamJoined, TeamLeft,
    ServiceKindDefined, CampaignOpened, FlagResolved, RefusalSeen, ImportUndone,
    // people
    PersonRegistered, PersonCorrected, PersonErased, PersonsMerged, PersonsUnmerged, ConsentGiven,
    ConsentWithdrawn, CardIssued, CourseDefined, TrainingCompleted,
    // needs
    NeedPublished, NeedCancel, NeedClaim, NeedDispatch, NeedRelease, NeedReferred, NeedRated,
    // activities
    ActivityPlanned, ActivityCancelled, SessionScheduled, SessionCancelled, HeadsCounted,
    AttendanceSignedIn, AttendanceSignedOut, AttendanceCorrected, EvidenceAttached,
    // records
    ServiceReported, RecordApprove, RecordReject, RecordAppeal, RecordReverse,
    // ledger
    PolicyAdopted, FundOpened, FundReceived, CoinsGrant, CoinsGive, CoinsDonate, TransferReverse,
    // shop
    ItemOffered, StockReceived, RedemptionPlace, RedemptionHandedOver, RedemptionCancel>;

// One of them. Copying, moving and destroying a variant of this size is a lot of code, so
// it is compiled once, in operation.cpp, and not in every file that dispatches something.
struct Body : AnyBody {
  Body();
  template <class T>
  requires(!std::is_base_of_v<AnyBody, T>) Body(T one);  // NOLINT: implicit by design
  Body(const Body& other);
  Body(Body&& other) noexcept;
  Body& operator=(const Body& other);
  Body& operator=(Body&& other) noexcept;
  ~Body();
};

struct Operation {
  OperationId id;
  int64_t at_millis = 0;                 // the device's claim, never used for order
  std::optional<int64_t> hub_at_millis;  // last hub time the device had seen
  Day day;                               // local calendar day of the act
  PersonId actor;                        // empty only before anybody is registered
  Body body;
};

std::string_view kind_of(const Body& body);

// Intents are imperatives and may be refused; everything else is a fact.
bool is_intent(const Body& body);

template <class T, class = void>
struct HasPrivate : std::false_type {};
template <class T>
struct HasPrivate<T, std::void_t<typename T::Private>> : std::true_type {};

}  // namespace linli::core
