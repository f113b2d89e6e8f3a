#include <algorithm>
#include <utility>

#include "sync/session.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;

OrderEnd Session::pull_from() {
  if (!comparison_.has_value()) return log_.order_end();
  const int64_t from = comparison_->from_seq;
  return OrderEnd{from, from == 0 ? first_head(space_) : log_.head_at(from)};
}

Session::Page Session::read_page(std::string_view body, const Moment& now) {
  Page page;
  OrderEnd end = pull_from();
  if (end.seq == 0) end.head = first_head(space_);
  BundleVerifier verifier(space_, log_.known_replicas());
  const auto take_line = [&](JsonValue line) {
    // After a line that can't be taken only the head at the end still matters.
    if (page.contradicts || page.bad.has_value() || page.cut) return true;
    base::Result<Bundle> bundle = read_bundle(line.member("bundle"));
    base::Result<Receipt> receipt = read_receipt(line.member("receipt"));
    if (!bundle.ok() || !receipt.ok()) {
      page.bad = bundle.ok() ? receipt.error() : bundle.error();
      return true;
    }
    if (!extend(end, receipt.value(), bundle.value().hash).ok()) {
      page.contradicts = true;
      return true;
    }
    const base::Result<Standing> standing = verifier.judge(bundle.value());
    if (!standing.ok()) {
      page.bad = standing.error();
    } else if (standing.value() == Standing::early) {
      page.bad = Error{ErrorCode::wrong_chain, std::to_string(receipt.value().seq)};
    } else {
      // What follows in a chain that forked can be judged once the log holds the hub's side.
      page.cut = standing.value() == Standing::forked;
      page.bundles.push_back(
          {std::move(bundle).value(), std::move(receipt).value(), standing.value()});
    }
    return true;
  };
  page.end = read_lines(body, take_line, [&](JsonValue last) {
    page.more = flag_member(last, "more");
    page.head_taken = take_head(last.member("head"), now);
  });
  return page;
}

void Session::answered_pull(const Answer& answer, const Moment& now) {
  if (answer.status != 200) return failed(answer, now);
  if (comparison_.has_value() || !take_in_hand(answer.body)) return take_pull(answer.body, now);
  under_way_ = Stage::pull;
  work(now);
}

// A long answer is taken in slices, so that no frame waits for hundreds of signatures.
bool Session::take_in_hand(std::string_view body) {
  if (body.empty() || body.back() != '\n') return false;
  const size_t last = body.rfind('\n', body.size() - 2);
  if (last == std::string_view::npos || body.substr(last + 1, 6) != "{\"end\"") return false;
  if (slice_of(body.substr(0, last + 1)).lines < slice_lines_max) return false;
  in_hand_ =
      PageInHand{std::string(body.substr(0, last + 1)), 0, std::string(body.substr(last + 1))};
  return true;
}

Session::Slice Session::slice_of(std::string_view lines) {
  Slice slice;
  while (slice.lines < slice_lines_max && slice.bytes < lines.size()) {
    slice.bytes = lines.find('\n', slice.bytes) + 1;
    ++slice.lines;
  }
  return slice;
}

bool Session::work(const Moment& now) {
  if (!in_hand_.has_value()) return false;
  answered_stage_ = Stage::pull;
  const Slice slice = slice_of(std::string_view(in_hand_->lines).substr(in_hand_->taken));
  const std::string body = in_hand_->lines.substr(in_hand_->taken, slice.bytes) + in_hand_->end;
  in_hand_->taken += slice.bytes;
  const int64_t before = log_.order_end().seq;
  take_pull(body, now);
  // Whatever did not come out well is asked for again, or was told.
  const bool well = log_.order_end().seq == before + slice.lines && !comparison_.has_value();
  if (!well || in_hand_->taken == in_hand_->lines.size()) {
    in_hand_.reset();
    under_way_.reset();
  }
  return true;
}

void Session::take_pull(std::string_view body, const Moment& now) {
  const bool was_comparing = comparison_.has_value();
  const Page page = read_page(body, now);
  if (page.end == ListEnd::not_a_hub) return no_network("not_a_hub", now);
  contact(now);
  if (page.end == ListEnd::complete && !page.head_taken) return;
  want(Stage::pull);
  if (comparison_.has_value()) {
    // A new epoch: this page was asked for in the old one.
    if (!was_comparing) return;
    if (!settle_comparison(page, now)) return;
  } else if (page.contradicts) {
    return block(Error{ErrorCode::wrong_chain, std::to_string(log_.order_end().seq + 1)}, now);
  }
  if (!page.bundles.empty()) {
    if (!keep(log_.pulled(page.bundles), now)) return;
    moved(now);
  }
  if (page.bad.has_value()) {
    if (page.bad->code != ErrorCode::update_needed) return block(*page.bad, now);
    return pause(Stage::pull, *page.bad, now, pause_max_millis);
  }
  finish_pull(page, now);
}

// True when the page starts where both orders agree; our order after it has been forgotten.
bool Session::settle_comparison(const Page& page, const Moment& now) {
  const int64_t from = comparison_->from_seq;
  const bool same_end = page.end == ListEnd::complete && page.bundles.empty() &&
                        last_head_->seq == from && last_head_->head == pull_from().head;
  if (!page.bundles.empty() || same_end) {
    if (!keep(log_.forget_order_after(from), now)) return false;
    if (!keep(log_.remember_hub(comparison_->mark), now)) return false;
    comparison_.reset();
    want_all();
    return true;
  }
  if (from == 0) {
    block(page.bad.value_or(Error{ErrorCode::wrong_chain, "1"}), now);
    return false;
  }
  comparison_->from_seq = std::max<int64_t>(0, from - comparison_->step);
  comparison_->step *= 2;
  return false;
}

void Session::finish_pull(const Page& page, const Moment& now) {
  for (const OrderedBundle& one : page.bundles) {
    if (!one.bundle.commitments.empty()) want(Stage::get_payloads);
  }
  if (page.end != ListEnd::complete) {
    if (page.bundles.empty()) pause(Stage::pull, Error{ErrorCode::truncated, "pull"}, now);
    return;
  }
  const OrderEnd end = log_.order_end();
  const std::string end_head = end.seq == 0 ? first_head(space_) : end.head;
  if (page.more || last_head_->seq > end.seq) {
    // A hub that says there is more and gives nothing must not make us ask without end.
    if (page.bundles.empty()) pause(Stage::pull, Error{ErrorCode::truncated, "pull"}, now);
    return;
  }
  if (last_head_->seq == end.seq && last_head_->head == end_head) {
    if (!remember_head(now)) return;
    at(Stage::pull).wanted = false;
    blocked_.reset();
    return succeeded(Stage::pull, now);
  }
  // The hub is behind us. In a space that ordered itself it may still be getting our bundles.
  const std::string ours =
      last_head_->seq == 0 ? first_head(space_) : log_.head_at(last_head_->seq);
  const auto nothing_skipped = [](const core::ReplicaId&, int64_t) { return false; };
  if (last_head_->seq < end.seq && last_head_->head == ours &&
      !log_.bundles_to_push(nothing_skipped, 1).empty()) {
    want(Stage::push);
    return pause(Stage::pull, Error{ErrorCode::truncated, "hub_behind"}, now);
  }
  block(Error{ErrorCode::wrong_chain, std::to_string(last_head_->seq)}, now);
}

}  // namespace linli::sync
