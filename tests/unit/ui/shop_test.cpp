#include <gtest/gtest.h>

#include "app/pick_up.h"
#include "store/query_shop.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

class Shop : public BranchDesk {
 protected:
  core::ItemId offer(const std::string& name, int64_t minutes, int32_t stock) {
    core::ItemOffered item;
    item.item = desk.app().new_id<core::ItemId>();
    item.name.text = name;
    item.purse = core::Purse::coin;
    item.price = minutes;
    record(item);
    if (stock > 0) record(core::StockReceived{item.item, stock});
    return item.item;
  }
  core::RedemptionId place(const core::ItemId& item, const std::string& code) {
    const auto redemption = desk.app().new_id<core::RedemptionId>();
    record(core::RedemptionPlace{redemption, item, volunteer_, 1,
                                 app::pick_up_hash(redemption, code)});
    return redemption;
  }
  void enter(const std::string& digits) {
    for (const char digit : digits) desk.press(Role::button, std::string(1, digit));
  }
};

TEST_F(Shop, AGiftIsPutOnTheShelf) {
  desk.go("shop");
  EXPECT_TRUE(desk.shows("货架还是空的"));
  desk.press(Role::button, "上新");
  EXPECT_TRUE((desk.find(Role::button, "保存")->states & state_disabled) != 0);
  desk.type("名称", "食用油一桶");
  desk.press(Role::radio, "时间币");
  desk.type("价格", "3");
  desk.type("这次进货", "5");
  desk.expect_sound();
  desk.press(Role::button, "保存");
  const auto items = store::list_items(desk.state(), std::nullopt, 10);
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].price, 90);
  EXPECT_EQ(items[0].stock, 5);
  EXPECT_TRUE(desk.shows("还有 5 件"));
  EXPECT_TRUE(desk.shows("1.5 枚"));
  desk.press(Role::button, "修改食用油一桶");
  desk.press(Role::switch_, "放上货架");
  desk.press(Role::button, "保存");
  EXPECT_TRUE(desk.shows("下架"));
  EXPECT_TRUE((desk.find(Role::button, "兑换")->states & state_disabled) != 0);
}

TEST_F(Shop, ARedemptionHoldsGivesACodeAndIsHandedOver) {
  earn(volunteer_, 9 * 60, 120);
  const core::ItemId item = offer("食用油一桶", 90, 3);
  desk.go("coins/" + volunteer_.str());
  desk.press(Role::button, "去兑换");
  desk.press(Role::button, "兑换");
  EXPECT_EQ(desk.route(), "shop/" + item.str() + "?person=" + volunteer_.str());
  EXPECT_TRUE(desk.shows("李秀英"));
  EXPECT_TRUE(desk.shows("0.5 枚"));
  desk.press(Role::button, "确定兑换");
  EXPECT_TRUE(desk.shows("兑换成功")) << desk.listing();
  std::string code;
  for (const Node& node : desk.nodes()) {
    if (node.name.size() == 7 && node.name[3] == ' ') {
      code = node.name.substr(0, 3) + node.name.substr(4);
    }
  }
  ASSERT_EQ(code.size(), 6u) << desk.listing();
  EXPECT_EQ(balances(volunteer_).coin.posted, 120);
  EXPECT_EQ(balances(volunteer_).coin.held, 90);
  EXPECT_EQ(store::find_item(desk.state(), item)->left(), 2);

  desk.press(Role::button, "领取");
  EXPECT_EQ(desk.route(), "shop/open");
  desk.press(Role::button, "李秀英");
  const std::string wrong = code == "000000" ? "111111" : "000000";
  enter(wrong);
  EXPECT_TRUE(desk.shows("取货码不对"));
  enter(code);
  EXPECT_TRUE(desk.shows("没有等着领取的")) << desk.listing();
  EXPECT_TRUE(desk.shows("已领取"));
  EXPECT_EQ(balances(volunteer_).coin.posted, 30);
  EXPECT_EQ(balances(volunteer_).coin.held, 0);
  EXPECT_EQ(store::find_item(desk.state(), item)->stock, 2);
  expect_ledger_sound();
}

TEST_F(Shop, WithoutEnoughCoinsTheFigureIsSaidBeforeAndAfter) {
  earn(volunteer_, 9 * 60, 60);
  const core::ItemId item = offer("食用油一桶", 90, 3);
  desk.go("shop/" + item.str() + "?person=" + volunteer_.str());
  EXPECT_TRUE(desk.shows("还差 0.5 枚"));
  desk.press(Role::button, "确定兑换");
  EXPECT_TRUE(desk.shows("时间币不够，还差 0.5 枚")) << desk.listing();
  EXPECT_EQ(balances(volunteer_).coin.held, 0);
  EXPECT_TRUE(store::open_redemptions(desk.state(), std::nullopt, 10).empty());
}

TEST_F(Shop, MoreThanTheStockIsRefusedWithWhatIsLeft) {
  earn(volunteer_, 9 * 60, 120);
  const core::ItemId item = offer("毛巾", 30, 2);
  desk.go("shop/" + item.str() + "?person=" + volunteer_.str());
  desk.type("件数", "3");
  desk.press(Role::button, "确定兑换");
  EXPECT_TRUE(desk.shows("库存不够，只剩 2 件"));
}

TEST_F(Shop, ACancelledRedemptionGivesAllBack) {
  earn(volunteer_, 9 * 60, 120);
  const core::ItemId item = offer("毛巾", 30, 2);
  place(item, "123456");
  desk.go("shop/open");
  desk.press(Role::button, "李秀英");
  desk.press(Role::button, "取消兑换");
  EXPECT_TRUE(desk.shows("库存会放回"));
  desk.press(Role::button, "取消兑换");
  EXPECT_TRUE(desk.shows("已取消，全部退回"));
  EXPECT_EQ(balances(volunteer_).coin.held, 0);
  EXPECT_EQ(store::find_item(desk.state(), item)->left(), 2);
}

TEST_F(Shop, WithoutTheCodeItIsHandedOverToThePersonInSight) {
  earn(volunteer_, 9 * 60, 120);
  place(offer("毛巾", 30, 2), "123456");
  desk.go("shop/open");
  desk.press(Role::button, "李秀英");
  desk.press(Role::button, "本人到场，没有取货码");
  EXPECT_TRUE(desk.shows("请核对本人身份"));
  desk.press(Role::button, "领取");
  EXPECT_EQ(balances(volunteer_).coin.posted, 90);
  expect_ledger_sound();
}

TEST_F(Shop, AnAddressThatNamesNoItemSaysSo) {
  desk.go("shop/i_01JD0000000000000000000000");
  EXPECT_TRUE(desk.shows("没有找到这件兑换品"));
}

}  // namespace
}  // namespace linli::ui
