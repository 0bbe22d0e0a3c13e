// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/custody/scripts.h"

namespace herdbook::worker::scripts {

namespace {

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
)";

/// Ends the script with the verdict where the job is not this worker's. ARGV[2] is the attempt it makes.
const QByteArray Guard = State + R"(
if redis.call('EXISTS', KEYS[3], KEYS[4]) > 0 then return {'cancelled', text or ''} end
if final then return {'finished', text} end
local kept = redis.call('HGET', KEYS[9], ARGV[1])
if kept then return {'finished', kept} end
if tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0') + 1 ~= tonumber(ARGV[2]) then return {'lost', text or ''} end
)";

const QByteArray Publish = R"(
local function publish(result)
  if result == '' then return end
  redis.call('SETEX', KEYS[8], 3600, result)
  redis.call('PUBLISH', KEYS[8], result)
end
)";

const QByteArray Keep = R"(
local function keep(key, id, final)
  redis.call('HSET', key, id, final)
  redis.call('EXPIRE', key, 3600)
end
)";

} // namespace

const storage::RedisScript Begin{Guard + R"(
local owner = status['worker']
if type(owner) == 'string' and owner ~= ARGV[3] then
  local stem = string.sub(KEYS[7], 1, #KEYS[7] - #ARGV[3])
  if read(redis.call('GET', stem .. owner))['job'] == ARGV[1] then return {'duplicate', text} end
end
redis.call('SET', KEYS[7], ARGV[4], 'PX', ARGV[5])
redis.call('SETEX', KEYS[1], ARGV[7], ARGV[6])
return {'mine', text or ''}
)"};

const storage::RedisScript Report{Guard + R"(
if ARGV[3] ~= '' then redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3]) end
return {'mine', text or ''}
)"};

const storage::RedisScript Finish{Guard + Publish + Keep + R"(
redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3])
keep(KEYS[9], ARGV[1], ARGV[3])
redis.call('LREM', KEYS[5], 1, ARGV[6])
redis.call('HDEL', KEYS[2], ARGV[1])
publish(ARGV[5])
return {'mine', text or ''}
)"};

const storage::RedisScript FinishCancelled{State + Publish + Keep + R"(
if status['status'] == 'processing' then redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3]) end
if not final then keep(KEYS[9], ARGV[1], ARGV[3]) end
redis.call('LREM', KEYS[5], 1, ARGV[6])
redis.call('HDEL', KEYS[2], ARGV[1])
publish(ARGV[5])
return {'mine', text or ''}
)"};

const storage::RedisScript HandBack{Guard + R"(
if redis.call('LREM', KEYS[5], 1, ARGV[5]) == 0 then return {'lost', text or ''} end
redis.call('RPUSH', KEYS[6], ARGV[5])
redis.call('SETEX', KEYS[1], ARGV[4], ARGV[3])
return {'mine', text or ''}
)"};

const storage::RedisScript Quarantine{Keep + R"(
if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 0 then return 0 end
redis.call('LPUSH', KEYS[2], ARGV[2])
redis.call('LTRIM', KEYS[2], 0, 999)
if ARGV[3] == '' then return 1 end
local text = redis.call('GET', KEYS[3])
local ok, status = pcall(cjson.decode, text or '')
local processing = ok and type(status) == 'table' and status['status'] == 'processing'
if processing then redis.call('SETEX', KEYS[3], ARGV[4], ARGV[3]) end
if processing or not text then keep(KEYS[4], ARGV[5], ARGV[3]) end
return 1
)"};

const storage::RedisScript Reassert{R"(
if ARGV[3] and redis.call('HGET', KEYS[3], ARGV[3]) == ARGV[1] then redis.call('HDEL', KEYS[3], ARGV[3]) end
if redis.call('EXISTS', KEYS[2]) == 1 and not cjson.decode(ARGV[1])['cancelled'] then return 0 end
local ok, status = pcall(cjson.decode, redis.call('GET', KEYS[1]) or '')
if not ok or type(status) ~= 'table' or status['status'] ~= 'processing' then return 0 end
redis.call('SETEX', KEYS[1], ARGV[2], ARGV[1])
return 1
)"};

const storage::RedisScript Recover{State + Publish + R"(
if redis.call('EXISTS', KEYS[7]) == 1 then return 'alive' end
if redis.call('LINDEX', KEYS[5], -1) ~= ARGV[3] then return 'changed' end
local attempts = redis.call('HINCRBY', KEYS[2], ARGV[1], 1)
if attempts < tonumber(ARGV[4]) then
  redis.call('LMOVE', KEYS[5], KEYS[6], 'RIGHT', 'RIGHT')
  return 'requeued'
end
redis.call('LREM', KEYS[5], 1, ARGV[3])
redis.call('HDEL', KEYS[2], ARGV[1])
if final or redis.call('HEXISTS', KEYS[9], ARGV[1]) == 1 or redis.call('EXISTS', KEYS[3], KEYS[4]) > 0 then
  return 'settled'
end
redis.call('LPUSH', KEYS[10], ARGV[5])
redis.call('LTRIM', KEYS[10], 0, 999)
redis.call('SETEX', KEYS[1], ARGV[7], ARGV[6])
publish(ARGV[8])
return 'dead'
)"};

} // namespace herdbook::worker::scripts
