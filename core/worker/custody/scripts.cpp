// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/custody/scripts.h"

#include "core/exports/redisnames.h"

namespace herdbook::worker::scripts {

namespace {

// Redis takes nothing back of a script that fails in the middle (a right or a type of one key can be refused). So each of these leaves the
// message where it was until everything else is written, and each may be run again.

/// Reads the status of any writer; what can't be read counts as none.
const QByteArray State = R"(
local function read(text)
  if not text then return {} end
  local ok, value = pcall(cjson.decode, text)
  if ok and type(value) == 'table' then return value end
  return {}
end
local text = redis.call('GET', KEYS[1])
local status = read(text)
local final = status['status'] == 'completed' or status['status'] == 'failed'
local function cancelled(beginning)
  for at = 3, 4 do
    local how = redis.call('GET', KEYS[at])
    if how and (beginning or how ~= 'revoked') then return true end
  end
  return false
end
)";

/// Answers the verdict where the job is not this worker's, nothing where it is. ARGV[2] is the attempt it makes: more have been counted where
/// another took it over, fewer where Redis lost the count (evicted or flushed) and nobody did.
const QByteArray Guard = State + R"(
local function guard(beginning)
  if cancelled(beginning) then return {'cancelled', text or ''} end
  if final then return {'finished', text} end
  local kept = redis.call('HGET', KEYS[9], ARGV[1])
  if kept then return {'finished', kept} end
  if tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0') + 1 > tonumber(ARGV[2]) then return {'lost', text or ''} end
end
)";

/// Whether a living worker other than this one makes the job.
const QByteArray Elsewhere = R"(
local function elsewhere(id, worker)
  local owner = status['worker']
  if final or type(owner) ~= 'string' or owner == worker then return false end
  local stem = string.sub(KEYS[7], 1, #KEYS[7] - #worker)
  return read(redis.call('GET', stem .. owner))['job'] == id
end
)";

/// Guards a job that isn't this worker's yet.
const QByteArray Admit = Guard + Elsewhere + R"(
local function admit()
  local verdict = guard(true)
  if verdict then return verdict end
  local same = redis.sha1hex(text or '') == ARGV[4]
  if same and ARGV[5] ~= '' then return {ARGV[5], text} end
  if elsewhere(ARGV[1], ARGV[3]) then return {'duplicate', text} end
  if not same then return {'lost', text or ''} end
end
)";

/// A result that can't be published is still kept; who waits for it finds it when he looks again.
const QByteArray Publish = R"(
local function publish(key, result)
  if result == '' then return '' end
  redis.call('SETEX', key, 3600, result)
  local said = redis.pcall('PUBLISH', key, result)
  return type(said) == 'table' and said.err or ''
end
)";

const QByteArray Keep = R"(
local function keep(key, id, final)
  redis.call('HSET', key, id, final)
  redis.call('EXPIRE', key, 3600)
end
)";

/// Writes that a job failed, unless it has ended otherwise already, or its own message was read before: then this one is another's.
const QByteArray Fail = R"(
local function fail(key, finished, lifetime, id, final)
  local text = redis.call('GET', key)
  local ok, status = pcall(cjson.decode, text or '')
  local known = ok and type(status) == 'table' and status['status']
  if known == 'completed' then return false end
  if known == 'failed' then return status['error'] == cjson.decode(final)['error'] end
  if known == 'processing' and (type(status['worker']) == 'string' or status['waiting_for'] == 'eta') then return false end
  keep(finished, id, final)
  redis.call('SETEX', key, lifetime, final)
  return true
end
)";

/// Celery's name for the result of a task.
const QByteArray ResultOf =
    "local function resultOf(task) return '" + QByteArray(exports::ResultPrefix) + "' .. task end\n";

/// The list of the dead holds at most 1,000 lines, 32 MiB and a week.
const QByteArray Bury = R"(
local function bury(key, line)
  redis.call('LPUSH', key, line)
  redis.call('LTRIM', key, 0, 999)
  local bytes, at = 0, 0
  while true do
    local each = redis.call('LINDEX', key, at)
    if not each then break end
    bytes = bytes + #each
    if bytes > 33554432 then redis.call('LTRIM', key, 0, at - 1) break end
    at = at + 1
  end
  redis.call('EXPIRE', key, 604800)
end
)";

} // namespace

const storage::RedisScript Peek{R"(
local message = redis.call('LINDEX', KEYS[1], -1)
if not message or #message <= tonumber(ARGV[1]) then return message end
return {#message, string.sub(message, -16384)}
)"};

const storage::RedisScript Begin{Admit + R"(
local verdict = admit()
if verdict then return verdict end
redis.call('SET', KEYS[7], ARGV[6], 'PX', ARGV[7])
redis.call('SETEX', KEYS[1], ARGV[9], ARGV[8])
return {'mine', text or ''}
)"};

const storage::RedisScript Report{Guard + R"(
local verdict = guard(false)
if verdict then return verdict end
if ARGV[3] ~= '' then redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3]) end
return {'mine', text or ''}
)"};

const storage::RedisScript Finish{Guard + Publish + Keep + R"(
local verdict = text ~= ARGV[3] and guard(false)
if verdict then return verdict end
redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3])
keep(KEYS[9], ARGV[1], ARGV[3])
local refused = publish(KEYS[8], ARGV[5])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('LREM', KEYS[5], 1, ARGV[6])
return {'mine', text or '', refused}
)"};

const storage::RedisScript FinishCancelled{State + Publish + Keep + R"(
if not final and text then redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3]) end
if not final then keep(KEYS[9], ARGV[1], ARGV[3]) end
local refused = publish(KEYS[8], ARGV[5])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('LREM', KEYS[5], 1, ARGV[6])
return {'mine', text or '', refused}
)"};

const storage::RedisScript AcknowledgeKnown{Publish + R"(
if ARGV[2] ~= '' and redis.call('EXISTS', KEYS[2]) == 0 then publish(KEYS[2], ARGV[2]) end
return redis.call('LREM', KEYS[1], 1, ARGV[1])
)"};

const storage::RedisScript HandBack{Guard + R"(
local verdict = guard(false)
if verdict then return verdict end
local last = redis.call('LINDEX', KEYS[5], -1)
local lost = not last and (not text or status['worker'] == ARGV[6]) -- the list, by Redis: the job is still this worker's
if last ~= ARGV[5] and not lost then return {'lost', text or ''} end
redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3])
if lost then redis.call('RPUSH', KEYS[6], ARGV[5]) else redis.call('LMOVE', KEYS[5], KEYS[6], 'RIGHT', 'RIGHT') end
return {'mine', text or ''}
)"};

const storage::RedisScript Park{Admit + R"(
local verdict = admit()
if verdict then return verdict end
redis.call('SETEX', KEYS[1], ARGV[7], ARGV[6])
redis.call('ZADD', KEYS[10], ARGV[9], ARGV[8])
redis.call('LREM', KEYS[5], 1, ARGV[8])
return {'mine', text or ''}
)"};

const storage::RedisScript SetAside{R"(
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
return redis.call('LREM', KEYS[1], 1, ARGV[1])
)"};

const storage::RedisScript Due{R"(
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 100)
for at = #due, 1, -1 do
  redis.call('RPUSH', KEYS[2], due[at])
  redis.call('ZREM', KEYS[1], due[at])
end
return #due
)"};

const storage::RedisScript FailJob{Keep + Fail + R"(
fail(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3])
return 1
)"};

const storage::RedisScript Quarantine{Keep + Fail + Publish + Bury + ResultOf + R"(
local last = redis.call('LINDEX', KEYS[1], -1)
local large = ARGV[1] == '' and last and #last > 0
if large and #last ~= tonumber(ARGV[7]) then return 0 end
if not large and last ~= ARGV[1] then
  local there = false
  for _, each in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do there = there or each == ARGV[1] end
  if not there then return 0 end
end
if ARGV[3] ~= '' then
  local failed = fail(KEYS[3], KEYS[4], ARGV[4], ARGV[5], ARGV[3])
  local own = KEYS[5] == resultOf(ARGV[5]) -- whose job may still be running
  if failed or (not own and redis.call('EXISTS', KEYS[5]) == 0) then publish(KEYS[5], ARGV[6]) end
end
bury(KEYS[2], ARGV[2])
if large then redis.call('RPOP', KEYS[1]) else redis.call('LREM', KEYS[1], 1, ARGV[1]) end
return 1
)"};

const storage::RedisScript Reassert{R"(
if ARGV[3] and redis.call('HGET', KEYS[3], ARGV[3]) == ARGV[1] then redis.call('HDEL', KEYS[3], ARGV[3]) end
local how = redis.call('GET', KEYS[2])
if how and how ~= 'revoked' and not cjson.decode(ARGV[1])['cancelled'] then return 0 end
local ok, status = pcall(cjson.decode, redis.call('GET', KEYS[1]) or '')
if not ok or type(status) ~= 'table' or status['status'] ~= 'processing' then return 0 end
redis.call('SETEX', KEYS[1], ARGV[2], ARGV[1])
return 1
)"};

const storage::RedisScript ReassertWaiting{R"(
if not redis.call('ZSCORE', KEYS[2], ARGV[1]) then return 0 end
local ok, status = pcall(cjson.decode, redis.call('GET', KEYS[1]) or '')
if not ok or type(status) ~= 'table' or status['status'] ~= 'processing' then return 0 end
if type(status['worker']) == 'string' or type(status['waiting_for']) == 'string' then return 0 end
redis.call('SETEX', KEYS[1], ARGV[3], ARGV[2])
return 1
)"};

const storage::RedisScript Recover{State + Elsewhere + Publish + Bury + R"(
if redis.call('EXISTS', KEYS[7]) == 1 then return 'alive' end
if redis.call('LINDEX', KEYS[5], -1) ~= ARGV[3] then return 'changed' end
if elsewhere(ARGV[1], ARGV[9]) then
  redis.call('LMOVE', KEYS[5], KEYS[6], 'RIGHT', 'RIGHT')
  return 'requeued'
end
local attempts = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0') + 1
local settled = final or redis.call('HEXISTS', KEYS[9], ARGV[1]) == 1
local ended = settled or not text
if attempts < tonumber(ARGV[4]) or (not ended and cancelled(true)) then
  redis.call('LMOVE', KEYS[5], KEYS[6], 'RIGHT', 'RIGHT')
  redis.call('HSET', KEYS[2], ARGV[1], attempts)
  return 'requeued'
end
if settled or cancelled(true) then
  redis.call('HDEL', KEYS[2], ARGV[1])
  redis.call('LREM', KEYS[5], 1, ARGV[3])
  return 'settled'
end
publish(KEYS[8], ARGV[8])
bury(KEYS[10], ARGV[5])
redis.call('SETEX', KEYS[1], ARGV[7], ARGV[6])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('LREM', KEYS[5], 1, ARGV[3])
return 'dead'
)"};

const storage::RedisScript DropOld{R"(
if redis.call('LINDEX', KEYS[1], -1) ~= ARGV[1] then return 0 end
redis.call('RPOP', KEYS[1])
return 1
)"};

} // namespace herdbook::worker::scripts
