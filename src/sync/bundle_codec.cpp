#include "sync/bundle_codec.h"

#include <utility>

#include "base/crypto.h"
#include "base/limits.h"
#include "sync/identity.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr size_t signature_hex_characters = 128;
constexpr size_t hash_hex_characters = 64;

Error wrong(std::string where) { return Error{ErrorCode::wrong_shape, std::move(where)}; }

std::string_view plain_text(JsonValue value) {
  if (!value.is(JsonType::string)) return {};
  return value.plain_string().value_or(std::string_view());
}

bool is_hex(std::string_view text, size_t characters) {
  return text.size() == characters &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<Error> check_format(JsonValue value) {
  if (!value.is(JsonType::object)) return wrong("");
  const std::string_view format = plain_text(value.member("format"));
  if (format == bundle_format) return std::nullopt;
  constexpr std::string_view family = "linli.bundle/";
  if (format.substr(0, family.size()) == family) {
    return Error{ErrorCode::update_needed, std::string(format)};
  }
  return wrong("format");
}

std::optional<Error> read_head_members(JsonValue value, Bundle& bundle) {
  const JsonValue number = value.member("number");
  if (!number.is(JsonType::integer) || number.integer() < 1) return wrong("number");
  bundle.number = number.integer();
  const std::string_view previous = plain_text(value.member("previous"));
  if (!is_hex(previous, hash_hex_characters) || (previous == no_previous) != (bundle.number == 1)) {
    return wrong("previous");
  }
  bundle.previous = std::string(previous);
  const std::string_view replica = plain_text(value.member("replica"));
  if (!base::well_formed_id(replica, core::ReplicaId::prefix())) return wrong("replica");
  bundle.replica = core::ReplicaId(replica);
  const std::string_view signature = plain_text(value.member("signature"));
  if (!is_hex(signature, signature_hex_characters)) return wrong("signature");
  bundle.signature = std::string(signature);
  const std::string_view space = plain_text(value.member("space"));
  if (!base::well_formed_id(space, core::SpaceId::prefix())) return wrong("space");
  bundle.space = core::SpaceId(space);
  return std::nullopt;
}

std::optional<Error> read_operations(JsonValue operations, Bundle& bundle) {
  if (!operations.is(JsonType::array) || !operations.first().exists()) return wrong("operations");
  for (JsonValue one = operations.first(); one.exists(); one = one.next()) {
    Result<OperationEnvelope> envelope = read_envelope(one);
    if (!envelope.ok()) {
      return wrong("operations[" + std::to_string(bundle.operation_count) + "]." +
                   envelope.error().where);
    }
    const int64_t at_millis = envelope.value().at_millis;
    if (bundle.operation_count == 0 || at_millis < bundle.first_at_millis) {
      bundle.first_at_millis = at_millis;
    }
    if (!envelope.value().commitment.empty()) {
      bundle.commitments.push_back(std::move(envelope.value().commitment));
    }
    if (++bundle.operation_count > base::bundle_operations_max) {
      return Error{ErrorCode::too_large, "bundle_operations_max"};
    }
  }
  return std::nullopt;
}

Opening read_opening(JsonValue operation) {
  Opening opening;
  const std::string_view kind = plain_text(operation.member("kind"));
  if (kind == core::SpaceFounded::kind) {
    opening.kind = Opening::Kind::founding;
  } else if (kind == core::ReplicaEnrolled::kind) {
    opening.kind = Opening::Kind::enrolment;
  } else {
    return opening;
  }
  opening.public_key = std::string(plain_text(operation.member("data").member("public_key")));
  return opening;
}

}  // namespace

Result<Bundle> read_bundle(JsonValue value) {
  if (auto error = check_format(value)) return *std::move(error);
  if (value.bytes().size() > base::bundle_bytes_max) {
    return Error{ErrorCode::too_large, "bundle_bytes_max"};
  }
  // With the seven members found below, none is unknown.
  if (value.count() != 7) return wrong("");
  Bundle bundle;
  if (auto error = read_head_members(value, bundle)) return *std::move(error);
  const JsonValue operations = value.member("operations");
  if (auto error = read_operations(operations, bundle)) return *std::move(error);
  if (bundle.number == 1) bundle.opening = read_opening(operations.first());
  bundle.text = std::string(value.bytes());
  bundle.hash = base::sha256_hex(signed_bytes(bundle));
  return bundle;
}

Result<Bundle> read_bundle(std::string_view text) {
  JsonDocument document;
  if (Status status = document.read(text, JsonForm::canonical); !status.ok()) {
    return status.error();
  }
  return read_bundle(document.root());
}

std::string signed_bytes(const Bundle& bundle) {
  // "signature" stands before "space", the last member, whose length is fixed.
  const std::string member = "\"signature\":\"" + bundle.signature + "\",";
  const size_t at = bundle.text.rfind(member);
  CHECK(at != std::string::npos);
  std::string bytes;
  bytes.reserve(bundle.text.size() + bundle_format.size() + 1);
  bytes += bundle_format;
  bytes += '\n';
  bytes.append(bundle.text, 0, at);
  bytes.append(bundle.text, at + member.size(), std::string::npos);
  return bytes;
}

Status BundleOperations::open(std::string_view text) {
  values_.clear();
  if (Status status = document_.read(text, JsonForm::canonical); !status.ok()) return status;
  const JsonValue operations = document_.root().member("operations");
  if (!operations.is(JsonType::array)) return wrong("operations");
  for (JsonValue one = operations.first(); one.exists(); one = one.next()) values_.push_back(one);
  return base::success();
}

}  // namespace linli::sync
