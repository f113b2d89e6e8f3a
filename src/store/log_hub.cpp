// The part of the log that looks toward the hub: what it does not have yet, and the
// payloads and photos that travel beside bundles.
#include "store/log.h"

namespace linli::store {
namespace {

int64_t integer_of(Statement& row) {
  if (!row.step()) return 0;
  const int64_t value = row.integer(0);
  row.reset();
  return value;
}

}  // namespace

Unsent Log::unsent() {
  Unsent unsent;
  Statement& sealed = database_.prepare(
      "SELECT count(*), total(operations), min(first_at_millis) FROM bundle WHERE at_hub = 0");
  if (sealed.step()) {
    unsent.bundles = sealed.integer(0);
    unsent.operations = sealed.integer(1);
    unsent.since_millis = sealed.integer(2);
    sealed.reset();
  }
  Statement& open = database_.prepare("SELECT count(*), min(at_millis) FROM operation");
  if (open.step()) {
    unsent.operations += open.integer(0);
    const int64_t since = open.integer(1);
    if (since != 0 && (unsent.since_millis == 0 || since < unsent.since_millis)) {
      unsent.since_millis = since;
    }
    open.reset();
  }
  unsent.payloads = integer_of(
      database_.prepare("SELECT count(*) FROM payload WHERE at_hub = 0 AND text IS NOT NULL"));
  unsent.blobs = integer_of(database_.prepare("SELECT count(*) FROM blob WHERE at_hub = 0"));
  return unsent;
}

void Log::each_bundle_not_at_hub(int64_t limit, const std::function<void(const Bundle&)>& visit) {
  // Ordered ones first and in their order, so that a space which ordered itself keeps it.
  Statement& rows =
      database_
          .prepare(
              "SELECT replica, number, bundle.hash, operations, first_at_millis, at_hub,"
              " bundle.text FROM bundle LEFT JOIN place ON place.hash = bundle.hash"
              " WHERE at_hub = 0 ORDER BY seq IS NULL, seq, replica, number LIMIT ?")
          .bind(limit);
  while (rows.step()) {
    Bundle bundle;
    bundle.replica = rows.text(0);
    bundle.number = rows.integer(1);
    bundle.hash = rows.text(2);
    bundle.operations = rows.integer(3);
    bundle.first_at_millis = rows.integer(4);
    bundle.at_hub = rows.integer(5) != 0;
    bundle.text = rows.text(6);
    visit(bundle);
  }
}

base::Status Log::mark_bundle_at_hub(std::string_view hash) {
  return database_.prepare("UPDATE bundle SET at_hub = 1 WHERE hash = ?").bind(hash).try_execute();
}

base::Status Log::mark_bundles_not_at_hub(std::string_view replica, int64_t before_number) {
  return database_.prepare("UPDATE bundle SET at_hub = 0 WHERE replica = ? AND number < ?")
      .bind(replica, before_number)
      .try_execute();
}

void Log::each_payload_not_at_hub(int64_t limit, const std::function<void(const Payload&)>& visit) {
  // A payload whose operation is not sealed yet would be unknown to the hub.
  Statement& rows =
      database_
          .prepare(
              "SELECT commitment, text, subject FROM payload"
              " WHERE at_hub = 0 AND text IS NOT NULL AND NOT EXISTS"
              " (SELECT 1 FROM operation WHERE operation.commitment = payload.commitment)"
              " ORDER BY commitment LIMIT ?")
          .bind(limit);
  while (rows.step()) {
    visit({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))});
  }
}

base::Status Log::mark_payload_at_hub(std::string_view commitment) {
  return database_.prepare("UPDATE payload SET at_hub = 1 WHERE commitment = ?")
      .bind(commitment)
      .try_execute();
}

std::vector<std::string> Log::blobs_not_at_hub(int64_t limit) {
  std::vector<std::string> names;
  Statement& rows =
      database_.prepare("SELECT sha256 FROM blob WHERE at_hub = 0 ORDER BY sha256 LIMIT ?")
          .bind(limit);
  while (rows.step()) names.emplace_back(rows.text(0));
  return names;
}

base::Status Log::mark_blob_at_hub(std::string_view sha256) {
  return database_.prepare("UPDATE blob SET at_hub = 1 WHERE sha256 = ?")
      .bind(sha256)
      .try_execute();
}

std::optional<std::string> Log::payload(std::string_view commitment) {
  Statement& row =
      database_.prepare("SELECT text FROM payload WHERE commitment = ? AND text IS NOT NULL")
          .bind(commitment);
  if (!row.step()) return std::nullopt;
  std::string text(row.text(0));
  row.reset();
  return text;
}

base::Result<bool> Log::put_payload(std::string_view commitment, std::string_view text,
                                    bool at_hub) {
  const base::Status status =
      database_
          .prepare(
              "UPDATE payload SET text = ?, at_hub = max(at_hub, ?), arrived = 1"
              " WHERE commitment = ? AND text IS NULL AND erased = 0")
          .bind(text, at_hub, commitment)
          .try_execute();
  if (!status.ok()) return status.error();
  return database_.changes() == 1;
}

bool Log::names_payload(std::string_view commitment) {
  return integer_of(database_.prepare("SELECT count(*) FROM payload WHERE commitment = ?")
                        .bind(commitment)) != 0;
}

base::Status Log::forget_what_the_hub_has() {
  return together([&]() -> base::Status {
    const base::Status done = database_
                                  .prepare(
                                      "UPDATE payload SET at_hub = 0"
                                      " WHERE text IS NOT NULL AND erased = 0")
                                  .try_execute();
    if (!done.ok()) return done;
    return database_.prepare("UPDATE blob SET at_hub = 0").try_execute();
  });
}

int64_t Log::wanted_payloads() {
  return integer_of(
      database_.prepare("SELECT count(*) FROM payload WHERE text IS NULL AND erased = 0"));
}

std::vector<std::string> Log::bundles_with_arrivals(int64_t limit) {
  std::vector<std::string> hashes;
  Statement& rows = database_
                        .prepare(
                            "SELECT DISTINCT bundle_hash FROM payload WHERE arrived = 1"
                            " AND bundle_hash IS NOT NULL ORDER BY bundle_hash LIMIT ?")
                        .bind(limit);
  while (rows.step()) hashes.emplace_back(rows.text(0));
  return hashes;
}

base::Status Log::mark_arrivals_folded(std::string_view bundle_hash) {
  return database_.prepare("UPDATE payload SET arrived = 0 WHERE bundle_hash = ? AND arrived = 1")
      .bind(bundle_hash)
      .try_execute();
}

base::Result<std::vector<std::string>> Log::erase_payloads(std::string_view subject) {
  std::vector<std::string> commitments;
  const base::Status status = together([&]() -> base::Status {
    Statement& rows = database_
                          .prepare(
                              "SELECT commitment FROM payload WHERE subject = ? AND erased = 0"
                              " ORDER BY commitment")
                          .bind(subject);
    while (rows.step()) commitments.emplace_back(rows.text(0));
    return database_.prepare("UPDATE payload SET text = NULL, erased = 1 WHERE subject = ?")
        .bind(subject)
        .try_execute();
  });
  if (!status.ok()) return status.error();
  return commitments;
}

base::Status Log::put_blob(std::string_view sha256, std::string_view bytes, bool at_hub) {
  Statement& insert = database_.prepare(
      "INSERT INTO blob(sha256, at_hub, bytes) VALUES(?, ?, ?)"
      " ON CONFLICT(sha256) DO UPDATE SET at_hub = max(at_hub, excluded.at_hub)");
  insert.bind(sha256, at_hub);
  insert.bind_blob(3, bytes);
  return insert.try_execute();
}

std::optional<std::string> Log::blob(std::string_view sha256) {
  Statement& row = database_.prepare("SELECT bytes FROM blob WHERE sha256 = ?").bind(sha256);
  if (!row.step()) return std::nullopt;
  std::string bytes(row.blob(0));
  row.reset();
  return bytes;
}

bool Log::has_blob(std::string_view sha256) {
  return integer_of(database_.prepare("SELECT count(*) FROM blob WHERE sha256 = ?").bind(sha256)) !=
         0;
}

}  // namespace linli::store
