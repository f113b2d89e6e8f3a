#include <algorithm>

#include "stage.h"
#include "ui/text_layout.h"
#include "ui/text_runs.h"

namespace linli::ui {
namespace {

// The lines as text, at a room of so many Chinese characters.
std::vector<std::string> lines_of(std::string_view words, float characters, int lines_max = 0) {
  std::vector<std::string> lines;
  WidgetStage stage([&](Ui& ui) {
    const TextBlock block =
        lay_out_text(ui, words, TextStyle::body, characters * ui.theme.body() + 0.5f, lines_max);
    lines.clear();
    for (const TextLine& line : block.lines) {
      EXPECT_LE(line.width, characters * ui.theme.body() + 1);
      lines.push_back(block.text.substr(line.begin, line.end - line.begin));
    }
  });
  stage.frame();
  return lines;
}

using Lines = std::vector<std::string>;

TEST(TextLayout, BreaksChineseBetweenAnyTwoCharacters) {
  EXPECT_EQ(lines_of("陪王奶奶去医院", 4), (Lines{"陪王奶奶", "去医院"}));
}

TEST(TextLayout, NoLineBeginsWithAClosingMark) {
  EXPECT_EQ(lines_of("今天很好，谢谢", 4), (Lines{"今天很", "好，谢谢"}));
  EXPECT_EQ(lines_of("他说（好的）。走", 5), (Lines{"他说（好", "的）。走"}));
}

TEST(TextLayout, NoLineEndsWithAnOpeningMark) {
  EXPECT_EQ(lines_of("我们读《老年》", 4), (Lines{"我们读", "《老年》"}));
}

TEST(TextLayout, KeepsLatinWordsWhole) {
  EXPECT_EQ(lines_of("Walk with her", 5), (Lines{"Walk with ", "her"}));
  EXPECT_EQ(lines_of("请看Linli说明", 4), (Lines{"请看", "Linli说", "明"}));
}

TEST(TextLayout, CutsAWordThatFitsNowhere) {
  const Lines lines = lines_of("aaaaaaaaaaaaaaaa", 4);
  ASSERT_GT(lines.size(), 1u);
  EXPECT_EQ(lines[0], "aaaaaaa");
}

TEST(TextLayout, KeepsGivenLines) {
  EXPECT_EQ(lines_of("一\n二", 5), (Lines{"一", "二"}));
  EXPECT_EQ(lines_of("", 5), (Lines{""}));
}

TEST(TextLayout, ShortensWithAnEllipsis) {
  EXPECT_EQ(lines_of("陪王奶奶去医院复诊", 4, 1), (Lines{"陪王奶…"}));
  EXPECT_EQ(lines_of("陪王奶奶去医院复诊", 4, 2), (Lines{"陪王奶奶", "去医院…"}));
  EXPECT_EQ(lines_of("陪王奶奶", 4, 1), (Lines{"陪王奶奶"}));
}

TEST(TextRuns, PlainTextHasNone) {
  for (const char* words : {"周秀英", "Zhou, “Ann”…", "今天，（好）！", "José Müller"}) {
    EXPECT_FALSE(has_runs(words)) << words;
  }
}

TEST(TextRuns, KeepsTogetherWhatMustBeDrawnTogether) {
  const auto whole = [](std::string_view words) {
    const TextRun run = next_run(words, 0);
    return has_runs(words) && run.whole && run.bytes == words.size();
  };
  EXPECT_TRUE(whole("𬱖"));
  EXPECT_TRUE(whole("فاطمة الزهراء"));
  EXPECT_TRUE(whole("חנה"));
  EXPECT_TRUE(whole("👩‍👩‍👧"));
  EXPECT_TRUE(whole("👍🏽"));
  EXPECT_TRUE(whole("🇨🇳"));
  EXPECT_TRUE(whole("e\xCC\x81"));
  EXPECT_TRUE(whole("नमस्ते"));
  EXPECT_FALSE(whole("𬱖英"));
}

TEST(Fonts, DrawsARunInOnePiece) {
  WidgetStage stage([](Ui& ui) { draw_line(ui, "محمد a", 20, 20, TextStyle::body, ~0u); });
  stage.frame();
  stage.frame();
  const std::vector<std::string>& drawn = stage.glyphs.drawn;
  std::string all;
  for (const std::string& piece : drawn) {
    all += piece + "|";
  }
  EXPECT_NE(std::find(drawn.begin(), drawn.end(), "محمد"), drawn.end()) << all;
  EXPECT_NE(std::find(drawn.begin(), drawn.end(), "a"), drawn.end());
}

}  // namespace
}  // namespace linli::ui
