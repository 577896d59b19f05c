import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures the time from the start of a process to its first answer, and its resident memory then.
 * A file of its own, so that it needs no build: java infra/bench/StartUp.java --help
 */
public final class StartUp {

  private static final int RUNS = 7;
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String HELP =
      """
      infra/bench/startup [--runs N] [--jdk25 HOME] [PROGRAM...]

      Starts each program N times (default 7, after one start that does not count) and prints, in
      milliseconds and MB, the median of the time to the first answer of /q/health/live, and of the
      processor time and the resident memory at that moment, with the smallest and the largest in
      brackets. On a busy machine read the processor time.

      PROGRAM is a directory quarkus-app of a packaged function, which is measured as it is, with an
      AppCDS archive and, if --jdk25 names a JDK 25, with its AOT cache; or a native binary.
      Default: all functions that are packaged below functions/.
      No server has to be up: a function answers before it connects to any.
      """;

  private final int runs;

  private StartUp(int runs) {
    this.runs = runs;
  }

  public static void main(String[] args) throws Exception {
    int runs = RUNS;
    Path jdk25 = null;
    List<Path> programs = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--help", "-h" -> {
          System.out.print(HELP);
          return;
        }
        case "--runs" -> runs = Integer.parseInt(args[++i]);
        case "--jdk25" -> jdk25 = Path.of(args[++i]);
        default -> programs.add(Path.of(args[i]));
      }
    }
    if (programs.isEmpty()) {
      programs = packaged();
    }
    System.out.printf(
        "%s, %d processors, load %.1f%n%n",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println("| program | variant | first answer, ms | CPU, ms | resident, MB |");
    System.out.println("|---|---|---|---|---|");
    StartUp startUp = new StartUp(runs);
    for (Path program : programs) {
      startUp.measure(program.toAbsolutePath().normalize(), jdk25);
    }
  }

  private static List<Path> packaged() throws IOException {
    try (var files = Files.walk(Path.of("functions"), 4)) {
      return files.filter(f -> f.endsWith("target/quarkus-app")).sorted().toList();
    }
  }

  private void measure(Path program, Path jdk25) throws Exception {
    if (Files.isRegularFile(program)) {
      print(program.getFileName().toString(), "native", List.of(program.toString()));
      return;
    }
    String name = program.getParent().getParent().getFileName().toString();
    Path work = Files.createTempDirectory("startup");
    String jar = program.resolve("quarkus-run.jar").toString();
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    print(name, "fast-jar", List.of(java, "-jar", jar));
    Path cds = work.resolve("app.jsa");
    train(List.of(java, "-XX:ArchiveClassesAtExit=" + cds, "-jar", jar));
    print(name, "AppCDS", List.of(java, "-XX:SharedArchiveFile=" + cds, "-jar", jar));
    if (jdk25 != null) {
      String java25 = jdk25.resolve("bin/java").toString();
      Path cache = work.resolve("app.aot");
      print(name, "JDK 25", List.of(java25, "-jar", jar));
      train(List.of(java25, "-XX:AOTCacheOutput=" + cache, "-jar", jar));
      print(name, "JDK 25, AOT cache", List.of(java25, "-XX:AOTCache=" + cache, "-jar", jar));
    }
  }

  private void train(List<String> command) throws Exception {
    // without servers a schedule may hold up the end for the 30 s that the Mongo driver waits
    start(command, Duration.ofSeconds(60));
  }

  private void print(String name, String variant, List<String> command) throws Exception {
    start(command, Duration.ZERO);
    long[] millis = new long[runs];
    long[] cpu = new long[runs];
    long[] megabytes = new long[runs];
    for (int i = 0; i < runs; i++) {
      long[] run = start(command, Duration.ZERO);
      millis[i] = run[0];
      cpu[i] = run[1];
      megabytes[i] = run[2];
    }
    System.out.printf(
        "| %s | %s | %s | %s | %s |%n",
        name,
        variant,
        spread(millis),
        spread(cpu),
        spread(megabytes));
  }

  private static String spread(long[] values) {
    Arrays.sort(values);
    return "%d (%d-%d)"
        .formatted(values[values.length / 2], values[0], values[values.length - 1]);
  }

  /** Starts, waits for the first answer, stops; milliseconds, those of processors, megabytes. */
  private static long[] start(List<String> command, Duration grace) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MLA_HTTP_PORT", String.valueOf(port));
    builder.directory(Files.createTempDirectory("startup").toFile());
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest live =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/live"))
            .timeout(ANSWER)
            .build();
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answers(http, live)) {
        if (!process.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
          throw new IllegalStateException("no answer of " + String.join(" ", command));
        }
        // the only way to see a port open is to try
        TimeUnit.MILLISECONDS.sleep(2);
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      long cpu = process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
      return new long[] {millis, cpu, resident(process.pid())};
    } finally {
      process.destroy();
      if (!process.waitFor(Math.max(10, grace.toSeconds()), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static long resident(long pid) throws IOException {
    TreeMap<String, String> status = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      String[] parts = line.split(":", 2);
      status.put(parts[0].toLowerCase(Locale.ROOT), parts[1].trim());
    }
    return Long.parseLong(status.get("vmrss").split(" ")[0]) / 1024;
  }
}
