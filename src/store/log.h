// The log is the truth: operations recorded here, bundles of everybody, their order,
// private payloads and photos, in log.db. It stores text and knows no JSON. It must
// never lose or change what it once said it has, and never delete a bundle.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace linli::store {

// A private payload: `text` empty = wanted but not here (or erased). `subject` is the
// person whose erasure takes it away.
struct Payload {
  std::string commitment;
  std::string text;
  std::string subject;
};

// An operation authored here that no bundle carries yet.
struct OwnOperation {
  std::string id;
  std::string text;  // canonical
  int64_t at_millis = 0;
  std::optional<Payload> payload;
};

struct Bundle {
  std::string replica;
  int64_t number = 0;
  std::string hash;
  std::string text;
  int64_t operations = 0;
  int64_t first_at_millis = 0;  // the earliest operation's clock, to say since when it waits
  bool at_hub = false;
};

// The end of the contiguous confirmed order; `head` is the head hash of docs/formats/bundle.md.
struct LogHead {
  int64_t seq = 0;
  std::string head;
};

enum class PutBundle : uint8_t {
  stored,
  already_there,
  fork,  // another bundle of the same replica and number is here; the one that is not at the
         // hub is kept aside
};

// What the hub does not have yet.
struct Unsent {
  int64_t operations = 0;  // sealed or not
  int64_t bundles = 0;
  int64_t payloads = 0;
  int64_t blobs = 0;
  int64_t since_millis = 0;  // the device's clock at the oldest of them; 0 when nothing waits
};

class Log {
 public:
  // Opens or creates log.db; never deletes it.
  static base::Result<Log> open(const std::string& path, std::string_view key_hex = {});
  explicit Log(Database database) : database_(std::move(database)) {}
  base::Status create_schema();

  // Runs `work` in one durable commit; rolls back when it fails. May be nested.
  base::Status together(const std::function<base::Status()>& work);

  // Small facts of this replica by name: space, replica, settings … Empty when absent.
  std::string get(std::string_view key);
  base::Status set(std::string_view key, std::string_view value);

  // One durable commit. The operation counts as recorded when this returns ok.
  base::Status append(const OwnOperation& operation);

  // Operations no bundle carries, in the order of recording.
  int64_t unsealed_count();
  void each_unsealed(const std::function<void(const OwnOperation&)>& visit);

  // Makes the first `bundle.operations` unsealed operations immutable as this bundle of
  // our own. In a space that orders itself the caller orders it in the same commit.
  base::Status seal(const Bundle& bundle);
  std::optional<Bundle> last_bundle_of(std::string_view replica);
  // Another device with our key has used the numbers of our own bundles from `first_number`
  // on: these are kept aside as forks, and `operations`, theirs, wait unsealed again, before
  // whatever was recorded after them.
  base::Status take_back(std::string_view replica, int64_t first_number,
                         const std::vector<OwnOperation>& operations);
  // Of our own bundles that no hub has, the one with this number or a later one, in order.
  void each_own_not_at_hub(std::string_view replica, int64_t first_number,
                           const std::function<void(const Bundle&)>& visit);

  // Bundles of others (or our own that come back). Payloads it mentions become wanted.
  base::Result<PutBundle> put(const Bundle& bundle, const std::vector<Payload>& wanted);
  std::optional<Bundle> bundle(std::string_view replica, int64_t number);
  std::optional<Bundle> bundle_by_hash(std::string_view hash);

  // Gives a bundle its place. Receipts may come before their bundle and in any order; the
  // head moves over whatever is contiguous. A receipt that contradicts the head chain or
  // an earlier receipt is an Error wrong_chain and changes nothing.
  base::Status order(int64_t seq, std::string_view hash, std::string_view head);
  // The next place in a space that has no hub: this replica is the one that orders.
  base::Status order_next(std::string_view hash);
  LogHead head();
  std::string head_at(int64_t seq);  // empty when nothing stands there
  // After an honest restore of the hub: what it lost is no longer ordered, nor at the hub.
  base::Status forget_order_after(int64_t seq);

  // The confirmed order from `after` on, at most `limit` bundles; visit gets seq and bundle.
  void each_confirmed(int64_t after, int64_t limit,
                      const std::function<void(int64_t, const Bundle&)>& visit);
  int64_t confirmed_operations(int64_t after);
  // Sealed but without a place: others' bundles by replica and number, then our own.
  void each_unordered(std::string_view own_replica,
                      const std::function<void(const Bundle&)>& visit);

  // Toward the hub.
  Unsent unsent();
  void each_bundle_not_at_hub(int64_t limit, const std::function<void(const Bundle&)>& visit);
  base::Status mark_bundle_at_hub(std::string_view hash);
  // The hub lacks what it once had (restored, or a receipt that was not the hub's).
  base::Status mark_bundles_not_at_hub(std::string_view replica, int64_t before_number);
  void each_payload_not_at_hub(int64_t limit, const std::function<void(const Payload&)>& visit);
  base::Status mark_payload_at_hub(std::string_view commitment);
  std::vector<std::string> blobs_not_at_hub(int64_t limit);
  base::Status mark_blob_at_hub(std::string_view sha256);

  // Private payloads by commitment. False when nobody wants it here or it was erased.
  std::optional<std::string> payload(std::string_view commitment);
  // What arrives stays marked until its operation's private rows are written.
  base::Result<bool> put_payload(std::string_view commitment, std::string_view text, bool at_hub);
  int64_t wanted_payloads();
  // True when a bundle here names it.
  bool names_payload(std::string_view commitment);
  // A hub that was restored from a backup may lack anything: all is offered again.
  base::Status forget_what_the_hub_has();
  // Hashes of bundles for which payloads have arrived, smallest first.
  std::vector<std::string> bundles_with_arrivals(int64_t limit);
  base::Status mark_arrivals_folded(std::string_view bundle_hash);
  // Overwrites the texts; a later delivery is not taken again. Tells the commitments.
  base::Result<std::vector<std::string>> erase_payloads(std::string_view subject);

  // Photos by sha256.
  base::Status put_blob(std::string_view sha256, std::string_view bytes, bool at_hub);
  std::optional<std::string> blob(std::string_view sha256);
  bool has_blob(std::string_view sha256);

  // Moves the WAL into the file and empties it, so that erased text is gone from both.
  base::Status checkpoint();

 private:
  base::Status advance_head();
  base::Status set_aside(std::string_view replica, int64_t first_number);
  Database database_;
  int depth_ = 0;
};

}  // namespace linli::store
