package org.mlanalytics.files.ingestfile.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.files.cli.Ingest;

/** The command line, as a process, against a real Redis. */
class SubmitByRedisIT {

  private static final int DONE = 0;
  private static final int REFUSED = 3;
  private static final int UNAVAILABLE = 4;
  private static final String PASSWORD = "hunter2";

  @TempDir private static Path directory;
  private static LocalRedis redis;

  @BeforeAll
  static void up() {
    redis = new LocalRedis(directory);
  }

  @AfterAll
  static void down() {
    redis.close();
  }

  @BeforeEach
  void empty() {
    redis.calls().call(Command.FLUSHALL);
  }

  @Test
  void eachAddressIsARequestInTheListOfItsPriority() throws Exception {
    Ended ended = submit("", "--priority", "high", "--uri", "u", "--uri", "v");

    assertEquals(DONE, ended.exitCode(), ended.output());
    List<String> waiting = redis.list("high");
    assertEquals(
        List.of("v", "u"), List.of(field(waiting.get(0), "uri"), field(waiting.get(1), "uri")));
    assertEquals(
        List.of(field(waiting.get(1), "requestId"), field(waiting.get(0), "requestId")),
        ended.output().lines().toList());
  }

  @Test
  void theKeyThatIsNoListIsLeftAlone() throws Exception {
    redis.calls().call(Command.SET, redis.key("normal"), "mine");

    assertEquals(REFUSED, submit("", "--uri", "u").exitCode());
    assertEquals("mine", redis.calls().call(Command.GET, redis.key("normal")).toString());
  }

  @Test
  void thePasswordIsThatOfTheEnvironmentAndNeverShown() throws Exception {
    redis.calls().call(Command.CONFIG, "SET", "requirepass", PASSWORD);
    try {
      assertEquals(REFUSED, submit("", "--uri", "u").exitCode());
      Ended wrong = submit(PASSWORD + "x", "--uri", "u");
      assertEquals(REFUSED, wrong.exitCode(), wrong.output());
      assertFalse(wrong.output().contains(PASSWORD), wrong.output());
      Ended right = submit(PASSWORD, "--uri", "u");
      assertEquals(DONE, right.exitCode(), right.output());
    } finally {
      redis.callsWith(PASSWORD).call(Command.CONFIG, "SET", "requirepass", "");
    }
    assertEquals(1, redis.list("normal").size());
  }

  @Test
  void aServerThatIsAwayCanBeTriedAgainWithTheIdThatIsShown() throws Exception {
    Ended ended = submit("", "--uri", "u", "--id", "a", "--redis-url", "redis://127.0.0.1:1");

    assertEquals(UNAVAILABLE, ended.exitCode(), ended.output());
    assertEquals("a", ended.output().lines().findFirst().orElseThrow());
  }

  private record Ended(int exitCode, String output) {}

  private static Ended submit(String password, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Ingest.class.getName(),
                "submit",
                "--queue",
                "redis"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("REDIS_URL", redis.node().address());
    if (!password.isEmpty()) {
      builder.environment().put("REDIS_PASSWORD", password);
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    return new Ended(process.exitValue(), output);
  }

  private static String field(String request, String name) throws IOException {
    return new ObjectMapper().readTree(request).path(name).asText();
  }
}
