package org.mlanalytics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Apache Druid with all its services in one child JVM; clients use the router's address for
 * everything.
 */
public final class DruidNode extends LocalNode {

  private static final String MAIN_CLASS = "org.mlanalytics.local.druid.DruidServer";
  private static final String ROUTER = "router";
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final List<String> JVM_ARGUMENTS =
      List.of(
          "-Xms128m",
          "-Xmx512m",
          "-XX:MaxDirectMemorySize=256m",
          "-XX:+UseSerialGC",
          // Half the processor time of a start; what a long ingestion loses by it matters less
          // here.
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager",
          "-Dlog4j.shutdownCallbackRegistry=org.apache.druid.common.config.Log4jShutdown",
          "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");
  private static final List<String> OPENED_PACKAGES =
      List.of(
          "java.base/java.nio",
          "java.base/sun.nio.ch",
          "java.base/jdk.internal.ref",
          "java.base/java.io",
          "java.base/java.lang",
          "jdk.management/com.sun.management.internal");

  private static final String SERVERS_SEEN =
      "SELECT COUNT(*) AS n FROM sys.servers WHERE server_type IN ('historical', 'indexer', 'coordinator')";
  private static final long SERVERS_EXPECTED = 3;
  // One historical: with the default of two replicas no segment would ever count as fully loaded.
  private static final String ONE_REPLICA =
      "[{\"type\":\"loadForever\",\"tieredReplicants\":{\"_default_tier\":1}}]";

  private final boolean persistent;
  private final DruidHttp http;

  private DruidNode(Path dir, boolean persistent) {
    super(
        "Druid",
        dir,
        "zookeeper",
        "derby",
        "coordinator",
        "broker",
        "historical",
        "indexer",
        ROUTER);
    this.persistent = persistent;
    this.http = new DruidHttp(address());
  }

  /** A node that forgets everything when it ends. */
  public static DruidNode inMemory(Path dir) {
    return new DruidNode(dir, false);
  }

  /**
   * A node whose data sources, tasks and supervisors are there again after a restart on the same
   * directory.
   */
  public static DruidNode persistent(Path dir) {
    return new DruidNode(dir, true);
  }

  /** The router's URL. */
  @Override
  public String address() {
    return "http://" + hostAndPort(ROUTER);
  }

  /**
   * The same as {@link #kill()}: Druid's orderly stop takes half a minute, and it is made to
   * survive without.
   */
  @Override
  public void stop() {
    kill();
  }

  @Override
  void describe(ChildJvmBuilder program) {
    program
        .mainClass(MAIN_CLASS, ServerModule.DRUID.classPath())
        .jvmArguments(JVM_ARGUMENTS)
        .jvmArguments(OPENED_PACKAGES.stream().map(DruidNode::open).toList())
        .property("java.io.tmpdir", temporary().toString())
        .property("derby.stream.error.file", dir().resolve("derby.log").toString())
        .property("local.persistent", String.valueOf(persistent));
  }

  private Path temporary() {
    try {
      return Files.createDirectories(dir().resolve("tmp"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String open(String javaPackage) {
    return "--add-opens=" + javaPackage + "=ALL-UNNAMED";
  }

  /** Druid's own health checks are green seconds before a task would be taken. */
  @Override
  boolean isReady() throws IOException {
    return http.get("/druid/indexer/v1/workers").findValue("capacity") != null
        && new DruidSql(http).number(SERVERS_SEEN) == SERVERS_EXPECTED
        && http.post("/druid/coordinator/v1/rules/_default", ONE_REPLICA) != null;
  }

  @Override
  Duration startLimit() {
    return START_LIMIT;
  }
}
