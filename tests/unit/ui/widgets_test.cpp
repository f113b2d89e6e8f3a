#include "stage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/pin_pad.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {
namespace {

TEST(Button, IsPressedByPointerAndByTwin) {
  int pressed = 0;
  WidgetStage stage([&](Ui& ui) { pressed += button(ui, "go", "签到") ? 1 : 0; });
  stage.settle();
  stage.click(stage.node(Role::button, "签到"));
  EXPECT_EQ(pressed, 1);
  stage.twin(TwinEvent::Kind::activate, stage.node(Role::button, "签到").id);
  EXPECT_EQ(pressed, 2);
}

TEST(Button, DoesNothingWhileDisabledOrBusy) {
  int pressed = 0;
  WidgetStage stage([&](Ui& ui) {
    pressed += button(ui, "off", "一", {.disabled = true}) ? 1 : 0;
    pressed += button(ui, "busy", "二", {.busy = true}) ? 1 : 0;
  });
  stage.settle(3);
  for (const char* name : {"一", "二"}) {
    stage.click(stage.node(Role::button, name));
    stage.twin(TwinEvent::Kind::activate, stage.node(Role::button, name).id);
    EXPECT_TRUE(stage.node(Role::button, name).states & state_disabled);
  }
  EXPECT_EQ(pressed, 0);
}

TEST(TextField, TakesTheTypedTextAndKeepsItsLimit) {
  std::string value;
  int entered = 0;
  WidgetStage stage([&](Ui& ui) {
    const FieldResult result =
        text_field(ui, "name", "姓名", value, {.required = true, .length_max = 4});
    entered += result.entered ? 1 : 0;
  });
  stage.settle();
  const uint32_t id = stage.node(Role::text_field, "姓名").id;
  stage.twin(TwinEvent::Kind::focus, id);
  stage.twin(TwinEvent::Kind::text, id, "欧阳修𬱖文");
  EXPECT_EQ(value, "欧阳修𬱖");
  stage.twin(TwinEvent::Kind::text, id, "\xFF");
  EXPECT_EQ(value, "欧阳修𬱖");
  stage.twin(TwinEvent::Kind::enter, id);
  EXPECT_EQ(entered, 1);
  const Node& node = stage.node(Role::text_field, "姓名");
  EXPECT_EQ(node.value, value);
  EXPECT_TRUE(node.states & state_required);
  EXPECT_GE(node.text_size, 16);
}

TEST(TextField, AsksForTheKeyboardWhenItIsPressed) {
  std::string value;
  bool asked = false;
  WidgetStage* shown = nullptr;
  WidgetStage stage([&](Ui& ui) {
    text_field(ui, "name", "姓名", value);
    for (const Node& node : shown->semantics().nodes()) {
      asked = asked || (node.states & state_focused) != 0;
    }
  });
  shown = &stage;
  stage.settle();
  EXPECT_FALSE(asked);
  stage.click(stage.node(Role::text_field, "姓名"));
  EXPECT_TRUE(asked);
}

TEST(TextField, SearchCanBeCleared) {
  std::string value = "陪诊";
  WidgetStage stage([&](Ui& ui) { search_field(ui, "search", "搜索", value); });
  stage.settle();
  stage.click(stage.node(Role::button, "清除"));
  EXPECT_EQ(value, "");
}

TEST(Toggles, ChangeOncePerPress) {
  bool box = false;
  bool knob = true;
  bool filter = false;
  WidgetStage stage([&](Ui& ui) {
    checkbox(ui, "a", "独居", box);
    switch_row(ui, "b", "朗读", knob);
    chip(ui, "c", "陪诊", filter);
  });
  stage.settle();
  stage.click(stage.node(Role::checkbox, "独居"));
  stage.click(stage.node(Role::switch_, "朗读"));
  stage.twin(TwinEvent::Kind::activate, stage.node(Role::checkbox, "陪诊").id);
  EXPECT_TRUE(box);
  EXPECT_FALSE(knob);
  EXPECT_TRUE(filter);
  EXPECT_TRUE(stage.node(Role::checkbox, "独居").states & state_checked);
}

TEST(Choices, ChooseOneOfSeveral) {
  int segment = 0;
  int radio = -1;
  int tab = 0;
  const Choices choices = {"陪诊", "助洁", "代购"};
  WidgetStage stage([&](Ui& ui) {
    segmented(ui, "s", "一", segment, choices);
    tabs(ui, "t", "二", tab, choices);
    radio_list(ui, "r", "三", radio, {"甲", "乙"});
  });
  stage.settle();
  stage.click(stage.node(Role::radio, "代购"));
  stage.click(stage.node(Role::tab, "助洁"));
  stage.click(stage.node(Role::radio, "乙"));
  EXPECT_EQ(segment, 2);
  EXPECT_EQ(tab, 1);
  EXPECT_EQ(radio, 1);
}

TEST(Select, OpensChoosesAndCloses) {
  for (const float width : {800.0f, 390.0f}) {
    int chosen = -1;
    WidgetStage stage(
        [&](Ui& ui) {
          select(ui, "kind", "类型", chosen, {"陪诊", "助洁", "代购"});
        },
        width);
    stage.settle();
    EXPECT_FALSE(stage.has(Role::option, "助洁"));
    stage.click(stage.node(Role::combo_box, "类型"));
    ASSERT_TRUE(stage.has(Role::option, "助洁"));
    EXPECT_TRUE(stage.node(Role::combo_box, "类型").states & state_expanded);
    stage.click(stage.node(Role::option, "助洁"));
    EXPECT_EQ(chosen, 1);
    EXPECT_FALSE(stage.has(Role::option, "助洁"));
    EXPECT_EQ(stage.node(Role::combo_box, "类型").value, "助洁");
  }
}

TEST(Select, AClickBesideItOrEscapeClosesIt) {
  int chosen = 0;
  int below = 0;
  WidgetStage stage([&](Ui& ui) {
    select(ui, "kind", "类型", chosen, {"陪诊", "助洁"});
    gap(ui, 300);
    below += button(ui, "below", "下面") ? 1 : 0;
  });
  stage.settle();
  stage.click(stage.node(Role::combo_box, "类型"));
  stage.click(stage.node(Role::button, "下面"));
  EXPECT_FALSE(stage.has(Role::option, "助洁"));
  EXPECT_EQ(below, 0);
  stage.click(stage.node(Role::button, "下面"));
  EXPECT_EQ(below, 1);
  stage.click(stage.node(Role::combo_box, "类型"));
  stage.twin(TwinEvent::Kind::escape, stage.node(Role::combo_box, "类型").id);
  EXPECT_FALSE(stage.has(Role::option, "助洁"));
}

TEST(Dialog, HoldsEverythingBelowAndAnswersOnce) {
  bool open = false;
  int below = 0;
  int yes = 0;
  int no = 0;
  WidgetStage stage([&](Ui& ui) {
    below += button(ui, "below", "删除…") ? 1 : 0;
    const Answer answer = ask(ui, "ask", "删除？", "不能恢复。", "删除", open, true);
    yes += answer == Answer::yes ? 1 : 0;
    no += answer == Answer::no ? 1 : 0;
  });
  stage.settle();
  open = true;
  stage.settle();
  const Node& dialog = stage.node(Role::dialog, "删除？");
  EXPECT_EQ(dialog.parent, -1);
  EXPECT_TRUE(dialog.states & state_modal);
  EXPECT_GT(dialog.rect.height, 100);
  stage.click(stage.node(Role::button, "删除"));
  EXPECT_EQ(yes, 1);
  EXPECT_FALSE(open);
  open = true;
  stage.settle();
  stage.click(20, 590);  // beside it
  EXPECT_EQ(no, 1);
  EXPECT_FALSE(open);
  EXPECT_EQ(below, 0);
  open = true;
  stage.settle();
  stage.twin(TwinEvent::Kind::escape, 0);
  EXPECT_EQ(no, 2);
  EXPECT_FALSE(open);
}

TEST(NumberStepper, StepsTypesAndStaysInItsBounds) {
  int64_t value = 90;
  WidgetStage stage([&](Ui& ui) {
    number_stepper(ui, "m", "时长", value, {.least = 15, .most = 120, .step = 15});
  });
  stage.settle();
  stage.click(stage.node(Role::button, "时长 增加"));
  stage.click(stage.node(Role::button, "时长 增加"));
  stage.click(stage.node(Role::button, "时长 增加"));
  EXPECT_EQ(value, 120);
  const uint32_t id = stage.node(Role::text_field, "时长").id;
  stage.twin(TwinEvent::Kind::focus, id);
  stage.twin(TwinEvent::Kind::text, id, "45");
  EXPECT_EQ(value, 45);
  stage.twin(TwinEvent::Kind::text, id, "四");
  EXPECT_EQ(value, 45);
}

TEST(DateField, ChoosesADayWithinItsBounds) {
  std::optional<base::Day> day;
  const base::Day today = base::day_of({2026, 11, 22});
  WidgetStage stage([&](Ui& ui) { date_field(ui, "d", "日期", day, today, {.least = today}); }, 800,
                    900);
  stage.settle();
  stage.click(stage.node(Role::combo_box, "日期"));
  stage.click(stage.node(Role::option, "2026年11月21日 周六"));
  EXPECT_FALSE(day.has_value());
  stage.click(stage.node(Role::button, "下个月"));
  stage.click(stage.node(Role::option, "2026年12月31日 周四"));
  ASSERT_TRUE(day.has_value());
  EXPECT_EQ(base::to_text(*day), "2026-12-31");
  EXPECT_EQ(stage.node(Role::combo_box, "日期").value, "12月31日 周四");
}

TEST(TimeField, ChoosesHourAndMinute) {
  std::optional<int32_t> minute;
  WidgetStage stage([&](Ui& ui) { time_field(ui, "t", "时间", minute); }, 800, 900);
  stage.settle();
  stage.click(stage.node(Role::combo_box, "时间"));
  stage.click(stage.node(Role::option, "14 时"));
  stage.click(stage.node(Role::option, "30 分"));
  ASSERT_TRUE(minute.has_value());
  EXPECT_EQ(*minute, 14 * 60 + 30);
  EXPECT_FALSE(stage.has(Role::option, "14 时"));
}

TEST(PinPad, TypesErasesAndNeverSaysTheDigits) {
  std::string digits;
  WidgetStage stage([&](Ui& ui) { pin_pad(ui, "pin", "口令", digits, {.length_max = 3}); }, 800,
                    900);
  stage.settle();
  for (const char* key : {"1", "9", "0", "5"}) {
    stage.click(stage.node(Role::button, key));
  }
  EXPECT_EQ(digits, "190");
  stage.click(stage.node(Role::button, "删除一位"));
  EXPECT_EQ(digits, "19");
  for (const Node& node : stage.semantics().nodes()) {
    EXPECT_EQ(node.value.find("19"), std::string::npos);
  }
}

TEST(Link, GoesToItsRoute) {
  WidgetStage stage([](Ui& ui) { link(ui, "a", "记录", "records/r_1"); });
  stage.settle();
  stage.click(stage.node(Role::link, "记录"));
  EXPECT_EQ(stage.went, "records/r_1");
}

TEST(Table, AsksOnlyForTheRowsInSight) {
  for (const float width : {1200.0f, 390.0f}) {
    int64_t asked_most = 0;
    int64_t pressed = -1;
    TableSort sort;
    const std::vector<TableColumn> columns = {{.title = "姓名", .sortable = true},
                                              {.title = "时长", .numeric = true}};
    TableRows rows;
    rows.count = 1000000;
    rows.key = [](int64_t row) { return std::to_string(row); };
    rows.cell = [](int64_t row, size_t column) {
      return TableCell{(column == 0 ? "人" : "时") + std::to_string(row)};
    };
    rows.need = [&](int64_t first, int64_t last) {
      asked_most = std::max(asked_most, last - first);
    };
    WidgetStage stage(
        [&](Ui& ui) {
          const int64_t row = table(ui, "t", "志愿者", columns, sort, rows);
          pressed = row >= 0 ? row : pressed;
        },
        width);
    stage.settle();
    EXPECT_GT(asked_most, 2);
    EXPECT_LT(asked_most, 30);
    stage.click(stage.node(Role::button, "人2, 时2"));
    EXPECT_EQ(pressed, 2);
    if (width > 600) {
      stage.click(stage.node(Role::button, "姓名"));
      EXPECT_EQ(sort.column, 0);
      EXPECT_FALSE(sort.descending);
      stage.click(stage.node(Role::button, "姓名"));
      EXPECT_TRUE(sort.descending);
      EXPECT_EQ(stage.node(Role::table, "志愿者").set_size, 1000000);
    }
  }
}

TEST(Toast, IsSaidAndGoes) {
  WidgetStage stage([](Ui&) {});
  stage.toasts.add("已签到", Tone::success);
  stage.frame();
  EXPECT_TRUE(stage.has(Role::status, "已签到"));
  stage.env.seconds += 20;
  stage.settle();
  EXPECT_FALSE(stage.has(Role::status, "已签到"));
}

}  // namespace
}  // namespace linli::ui
