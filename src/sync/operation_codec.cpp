#include "sync/operation_codec.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "base/crypto.h"
#include "sync/field_reader.h"
#include "sync/field_writer.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr size_t salt_hex_characters = 32;
constexpr size_t kind_bytes_max = 64;
constexpr std::string_view payload_domain = "linli.payload/1\n";

using ReadBody = Status (*)(JsonValue data, core::Body& body);

template <size_t I>
Status read_body(JsonValue data, core::Body& body) {
  FieldReader reader(data, "data.");
  body.emplace<I>().fields(reader);
  return std::move(reader).status();
}

struct KindReader {
  std::string_view kind;
  ReadBody read;
};

template <size_t... I>
constexpr auto make_kind_readers(std::index_sequence<I...>) {
  std::array<KindReader, sizeof...(I)> readers{
      KindReader{std::variant_alternative_t<I, core::AnyBody>::kind, &read_body<I>}...};
  std::sort(readers.begin(), readers.end(),
            [](const KindReader& a, const KindReader& b) { return a.kind < b.kind; });
  return readers;
}

constexpr auto kind_readers =
    make_kind_readers(std::make_index_sequence<std::variant_size_v<core::AnyBody>>());

const KindReader* find_kind(std::string_view kind) {
  const auto found =
      std::lower_bound(kind_readers.begin(), kind_readers.end(), kind,
                       [](const KindReader& a, std::string_view b) { return a.kind < b; });
  return found != kind_readers.end() && found->kind == kind ? &*found : nullptr;
}

bool is_salt(std::string_view text) {
  return text.size() == salt_hex_characters &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_word(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return false;
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

// area.name@major, the major from 1 to 999.
bool is_kind(std::string_view text) {
  const size_t dot = text.find('.');
  const size_t at = text.find('@');
  if (text.size() > kind_bytes_max || dot == std::string_view::npos ||
      at == std::string_view::npos || dot > at) {
    return false;
  }
  const std::string_view major = text.substr(at + 1);
  return is_word(text.substr(0, dot)) && is_word(text.substr(dot + 1, at - dot - 1)) &&
         !major.empty() && major.size() <= 3 && major[0] != '0' &&
         major.find_first_not_of("0123456789") == std::string_view::npos;
}

template <class T>
std::string write_payload(const T& body, std::string_view salt_hex) {
  if constexpr (core::HasPrivate<T>::value) {
    if (body.details.has_value()) {
      CHECK(is_salt(salt_hex));
      JsonObjectWriter payload;
      write_fields(*body.details, payload);
      payload.string("salt", salt_hex);
      return payload.finish();
    }
  }
  return {};
}

Error wrong(std::string_view where) { return Error{ErrorCode::wrong_shape, std::string(where)}; }

// The members of an envelope; each may occur once, and no others.
struct EnvelopeMembers {
  JsonValue actor, at, data, day, hub_at, id, kind, commitment;
};

std::optional<Error> find_members(JsonValue value, EnvelopeMembers& found) {
  if (!value.is(JsonType::object)) return wrong("");
  for (JsonValue member = value.first(); member.exists(); member = member.next()) {
    const std::string_view key = member.key();
    JsonValue* slot = key == "actor"     ? &found.actor
                      : key == "at"      ? &found.at
                      : key == "data"    ? &found.data
                      : key == "day"     ? &found.day
                      : key == "hub_at"  ? &found.hub_at
                      : key == "id"      ? &found.id
                      : key == "kind"    ? &found.kind
                      : key == "private" ? &found.commitment
                                         : nullptr;
    if (slot == nullptr) return wrong(key);
    if (key != "data" && (!member.is(JsonType::string) || !member.plain_string())) {
      return wrong(key);
    }
    *slot = member;
  }
  if (!found.data.is(JsonType::object)) return wrong("data");
  return std::nullopt;
}

std::string_view text_of(JsonValue value) {
  return value.exists() ? *value.plain_string() : std::string_view();
}

std::optional<Error> read_members(const EnvelopeMembers& found, OperationEnvelope& envelope) {
  const std::string_view id = text_of(found.id);
  if (!base::well_formed_id(id, core::OperationId::prefix())) return wrong("id");
  envelope.id = core::OperationId(id);
  const auto at = base::parse_instant(text_of(found.at));
  if (!at) return wrong("at");
  envelope.at_millis = *at;
  if (found.hub_at.exists()) {
    envelope.hub_at_millis = base::parse_instant(text_of(found.hub_at));
    if (!envelope.hub_at_millis) return wrong("hub_at");
  }
  const auto day = base::parse_day(text_of(found.day));
  if (!day) return wrong("day");
  envelope.day = *day;
  const std::string_view actor = text_of(found.actor);
  if (!found.actor.exists() ||
      (!actor.empty() && !base::well_formed_id(actor, core::PersonId::prefix()))) {
    return wrong("actor");
  }
  envelope.actor = core::PersonId(actor);
  envelope.kind = std::string(text_of(found.kind));
  if (!is_kind(envelope.kind)) return wrong("kind");
  if (found.commitment.exists()) {
    if (!FieldReader::is_hash(text_of(found.commitment))) return wrong("private");
    envelope.commitment = std::string(text_of(found.commitment));
  }
  return std::nullopt;
}

}  // namespace

WrittenOperation write_operation(const core::Operation& operation, std::string_view salt_hex) {
  JsonObjectWriter data;
  WrittenOperation written;
  std::visit(
      [&](const auto& body) {
        write_fields(body, data);
        written.payload = write_payload(body, salt_hex);
      },
      operation.body);
  JsonObjectWriter object;
  object.string("actor", operation.actor.view());
  object.string("at", base::instant_text(operation.at_millis));
  object.raw("data", data.finish());
  object.string("day", base::to_text(operation.day));
  if (operation.hub_at_millis)
    object.string("hub_at", base::instant_text(*operation.hub_at_millis));
  object.string("id", operation.id.view());
  object.string("kind", core::kind_of(operation.body));
  if (!written.payload.empty()) object.string("private", payload_commitment(written.payload));
  written.text = object.finish();
  return written;
}

Result<OperationEnvelope> read_envelope(JsonValue value) {
  EnvelopeMembers found;
  OperationEnvelope envelope;
  if (auto error = find_members(value, found)) return *std::move(error);
  if (auto error = read_members(found, envelope)) return *std::move(error);
  return envelope;
}

Result<ReadOperation> read_operation(JsonValue value) {
  EnvelopeMembers found;
  OperationEnvelope envelope;
  if (auto error = find_members(value, found)) return *std::move(error);
  if (auto error = read_members(found, envelope)) return *std::move(error);
  const KindReader* kind = find_kind(envelope.kind);
  if (kind == nullptr) return Error{ErrorCode::unknown_kind, envelope.kind};
  ReadOperation read;
  if (Status status = kind->read(found.data, read.operation.body); !status.ok()) {
    return status.error();
  }
  read.operation.id = envelope.id;
  read.operation.at_millis = envelope.at_millis;
  read.operation.hub_at_millis = envelope.hub_at_millis;
  read.operation.day = envelope.day;
  read.operation.actor = envelope.actor;
  read.commitment = std::move(envelope.commitment);
  return read;
}

Result<ReadOperation> read_operation(std::string_view text) {
  JsonDocument document;
  if (Status status = document.read(text, JsonForm::canonical); !status.ok()) {
    return status.error();
  }
  return read_operation(document.root());
}

std::string payload_commitment(std::string_view payload_text) {
  base::Sha256Stream stream;
  stream.update(payload_domain);
  stream.update(payload_text);
  const base::Sha256 digest = stream.finish();
  return base::hex(digest.data(), digest.size());
}

Status check_payload(std::string_view payload_text) {
  if (payload_text.size() > base::payload_bytes_max) {
    return Error{ErrorCode::too_large, "payload_bytes_max"};
  }
  JsonDocument document;
  if (Status status = document.read(payload_text, JsonForm::canonical); !status.ok()) return status;
  const JsonValue salt = document.root().member("salt");
  if (!salt.is(JsonType::string) || !is_salt(salt.string())) return wrong("salt");
  return base::success();
}

Status attach_payload(core::Operation& operation, std::string_view payload_text) {
  JsonDocument document;
  if (Status status = document.read(payload_text, JsonForm::canonical); !status.ok()) return status;
  if (!document.root().is(JsonType::object)) return wrong("");
  return std::visit(
      [&](auto& body) -> Status {
        using T = std::decay_t<decltype(body)>;
        if constexpr (core::HasPrivate<T>::value) {
          typename T::Private details;
          FieldReader reader(document.root(), "private.");
          details.fields(reader);
          Status status = std::move(reader).status();
          if (status.ok()) body.details = std::move(details);
          return status;
        } else {
          return wrong("private");
        }
      },
      operation.body);
}

}  // namespace linli::sync
