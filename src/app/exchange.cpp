#include "app/exchange.h"

#include <algorithm>
#include <set>

#include "app/hub_log.h"

namespace linli::app {
namespace {

// Enough of the id for a person to tell two branches' files apart.
std::string short_space(const core::SpaceId& space) {
  std::string text = space.str();
  text = text.substr(text.size() > 6 ? text.size() - 6 : 0);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

class Exporter::Parts {
 public:
  explicit Parts(App& app) : app_(app) {}

  void add(const store::Bundle& bundle, std::optional<int64_t> seq) {
    bundles.push_back(bundle.text);
    operations += bundle.operations;
    if (seq && bundle.at_hub) {
      receipts.push_back({core::ReplicaId(bundle.replica), bundle.number, *seq, bundle.hash, ""});
    }
    const auto read = sync::read_bundle(bundle.text);
    if (!read) return;
    for (const std::string& commitment : read.value().commitments) {
      if (!added_.insert(commitment).second) continue;
      if (auto text = app_.log().payload(commitment)) payloads.push_back(*std::move(text));
    }
  }

  std::vector<std::string> bundles;
  std::vector<std::string> payloads;
  std::vector<sync::Receipt> receipts;
  int64_t operations = 0;

 private:
  App& app_;
  std::set<std::string> added_;
};

Exporter::Exporter(App& app, ExportWhat what)
    : app_(app),
      what_(what),
      parts_(std::make_unique<Parts>(app)),
      last_seq_(app.log().head().seq) {}

Exporter::~Exporter() = default;

bool Exporter::step(int64_t bundles_max) {
  app_.log().each_confirmed(seq_, bundles_max, [&](int64_t seq, const store::Bundle& bundle) {
    if (seq > last_seq_) return;
    if (what_ == ExportWhat::everything || !bundle.at_hub) parts_->add(bundle, seq);
  });
  seq_ = std::min(seq_ + bundles_max, last_seq_);
  return seq_ < last_seq_;
}

ExportedFile Exporter::finish() {
  store::Log& log = app_.log();
  log.each_unordered(app_.identity().replica.view(), [&](const store::Bundle& bundle) {
    if (what_ == ExportWhat::everything || !bundle.at_hub) parts_->add(bundle, std::nullopt);
  });
  for (sync::Receipt& receipt : parts_->receipts) receipt.head = log.head_at(receipt.seq);
  // Without the hub's signature under them receipts prove nothing to anybody.
  const std::string head_text = log.get(hub_head_name);
  if (head_text.empty()) parts_->receipts.clear();

  ExportedFile file;
  file.name = "linli-" + short_space(app_.identity().space) + "-" + base::to_text(app_.today()) +
              ".linli.json";
  file.bundles = static_cast<int64_t>(parts_->bundles.size());
  file.operations = parts_->operations;
  file.text =
      sync::write_file(app_.identity().space, parts_->bundles, parts_->payloads, parts_->receipts,
                       parts_->receipts.empty() ? std::string() : head_text);
  return file;
}

ExportedFile export_file(App& app, ExportWhat what) {
  constexpr int64_t bundles_per_step = 1000;
  Exporter exporter(app, what);
  while (exporter.step(bundles_per_step)) {
  }
  return exporter.finish();
}

namespace {

// The receipts that this space's own hub has signed for.
std::vector<sync::Receipt> believable_receipts(App& app, const sync::BundleFile& file) {
  const sync::HubMark known = HubLog(app).hub_mark();
  if (!file.head || known.hub_key.empty() || file.head->hub_key != known.hub_key ||
      file.head->epoch < known.epoch) {
    return {};
  }
  return sync::proven_receipts(file.receipts, *file.head,
                               [&app](int64_t seq) { return app.log().head_at(seq); });
}

}  // namespace

base::Result<ImportedFile> ImportedFile::read(App& app, std::string_view text) {
  auto file = sync::read_file(text);
  if (!file) return file.error();
  if (file.value().space != app.identity().space) {
    return base::Error{base::ErrorCode::wrong_space, file.value().space.str()};
  }
  ImportedFile imported;
  imported.file_ = std::move(file).value();
  const size_t receipts_in_file = imported.file_.receipts.size();
  imported.file_.receipts = believable_receipts(app, imported.file_);
  const sync::BundleFile& content = imported.file_;
  FileSummary& summary = imported.summary_;

  std::set<std::string> with_receipt;
  for (const sync::Receipt& receipt : content.receipts) with_receipt.insert(receipt.hash);
  for (const sync::Bundle& bundle : content.bundles) {
    summary.operations += static_cast<int64_t>(bundle.operation_count);
    const auto& seen = summary.replicas;
    if (std::find(seen.begin(), seen.end(), bundle.replica) == seen.end()) {
      summary.replicas.push_back(bundle.replica);
    }
    const auto here = app.log().bundle_by_hash(bundle.hash);
    if (with_receipt.count(bundle.hash) == 0 && !(here && here->at_hub)) {
      ++summary.not_at_hub_bundles;
    }
  }
  summary.bundles = static_cast<int64_t>(content.bundles.size());
  summary.unproven_receipts = static_cast<int64_t>(receipts_in_file - content.receipts.size());
  for (const std::string& payload : content.payloads) {
    if (!app.log().payload(sync::payload_commitment(payload))) ++summary.payloads;
  }
  for (const sync::Receipt& receipt : content.receipts) {
    const auto here = app.log().bundle_by_hash(receipt.hash);
    const bool known = here && here->at_hub && app.log().head_at(receipt.seq) == receipt.head;
    if (!known) ++summary.receipts;
  }
  Taken judged = Intake(app).look_at(content.bundles);
  summary.new_bundles = judged.stored_bundles;
  summary.new_operations = judged.stored_operations;
  summary.early_bundles = judged.early_bundles;
  summary.forked_bundles = judged.forked_bundles;
  summary.refused = std::move(judged.refused);
  return imported;
}

base::Result<Taken> ImportedFile::take(App& app) const {
  Intake intake(app);
  auto taken = intake.take(file_.bundles, file_.receipts, Origin::file);
  if (!taken) return taken;
  const auto payloads = intake.take_payloads(file_.payloads, Origin::file);
  if (!payloads) return payloads.error();
  taken.value().payloads = payloads.value();
  (void)app.projector().confirm();
  return taken;
}

}  // namespace linli::app
