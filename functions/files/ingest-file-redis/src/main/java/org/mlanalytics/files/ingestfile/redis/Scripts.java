package org.mlanalytics.files.ingestfile.redis;

/** What Redis has to do as a whole. */
final class Scripts {

  /**
   * A sign of life. Keys: heartbeat, workers. Arguments: worker, milliseconds. Answer: 1 if the
   * last one had not run out.
   */
  static final String BEAT =
      """
      local alive = redis.call('EXISTS', KEYS[1])
      redis.call('SET', KEYS[1], '1', 'PX', ARGV[2])
      redis.call('ZADD', KEYS[2], redis.call('TIME')[1], ARGV[1])
      return alive
      """;

  /**
   * Gives back what a dead worker had, the oldest to be taken first. Keys: heartbeat, workers, the
   * worker's three lists, the three lists of those that wait. Arguments: worker, seconds after
   * which it is forgotten: one that was only asleep may have taken something meanwhile. Answer: how
   * many.
   */
  static final String RECOVER =
      """
      if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
      local back = 0
      for i = 3, 5 do
        while redis.call('LMOVE', KEYS[i], KEYS[i + 3], 'LEFT', 'RIGHT') do back = back + 1 end
      end
      local seen = redis.call('ZSCORE', KEYS[2], ARGV[1])
      if seen and redis.call('TIME')[1] - seen > tonumber(ARGV[2]) then
        redis.call('ZREM', KEYS[2], ARGV[1])
      end
      return back
      """;

  /**
   * Writes an entry anew in the list of its worker. Keys: the list. Arguments: old and new value.
   * Answer: 0 if it is not there.
   */
  static final String REPLACE =
      """
      if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 0 then return 0 end
      return redis.call('LPUSH', KEYS[1], ARGV[2])
      """;

  /**
   * Gives an entry back, to be taken next. Keys: the worker's list, the list of those that wait.
   * Argument: the value.
   */
  static final String RETURN =
      """
      if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 0 then return 0 end
      return redis.call('RPUSH', KEYS[2], ARGV[1])
      """;

  /**
   * Makes an entry a dead letter. Keys: the worker's list, the dead letters. Arguments: the value,
   * the letter, how many letters are kept.
   */
  static final String BURY =
      """
      if redis.call('LREM', KEYS[1], 1, ARGV[1]) == 0 then return 0 end
      redis.call('LPUSH', KEYS[2], ARGV[2])
      redis.call('LTRIM', KEYS[2], 0, ARGV[3] - 1)
      return 1
      """;

  /**
   * Makes an entry a dead letter that is only named. Keys: the worker's list, the dead letters.
   * Arguments: bytes and SHA-1 of the value, the letter, how many letters are kept.
   */
  static final String BURY_LARGE =
      """
      for _, value in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
        if #value == tonumber(ARGV[1]) and redis.sha1hex(value) == ARGV[2] then
          redis.call('LREM', KEYS[1], 1, value)
          redis.call('LPUSH', KEYS[2], ARGV[3])
          redis.call('LTRIM', KEYS[2], 0, ARGV[4] - 1)
          return 1
        end
      end
      return 0
      """;

  private Scripts() {}
}
