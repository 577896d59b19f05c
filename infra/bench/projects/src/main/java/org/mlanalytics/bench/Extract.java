package org.mlanalytics.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bson.RawBsonDocument;
import org.mlanalytics.local.LocalServers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures memory and throughput of the extraction of projects. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Extracts generated projects into a local directory, from a file and from a Mongo server in a",
      "process of its own, each run in a JVM of its own. Prints a table in Markdown.",
      "Beside it a bare cursor of the same query, which only counts bytes. Every figure covers a whole",
      "process, the start of its JVM too; the heap is from a run by itself that collects its garbage",
      "each 1,000 documents."
    })
public final class Extract implements Callable<Integer> {

  private static final int INSERT_BATCH = 500;

  @Option(
      names = {"-n", "--projects"},
      split = ",",
      paramLabel = "N",
      description = "Numbers of projects (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of(20_000, 200_000);

  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "Runs of each contender after one that does not count (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--jvm",
      split = ",",
      paramLabel = "ARG",
      description = "Arguments of the contenders' JVM (default: ${DEFAULT-VALUE}).")
  private List<String> jvm = List.of("-Xmx128m", "-XX:+UseSerialGC");

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "SOURCE",
      description =
          "file, mongo or both (default); 200,000 projects need some 12 GB in the Mongo server.")
  private Set<String> sources = Set.of("file", "mongo");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where files of documents are kept and rows are landed (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(System.getProperty("java.io.tmpdir"), "ml-analytics-bench");

  private final PrintStream out = System.out;
  private final Set<String> digests = new HashSet<>();

  /** Runs the measurement; the exit code is 0 when all contenders wrote the same rows. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Extract()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    out.println(Environment.lines());
    out.println("- contenders: java " + String.join(" ", jvm) + "\n");
    out.println(
        "| projects | contender | documents/s | rows/s | CPU s per million rows | CPU s | peak RSS, MiB | heap after GC, MiB |");
    out.println("|---|---|---|---|---|---|---|---|");
    for (int size : sizes) {
      digests.clear();
      Path file = Input.file(data, size);
      if (sources.contains("file")) {
        measure(size, "extraction from a file", "extract", file.toString());
      }
      if (sources.contains("mongo")) {
        overTheWire(size, file);
      }
      if (digests.size() != 1) {
        throw new IllegalStateException("contenders wrote different rows: " + digests);
      }
    }
    out.println("\nload average at the end: " + Environment.load());
    return 0;
  }

  private void overTheWire(int size, Path file) throws IOException {
    try (LocalServers servers =
        LocalServers.builder()
            .withMongo()
            .mongoJvmArguments("-Xmx" + (512 + size / 15) + "m")
            .start()) {
      load(servers.mongoUri(), file);
      measure(size, "extraction from a Mongo server", "extract", servers.mongoUri());
      measure(size, "bare cursor of the same query", "count", servers.mongoUri());
    }
  }

  private static void load(String uri, Path file) throws IOException {
    try (MongoClient client = MongoClients.create(uri);
        BsonFile.Documents documents = BsonFile.read(file)) {
      MongoCollection<RawBsonDocument> collection = Source.Query.collection(client);
      List<RawBsonDocument> batch = new ArrayList<>(INSERT_BATCH);
      for (RawBsonDocument document : documents) {
        batch.add(document);
        if (batch.size() == INSERT_BATCH || !documents.hasNext()) {
          collection.insertMany(batch);
          batch.clear();
        }
      }
    }
  }

  private void measure(int size, String name, String kind, String source) throws IOException {
    // also the run that fills the caches and does not count
    double heap = run(collecting(), kind, source).heap();
    List<Measurement> counted = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      counted.add(run(jvm, kind, source));
    }
    boolean rows = kind.equals("extract");
    if (rows) {
      counted.forEach(measured -> digests.add(measured.digest()));
    }
    out.printf(
        "| %,d | %s | %s | %s | %s | %s | %s | %s |%n",
        size,
        name,
        Spread.of(counted, Measurement::documentsPerSecond),
        rows ? Spread.of(counted, Measurement::rowsPerSecond) : "",
        rows ? Spread.of(counted, Measurement::cpuPerMillionRows) : "",
        Spread.of(counted, Measurement::cpu),
        Spread.of(counted, Measurement::rss),
        Spread.number(heap));
  }

  private List<String> collecting() {
    List<String> arguments = new ArrayList<>(jvm);
    arguments.add("-D" + Probe.COLLECT_EVERY + "=1000");
    return arguments;
  }

  private Measurement run(List<String> jvm, String kind, String source) throws IOException {
    Path folder = Files.createTempDirectory(data, "rows");
    try {
      return Jvm.ours(jvm).run(Contender.class.getName(), kind, folder.toString(), source);
    } finally {
      Trees.delete(folder);
    }
  }
}
