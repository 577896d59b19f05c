package org.mlanalytics.files.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Each command against a server that answers as told. */
class IngestTest {

  private static final String INGESTED =
      """
      {"requestId":"a","state":"INGESTED","uri":"http://x/\\u001b[31m","loads":[
       {"target":"mongo:alarms","state":"INGESTED","rows":10,"loaded":8,"quarantined":2}]}
      """;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private int status = 200;
  private String everyStatus = "";
  private HttpServer server;
  @TempDir private Path directory;

  @BeforeEach
  void up() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          calls.add(
              call + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
          byte[] answer = answers.getOrDefault(call, everyStatus).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void down() {
    server.stop(0);
  }

  @Test
  void submitSendsTheRequestWithTheTokenOfTheFile() throws IOException {
    answers.put("POST /files", "{\"requests\":[{\"requestId\":\"a\"}]}");

    int code =
        run(
            "submit",
            "--uri",
            "http://x/a.csv",
            "--id",
            "a",
            "--callback",
            "https://x/hook",
            "--target",
            "mongo:a",
            "--target",
            "kafka:b");

    assertEquals(ExitCode.DONE, code, err.toString());
    assertEquals("a\n", out.toString());
    assertEquals(
        "POST /files Bearer secret"
            + " {\"uri\":\"http://x/a.csv\",\"priority\":\"normal\",\"requestId\":\"a\","
            + "\"callback\":\"https://x/hook\",\"target\":[\"mongo:a\",\"kafka:b\"]}",
        calls.get(0));
  }

  @Test
  void aRequestWhoseAnswerIsLostCanBeSentAgainWithItsId() throws IOException {
    status = 503;
    answers.put("POST /files", "{}");

    assertEquals(ExitCode.UNAVAILABLE, run("submit", "--uri", "u"));

    String id = out.toString().strip();
    assertTrue(calls.get(0).contains("\"requestId\":\"" + id + "\""), calls + ", " + id);
    assertTrue(id.length() > 0, "printed");
  }

  @Test
  void severalAddressesAreOnePostAndALineEach() throws IOException {
    answers.put(
        "POST /files",
        """
        {"requests":[{"requestId":"other","status":"/files/other"}]}
        """);

    assertEquals(ExitCode.DONE, run("submit", "--uri", "u", "--uri", "v"), err.toString());

    assertEquals(1, calls.size());
    String body = calls.get(0).substring(calls.get(0).indexOf('['));
    JsonNode requests = new ObjectMapper().readTree(body);
    assertEquals(2, requests.size());
    assertEquals("u", requests.path(0).path("uri").asText());
    assertEquals("v", requests.path(1).path("uri").asText());
    assertEquals(
        requests.path(0).path("requestId").asText()
            + "\n"
            + requests.path(1).path("requestId").asText()
            + "\n",
        out.toString());
  }

  @Test
  void theAddressThatTheServerTellsIsShown() throws IOException {
    answers.put("POST /files", "{\"requests\":[{\"requestId\":\"a\",\"status\":\"/files/a\"}]}");

    assertEquals(ExitCode.DONE, run("submit", "--uri", "u", "--id", "a"), err.toString());

    assertEquals(
        "a\thttp://127.0.0.1:" + server.getAddress().getPort() + "/files/a\n", out.toString());
  }

  @Test
  void whatBelongsToOneFileIsNotForSeveral() throws IOException {
    assertEquals(ExitCode.USAGE, run("submit", "--uri", "u", "--uri", "v", "--id", "a"));
    assertEquals(ExitCode.USAGE, run("submit", "--uri", "u", "--uri", "v", "--size", "1"));
    assertEquals(List.of(), calls);
  }

  @Test
  void aSchemaOfAFileGoesIntoTheRequest() throws IOException {
    answers.put("POST /files", "{}");
    Path schema = Files.writeString(directory.resolve("s.json"), "{\"columns\": [1]}");

    assertEquals(
        ExitCode.DONE,
        run("submit", "--uri", "u", "--schema-file", schema.toString()),
        err.toString());

    assertTrue(calls.get(0).contains("\"schema\":{\"columns\":[1]}"), calls.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", ""})
  void aSchemaThatIsNoneIsNotSent(String content) throws IOException {
    Path schema = Files.writeString(directory.resolve("s.json"), content);

    assertEquals(ExitCode.USAGE, run("submit", "--uri", "u", "--schema-file", schema.toString()));
    assertEquals(
        ExitCode.USAGE, run("submit", "--uri", "u", "--schema-file", directory + "/missing"));
    assertEquals(List.of(), calls);
  }

  @Test
  void aSchemaIsNamedOrBrought() throws IOException {
    Path schema = Files.writeString(directory.resolve("s.json"), "{}");

    assertEquals(
        ExitCode.USAGE,
        run("submit", "--uri", "u", "--schema", "s", "--schema-file", schema.toString()));
    assertEquals(List.of(), calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://:hunter2@127.0.0.1:1",
        "redis://me:hunter2@127.0.0.1:1",
        "redis://:hunter2 @127.0.0.1",
        "http://hunter2",
        "redis://127.0.0.1:1/hunter2"
      })
  void anAddressOfRedisWithAPasswordIsNeitherUsedNorShown(String url) throws IOException {
    assertEquals(
        ExitCode.USAGE, run("submit", "--queue", "redis", "--uri", "u", "--redis-url", url));
    assertFalse((out.toString() + err).contains("hunter2"), err.toString());
  }

  @Test
  void waitingForSeveralEndsWithTheFirstThatIsNotLoaded() throws IOException {
    answers.put("POST /files", "{}");
    everyStatus = "{\"requestId\":\"a\",\"state\":\"REJECTED\",\"uri\":\"u\"}";

    assertEquals(
        ExitCode.NOT_INGESTED,
        run("submit", "--uri", "u", "--uri", "v", "--wait", "5"),
        err.toString());

    assertEquals(2, out.toString().lines().count());
  }

  @Test
  void statusIsALineWithoutControlCharacters() throws IOException {
    answers.put("GET /files/a", INGESTED);

    assertEquals(ExitCode.DONE, run("status", "a"), err.toString());
    assertEquals(
        "a\tINGESTED\thttp://x/?[31m\tmongo:alarms INGESTED rows=10 loaded=8 aside=2\n",
        out.toString());
  }

  @Test
  void listIsALineForEach() throws IOException {
    answers.put(
        "GET /files?limit=7",
        """
        [{"requestId":"b","state":"QUEUED","uri":"u"},
         {"requestId":"a","state":"FAILED","uri":"v","error":{"code":"MLA-7003","title":"no"}}]
        """);

    assertEquals(ExitCode.DONE, run("list", "--limit", "7"), err.toString());
    assertEquals("b\tQUEUED\tu\na\tFAILED\tv\tMLA-7003 no\n", out.toString());
  }

  @Test
  void cancelSaysWhatItIsNow() throws IOException {
    answers.put(
        "POST /files/a/cancel", "{\"requestId\":\"a\",\"state\":\"CANCELLED\",\"uri\":\"u\"}");

    assertEquals(ExitCode.DONE, run("cancel", "a"), err.toString());
    assertEquals("a\tCANCELLED\tu\n", out.toString());
  }

  @ParameterizedTest
  @CsvSource({"REJECTED,5", "FAILED,5", "CANCELLED,5", "LOADING,6"})
  void waitingTellsTheEndByItsExitCode(String state, int expected) throws IOException {
    answers.put("GET /files/a", "{\"requestId\":\"a\",\"state\":\"" + state + "\",\"uri\":\"u\"}");

    assertEquals(expected, run("status", "a", "--wait", "0"));
  }

  @ParameterizedTest
  @CsvSource({"401,3", "404,3", "302,3", "429,4", "503,4"})
  void refusedIsNotUnavailable(int answered, int expected) throws IOException {
    status = answered;
    answers.put("GET /files/a", "{\"code\":\"MLA-1\",\"title\":\"why\"}");

    assertEquals(expected, run("status", "a"));
    assertTrue(err.toString().contains("MLA-1: why"), err.toString());
  }

  @Test
  void aServerThatIsAwayIsUnavailable() throws IOException {
    int port = server.getAddress().getPort();
    server.stop(0);

    assertEquals(ExitCode.UNAVAILABLE, run(port, "list"));
  }

  @ParameterizedTest
  @CsvSource({"a/../b", "'a?x'", "''"})
  void anIdThatIsNoneIsNotSent(String id) throws IOException {
    assertEquals(ExitCode.USAGE, run("status", id));
    assertEquals(List.of(), calls);
  }

  @Test
  void aTokenIsNoArgument() throws IOException {
    assertEquals(ExitCode.USAGE, run("list", "--token", "secret"));
  }

  @Test
  void aBrokerNeedsNoToken() {
    CommandLine command = Ingest.commandLine().setErr(new PrintWriter(err, true));
    int code = command.execute("submit", "--queue", "kafka", "--uri", "u", "--priority", "urgent");

    assertEquals(ExitCode.USAGE, code);
    assertTrue(err.toString().contains("urgent"), err.toString());
  }

  private int run(String... arguments) throws IOException {
    return run(server.getAddress().getPort(), arguments);
  }

  private int run(int port, String... arguments) throws IOException {
    Path token = Files.writeString(directory.resolve("token"), "secret\n");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", "http://127.0.0.1:" + port, "--token-file", token.toString()));
    return Ingest.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
