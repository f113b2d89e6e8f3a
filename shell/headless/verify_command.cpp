#include <set>

#include "shell/headless/arguments.h"
#include "shell/headless/commands.h"
#include "sync/bundle_verify.h"

namespace linli::headless {
namespace {

// Files are verified from nothing: every chain must begin in them.
class NobodyKnown : public sync::KnownReplicas {
 public:
  std::optional<sync::KnownReplica> find(const core::ReplicaId&) const override {
    return std::nullopt;
  }
  std::string hash_of(const core::ReplicaId&, int64_t) const override { return {}; }
};

class Check {
 public:
  explicit Check(const core::SpaceId& space)
      : verifier_(space, nobody_), end_{0, sync::first_head(space)} {}

  void bundle(const sync::Bundle& bundle) {
    const std::string about = bundle.replica.str() + " " + std::to_string(bundle.number);
    const auto standing = verifier_.judge(bundle);
    if (!standing.ok()) {
      problem(about, standing.error());
    } else if (standing.value() == sync::Standing::early) {
      problem(about, {base::ErrorCode::wrong_chain, std::to_string(bundle.number)});
    } else if (standing.value() == sync::Standing::forked) {
      problem(about, {base::ErrorCode::wrong_hash, std::to_string(bundle.number)});
    } else {
      ++bundles_;
      operations_ += bundle.operation_count;
    }
    for (size_t i = 0; i < bundle.commitments.size(); ++i)
      commitments_.insert(bundle.commitments[i]);
  }

  void receipt(const sync::Receipt& receipt) {
    // Receipts of a part of the order can be compared only where they follow one another.
    if (receipt.seq != end_.seq + 1) return;
    const base::Status extended = sync::extend(end_, receipt, receipt.hash);
    if (!extended.ok()) problem("seq " + std::to_string(receipt.seq), extended.error());
  }

  void payload(const std::string& text) {
    const base::Status good = sync::check_payload(text);
    const std::string commitment = sync::payload_commitment(text);
    if (!good.ok()) return problem(commitment, good.error());
    if (commitments_.count(commitment) == 0) {
      return problem(commitment, {base::ErrorCode::wrong_hash, "payload"});
    }
    ++payloads_;
  }

  int finish() const {
    print(app::Str::tool_verified, {{"bundles", std::to_string(bundles_)},
                                    {"operations", std::to_string(operations_)},
                                    {"payloads", std::to_string(payloads_)},
                                    {"ordered", std::to_string(end_.seq)},
                                    {"problems", std::to_string(problems_)}});
    return problems_ == 0 ? 0 : 1;
  }

 private:
  void problem(const std::string& about, const base::Error& error) {
    ++problems_;
    fail(about, error);
  }

  NobodyKnown nobody_;
  sync::BundleVerifier verifier_;
  sync::OrderEnd end_;
  std::set<std::string> commitments_;
  size_t bundles_ = 0;
  size_t operations_ = 0;
  size_t payloads_ = 0;
  size_t problems_ = 0;
};

}  // namespace

int run_verify(const Words& words) {
  const Arguments arguments(words, {{}, {}});
  if (!arguments.mistake().empty()) return misuse(arguments.mistake());
  if (arguments.files().empty()) return misuse("verify");
  const auto files = read_files(arguments.files());
  if (!files.ok()) return fail("verify", files.error());
  Check check(files.value()[0].space);
  for (const sync::BundleFile& file : files.value()) {
    for (const sync::Bundle& bundle : file.bundles) check.bundle(bundle);
    for (const sync::Receipt& receipt : file.receipts) check.receipt(receipt);
  }
  for (const sync::BundleFile& file : files.value()) {
    for (const std::string& payload : file.payloads) check.payload(payload);
  }
  return check.finish();
}

}  // namespace linli::headless
