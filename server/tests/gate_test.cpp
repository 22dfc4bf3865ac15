/// Names this server answers to, pages it hears.
#include "gate.hpp"

#include <gtest/gtest.h>

namespace unknot::server {
namespace {

TEST(Gate, names_of_this_machine) {
  const Gate gate("", 7370, {});
  for (const char* host : {"localhost:7370", "127.0.0.1:7370", "[::1]:7370", "LocalHost:7370"}) {
    EXPECT_TRUE(gate.knows(host)) << host;
  }
  for (const char* host :
       {"", "localhost", "localhost:7371", "localhost:73700", "evil.example:7370", "127.0.0.1",
        "localhost.evil.example:7370", "192.168.0.7:7370", "user@localhost:7370",
        "localhost:7370, evil.example"}) {
    EXPECT_FALSE(gate.knows(host)) << host;
  }
}

TEST(Gate, the_usual_port_need_not_be_said) {
  const Gate gate("", 80, {});
  EXPECT_TRUE(gate.knows("localhost"));
  EXPECT_TRUE(gate.knows("localhost:80"));
}

TEST(Gate, further_names) {
  const Gate gate("", 7370, {"Unknot.lan", "unknot.example:443"});
  EXPECT_TRUE(gate.knows("unknot.lan")) << "somebody in front has a port of his own";
  EXPECT_TRUE(gate.knows("unknot.lan:7370"));
  EXPECT_FALSE(gate.knows("unknot.lan:7371"));
  EXPECT_TRUE(gate.knows("unknot.example:443"));
  EXPECT_FALSE(gate.knows("unknot.example:7370"));
}

TEST(Gate, an_address_listened_at_is_a_name) {
  EXPECT_TRUE(Gate("192.168.0.7", 7370, {}).knows("192.168.0.7:7370"));
  EXPECT_FALSE(Gate("192.168.0.7", 7370, {}).knows("192.168.0.8:7370"));
  EXPECT_TRUE(Gate("fd00::7", 7370, {}).knows("[fd00::7]:7370"));
  for (const char* all : {"0.0.0.0", "::"}) {
    const Gate gate(all, 7370, {});
    EXPECT_TRUE(gate.knows("192.168.0.8:7370")) << "no name that could be made to lead here";
    EXPECT_TRUE(gate.knows("[fd00::7]:7370"));
    EXPECT_FALSE(gate.knows("evil.example:7370"));
    EXPECT_FALSE(gate.knows(":7370"));
  }
}

TEST(Gate, pages) {
  const Gate gate("", 7370, {});
  const struct {
    const char* origin;
    const char* site;
    bool own;
  } rows[] = {
      {"", "", true},
      {"http://localhost:7370", "same-origin", true},
      {"http://localhost:7370", "", true},
      {"HTTP://LOCALHOST:7370", "", true},
      {"https://localhost:7370", "", true},
      {"", "none", true},
      {"http://localhost:7371", "", false},
      {"http://127.0.0.1:7370", "", false},
      {"http://evil.example", "", false},
      {"null", "", false},
      {"", "cross-site", false},
      {"", "same-site", false},
      {"http://localhost:7370", "cross-site", false},
  };
  for (const auto& row : rows) {
    Request request;
    request.host = "localhost:7370";
    request.origin = row.origin;
    request.fetch_site = row.site;
    EXPECT_EQ(gate.own_page(request), row.own) << row.origin << ' ' << row.site;
  }
}

}  // namespace
}  // namespace unknot::server
