#include "sync/head.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/crypto.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::string_view head_domain = "linli.head/1\n";
constexpr std::string_view head_format = "linli.head/1";

std::string_view plain_text(JsonValue object, std::string_view key) {
  const JsonValue value = object.member(key);
  if (!value.is(JsonType::string)) return {};
  return value.plain_string().value_or(std::string_view());
}

int64_t integer_or(JsonValue object, std::string_view key, int64_t otherwise) {
  const JsonValue value = object.member(key);
  return value.is(JsonType::integer) ? value.integer() : otherwise;
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Error wrong(std::string_view where) { return Error{ErrorCode::wrong_shape, std::string(where)}; }

std::string signed_bytes_of(JsonValue head) {
  JsonObjectWriter writer;
  for (JsonValue member = head.first(); member.exists(); member = member.next()) {
    if (member.key() != "signature") writer.raw(member.key(), canonical_text(member));
  }
  return std::string(head_domain) + writer.finish();
}

}  // namespace

std::string first_head(const core::SpaceId& space) {
  return base::sha256_hex(std::string(head_domain) + space.str());
}

std::string next_head(std::string_view head, std::string_view bundle_hash) {
  std::string bytes(head_domain);
  bytes += head;
  bytes += bundle_hash;
  return base::sha256_hex(bytes);
}

std::string write_receipt(const Receipt& receipt) {
  JsonObjectWriter object;
  object.string("hash", receipt.hash);
  object.string("head", receipt.head);
  object.integer("number", receipt.number);
  object.string("replica", receipt.replica.view());
  object.integer("seq", receipt.seq);
  return object.finish();
}

Result<Receipt> read_receipt(JsonValue value) {
  if (!value.is(JsonType::object)) return wrong("receipt");
  Receipt receipt;
  receipt.hash = std::string(plain_text(value, "hash"));
  receipt.head = std::string(plain_text(value, "head"));
  receipt.number = integer_or(value, "number", 0);
  receipt.seq = integer_or(value, "seq", 0);
  const std::string_view replica = plain_text(value, "replica");
  if (!is_hash(receipt.hash)) return wrong("receipt.hash");
  if (!is_hash(receipt.head)) return wrong("receipt.head");
  if (receipt.number < 1) return wrong("receipt.number");
  if (receipt.seq < 1) return wrong("receipt.seq");
  if (!base::well_formed_id(replica, core::ReplicaId::prefix())) return wrong("receipt.replica");
  receipt.replica = core::ReplicaId(replica);
  return receipt;
}

Result<Head> read_head(JsonValue value, const core::SpaceId& space) {
  if (!value.is(JsonType::object)) return wrong("head");
  const std::string_view format = plain_text(value, "format");
  if (format != head_format) {
    if (format.substr(0, 11) == "linli.head/") {
      return Error{ErrorCode::update_needed, std::string(format)};
    }
    return wrong("head.format");
  }
  Head head;
  head.head = std::string(plain_text(value, "head"));
  head.hub_key = std::string(plain_text(value, "hub_key"));
  head.seq = integer_or(value, "seq", -1);
  head.epoch = integer_or(value, "epoch", 0);
  const auto at = base::parse_instant(plain_text(value, "at"));
  if (!is_hash(head.head)) return wrong("head.head");
  if (!is_hash(head.hub_key)) return wrong("head.hub_key");
  if (head.seq < 0) return wrong("head.seq");
  if (head.epoch < 1) return wrong("head.epoch");
  if (!at) return wrong("head.at");
  head.at_millis = *at;
  if (plain_text(value, "space") != space.view()) {
    return Error{ErrorCode::wrong_space, std::string(plain_text(value, "space"))};
  }
  head.space = space;
  if (!base::ed25519_verify(signed_bytes_of(value), plain_text(value, "signature"), head.hub_key)) {
    return Error{ErrorCode::wrong_signature, "head"};
  }
  return head;
}

std::vector<Receipt> proven_receipts(const std::vector<Receipt>& receipts, const Head& head,
                                     const std::function<std::string(int64_t)>& known_head_at) {
  std::map<int64_t, const Receipt*> places;
  for (const Receipt& receipt : receipts) {
    const auto [place, fresh] = places.emplace(receipt.seq, &receipt);
    if (!fresh && place->second->hash != receipt.hash) return {};
  }
  std::vector<Receipt> proven;
  std::string expected = head.head;
  for (int64_t seq = head.seq; seq >= 1; --seq) {
    const auto place = places.find(seq);
    if (place == places.end() || place->second->head != expected) break;
    const auto before = places.find(seq - 1);
    std::string previous = seq == 1                 ? first_head(head.space)
                           : before != places.end() ? before->second->head
                                                    : known_head_at(seq - 1);
    if (next_head(previous, place->second->hash) != expected) break;
    proven.push_back(*place->second);
    expected = std::move(previous);
  }
  std::reverse(proven.begin(), proven.end());
  return proven;
}

Status extend(OrderEnd& end, const Receipt& receipt, std::string_view bundle_hash) {
  const std::string head = next_head(end.head, bundle_hash);
  if (receipt.seq != end.seq + 1 || receipt.hash != bundle_hash || receipt.head != head) {
    return Error{ErrorCode::wrong_chain, std::to_string(receipt.seq)};
  }
  end.seq = receipt.seq;
  end.head = head;
  return base::success();
}

}  // namespace linli::sync
