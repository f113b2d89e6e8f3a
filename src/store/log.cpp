#include "store/log.h"

#include <algorithm>

#include "base/crypto.h"

namespace linli::store {
namespace {

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS meta(
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS operation(
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  at_millis INTEGER NOT NULL,
  commitment TEXT
);

CREATE TABLE IF NOT EXISTS bundle(
  position INTEGER PRIMARY KEY,
  replica TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  operations INTEGER NOT NULL,
  first_at_millis INTEGER NOT NULL,
  at_hub INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE(replica, number)
);
CREATE INDEX IF NOT EXISTS bundle_not_at_hub ON bundle(position) WHERE at_hub = 0;

CREATE TABLE IF NOT EXISTS fork(
  hash TEXT PRIMARY KEY NOT NULL,
  replica TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS place(
  seq INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  head TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS payload(
  commitment TEXT PRIMARY KEY NOT NULL,
  subject TEXT NOT NULL,
  text TEXT,
  erased INTEGER NOT NULL DEFAULT 0,
  at_hub INTEGER NOT NULL DEFAULT 0,
  bundle_hash TEXT,
  arrived INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS payload_arrived ON payload(bundle_hash) WHERE arrived = 1;
CREATE INDEX IF NOT EXISTS payload_by_subject ON payload(subject, commitment);
CREATE INDEX IF NOT EXISTS payload_not_at_hub ON payload(commitment)
  WHERE at_hub = 0 AND text IS NOT NULL;
CREATE INDEX IF NOT EXISTS payload_wanted ON payload(commitment)
  WHERE text IS NULL AND erased = 0;

CREATE TABLE IF NOT EXISTS blob(
  sha256 TEXT PRIMARY KEY NOT NULL,
  at_hub INTEGER NOT NULL,
  bytes BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS blob_not_at_hub ON blob(sha256) WHERE at_hub = 0;
)sql";

constexpr const char* kHeadSeq = "head_seq";

#define BUNDLE_COLUMNS "replica, number, hash, operations, first_at_millis, at_hub, bundle.text"

Bundle bundle_of(const Statement& row, int first) {
  Bundle bundle;
  bundle.replica = row.text(first);
  bundle.number = row.integer(first + 1);
  bundle.hash = row.text(first + 2);
  bundle.operations = row.integer(first + 3);
  bundle.first_at_millis = row.integer(first + 4);
  bundle.at_hub = row.integer(first + 5) != 0;
  bundle.text = row.text(first + 6);
  return bundle;
}

std::optional<Bundle> one_bundle(Statement& row) {
  if (!row.step()) return std::nullopt;
  Bundle bundle = bundle_of(row, 0);
  row.reset();
  return bundle;
}

std::optional<std::string> one_text(Statement& row) {
  if (!row.step()) return std::nullopt;
  std::optional<std::string> text;
  if (!row.is_null(0)) text = std::string(row.text(0));
  row.reset();
  return text;
}

int64_t one_integer(Statement& row) {
  if (!row.step()) return 0;
  const int64_t value = row.integer(0);
  row.reset();
  return value;
}

}  // namespace

base::Result<Log> Log::open(const std::string& path, std::string_view key_hex) {
  base::Result<Database> database = Database::open(path, Durability::full, key_hex);
  if (!database.ok()) return database.error();
  Log log(std::move(database).value());
  const base::Status created = log.create_schema();
  if (!created.ok()) return created.error();
  return log;
}

base::Status Log::create_schema() { return database_.run(kSchema); }

base::Status Log::together(const std::function<base::Status()>& work) {
  if (depth_ > 0) return work();
  base::Status status = database_.run("BEGIN IMMEDIATE");
  if (!status.ok()) return status;
  ++depth_;
  status = work();
  --depth_;
  // A statement that failed in between looked like the end of its rows: ask before COMMIT.
  const Failure failure = database_.take_failure();
  if (status.ok() && failure.kind != FailureKind::none) status = failure.error;
  if (status.ok()) status = database_.run("COMMIT");
  // A full disk may have rolled back already; then there is nothing left to roll back.
  if (!status.ok()) (void)database_.run("ROLLBACK");
  return status;
}

std::string Log::get(std::string_view key) {
  return one_text(database_.prepare("SELECT value FROM meta WHERE key = ?").bind(key)).value_or("");
}

base::Status Log::set(std::string_view key, std::string_view value) {
  return database_
      .prepare(
          "INSERT INTO meta(key, value) VALUES(?, ?)"
          " ON CONFLICT(key) DO UPDATE SET value = excluded.value")
      .bind(key, value)
      .try_execute();
}

base::Status Log::append(const OwnOperation& operation) {
  return together([&]() -> base::Status {
    if (operation.payload.has_value()) {
      const base::Status kept =
          database_.prepare("INSERT INTO payload(commitment, subject, text) VALUES(?, ?, ?)")
              .bind(operation.payload->commitment, operation.payload->subject,
                    operation.payload->text)
              .try_execute();
      if (!kept.ok()) return kept;
    }
    std::optional<std::string> commitment;
    if (operation.payload.has_value()) commitment = operation.payload->commitment;
    return database_
        .prepare("INSERT INTO operation(id, text, at_millis, commitment) VALUES(?, ?, ?, ?)")
        .bind(operation.id, operation.text, operation.at_millis, commitment)
        .try_execute();
  });
}

int64_t Log::unsealed_count() {
  return one_integer(database_.prepare("SELECT count(*) FROM operation"));
}

void Log::each_unsealed(const std::function<void(const OwnOperation&)>& visit) {
  Statement& rows = database_.prepare(
      "SELECT operation.id, operation.text, operation.at_millis, payload.commitment,"
      " payload.text, payload.subject FROM operation"
      " LEFT JOIN payload ON payload.commitment = operation.commitment"
      " ORDER BY operation.position");
  while (rows.step()) {
    OwnOperation operation;
    operation.id = rows.text(0);
    operation.text = rows.text(1);
    operation.at_millis = rows.integer(2);
    if (!rows.is_null(3)) {
      operation.payload =
          Payload{std::string(rows.text(3)), std::string(rows.text(4)), std::string(rows.text(5))};
    }
    visit(operation);
  }
}

base::Status Log::seal(const Bundle& bundle) {
  return together([&]() -> base::Status {
    const base::Result<PutBundle> stored = put(bundle, {});
    if (!stored.ok()) return stored.error();
    if (stored.value() == PutBundle::fork) {
      return base::Error{base::ErrorCode::wrong_chain, std::to_string(bundle.number)};
    }
    // The bundle holds their text now.
    if (stored.value() == PutBundle::stored) {
      return database_
          .prepare(
              "DELETE FROM operation WHERE position IN"
              " (SELECT position FROM operation ORDER BY position LIMIT ?)")
          .bind(bundle.operations)
          .try_execute();
    }
    return base::success();
  });
}

void Log::each_own_not_at_hub(std::string_view replica, int64_t first_number,
                              const std::function<void(const Bundle&)>& visit) {
  Statement& rows = database_
                        .prepare("SELECT " BUNDLE_COLUMNS
                                 " FROM bundle WHERE replica = ? AND number >= ? AND at_hub = 0"
                                 " ORDER BY number")
                        .bind(replica, first_number);
  while (rows.step()) visit(bundle_of(rows, 0));
}

// A chain ends where one of its bundles is none any more.
base::Status Log::set_aside(std::string_view replica, int64_t first_number) {
  const base::Status kept = database_
                                .prepare(
                                    "INSERT OR IGNORE INTO fork(hash, replica, number, text)"
                                    " SELECT hash, replica, number, text FROM bundle"
                                    " WHERE replica = ? AND number >= ? AND at_hub = 0")
                                .bind(replica, first_number)
                                .try_execute();
  if (!kept.ok()) return kept;
  return database_.prepare("DELETE FROM bundle WHERE replica = ? AND number >= ? AND at_hub = 0")
      .bind(replica, first_number)
      .try_execute();
}

base::Status Log::take_back(std::string_view replica, int64_t first_number,
                            const std::vector<OwnOperation>& operations) {
  return together([&]() -> base::Status {
    base::Status done = set_aside(replica, first_number);
    std::vector<OwnOperation> all = operations;
    each_unsealed([&](const OwnOperation& later) { all.push_back(later); });
    if (done.ok()) done = database_.run("DELETE FROM operation");
    for (const OwnOperation& operation : all) {
      if (!done.ok()) break;
      std::optional<std::string> commitment;
      if (operation.payload.has_value()) commitment = operation.payload->commitment;
      done =
          database_
              .prepare("INSERT INTO operation(id, text, at_millis, commitment) VALUES(?, ?, ?, ?)")
              .bind(operation.id, operation.text, operation.at_millis, commitment)
              .try_execute();
    }
    return done;
  });
}

std::optional<Bundle> Log::last_bundle_of(std::string_view replica) {
  return one_bundle(database_
                        .prepare("SELECT " BUNDLE_COLUMNS
                                 " FROM bundle WHERE replica = ? ORDER BY number DESC LIMIT 1")
                        .bind(replica));
}

base::Result<PutBundle> Log::put(const Bundle& bundle, const std::vector<Payload>& wanted) {
  PutBundle outcome = PutBundle::stored;
  const base::Status status = together([&]() -> base::Status {
    std::optional<std::string> known =
        one_text(database_.prepare("SELECT hash FROM bundle WHERE replica = ? AND number = ?")
                     .bind(bundle.replica, bundle.number));
    const bool other = known.has_value() && *known != bundle.hash;
    if (other && bundle.at_hub && !bundle_by_hash(*known)->at_hub) {
      // The hub's order decides which of the two is the bundle.
      const base::Status aside = set_aside(bundle.replica, bundle.number);
      if (!aside.ok()) return aside;
      known.reset();
    } else if (other) {
      outcome = PutBundle::fork;
      return database_
          .prepare("INSERT OR IGNORE INTO fork(hash, replica, number, text) VALUES(?, ?, ?, ?)")
          .bind(bundle.hash, bundle.replica, bundle.number, bundle.text)
          .try_execute();
    }
    if (known.has_value()) {
      outcome = PutBundle::already_there;
      return bundle.at_hub ? mark_bundle_at_hub(bundle.hash) : base::success();
    }
    base::Status done =
        database_
            .prepare(
                "INSERT INTO bundle(replica, number, hash, operations, first_at_millis,"
                " at_hub, text) VALUES(?, ?, ?, ?, ?, ?, ?)")
            .bind(bundle.replica, bundle.number, bundle.hash, bundle.operations,
                  bundle.first_at_millis, bundle.at_hub, bundle.text)
            .try_execute();
    for (const Payload& payload : wanted) {
      if (!done.ok()) break;
      done = database_
                 .prepare(
                     "INSERT OR IGNORE INTO payload(commitment, subject, text, at_hub,"
                     " bundle_hash) VALUES(?, ?, ?, ?, ?)")
                 .bind(payload.commitment, payload.subject, nullptr, bundle.at_hub, bundle.hash)
                 .try_execute();
    }
    return done.ok() ? advance_head() : done;
  });
  if (!status.ok()) return status.error();
  return outcome;
}

std::optional<Bundle> Log::bundle(std::string_view replica, int64_t number) {
  return one_bundle(
      database_.prepare("SELECT " BUNDLE_COLUMNS " FROM bundle WHERE replica = ? AND number = ?")
          .bind(replica, number));
}

std::optional<Bundle> Log::bundle_by_hash(std::string_view hash) {
  return one_bundle(
      database_.prepare("SELECT " BUNDLE_COLUMNS " FROM bundle WHERE hash = ?").bind(hash));
}

void Log::each_confirmed(int64_t after, int64_t limit,
                         const std::function<void(int64_t, const Bundle&)>& visit) {
  Statement& rows =
      database_
          .prepare(
              "SELECT seq, replica, number, bundle.hash, operations, first_at_millis,"
              " at_hub, bundle.text FROM place JOIN bundle ON bundle.hash = place.hash"
              " WHERE seq > ? AND seq <= ? ORDER BY seq")
          .bind(after, std::min(head().seq, after + limit));
  while (rows.step()) visit(rows.integer(0), bundle_of(rows, 1));
}

int64_t Log::confirmed_operations(int64_t after) {
  const int64_t end = head().seq;
  return one_integer(
      database_
          .prepare("SELECT sum(operations) FROM place JOIN bundle ON bundle.hash = place.hash"
                   " WHERE seq > ? AND seq <= ?")
          .bind(after, end));
}

void Log::each_unordered(std::string_view own_replica,
                         const std::function<void(const Bundle&)>& visit) {
  const int64_t end = head().seq;
  Statement& rows =
      database_
          .prepare("SELECT " BUNDLE_COLUMNS
                   " FROM bundle WHERE NOT EXISTS"
                   " (SELECT 1 FROM place WHERE place.hash = bundle.hash AND seq <= ?)"
                   " ORDER BY replica = ?, replica, number")
          .bind(end, own_replica);
  while (rows.step()) visit(bundle_of(rows, 0));
}

LogHead Log::head() {
  LogHead head;
  head.seq = one_integer(
      database_.prepare("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?").bind(kHeadSeq));
  head.head = head_at(head.seq);
  return head;
}

std::string Log::head_at(int64_t seq) {
  if (seq == 0) return base::sha256_hex("linli.head/1\n" + get("space"));
  return one_text(database_.prepare("SELECT head FROM place WHERE seq = ?").bind(seq)).value_or("");
}

base::Status Log::order(int64_t seq, std::string_view hash, std::string_view head) {
  return together([&]() -> base::Status {
    const base::Error contradiction{base::ErrorCode::wrong_chain, std::to_string(seq)};
    Statement& here = database_.prepare("SELECT hash, head FROM place WHERE seq = ?").bind(seq);
    if (here.step()) {
      const bool same = here.text(0) == hash && here.text(1) == head;
      here.reset();
      return same ? base::success() : base::Status(contradiction);
    }
    const std::string before = head_at(seq - 1);
    if (seq < 1 || (!before.empty() &&
                    head != base::sha256_hex("linli.head/1\n" + before + std::string(hash)))) {
      return contradiction;
    }
    Statement& elsewhere = database_.prepare("SELECT 1 FROM place WHERE hash = ?").bind(hash);
    if (elsewhere.step()) {
      elsewhere.reset();
      return contradiction;
    }
    const base::Status placed =
        database_.prepare("INSERT INTO place(seq, hash, head) VALUES(?, ?, ?)")
            .bind(seq, hash, head)
            .try_execute();
    return placed.ok() ? advance_head() : placed;
  });
}

base::Status Log::order_next(std::string_view hash) {
  const LogHead end = head();
  return order(end.seq + 1, hash,
               base::sha256_hex("linli.head/1\n" + end.head + std::string(hash)));
}

// Moves over places whose bundle is here. The chain is checked again at each step, because
// a receipt that came early could not be checked when it came; a wrong one is dropped.
base::Status Log::advance_head() {
  LogHead end = head();
  const int64_t begin = end.seq;
  while (true) {
    Statement& next =
        database_
            .prepare(
                "SELECT place.hash, head FROM place JOIN bundle ON bundle.hash = place.hash"
                " WHERE seq = ?")
            .bind(end.seq + 1);
    if (!next.step()) break;
    const std::string hash(next.text(0));
    const std::string head(next.text(1));
    next.reset();
    if (head != base::sha256_hex("linli.head/1\n" + end.head + hash)) {
      const base::Status dropped =
          database_.prepare("DELETE FROM place WHERE seq = ?").bind(end.seq + 1).try_execute();
      if (!dropped.ok()) return dropped;
      break;
    }
    end = {end.seq + 1, head};
  }
  return end.seq == begin ? base::success() : set(kHeadSeq, std::to_string(end.seq));
}

base::Status Log::forget_order_after(int64_t seq) {
  return together([&]() -> base::Status {
    base::Status done = database_
                            .prepare(
                                "UPDATE bundle SET at_hub = 0 WHERE hash IN"
                                " (SELECT hash FROM place WHERE seq > ?)")
                            .bind(seq)
                            .try_execute();
    if (done.ok()) {
      done = database_.prepare("DELETE FROM place WHERE seq > ?").bind(seq).try_execute();
    }
    if (done.ok() && head().seq > seq) done = set(kHeadSeq, std::to_string(seq));
    return done;
  });
}

base::Status Log::checkpoint() { return database_.run("PRAGMA wal_checkpoint(TRUNCATE)"); }

}  // namespace linli::store
