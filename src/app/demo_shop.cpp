#include "app/demo_cast.h"
#include "base/crypto.h"

namespace linli::app {
namespace {

constexpr int32_t founded = -demo_days - 10;

struct Offered {
  core::ItemId item;
  core::Purse purse = core::Purse::points;
  int32_t price = 0;
  int32_t left = 0;  // pieces that may still go; services have no end
};

std::vector<Offered> write_items(const DemoPlan& plan, DemoStream& stream, const DemoCast& cast) {
  std::vector<Offered> offered;
  for (const DemoItem& item : plan.items) {
    core::ItemOffered body;
    body.item = stream.new_id<core::ItemId>();
    body.name.text = item.name;
    body.item_kind = item.minutes > 0 ? core::ItemKind::service : core::ItemKind::gift;
    body.purse = item.minutes > 0 ? core::Purse::coin : core::Purse::points;
    body.price = item.minutes > 0 ? item.minutes : item.points;
    body.cost_fen = item.cost_fen;
    stream.add({founded + 4, 700}, cast.administrator, body);
    if (item.stock > 0) {
      stream.add({founded + 4, 701}, cast.administrator,
                 core::StockReceived{body.item, item.stock});
    }
    if (item.off_shelf) {
      body.shelf = core::ShelfState::off_shelf;
      stream.add({-20, 702}, cast.administrator, body);
    } else {
      offered.push_back({body.item, body.purse, static_cast<int32_t>(body.price),
                         item.stock > 0 ? item.stock - 2 : INT32_MAX});
    }
  }
  return offered;
}

// What somebody may spend by a day, a little less than they have, so that nearly every
// redemption of the demo is possible.
class Spending {
 public:
  explicit Spending(const DemoCast& cast) : cast_(cast) {}

  bool spend(const core::PersonId& person, int32_t day, Offered& offered) {
    const auto found = cast_.credited.find(person.str());
    if (found == cast_.credited.end()) return false;
    int32_t earned = 0;
    for (const auto& [credited_day, minutes] : found->second) {
      if (credited_day < day) earned += minutes;
    }
    const bool coins = offered.purse == core::Purse::coin;
    int32_t& spent = (coins ? coins_ : points_)[person.str()];
    const int32_t have = (coins ? earned : earned / 60 - 1) - spent;
    if (earned < 180 || have < offered.price || offered.left == 0) return false;
    spent += offered.price;
    --offered.left;
    return true;
  }

 private:
  const DemoCast& cast_;
  std::map<std::string, int32_t> coins_;
  std::map<std::string, int32_t> points_;
};

core::RedemptionPlace place(DemoStream& stream, const core::PersonId& person,
                            const core::ItemId& item) {
  core::RedemptionPlace body;
  body.redemption = stream.new_id<core::RedemptionId>();
  body.item = item;
  body.person = person;
  body.quantity = 1;
  body.code_hash.hex =
      base::sha256_hex("linli.pick_up/1\n" + body.redemption.str() + "\n" + stream.digits(6));
  return body;
}

void write_redemptions(DemoStream& stream, const DemoCast& cast, std::vector<Offered> offered) {
  DemoRandom& random = stream.random();
  Spending spending(cast);
  for (int32_t day = -60; day < 0; ++day) {
    for (int tries = 0; tries < 4; ++tries) {
      const DemoPerson& volunteer = random.pick(cast.volunteers);
      Offered& item = random.pick(offered);
      if (!spending.spend(volunteer.person, day, item)) continue;
      const int32_t minute = random.between(560, 680);
      const core::RedemptionPlace body = place(stream, volunteer.person, item.item);
      stream.add({day, minute}, cast.cashier, body);
      if (day > -4) continue;  // waits to be picked up
      if (random.chance(40)) {
        stream.add({day + 1, minute}, cast.cashier, core::RedemptionCancel{body.redemption});
        continue;
      }
      const core::RedemptionHandedOver handed_over{body.redemption};
      stream.add({day + 1, minute}, cast.cashier, handed_over);
      if (random.chance(20)) stream.add({day + 1, minute + 3}, cast.coordinators[0], handed_over);
    }
  }
  // Somebody new asks for what costs most.
  for (int i = 0; i < 3; ++i) {
    const DemoPerson& volunteer =
        cast.volunteers[cast.volunteers.size() - 1 - static_cast<size_t>(i)];
    stream.add({-3 + i, 700}, cast.cashier, place(stream, volunteer.person, offered[4].item));
  }
}

void write_gifts(DemoStream& stream, const DemoCast& cast) {
  DemoRandom& random = stream.random();
  for (int i = 0; i < 12; ++i) {
    const DemoPerson& from = random.pick(cast.volunteers);
    const int32_t day = random.between(-30, -2);
    if (from.joined >= day) continue;
    if (i % 2 == 0) {
      stream.add({day, 1000}, from.person,
                 core::CoinsDonate{from.person, cast.funds[1], 30 * random.between(1, 2)});
    } else {
      stream.add({day, 1000}, from.person,
                 core::CoinsGive{from.person, random.pick(cast.recipients).person, 60});
    }
  }
}

}  // namespace

void write_demo_shop(const DemoPlan& plan, DemoStream& stream, DemoCast& cast) {
  const std::vector<Offered> offered = write_items(plan, stream, cast);
  write_redemptions(stream, cast, offered);
  write_gifts(stream, cast);
}

}  // namespace linli::app
