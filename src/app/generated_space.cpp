#include "app/generated_space.h"

#include <utility>

#include "sync/operation_codec.h"
#include "sync/seal.h"

namespace linli::app {
namespace {

class Sealer {
 public:
  Sealer(const Generator& generator, GeneratedSpace& space)
      : generator_(generator), space_(space), order_{0, sync::first_head(generator.space())} {
    for (const GeneratedReplica& replica : generator.replicas()) {
      ends_.push_back({generator.space(), replica.id, 0, {}});
    }
  }

  void seal(size_t replica, const std::vector<std::string>& operations) {
    sync::ChainEnd& end = ends_[replica];
    for (size_t from = 0; from < operations.size();) {
      const sync::UnsignedBundle cut = sync::cut_bundle(end, operations, from);
      space_.bundle_texts.push_back(sync::sealed_text(
          cut, base::ed25519_sign(cut.signed_bytes, generator_.replicas()[replica].key)));
      end.last_number = cut.number;
      end.last_hash = cut.hash;
      order_ = {order_.seq + 1, sync::next_head(order_.head, cut.hash)};
      space_.receipts.push_back({end.replica, cut.number, order_.seq, cut.hash, order_.head});
      from += cut.operation_count;
    }
  }

 private:
  const Generator& generator_;
  GeneratedSpace& space_;
  std::vector<sync::ChainEnd> ends_;
  sync::OrderEnd order_;
};

}  // namespace

GeneratedSpace generate_space(const GeneratorPlan& plan) {
  Generator generator(plan);
  GeneratedSpace space;
  space.space = generator.space();
  Sealer sealer(generator, space);
  std::vector<std::string> run;
  size_t replica = 0;
  while (std::optional<Generated> one = generator.next()) {
    if (one->replica != replica) {
      sealer.seal(replica, run);
      run.clear();
      replica = one->replica;
    }
    sync::WrittenOperation written = sync::write_operation(one->operation, one->salt);
    run.push_back(std::move(written.text));
    if (!written.payload.empty()) space.payload_texts.push_back(std::move(written.payload));
    ++space.operations;
  }
  sealer.seal(replica, run);
  return space;
}

}  // namespace linli::app
