-- GCRA. KEYS[1]: the caller's counter. ARGV: interval and burst in microseconds.
-- Returns {allowed, microseconds the counter is ahead of now, microseconds to wait}.
local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local ahead = math.max(0, (tonumber(redis.call('GET', KEYS[1])) or 0) - now)
local nextAhead = ahead + interval
if nextAhead > burst then
  return {0, ahead, nextAhead - burst}
end
redis.call('SET', KEYS[1], string.format('%.0f', now + nextAhead), 'PX', math.ceil(nextAhead / 1000))
return {1, nextAhead, 0}
