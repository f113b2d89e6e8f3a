#include "core/operation.h"

#include <type_traits>
#include <utility>

namespace linli::core {
namespace {

template <class T, class... Ts>
constexpr bool one_of = (std::is_same_v<T, Ts> || ...);

template <class T>
constexpr bool intent = one_of<T, NeedCancel, NeedClaim, NeedDispatch, NeedRelease, RecordApprove,
                               RecordReject, RecordAppeal, RecordReverse, CoinsGrant, CoinsGive,
                               CoinsDonate, TransferReverse, RedemptionPlace, RedemptionCancel>;

}  // namespace

Body::Body() = default;
template <class T>
requires(!std::is_base_of_v<AnyBody, T>) Body::Body(T one)
    : AnyBody(std::in_place_type<T>, std::move(one)) {}
Body::Body(const Body& other) = default;
Body::Body(Body&& other) noexcept = default;
Body& Body::operator=(const Body& other) = default;
Body& Body::operator=(Body&& other) noexcept = default;
Body::~Body() = default;

// Every constructor is compiled here; a kind that is missing fails to link.
template Body::Body(SpaceFounded);
template Body::Body(ReplicaEnrolled);
template Body::Body(ReplicaRevoked);
template Body::Body(InviteCreated);
template Body::Body(StaffAppointed);
template Body::Body(StaffDismissed);
template Body::Body(OrganisationRegistered);
template Body::Body(SiteRegistered);
template Body::Body(RoomRegistered);
template Body::Body(TeamRegistered);
template Body::Body(TeamJoined);
template Body::Body(TeamLeft);
template Body::Body(ServiceKindDefined);
template Body::Body(CampaignOpened);
template Body::Body(FlagResolved);
template Body::Body(RefusalSeen);
template Body::Body(ImportUndone);
template Body::Body(PersonRegistered);
template Body::Body(PersonCorrected);
template Body::Body(PersonErased);
template Body::Body(PersonsMerged);
template Body::Body(PersonsUnmerged);
template Body::Body(ConsentGiven);
template Body::Body(ConsentWithdrawn);
template Body::Body(CardIssued);
template Body::Body(CourseDefined);
template Body::Body(TrainingCompleted);
template Body::Body(NeedPublished);
template Body::Body(NeedCancel);
template Body::Body(NeedClaim);
template Body::Body(NeedDispatch);
template Body::Body(NeedRelease);
template Body::Body(NeedReferred);
template Body::Body(NeedRated);
template Body::Body(ActivityPlanned);
template Body::Body(ActivityCancelled);
template Body::Body(SessionScheduled);
template Body::Body(SessionCancelled);
template Body::Body(HeadsCounted);
template Body::Body(AttendanceSignedIn);
template Body::Body(AttendanceSignedOut);
template Body::Body(AttendanceCorrected);
template Body::Body(EvidenceAttached);
template Body::Body(ServiceReported);
template Body::Body(RecordApprove);
template Body::Body(RecordReject);
template Body::Body(RecordAppeal);
template Body::Body(RecordReverse);
template Body::Body(PolicyAdopted);
template Body::Body(FundOpened);
template Body::Body(FundReceived);
template Body::Body(CoinsGrant);
template Body::Body(CoinsGive);
template Body::Body(CoinsDonate);
template Body::Body(TransferReverse);
template Body::Body(ItemOffered);
template Body::Body(StockReceived);
template Body::Body(RedemptionPlace);
template Body::Body(RedemptionHandedOver);
template Body::Body(RedemptionCancel);

std::string_view kind_of(const Body& body) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kind; }, body);
}

bool is_intent(const Body& body) {
  return std::visit([](const auto& one) { return intent<std::decay_t<decltype(one)>>; }, body);
}

}  // namespace linli::core
