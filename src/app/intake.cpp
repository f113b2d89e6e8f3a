#include "app/intake.h"

#include <algorithm>

#include "app/payload_subject.h"

namespace linli::app {
namespace {

// Earliest clock of the bundle's operations, and whom each payload is about.
struct Contents {
  int64_t first_at_millis = 0;
  std::vector<store::Payload> wanted;
};

Contents contents_of(const sync::Bundle& bundle) {
  Contents contents;
  sync::BundleOperations operations;
  if (!operations.open(bundle.text)) return contents;
  for (size_t i = 0; i < operations.count(); ++i) {
    const auto envelope = operations.envelope(i);
    if (!envelope) continue;
    const int64_t at = envelope.value().at_millis;
    contents.first_at_millis = i == 0 ? at : std::min(contents.first_at_millis, at);
    if (envelope.value().commitment.empty()) continue;
    // A kind that this version cannot read still has its payload kept.
    const auto read = operations.read(i);
    std::string subject;
    if (read) subject = payload_subject(read.value().operation.body);
    contents.wanted.push_back({envelope.value().commitment, "", std::move(subject)});
  }
  return contents;
}

}  // namespace

std::optional<sync::KnownReplica> LogReplicas::find(const core::ReplicaId& replica) const {
  const auto first = log_.bundle(replica.view(), 1);
  if (!first) return std::nullopt;
  const auto opened = sync::read_bundle(first->text);
  if (!opened) return std::nullopt;
  const auto last = log_.last_bundle_of(replica.view());
  return sync::KnownReplica{opened.value().opening.public_key, last->number, last->hash};
}

std::string LogReplicas::hash_of(const core::ReplicaId& replica, int64_t number) const {
  const auto bundle = log_.bundle(replica.view(), number);
  return bundle ? bundle->hash : std::string();
}

store::Bundle stored_form(const sync::Bundle& bundle, bool at_hub) {
  store::Bundle stored;
  stored.replica = bundle.replica.str();
  stored.number = bundle.number;
  stored.hash = bundle.hash;
  stored.text = bundle.text;
  stored.operations = static_cast<int64_t>(bundle.operation_count);
  stored.at_hub = at_hub;
  return stored;
}

Taken Intake::look_at(const std::vector<sync::Bundle>& bundles) const {
  const LogReplicas known(app_.log());
  sync::BundleVerifier verifier(app_.identity().space, known);
  Taken taken;
  for (const sync::Bundle& bundle : bundles) {
    const auto standing = verifier.judge(bundle);
    if (!standing) {
      taken.refused.push_back(standing.error());
      continue;
    }
    switch (standing.value()) {
      case sync::Standing::next:
        ++taken.stored_bundles;
        taken.stored_operations += static_cast<int64_t>(bundle.operation_count);
        break;
      case sync::Standing::repeated:
        ++taken.repeated_bundles;
        break;
      case sync::Standing::early:
        ++taken.early_bundles;
        break;
      case sync::Standing::forked:
        ++taken.forked_bundles;
        break;
    }
  }
  return taken;
}

base::Result<Taken> Intake::take(const std::vector<sync::Bundle>& bundles,
                                 const std::vector<sync::Receipt>& receipts, Origin origin) {
  store::Log& log = app_.log();
  const LogReplicas known(log);
  sync::BundleVerifier verifier(app_.identity().space, known);
  Taken taken;
  const base::Status done = log.together([&]() -> base::Status {
    for (const sync::Bundle& bundle : bundles) {
      const auto standing = verifier.judge(bundle);
      if (!standing) {
        taken.refused.push_back(standing.error());
        continue;
      }
      if (standing.value() == sync::Standing::early) {
        ++taken.early_bundles;
        continue;
      }
      Contents contents = contents_of(bundle);
      store::Bundle stored = stored_form(bundle, origin == Origin::hub);
      stored.first_at_millis = contents.first_at_millis;
      const auto put = log.put(stored, contents.wanted);
      if (!put) return put.error();
      switch (put.value()) {
        case store::PutBundle::stored:
          ++taken.stored_bundles;
          taken.stored_operations += stored.operations;
          if (app_.identity().self_ordered) {
            if (auto placed = log.order_next(stored.hash); !placed) return placed;
          }
          break;
        case store::PutBundle::already_there:
          ++taken.repeated_bundles;
          break;
        case store::PutBundle::fork:
          ++taken.forked_bundles;
          break;
      }
    }
    for (const sync::Receipt& receipt : receipts) {
      if (auto placed = log.order(receipt.seq, receipt.hash, receipt.head); !placed) return placed;
      // Whoever carries a receipt proves that the hub has the bundle.
      if (auto marked = log.mark_bundle_at_hub(receipt.hash); !marked) return marked;
      ++taken.receipts;
    }
    return base::success();
  });
  if (!done) return done.error();
  return taken;
}

base::Result<int64_t> Intake::take_payloads(const std::vector<std::string>& texts, Origin origin) {
  int64_t kept = 0;
  const base::Status done = app_.log().together([&]() -> base::Status {
    for (const std::string& text : texts) {
      const auto put =
          app_.log().put_payload(sync::payload_commitment(text), text, origin == Origin::hub);
      if (!put) return put.error();
      if (put.value()) ++kept;
    }
    return base::success();
  });
  if (!done) return done.error();
  return kept;
}

}  // namespace linli::app
