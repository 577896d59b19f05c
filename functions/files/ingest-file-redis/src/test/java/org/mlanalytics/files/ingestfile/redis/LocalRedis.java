package org.mlanalytics.files.ingestfile.redis;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.RedisNode;

/** A real Redis and a client. */
final class LocalRedis implements AutoCloseable {

  static final String PREFIX = "ml:files";

  private final LocalServers servers;
  private final Vertx vertx = Vertx.vertx();
  private final RedisCalls calls;

  LocalRedis(Path dir) {
    servers = LocalServers.builder().withRedis().dataDir(dir).start();
    calls = new RedisCalls(Redis.createClient(vertx, node().address()), Duration.ofSeconds(5));
  }

  RedisNode node() {
    return servers.redis().orElseThrow();
  }

  RedisCalls calls() {
    return calls;
  }

  /** Calls of another client, which logs in. */
  RedisCalls callsWith(String password) {
    RedisOptions options =
        new RedisOptions().setConnectionString(node().address()).setPassword(password);
    return new RedisCalls(Redis.createClient(vertx, options), Duration.ofSeconds(5));
  }

  String key(String name) {
    return PREFIX + ":" + name;
  }

  /** As a producer does. */
  void push(String priority, String value) {
    calls.call(Command.LPUSH, key(priority), value);
  }

  /** The values of a list, from the left. */
  List<String> list(String name) {
    List<String> values = new ArrayList<>();
    for (Response value : calls.call(Command.LRANGE, key(name), 0, -1)) {
      values.add(value.toString());
    }
    return values;
  }

  @Override
  public void close() {
    vertx.close();
    servers.close();
  }
}
