package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call of the operators' pages does on a running installation what the pages say. */
@Tag("slow")
class SnippetsIT {

  private static final String PROGRAM = "64a000000000000000000001";

  /** The scripts in the order in which they are tried, and what each of them has to answer. */
  private static final List<Call> CALLS =
      List.of(
          new Call("look", "\"due\":true"),
          new Call("dry-run", "\"outcome\":\"DRY_RUN\""),
          new Call("start-night", "\"outcome\":\"HANDED_BACK\""),
          new Call("retry-program", "\"outcome\":\"HANDED_BACK\""),
          new Call("retry-publication", "\"outcome\":\"HANDED_BACK\""),
          new Call("rejects", "\"code\":\"no-program\""),
          new Call("cancel", "\"state\":\"SUCCEEDED\""),
          new Call("sweep", "\"outcome\":\"DONE\""),
          new Call("send-event", ""),
          new Call("extract-program", "\"attempt\":2"),
          new Call("force-publication", "\"state\":\"SUBMITTED\""),
          new Call("respond-async", "\"outcome\":\"STARTED\""),
          new Call("repeat-night", "\"attempt\":3"),
          new Call("apply-supervisors", "\"change\":\"UNCHANGED\""),
          new Call("supervisors", "\"dataset\":\"sl-survey\""),
          new Call("suspend-supervisor", "\"suspended\":true"),
          new Call("stream-runs", "\"function\":\"survey-questions\""),
          new Call("redrive-dry", "\"sentByReason\":{\"no-matching-option\":1}"),
          new Call("redrive", "\"sent\":1"),
          new Call("name-file", "\"status\":\"/files/"),
          new Call("purge", "\"function\":\"purge-projects\""));

  private static RunningDemo demo;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.start(Repository.file("docs/target/snippets"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (demo != null) {
      demo.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> callsAreTrue() {
    return CALLS.stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> check(call)));
  }

  @ParameterizedTest
  @CsvSource({
    "alarm-sample-a.csv, HTTP, 8, 3, 5",
    "alarm-sample-b.csv, KAFKA, 4, 1, 3",
    "alarm-sample-a.csv, REDIS, 8, 3, 5",
    "alarm-sample-b.csv, COMMAND_LINE, 4, 1, 3"
  })
  void everyWayInLoadsItsFile(String file, String entry, int rows, int aside, int stored) {
    for (String store : List.of("mongo", "druid")) {
      Pattern line =
          Pattern.compile(
              "(?m)^%s +%s +%s:\\S+ +INGESTED +%d +%d +%d +/files/\\S+"
                  .formatted(Pattern.quote(file), entry, store, rows, aside, stored));
      assertTrue(line.matcher(demo.text()).find(), line + " in\n" + demo.text());
    }
    long lines =
        demo.text()
            .lines()
            .filter(one -> one.startsWith("put aside: " + file + " by " + entry + ", line "))
            .count();
    assertEquals(aside, lines);
  }

  @Test
  void everyScriptIsTried() {
    Set<String> scripts =
        Repository.files("docs/snippets", ".sh").stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        scripts,
        CALLS.stream().map(c -> c.name() + ".sh").collect(Collectors.toCollection(TreeSet::new)));
  }

  private static void check(Call call) throws Exception {
    Path script = Repository.file("docs/snippets/" + call.name() + ".sh");
    RunningDemo.Result result = demo.execute(script, demo.run("gather-programs"), PROGRAM);
    assertEquals(0, result.code(), result.answer());
    assertTrue(result.answer().contains(call.answer()), result.answer());
    demo.awaitQuiet();
  }

  private record Call(String name, String answer) {}
}
