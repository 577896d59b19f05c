package org.mlanalytics.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.mlanalytics.core.snapshot.Snapshot;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures memory and throughput of the status datasets and of their snapshots. */
@Command(
    name = "submissions",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Extracts generated submissions of observations and surveys from a file into landed rows, and",
      "counts these into each of their snapshots, each run in a JVM of its own. Prints a table in",
      "Markdown. Every figure covers a whole process, the start of its JVM too; the heap is from a",
      "run by itself that collects its garbage each 5,000 documents or rows, and before groups are",
      "written. Rates are of the rows that an extraction lands, and of those that a snapshot reads."
    })
public final class Submissions implements Callable<Integer> {

  @Option(
      names = {"-n", "--submissions"},
      split = ",",
      paramLabel = "N",
      description = "Numbers of submissions of each kind (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of(20_000, 100_000);

  @Option(
      names = "--of",
      split = ",",
      paramLabel = "KIND",
      description = "observations, surveys or both (default).")
  private List<String> kinds = Stream.of(Submission.values()).map(Submission::plural).toList();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Runs of each step after one that does not count (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--jvm",
      split = ",",
      paramLabel = "ARG",
      description = "Arguments of the steps' JVM (default: ${DEFAULT-VALUE}).")
  private List<String> jvm = List.of("-Xmx256m", "-XX:+UseSerialGC");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where files of documents are kept and rows are landed (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(System.getProperty("java.io.tmpdir"), "ml-analytics-bench");

  private final PrintStream out = System.out;

  /** Runs the measurement; the exit code is 0 when all runs of a step wrote the same rows. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Submissions()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    out.println(Environment.lines());
    out.println("- steps: java " + String.join(" ", jvm) + "\n");
    out.println(
        "| submissions | step | rows read | rows written | rows/s | CPU s per million rows | CPU s | peak RSS, MiB | heap after GC, MiB |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (int size : sizes) {
      for (String kind : kinds) {
        measure(size, Submission.named(kind));
      }
    }
    out.println("\nload average at the end: " + Environment.load());
    return 0;
  }

  private void measure(int size, Submission kind) throws IOException {
    Path file = Input.file(data, kind, size);
    Path landed = Files.createTempDirectory(data, "landed");
    try {
      List<Measurement> extractions = new ArrayList<>();
      double heap = run(collecting(), landed, kind.plural(), file).heap();
      for (int i = 0; i < runs; i++) {
        extractions.add(run(jvm, null, kind.plural(), file));
      }
      print(size, kind.dataset().name(), heap, extractions, Measurement::rows);
      for (Snapshot snapshot : kind.snapshots()) {
        try {
          measure(size, kind, snapshot, landed.resolve(Landing.KEY));
        } catch (IllegalStateException died) {
          printOutOfMemory(size, snapshot, died);
        }
      }
    } finally {
      Trees.delete(landed);
    }
  }

  private void measure(int size, Submission kind, Snapshot snapshot, Path rows) throws IOException {
    String name = snapshot.dataset().name();
    double heap = run(collecting(), null, kind.plural(), rows, name).heap();
    List<Measurement> counted = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      counted.add(run(jvm, null, kind.plural(), rows, name));
    }
    print(size, name, heap, counted, Measurement::documents);
  }

  private void print(
      int size,
      String step,
      double heap,
      List<Measurement> counted,
      ToDoubleFunction<Measurement> rows) {
    if (counted.stream().map(Measurement::digest).distinct().count() != 1) {
      throw new IllegalStateException("runs of " + step + " wrote different rows");
    }
    Measurement any = counted.get(0);
    out.printf(
        "| %,d | `%s` | %,d | %,d | %s | %s | %s | %s | %s |%n",
        size,
        step,
        any.documents(),
        any.rows(),
        Spread.of(counted, measured -> rows.applyAsDouble(measured) / measured.wall()),
        Spread.of(counted, measured -> measured.cpu() / rows.applyAsDouble(measured) * 1e6),
        Spread.of(counted, Measurement::cpu),
        Spread.of(counted, Measurement::rss),
        Spread.number(heap));
  }

  /** A result as well: so much memory is not enough. */
  private void printOutOfMemory(int size, Snapshot snapshot, IllegalStateException died) {
    if (!died.getMessage().contains("OutOfMemoryError")) {
      throw died;
    }
    out.printf("| %,d | `%s` | | | out of memory | | | | |%n", size, snapshot.dataset().name());
  }

  private List<String> collecting() {
    List<String> arguments = new ArrayList<>(jvm);
    arguments.add("-D" + Probe.COLLECT_EVERY + "=5000");
    return arguments;
  }

  /** Into a folder, or, if it is null, into one that is deleted again. */
  private Measurement run(List<String> jvm, Path into, String kind, Path file, String... more)
      throws IOException {
    Path folder = into == null ? Files.createTempDirectory(data, "rows") : into;
    List<String> arguments = new ArrayList<>(List.of(kind, folder.toString(), file.toString()));
    arguments.addAll(List.of(more));
    try {
      return Jvm.ours(jvm)
          .run(SubmissionContender.class.getName(), arguments.toArray(String[]::new));
    } finally {
      if (into == null) {
        Trees.delete(folder);
      }
    }
  }
}
