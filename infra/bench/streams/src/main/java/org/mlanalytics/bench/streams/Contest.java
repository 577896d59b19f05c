package org.mlanalytics.bench.streams;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mlanalytics.bench.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the packaged function beside its peers, on a broker of its own. */
@Command(
    name = "streams",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Generated submissions become rows on a real broker: by the packaged function, by the same",
      "rules in Kafka Streams; and a bare loop copies these rows. Each runs in a JVM of its own, for",
      "N and for 10 N submissions: the difference is what a row costs, without the start of a JVM.",
      "Prints tables in Markdown. All contenders must publish the same rows, or the script fails."
    })
public final class Contest implements Callable<Integer> {

  private static final int MORE = 10;

  @Option(
      names = {"-n", "--submissions"},
      paramLabel = "N",
      description = "The smaller number of submissions (default: ${DEFAULT-VALUE}).")
  private int submissions = 1000;

  @Option(
      names = "--jvm",
      split = ",",
      paramLabel = "ARG",
      description = "Arguments of the contenders' JVM (default: ${DEFAULT-VALUE}).")
  private List<String> jvm = List.of("-Xmx128m", "-XX:+UseSerialGC");

  private final PrintStream out = System.out;

  /** Runs the measurement; the exit code is 0 when all contenders published the same rows. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Contest()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    out.println(Environment.lines() + "- contenders: java " + String.join(" ", jvm));
    out.println(TransformCpu.line());
    Path directory = Files.createTempDirectory("ml-analytics-streams");
    try (Cluster cluster = new Cluster(directory)) {
      Round small = round(cluster, directory, submissions);
      Round large = round(cluster, directory, submissions * MORE);
      print(small, large);
    }
    out.println("\nload average at the end: " + Environment.load());
    return 0;
  }

  private record Round(
      int submissions, long bytesIn, TopicDigest rows, Map<Contender, Usage> usages) {}

  private Round round(Cluster cluster, Path directory, int size) throws Exception {
    String input = "in-" + size;
    cluster.create(input, input + ".dlq");
    long bytesIn = cluster.fill(input, size);
    Map<Contender, Usage> usages = new EnumMap<>(Contender.class);
    Contender.Task function = task(Contender.FUNCTION, size, input);
    TopicDigest expected = run(cluster, directory, Contender.FUNCTION, function, usages);
    Contender.Task copy = task(Contender.COPY, size, function.sink());
    check(expected, run(cluster, directory, Contender.COPY, copy, usages));
    cluster.delete(copy.sink());
    Contender.Task streams = task(Contender.STREAMS, size, input);
    check(expected, run(cluster, directory, Contender.STREAMS, streams, usages));
    cluster.delete(streams.sink());
    cluster.delete(function.sink());
    return new Round(size, bytesIn, expected, usages);
  }

  private static Contender.Task task(Contender contender, int size, String input) {
    String name = contender.name().toLowerCase(Locale.ROOT) + "-" + size;
    return new Contender.Task(name, input, "out-" + name);
  }

  private TopicDigest run(
      Cluster cluster,
      Path directory,
      Contender contender,
      Contender.Task task,
      Map<Contender, Usage> usages)
      throws IOException {
    cluster.create(task.sink());
    usages.put(contender, contender.run(cluster, task, jvm, directory));
    TopicDigest digest = cluster.digest(task.sink());
    out.println("- " + task.name() + ": " + digest + ", " + usages.get(contender));
    return digest;
  }

  private static void check(TopicDigest expected, TopicDigest published) {
    if (!expected.toString().equals(published.toString())) {
      throw new IllegalStateException(published + " instead of " + expected);
    }
  }

  private void print(Round small, Round large) {
    long rows = large.rows().rows() - small.rows().rows();
    out.printf(
        "%n%,d and %,d submissions: %,d and %,d rows, %.1f and %.1f MB in, %.1f and %.1f MB out;"
            + " the same rows of all contenders (%s)%n%n",
        small.submissions(),
        large.submissions(),
        small.rows().rows(),
        large.rows().rows(),
        small.bytesIn() / 1e6,
        large.bytesIn() / 1e6,
        small.rows().bytes() / 1e6,
        large.rows().bytes() / 1e6,
        large.rows());
    out.println(
        "| | submissions/s | rows/s | MB/s out | CPU s per million rows | the broker's |"
            + " CPU s of the start | peak RSS N, 10 N, MiB | heap after GC N, 10 N, MiB |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (Contender contender : Contender.values()) {
      Usage before = small.usages().get(contender);
      Usage after = large.usages().get(contender);
      double wall = after.wall() - before.wall();
      double perRow = (after.cpu() - before.cpu()) / rows;
      out.printf(
          "| %s | %,.0f | %,.0f | %.1f | %.1f | %.1f | %.1f | %.0f, %.0f | %.0f, %.0f |%n",
          contender.title(),
          (large.submissions() - small.submissions()) / wall,
          rows / wall,
          (large.rows().bytes() - small.rows().bytes()) / wall / 1e6,
          perRow * 1e6,
          (after.broker() - before.broker()) / rows * 1e6,
          before.cpu() - perRow * small.rows().rows(),
          before.rss(),
          after.rss(),
          before.heap(),
          after.heap());
    }
  }
}
