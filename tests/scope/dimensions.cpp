// Who, when, where and with what.

#include <algorithm>

#include "grid.hpp"

namespace unknot::scope {

using namespace knowledge;
using model::FloorTransfer;
using model::Request;

namespace {

/// Every enumerator of E, put where `member` says.
template <class E, class Member>
Dimension all_of(std::string name, Member member) {
  Dimension out{std::move(name), {}};
  for (const auto& row : EnumNames<E>::all) {
    const E value = row.value;
    out.choices.push_back(
        {std::string(row.name), [member, value](Request& r) { member(r) = value; }});
  }
  return out;
}

Choice minutes(std::int32_t count) {
  return {std::to_string(count), [count](Request& r) { r.minutes = count; }};
}

Choice minutes_before(std::int32_t count, std::int32_t effort) {
  return {std::to_string(count) + " with an effort in " + std::to_string(effort), [=](Request& r) {
            r.minutes = count;
            r.starts_in_minutes = effort;
          }};
}

Choice at(std::string name, std::vector<Support> supports) {
  return {std::move(name), [supports = std::move(supports)](Request& r) { r.at = supports; }};
}

Choice reached(std::string name, std::vector<Support> supports, FloorTransfer transfer) {
  return {std::move(name), [supports = std::move(supports), transfer](Request& r) {
            r.at = supports;
            r.person.floor_transfer = transfer;
          }};
}

Choice aged(std::int32_t years) {
  return {std::to_string(years), [years](Request& r) { r.person.age = years; }};
}

model::Tool tool(ToolKind kind, Density density, Surface surface) {
  return {std::string(name_of(kind)) + ' ' + std::string(name_of(density)) + ' ' +
              std::string(name_of(surface)),
          kind,
          density,
          surface,
          {},
          {},
          false};
}

const model::Tool soft_roller = tool(ToolKind::roller, Density::soft, Surface::smooth);
const model::Tool firm_roller = tool(ToolKind::roller, Density::firm, Surface::smooth);
const model::Tool rough_roller = tool(ToolKind::roller, Density::medium, Surface::textured);
const model::Tool stick = tool(ToolKind::stick, Density::medium, Surface::smooth);
const model::Tool soft_ball = tool(ToolKind::ball, Density::soft, Surface::smooth);
const model::Tool firm_ball = tool(ToolKind::ball, Density::firm, Surface::smooth);

Choice tools(std::string name, std::vector<model::Tool> tools) {
  return {std::move(name), [tools = std::move(tools)](Request& r) { r.tools = tools; }};
}

model::Tool warm_and_shaking() {
  model::Tool out = soft_ball;
  out.id = "warm ball";
  out.temperature = Temperature::warm;
  out.vibration = true;
  return out;
}

}  // namespace

Dimension experiences() {
  return all_of<model::Experience>("experience",
                                   [](Request& r) -> auto& { return r.person.experience; });
}

Dimension goals() {
  return all_of<GoalKind>("goal", [](Request& r) -> auto& { return r.goal; });
}

Dimension transfers() {
  return all_of<FloorTransfer>("transfer",
                               [](Request& r) -> auto& { return r.person.floor_transfer; });
}

Dimension times() {
  return {"minutes",
          {minutes(10), minutes(1), minutes(3), minutes(5), minutes(25), minutes_before(10, 12)}};
}

Dimension few_times() { return {"minutes", {minutes(10), minutes(3), minutes_before(10, 5)}}; }

Dimension supports() {
  return {"at",
          {at("floor and wall", {Support::floor, Support::wall}), at("floor", {Support::floor}),
           at("wall", {Support::wall}), at("chair", {Support::chair}), at("bed", {Support::bed}),
           at("anywhere", {Support::floor, Support::wall, Support::chair, Support::bed})}};
}

Dimension reach() {
  return {
      "reach",
      {reached("floor and wall", {Support::floor, Support::wall}, FloorTransfer::easy),
       reached("floor and chair, slow down", {Support::floor, Support::chair}, FloorTransfer::slow),
       reached("wall and bed, never down", {Support::floor, Support::wall, Support::bed},
               FloorTransfer::no)}};
}

Dimension ages(const Pack& pack) {
  const auto child = pack.number(Number::min_age);
  const auto adult = pack.number(Number::adult_age);
  const auto old = pack.number(Number::old_age_above);
  return {"age",
          {{"unknown", [](Request&) {}}, aged(child - 1), aged(child), aged(adult), aged(old + 1)}};
}

Dimension tool_sets() {
  return {"tools",
          {tools("soft roller", {soft_roller}), tools("none", {}),
           tools("firm roller", {firm_roller}), tools("rough roller", {rough_roller}),
           tools("stick", {stick}), tools("soft ball", {soft_ball}),
           tools("firm ball", {firm_ball}), tools("soft roller and ball", {soft_roller, soft_ball}),
           tools("warm ball and stick", {warm_and_shaking(), stick}),
           tools("all", {soft_roller, firm_roller, rough_roller, stick, soft_ball, firm_ball})}};
}

Dimension few_tool_sets() {
  return {"tools",
          {tools("soft roller and ball", {soft_roller, soft_ball}),
           tools("firm roller and ball", {firm_roller, firm_ball}),
           tools("rough roller, stick", {rough_roller, stick})}};
}

Dimension activities(const Pack& pack) {
  Dimension out{"activity", {{"none", [](Request&) {}}}};
  for (std::size_t i = 0; i < pack.activities.size(); ++i) {
    out.choices.push_back({std::string(pack.activities[i].id),
                           [i](Request& r) { r.activity = {static_cast<std::uint16_t>(i)}; }});
  }
  return out;
}

}  // namespace unknot::scope
