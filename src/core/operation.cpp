#include "core/operation.h"

#include <type_traits>

namespace linli::core {
namespace {

template <class T, class... Ts>
constexpr bool one_of = (std::is_same_v<T, Ts> || ...);

template <class T>
constexpr bool intent = one_of<T, NeedCancel, NeedClaim, NeedDispatch, NeedRelease, RecordApprove,
                               RecordReject, RecordAppeal, RecordReverse, CoinsGrant, CoinsGive,
                               CoinsDonate, TransferReverse, RedemptionPlace, RedemptionCancel>;

}  // namespace

std::string_view kind_of(const Body& body) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kind; }, body);
}

bool is_intent(const Body& body) {
  return std::visit([](const auto& one) { return intent<std::decay_t<decltype(one)>>; }, body);
}

}  // namespace linli::core
