-- SPDX-License-Identifier: GPL-3.0-or-later
-- For wrk: HERDBOOK_BODY is posted as JSON where there is one; at the end one line with figures.
local body = os.getenv("HERDBOOK_BODY")
if body then
  wrk.method, wrk.body = "POST", body
  wrk.headers["Content-Type"] = "application/json"
end

local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() other = 0 end
local expected = tonumber(os.getenv("HERDBOOK_STATUS"))
function response(status) if status ~= expected then other = other + 1 end end

function done(summary, latency)
  local wrong = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("other") end
  io.write(string.format("FIGURES %.1f %.4f %.4f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
