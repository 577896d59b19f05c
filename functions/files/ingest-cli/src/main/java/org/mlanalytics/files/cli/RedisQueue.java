package org.mlanalytics.files.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisException;

/** The lists of requests, one for each priority. */
final class RedisQueue {

  private static final Set<String> SCHEMES = Set.of("redis", "rediss");
  private static final String PASSWORD = "REDIS_PASSWORD";
  private static final int STANDARD_PORT = 6379;
  private static final int LIMIT_MILLIS = 30_000;

  // no URI: what cannot be converted would be printed
  @Option(
      names = "--redis-url",
      paramLabel = "URL",
      defaultValue = "${env:REDIS_URL:-redis://127.0.0.1:6379}",
      description = {
        "The server, redis:// or rediss:// (REDIS_URL; default: redis://127.0.0.1:6379). Its password",
        "is the value of REDIS_PASSWORD. It is no argument, because others see the arguments of a",
        "process."
      })
  private String url;

  @Option(
      names = "--redis-prefix",
      paramLabel = "PREFIX",
      defaultValue = "${env:MLA_FILES_REDIS_PREFIX:-ml:files}",
      description =
          "Name of the lists without their priority (MLA_FILES_REDIS_PREFIX; default: ml:files).")
  private String prefix;

  /** Returns when the server has all requests, in their order; it takes all of them or none. */
  void put(String priority, List<String> requests) {
    String list = prefix + ":" + Priorities.checked(priority);
    URI server = server();
    int port = server.getPort() < 0 ? STANDARD_PORT : server.getPort();
    try (Jedis redis = new Jedis(new HostAndPort(server.getHost(), port), login(server))) {
      redis.lpush(list, requests.toArray(String[]::new));
    } catch (JedisAccessControlException e) {
      throw CommandFailure.refused("Redis refuses the login or the command");
    } catch (JedisException e) {
      if (String.valueOf(e.getMessage()).startsWith("WRONGTYPE")) {
        throw CommandFailure.refused(list + " is no list");
      }
      throw CommandFailure.unavailable("the request is not queued", e);
    }
  }

  private URI server() {
    try {
      URI server = new URI(url);
      String user = server.getUserInfo();
      if (SCHEMES.contains(String.valueOf(server.getScheme()))
          && server.getHost() != null
          && (user == null || !user.contains(":"))) {
        return server;
      }
    } catch (URISyntaxException e) {
      // not the message, which may hold a password
    }
    throw CommandFailure.usage(
        "the address of Redis is redis://host:port or rediss://host:port, its password in "
            + PASSWORD);
  }

  private static JedisClientConfig login(URI server) {
    String path = server.getPath();
    try {
      return DefaultJedisClientConfig.builder()
          .ssl(server.getScheme().equals("rediss"))
          .user(server.getUserInfo())
          .password(System.getenv(PASSWORD))
          .database(path.length() > 1 ? Integer.parseInt(path.substring(1)) : 0)
          .timeoutMillis(LIMIT_MILLIS)
          .build();
    } catch (NumberFormatException e) {
      throw CommandFailure.usage("the path of the address of Redis is the number of a database");
    }
  }
}
