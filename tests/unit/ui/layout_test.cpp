#include "stage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"

namespace linli::ui {
namespace {

TEST(Layout, KeepsTheButtonsOfADialogInOneLineAtTheFarEnd) {
  WidgetStage stage([](Ui& ui) {
    const Row row(ui, {.align = Align::end});
    button(ui, "no", "取消");
    button(ui, "yes", "资助时间币");
  });
  stage.settle();
  const Rect no = stage.node(Role::button, "取消").rect;
  const Rect yes = stage.node(Role::button, "资助时间币").rect;
  EXPECT_EQ(no.y, yes.y);
  EXPECT_LT(no.x + no.width, yes.x);
  EXPECT_GT(no.x, 400);
}

TEST(Layout, MovesTheActionsOfAHeaderTogether) {
  for (const float width : {1366.0f, 390.0f}) {
    WidgetStage stage(
        [](Ui& ui) {
          const Row row(ui);
          heading(ui, "title", "服务记录", 1);
          spacer(ui);
          button(ui, "all", "通过二十三条");
          button(ui, "new", "上报服务");
        },
        width);
    stage.settle();
    const Rect title = stage.node(Role::heading, "服务记录").rect;
    const Rect all = stage.node(Role::button, "通过二十三条").rect;
    const Rect one = stage.node(Role::button, "上报服务").rect;
    EXPECT_EQ(all.y, one.y) << width;
    EXPECT_EQ(all.y >= title.y + title.height, width < 600) << width;
  }
}

TEST(ListRow, TakesTwoLinesOnlyWhereOneIsNotEnough) {
  const std::string words = "138****5594 · 志愿者 · 大方家站 · 每周二上午和周四下午都有空，会理发";
  for (const float width : {1366.0f, 390.0f}) {
    float high = 0;
    WidgetStage stage(
        [&](Ui& ui) {
          const List list(ui, "list", "人员");
          list_row(ui, "one", "白玉琴", {.second = words});
          high = list_row_height(ui, 1);
        },
        width);
    stage.settle();
    const Rect row = stage.node(Role::button, "白玉琴, " + words).rect;
    EXPECT_EQ(row.height > high, width < 600) << width;
  }
}

}  // namespace
}  // namespace linli::ui
