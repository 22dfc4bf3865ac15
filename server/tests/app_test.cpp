/// Every address with every answer, without a socket.
#include <gtest/gtest.h>

#include "answers.hpp"
#include "app_support.hpp"
#include "heads.hpp"

namespace unknot::server::testing {
namespace {

constexpr const char* ada = "019b76da-a800-7001-8102-030405060708";
const std::string journal_head =
    R"({"format":"unknot/journal@1","made":"2026-01-11T08:00:00+01:00","records":[)";

std::string person(const std::string& name) {
  return std::string(R"({"id":")") + ada + R"(","person":")" + ada +
         R"(","kind":"person","at":"2026-01-01T08:00:00Z","session":null,"knowledge":null,)" +
         R"("data":{"name":")" + name + R"("}})";
}

std::string journal(const std::string& records) { return journal_head + records + "]}"; }

class AppTest : public ::testing::Test {
 protected:
  Response ask(Request asked) { return testing::ask(*app, std::move(asked)); }
  int status(Method method, const std::string& path, const std::string& body = {}) {
    return ask(request(method, path, body)).status;
  }

  std::shared_ptr<LogScript> log = std::make_shared<LogScript>();
  std::unique_ptr<Handler> app = app_with(log);
};

TEST_F(AppTest, files) {
  const auto page = ask(request(Method::get, "/"));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(text_of(page), "0123456789");
  EXPECT_NE(page.fixed.find("ETag: \"aa\"\r\nCache-Control: no-cache\r\nVary: Accept-Encoding"),
            std::string_view::npos);
  const auto icon = ask(request(Method::get, "/assets/icon%201.png"));
  EXPECT_EQ(text_of(icon), "image");
  EXPECT_NE(icon.fixed.find("max-age=31536000, immutable"), std::string_view::npos);
  EXPECT_EQ(icon.fixed.find("Vary"), std::string_view::npos) << "there is one form";
}

TEST_F(AppTest, each_form_has_a_tag_of_its_own) {
  const struct {
    const char* accept;
    const char* body;
    const char* tag;
  } rows[] = {
      {"br", "brr", "\"aa-br\""}, {"gzip", "gzip", "\"aa-gzip\""}, {"", "0123456789", "\"aa\""}};
  for (const auto& row : rows) {
    auto asked = request(Method::get, "/");
    asked.accept_encoding = row.accept;
    EXPECT_EQ(text_of(ask(asked)), row.body);
    asked.if_none_match = row.tag;
    const auto again = ask(asked);
    EXPECT_EQ(again.status, 304) << row.accept;
    EXPECT_EQ(text_of(again), "");
    asked.if_none_match = "\"other\"";
    EXPECT_EQ(ask(asked).status, 200);
  }
}

TEST_F(AppTest, pieces_are_of_the_bytes_as_they_are) {
  auto asked = request(Method::get, "/index.html");
  asked.accept_encoding = "br";
  asked.range = "bytes=2-4";
  const auto piece = ask(asked);
  EXPECT_EQ(piece.status, 206);
  EXPECT_EQ(text_of(piece), "234");
  EXPECT_EQ(piece.lines, "Content-Range: bytes 2-4/10\r\n");
  asked.if_range = "\"other\"";
  EXPECT_EQ(ask(asked).status, 200);
  asked.if_range = "\"aa\"";
  EXPECT_EQ(ask(asked).status, 206);
  asked.range = "bytes=10-";
  EXPECT_EQ(ask(asked).status, 416);
}

TEST_F(AppTest, what_is_not_there) {
  for (const char* path :
       {"/nothing", "/assets/", "/../etc/passwd", "/%2e%2e/etc/passwd", "/assets/../index.html",
        "//index.html", "/index.html/", "/clips/xx.clips", "/clips/../en.clips",
        "/clips/..%2fen.clips", "/clips/.clips", "/apiary"}) {
    EXPECT_EQ(status(Method::get, path), 404) << path;
  }
  EXPECT_EQ(status(Method::get, "/%"), 400);
  EXPECT_EQ(status(Method::get, "/%00"), 400);
  auto asked = request(Method::get, "/assets/icon%201.png");
  asked.accept_encoding = "identity;q=0";
  EXPECT_EQ(ask(asked).status, 406);
}

TEST_F(AppTest, methods) {
  const struct {
    Method method;
    const char* path;
    const char* allow;
  } rows[] = {
      {Method::post, "/", "GET, HEAD"},
      {Method::other, "/index.html", "GET, HEAD"},
      {Method::get, "/api/v1/plan", "POST"},
      {Method::remove, "/api/v1/check", "POST"},
      {Method::post, "/api/v1/health", "GET, HEAD"},
      {Method::post, "/api/v1/list/areas", "GET, HEAD"},
      {Method::other, "/api/v1/records", "GET, HEAD, POST, DELETE"},
  };
  for (const auto& row : rows) {
    const auto answer = ask(request(row.method, row.path));
    EXPECT_EQ(answer.status, 405) << row.path;
    EXPECT_EQ(answer.lines, std::string("Allow: ") + row.allow + "\r\n");
  }
}

TEST_F(AppTest, who_may_ask) {
  auto asked = request(Method::get, "/");
  asked.host = "evil.example:7370";
  EXPECT_EQ(ask(asked).status, 421);
  asked = request(Method::get, "/api/v1/health");
  asked.origin = "http://evil.example";
  EXPECT_EQ(ask(asked).status, 403);
  asked = request(Method::remove, "/api/v1/records");
  asked.fetch_site = "cross-site";
  EXPECT_EQ(ask(asked).status, 403);
}

TEST_F(AppTest, types_of_what_is_sent) {
  const struct {
    const char* type;
    const char* coding;
    int status;
  } rows[] = {
      {"application/json", "", 400},
      {"Application/JSON; charset=UTF-8", "identity", 400},
      {"application/json; charset=latin1", "", 415},
      {"text/plain", "", 415},
      {"", "", 415},
      {"application/json", "gzip", 415},
  };
  for (const auto& row : rows) {
    auto asked = request(Method::post, "/api/v1/plan", "{");
    asked.content_type = row.type;
    asked.content_encoding = row.coding;
    EXPECT_EQ(ask(asked).status, row.status) << row.type << ' ' << row.coding;
  }
}

TEST_F(AppTest, plans_and_judges) {
  const std::string example = coach::example_request(knowledge::embedded_pack(),
                                                     *base::parse_instant("2026-11-22T08:00:00Z"));
  const auto planned = ask(request(Method::post, "/api/v1/plan", example));
  EXPECT_EQ(planned.status, 200);
  const std::string plan = text_of(planned);
  EXPECT_TRUE(plan.starts_with(R"({"format":"unknot/plan@1")"));
  const auto clean = ask(request(Method::post, "/api/v1/check", R"({"plan":)" + plan + '}'));
  EXPECT_EQ(clean.status, 200);
  EXPECT_NE(text_of(clean).find(R"("findings":[])"), std::string::npos) << text_of(clean);
  EXPECT_EQ(status(Method::post, "/api/v1/check", "{}"), 422);
  EXPECT_EQ(status(Method::post, "/api/v1/check", "["), 400);
  EXPECT_EQ(status(Method::post, "/api/v1/plan", R"({"format":"unknot/request@9"})"), 415);
  EXPECT_EQ(status(Method::get, "/api/v1/list/areas"), 200);
  EXPECT_EQ(status(Method::get, "/api/v1/list/dances"), 404);
  EXPECT_EQ(status(Method::get, "/api/v1/dances"), 404);
  EXPECT_EQ(status(Method::get, "/api/v2/plan"), 404);
}

TEST_F(AppTest, a_plan_that_was_asked_before_is_told_again) {
  const std::string timed = coach::example_request(knowledge::embedded_pack(),
                                                   *base::parse_instant("2026-11-22T08:00:00Z"));
  const auto first = ask(request(Method::post, "/api/v1/plan", timed));
  const auto again = ask(request(Method::post, "/api/v1/plan", timed));
  EXPECT_EQ(first.lines, "");
  EXPECT_EQ(again.lines, "Cache-Status: unknot; hit\r\n");
  EXPECT_EQ(text_of(again), text_of(first));
  EXPECT_EQ(ask(request(Method::post, "/api/v1/plan", timed + ' ')).lines, "") << "other bytes";
  EXPECT_EQ(status(Method::remove, "/api/v1/records"), 200);
  EXPECT_EQ(ask(request(Method::post, "/api/v1/plan", timed)).lines, "") << "forgotten";
  std::string untimed = timed;
  const auto at = untimed.find("\"now\"");
  untimed.replace(at, untimed.find(',', at) + 1 - at, "");
  for (int i = 0; i < 2; ++i) {
    const auto answer = ask(request(Method::post, "/api/v1/plan", untimed));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.lines, "") << "it is about now";
  }
}

TEST(AnswersTest, the_oldest_make_room) {
  Answers answers(100);
  const auto text = [](std::size_t size) {
    return std::make_shared<const std::string>(std::string(size, 'x'));
  };
  answers.keep("large", text(30));
  EXPECT_EQ(answers.find("large"), nullptr) << "a quarter at most";
  for (char name = 'a'; name <= 'f'; ++name) answers.keep({&name, 1}, text(19));
  EXPECT_EQ(answers.find("a"), nullptr);
  EXPECT_NE(answers.find("b"), nullptr);
  answers.keep("f", text(19));
  EXPECT_NE(answers.find("b"), nullptr) << "what is there takes no more room";
}

TEST_F(AppTest, problems_say_field_and_code) {
  const auto answer =
      ask(request(Method::post, "/api/v1/plan", R"({"format":"unknot/request@1","minutes":0})"));
  EXPECT_EQ(answer.status, 422);
  EXPECT_NE(answer.fixed.find("application/problem+json"), std::string_view::npos);
  const std::string text = text_of(answer);
  for (const char* piece :
       {R"("type":"about:blank")", R"("title":"Unprocessable Content")", R"("status":422)",
        R"("code":"out_of_range")", R"("field":"minutes")", R"("value":"0")", R"("expected":")"}) {
    EXPECT_NE(text.find(piece), std::string::npos) << piece << " in " << text;
  }
}

TEST_F(AppTest, records) {
  EXPECT_NE(text_of(ask(request(Method::get, "/api/v1/records"))).find(R"("records":[])"),
            std::string::npos);
  EXPECT_EQ(log->opened, 0) << "nobody makes a log by looking";
  const auto put = [&](const std::string& body) {
    return ask(request(Method::post, "/api/v1/records", body));
  };
  EXPECT_TRUE(text_of(put(journal(person("Ada")))).starts_with(R"({"new":1,"held":0,"before":)"));
  EXPECT_TRUE(text_of(put(journal(person("Ada")))).starts_with(R"({"new":0,"held":1,"before":)"));
  EXPECT_EQ(put(journal(person("Eva"))).status, 409);
  EXPECT_EQ(put("{").status, 400);
  EXPECT_EQ(put(R"({"format":"unknot/journal@2"})").status, 415);
  EXPECT_EQ(put(journal("{}")).status, 422);
  EXPECT_EQ(log->opened, 1);

  auto asked = request(Method::get, "/api/v1/records");
  const auto all = ask(asked);
  EXPECT_NE(text_of(all).find("Ada"), std::string::npos);
  ASSERT_TRUE(all.lines.starts_with("ETag: W/\"")) << all.lines;
  asked.if_none_match = all.lines.substr(6, all.lines.size() - 8);
  EXPECT_EQ(ask(asked).status, 304);
  asked.query = std::string("person=") + ada;
  EXPECT_EQ(ask(asked).status, 200) << "another selection has another tag";
  EXPECT_EQ(text_of(ask(request(Method::get, "/api/v1/health"))).find("\"records\":1") ==
                std::string::npos,
            false);
}

TEST_F(AppTest, selections_of_records) {
  for (const char* path :
       {"/api/v1/records?person=", "/api/v1/records?person=Ada", "/api/v1/records?name=Ada",
        "/api/v1/records?person=%zz", "/api/v1/records?first_day=x", "/api/v1/records?last_day=-1",
        "/api/v1/records?"}) {
    const int expected = path[std::string_view(path).size() - 1] == '?' ? 200 : 400;
    EXPECT_EQ(status(Method::get, path), expected) << path;
    if (expected == 400) {
      EXPECT_EQ(status(Method::remove, path), 400) << "never everybody: " << path;
    }
  }
  const std::string twice = std::string("/api/v1/records?person=") + ada + "&person=" + ada;
  EXPECT_EQ(status(Method::remove, twice), 400);
}

TEST_F(AppTest, forgetting) {
  EXPECT_EQ(status(Method::post, "/api/v1/records", journal(person("Ada"))), 200);
  log->at_forgetting = base::fail(base::ErrorCode::contradiction, "person", ada, "").error();
  EXPECT_EQ(status(Method::remove, "/api/v1/records"), 409);
  log->at_forgetting.reset();
  const std::string path = std::string("/api/v1/records?person=") + ada;
  EXPECT_EQ(text_of(ask(request(Method::remove, path))), R"({"forgotten":1})");
  EXPECT_EQ(text_of(ask(request(Method::remove, "/api/v1/records"))), R"({"forgotten":0})");
  EXPECT_EQ(log->rests, 2);
}

TEST_F(AppTest, a_log_that_cannot_be_had) {
  const struct {
    base::ErrorCode code;
    int status;
  } rows[] = {{base::ErrorCode::store_busy, 503},
              {base::ErrorCode::store_full, 507},
              {base::ErrorCode::store_readonly, 503},
              {base::ErrorCode::store_broken, 500}};
  for (const auto& row : rows) {
    log->at_opening = base::fail(row.code, "log.db", "why", "what to do").error();
    const auto answer = ask(request(Method::post, "/api/v1/records", journal(person("Ada"))));
    EXPECT_EQ(answer.status, row.status);
    EXPECT_EQ(answer.lines, row.status == 503 ? "Retry-After: 1\r\n" : "");
  }
  log->identity = "7";
  const auto health = text_of(ask(request(Method::get, "/api/v1/health")));
  EXPECT_TRUE(health.starts_with(R"({"status":"degraded")")) << health;
  EXPECT_TRUE(health.ends_with(R"("records":null})")) << health;
}

TEST_F(AppTest, another_file_under_the_name_of_the_log_is_opened_anew) {
  EXPECT_EQ(status(Method::post, "/api/v1/records", journal(person("Ada"))), 200);
  EXPECT_EQ(status(Method::get, "/api/v1/records"), 200);
  EXPECT_EQ(log->opened, 1);
  log->identity = "2";
  EXPECT_EQ(status(Method::get, "/api/v1/records"), 200);
  EXPECT_EQ(log->opened, 2);
  log->identity.clear();
  EXPECT_EQ(status(Method::get, "/api/v1/records"), 200);
  EXPECT_EQ(log->opened, 2) << "deleted: there is none to read";
}

TEST(Heads, every_answer_is_guarded) {
  std::string head;
  Response response{
      .status = 404, .fixed = "A: b\r\n", .lines = "C: d\r\n", .body = std::string("gone")};
  write_head(response, {.date = "today", .keep = false, .said_keep = false}, head);
  EXPECT_TRUE(head.starts_with("HTTP/1.1 404 Not Found\r\nDate: today\r\n"));
  EXPECT_TRUE(head.ends_with("A: b\r\nC: d\r\nContent-Length: 4\r\nConnection: close\r\n\r\n"));
  EXPECT_NE(head.find(guard_lines()), std::string::npos);
  response.status = 304;
  write_head(response, {.date = "today", .keep = true, .said_keep = true}, head);
  EXPECT_EQ(head.find("Content-Length"), std::string::npos);
  EXPECT_TRUE(head.ends_with("Connection: keep-alive\r\n\r\n"));
}

TEST(Lines, a_value_never_breaks_out) {
  Response response;
  add_line(response, "A", "b\r\nSet-Cookie: c");
  EXPECT_EQ(response.lines, "");
  add_line(response, "A", "b");
  EXPECT_EQ(response.lines, "A: b\r\n");
}

}  // namespace
}  // namespace unknot::server::testing
