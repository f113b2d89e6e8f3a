#include "core/ledger.h"

#include "base/crypto.h"
#include "base/limits.h"

namespace linli::core {

Outcome may_pay(const AccountState& account, AccountKind kind, Purse purse, int64_t amount) {
  if (kind == AccountKind::branch || account.available() >= amount) return Outcome::applied();
  const int64_t missing = amount - account.available();
  if (kind == AccountKind::fund) return Outcome::refused(Refusal::not_enough_in_fund, missing);
  return Outcome::refused(
      purse == Purse::points ? Refusal::not_enough_points : Refusal::not_enough_coins, missing);
}

bool valid_amount(int64_t amount) { return amount > 0 && amount <= base::amount_max; }

int64_t price_of(int64_t price, int32_t quantity) {
  if (price <= 0 || quantity <= 0 || price > base::amount_max / quantity) return 0;
  return price * quantity;
}

TransferId transfer_id(const OperationId& operation, int number) {
  static constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const base::Sha256 hash =
      base::sha256("linli.transfer/1\n" + operation.str() + "\n" + std::to_string(number));
  std::string text = "x_";
  // A ULID has 128 bits: the first character carries three of them, the others five.
  text += alphabet[hash[0] & 7];
  for (size_t i = 1; i < 26; ++i) text += alphabet[hash[i] & 31];
  return TransferId(text);
}

}  // namespace linli::core
